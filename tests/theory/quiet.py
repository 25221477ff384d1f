"""The figures and levers at which every mechanism is off; what is not here is 0."""

from collections.abc import Mapping
from typing import Final

LONG: Final = 1e15  # weeks: a clock that does not ring
UNBOUND: Final = 1e12  # hours or cases: a cap that does not bind

QUIET_FIGURES: Final[Mapping[str, float]] = {
    "request_bound": 1.0,
    "asking_bound": 1e6,
    "recovery_bound": 1.0,
    "missed_hours_factor": 1.0,
    "missed_return_delay": 1.0,
    "patience_median": LONG,
    "patience_shape": 1.0,
    "request_factor_after_giving_up": 1.0,
    "target_wait": 1.0,
    "catch_up": 1.0,
    "hours_single": 1.0,
    "hours_multiple": 1.0,
    "hours_crisis": 1.0,
    "cap_weight_single": 1.0,
    "cap_weight_multiple": 1.0,
    "cap_weight_crisis": 1.0,
    "share_weight_multiple": 1.0,
    "share_weight_crisis": 1.0,
    "intensity_cap": UNBOUND,
    "load_memory": 13.0,
    "follow_up_memory": 26.0,
    "contract_hours": 1.0,
    "fte_per_person": 1.0,
    # Smooths and scales of mechanisms that are off: any value does but 0.
    "cutting_floor": 1.0,
    "expansion_ceiling": 1.0,
    "overtime_memory": 1.0,
    "overtime_return": 1.0,
    "prevention_norm": 1.0,
    "prevention_curvature": 1.0,
    "prevention_lag": 1.0,
    "partner_hours_before": 1.0,
    "partner_hours_kept": 1.0,
    "strain_hazard_ratio": 1.0,
    "strain_reference": 1.0,
    "newcomer_departure": 1.0,
    "newcomer_productivity": 1.0,
    "fatigue_memory": 1.0,
    "strain_memory": 1.0,
}
QUIET_LEVERS: Final[Mapping[str, float]] = {
    "access_request_factor": 1.0,
    "casework_caseload_cap": UNBOUND,
    "casework_hours_factor": 1.0,
    "casework_request_factor_after_closing": 1.0,
    "casework_recovery_factor": 1.0,
    "partners_referral_factor": 1.0,
    "partners_time_factor": 1.0,
    "team_fte_factor": 1.0,
    "team_capacity_factor": 1.0,
    "staff_absence_factor": 1.0,
    "staff_departure_factor": 1.0,
    "staff_vacancy_factor": 1.0,
    "staff_strain_factor": 1.0,
}

# Answers of a team to its pressure, and where they are off whatever the rest.
NO_RESPONSES: Final[Mapping[str, float]] = {
    "cutting_exponent": 0.0,
    "overtime_slope": 0.0,
    "crowding_slope": 0.0,
    "quality_exponent": 0.0,
}
NO_PREVENTION: Final[Mapping[str, float]] = {"prevention_most": 0.0, "outreach_effect": 0.0}
NO_STAFF: Final[Mapping[str, float]] = {
    "short_rate": 0.0,
    "long_rate": 0.0,
    "departure_rate": 0.0,
    "vacancy_length": 0.0,
    "onboarding": 0.0,
    "strain_hazard_ratio": 1.0,
    "departure_strain": 0.0,
}
