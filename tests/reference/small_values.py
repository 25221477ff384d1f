"""Figures, levers and a world busier than any real town's, so that much happens in a few years.

Rates are in 1/week.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

FIGURE_VALUES: Final[Mapping[str, float]] = MappingProxyType(
    {
        "natural_recovery": 0.004,
        "request_rate_self_reliant": 0.004,
        "request_rate_vulnerable": 0.03,
        "multiple_share_self_reliant": 0.2,
        "crisis_share_self_reliant": 0.03,
        "multiple_share_vulnerable": 0.45,
        "crisis_share_vulnerable": 0.08,
        "answered_at_once_multiple": 0.05,
        "advice_hours": 1.5,
        "missed_return_delay": 13.0,
        "missed_hours_factor": 1.3,
        "settle_rate_first": 0.02,
        "settle_rate_later": 0.003,
        "settle_change": 4.0,
        "patience_median": 20.0,
        "patience_shape": 3.0,
        "escalation_rate_first": 0.004,
        "escalation_rate_later": 0.02,
        "escalation_change": 13.0,
        "vulnerable_after_giving_up": 0.25,
        "request_factor_after_giving_up": 2.0,
        "contact_hours": 0.04,
        "target_wait": 6.0,
        "catch_up": 26.0,
        "hours_single": 4.0,
        "hours_multiple": 15.0,
        "hours_crisis": 12.0,
        "hours_log_sd": 0.8,
        "cap_weight_single": 0.7,
        "cap_weight_multiple": 1.3,
        "cap_weight_crisis": 1.5,
        "share_weight_multiple": 1.2,
        "share_weight_crisis": 1.6,
        "intensity_cap": 1.5,
        "target_intensity": 0.47,
        "recovery_single": 0.5,
        "recovery_multiple": 0.3,
        "recovery_crisis": 0.25,
        "quality_exponent": 1.2,
        "aftermath": 52.0,
        "load_memory": 13.0,
        "follow_up_memory": 26.0,
        "contract_hours": 36.0,
        "leave_share": 0.13,
        "exponential_hours": 0.0,
        "recovery_bound": 1.5,
        "asking_bound": 1.4,
        # Responses.
        "cutting_exponent": 0.3,
        "cutting_floor": 0.6,
        "expansion_ceiling": 1.3,
        "overtime_slope": 0.3,
        "overtime_most": 0.15,
        "overtime_memory": 4.0,
        "overtime_given_back": 0.6,
        "overtime_return": 10.0,
        "crowding_slope": 0.8,
        # Prevention; the norm is high, so that there is always more to give.
        "prevention_norm": 8.0,
        "prevention_most": 0.4,
        "prevention_curvature": 1.5,
        "prevention_lag": 12.0,
        "outreach_effect": 0.4,
        # Partners.
        "partner_fixed_share": 0.3,
        "partner_hours_before": 0.4,
        "partner_hours_kept": 0.7,
        "partner_pressure": 0.5,
        # Staff: many small positions that are often empty.
        "fte_per_person": 0.13,
        "short_rate": 0.06,
        "short_length": 1.2,
        "long_rate": 0.012,
        "long_length": 9.0,
        "departure_rate": 0.015,
        "vacancy_length": 5.0,
        "strain_hazard_ratio": 3.0,
        "strain_reference": 0.4,
        "departure_strain": 1.5,
        "newcomer_departure": 2.0,
        "newcomer_until": 30.0,
        "newcomer_productivity": 0.4,
        "onboarding": 12.0,
        "onboarding_hours": 0.2,
        "fatigue_memory": 3.0,
        "strain_memory": 12.0,
        # People who help.
        "helper_drop_out": 0.01,
        "helper_hours": 2.0,
        "helper_replaceable": 0.3,
        "helper_suitable": 0.5,
        "helper_supply": 60.0,
        "circle_members": 10.5,
        "circle_coach_hours": 0.5,
        "circle_member_hours": 2.0,
    }
)
LEVER_VALUES: Final[Mapping[str, float]] = MappingProxyType(
    {
        "access_request_factor": 1.0,
        "access_diverted_share": 0.0,
        "access_missed_multiple": 0.1,
        "access_desk_hours": 3.0,
        "access_answered_at_once_single": 0.2,
        "access_decision_share": 0.15,
        "access_decision_delay": 4.0,
        "waiting_starts_for_single": 0.4,
        "casework_caseload_cap": 25.0,
        "casework_holding_hours": 0.12,
        "casework_hours_factor": 1.0,
        "casework_request_factor_after_closing": 1.5,
        "casework_follow_up_hours": 0.0,
        "casework_recovery_factor": 1.0,
        "partners_referral_factor": 1.0,
        "partners_time_factor": 1.0,
        "prevention_protected": 0.0,
        "team_administration_share": 0.33,
        "team_meeting_share": 0.08,
        "team_overhead_share": 0.0,
        "team_prevention_share": 0.07,
        "team_card_hours": 0.0,
        "team_fte_factor": 1.0,
        "team_capacity_factor": 1.0,
        "organisation_pooled_share": 0.0,
        "organisation_pooling_loss": 0.1,
        "staff_absence_factor": 1.0,
        "staff_departure_factor": 1.0,
        "staff_vacancy_factor": 1.0,
        "staff_strain_factor": 1.0,
        "helpers_recruitment": 0.0,
        "helpers_give_back_share": 0.0,
        "helpers_effect": 0.6,
        "helpers_coordinator_hours": 0.05,
        "circles_number": 0.0,
        "circles_effect": 0.8,
        "residents_card_hours": 0.0,
    }
)
# Factors from today on.
WORLD_VALUES: Final[Mapping[str, float]] = MappingProxyType(
    {
        "vacancy": 1.2,
        "departure": 1.1,
        "partner": 1.3,
        "informal": 0.9,
        "formation": 1.0,
        "holding": 0.95,
    }
)
# Relative to the mean of a kind, by life domain.
DOMAIN_MIX: Final = (5.0, 4.0, 3.0, 1.0, 2.0, 2.0, 2.0, 1.0)
DOMAIN_HOURS: Final = (0.9, 1.0, 1.2, 1.4, 1.1, 0.7, 0.8, 1.3)
PARTNER_RATIO: Final = (1.2, 1.0, 1.5, 1.5, 1.3, 0.8, 0.6, 1.2)
PARTNER_WAIT: Final = (1.6, 10.0, 12.0, 8.0, 14.0, 6.0, 0.0, 3.0)  # weeks
PARTNER_CHANCE: Final = (0.15, 0.4, 0.3)  # by kind
