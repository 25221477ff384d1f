"""Which figures the model reads, and where each goes; `catalogue check` refuses any other."""

from typing import Final

import numpy as np

from draagkracht.model.kinds import DOMAINS
from draagkracht.model.levers import LEVERS
from draagkracht.town.features import FEATURES

# Field of the kernel's record -> figure of the catalogue.
KERNEL_FIGURES: Final = {
    "natural_recovery": "households.natural_recovery",
    "request_rate_self_reliant": "households.request_rate_self_reliant",
    "request_rate_vulnerable": "households.request_rate_vulnerable",
    "multiple_share_self_reliant": "households.multiple_share_self_reliant",
    "crisis_share_self_reliant": "households.crisis_share_self_reliant",
    "multiple_share_vulnerable": "households.multiple_share_vulnerable",
    "crisis_share_vulnerable": "households.crisis_share_vulnerable",
    "answered_at_once_multiple": "access.answered_at_once_multiple",
    "advice_hours": "access.advice_hours",
    "missed_return_delay": "access.missed_return_delay",
    "missed_hours_factor": "access.missed_hours_factor",
    "settle_rate_first": "waiting.settle_rate_first",
    "settle_rate_later": "waiting.settle_rate_later",
    "settle_change": "waiting.settle_change",
    "patience_median": "waiting.patience_median",
    "patience_shape": "waiting.patience_shape",
    "escalation_rate_first": "waiting.escalation_rate_first",
    "escalation_rate_later": "waiting.escalation_rate_later",
    "escalation_change": "waiting.escalation_change",
    "vulnerable_after_giving_up": "waiting.vulnerable_after_giving_up",
    "request_factor_after_giving_up": "waiting.request_factor_after_giving_up",
    "contact_hours": "waiting.contact_hours",
    "target_wait": "waiting.target_wait",
    "catch_up": "waiting.catch_up",
    "hours_single": "casework.hours_single",
    "hours_multiple": "casework.hours_multiple",
    "hours_crisis": "casework.hours_crisis",
    "hours_log_sd": "casework.hours_log_sd",
    "cap_weight_single": "casework.cap_weight_single",
    "cap_weight_multiple": "casework.cap_weight_multiple",
    "cap_weight_crisis": "casework.cap_weight_crisis",
    "share_weight_multiple": "casework.share_weight_multiple",
    "share_weight_crisis": "casework.share_weight_crisis",
    "intensity_cap": "casework.intensity_cap",
    "target_intensity": "casework.target_intensity",
    "recovery_single": "casework.recovery_single",
    "recovery_multiple": "casework.recovery_multiple",
    "recovery_crisis": "casework.recovery_crisis",
    "aftermath": "casework.aftermath",
    "load_memory": "casework.load_memory",
    "follow_up_memory": "casework.follow_up_memory",
    "contract_hours": "team.contract_hours",
    "leave_share": "team.leave_share",
    "absence": "team.absence",
    "vacancies": "team.vacancies",
}
# Fields that no figure fills: a bound that lowering computes, and a switch of the theory tests.
KERNEL_EXTRA: Final = ("request_bound", "exponential_hours")

FIGURES: Final = np.dtype([(name, "f8") for name in (*KERNEL_FIGURES, *KERNEL_EXTRA)])

SOLVED: Final = (
    "households.becoming_vulnerable",
    "households.request_scale",
    "casework.hours_scale",
)

LOWERING: Final = (
    "households.vulnerable_share",
    "households.growth",
    "households.risk_strength",
    "households.risk_unknown",
    *(f"households.risk_weight_{feature}" for feature in FEATURES),
    *(f"households.risk_mean_{feature}" for feature in FEATURES),
    *(f"households.risk_sd_{feature}" for feature in FEATURES),
    *(f"access.domain_{domain}" for domain in DOMAINS),
    "observed.open_cases_per_fte",
    "observed.waiting_per_fte",
    "observed.requests_per_fte",
    "observed.error_system",
    "observed.error_estimate",
    "labour.vacancy_factor",
    "bounds.growth",
    "bounds.request_factor",
    "bounds.shock",
)

# Shares of worked time that do not go to residents.
INDIRECT_SHARES: Final = (
    "administration_share",
    "meeting_share",
    "overhead_share",
    "prevention_share",
)

LEVER_FIGURES: Final = tuple(name for name, lever in LEVERS.items() if lever.today is None)

USED: Final = frozenset((*KERNEL_FIGURES.values(), *SOLVED, *LOWERING, *LEVER_FIGURES))
