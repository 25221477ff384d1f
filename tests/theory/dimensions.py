"""The dimension of every quantity of the kernel: powers of time and of hours.

A field that is not here has no dimension to go by, and the units test refuses it.
"""

from collections.abc import Mapping
from typing import Final

from draagkracht.model import ledger as book

Dimension = tuple[int, int]
NUMBER: Final[Dimension] = (0, 0)
TIME: Final[Dimension] = (1, 0)
RATE: Final[Dimension] = (-1, 0)
HOURS: Final[Dimension] = (0, 1)
HOURS_A_WEEK: Final[Dimension] = (-1, 1)


def _all(dimension: Dimension, names: str) -> dict[str, Dimension]:
    return dict.fromkeys(names.split(), dimension)


FIGURE_DIMENSIONS: Final[Mapping[str, Dimension]] = {
    **_all(
        RATE,
        """natural_recovery request_rate_self_reliant request_rate_vulnerable
        settle_rate_first settle_rate_later escalation_rate_first escalation_rate_later
        departure_rate helper_drop_out short_rate long_rate""",
    ),
    **_all(
        TIME,
        """missed_return_delay settle_change patience_median escalation_change target_wait catch_up
        aftermath load_memory follow_up_memory overtime_memory overtime_return prevention_lag
        short_length long_length newcomer_until onboarding fatigue_memory strain_memory
        vacancy_length""",
    ),
    **_all(HOURS, "advice_hours hours_single hours_multiple hours_crisis"),
    **_all(
        HOURS_A_WEEK,
        """contact_hours intensity_cap target_intensity contract_hours prevention_norm
        onboarding_hours helper_hours circle_coach_hours circle_member_hours""",
    ),
    **_all(
        NUMBER,
        """multiple_share_self_reliant crisis_share_self_reliant multiple_share_vulnerable
        crisis_share_vulnerable answered_at_once_multiple missed_hours_factor patience_shape
        vulnerable_after_giving_up request_factor_after_giving_up hours_log_sd
        cap_weight_single cap_weight_multiple cap_weight_crisis share_weight_multiple
        share_weight_crisis recovery_single recovery_multiple recovery_crisis leave_share
        fte_per_person quality_exponent cutting_exponent cutting_floor expansion_ceiling
        overtime_slope overtime_most overtime_given_back crowding_slope prevention_most
        prevention_curvature outreach_effect partner_fixed_share partner_hours_before
        partner_hours_kept partner_pressure strain_hazard_ratio strain_reference
        departure_strain newcomer_departure newcomer_productivity helper_replaceable
        helper_suitable helper_supply circle_members recovery_bound asking_bound request_bound
        exponential_hours""",
    ),
}
LEVER_DIMENSIONS: Final[Mapping[str, Dimension]] = {
    **_all(RATE, "helpers_recruitment"),
    **_all(TIME, "access_decision_delay"),
    **_all(HOURS, "access_desk_hours casework_follow_up_hours"),
    **_all(
        HOURS_A_WEEK,
        """casework_holding_hours team_card_hours helpers_coordinator_hours
        residents_card_hours""",
    ),
    **_all(
        NUMBER,
        """access_request_factor access_diverted_share access_missed_multiple
        access_answered_at_once_single access_decision_share waiting_starts_for_single
        casework_caseload_cap casework_hours_factor casework_request_factor_after_closing
        casework_recovery_factor partners_referral_factor partners_time_factor
        prevention_protected team_administration_share team_meeting_share team_overhead_share
        team_prevention_share team_fte_factor team_capacity_factor organisation_pooled_share
        organisation_pooling_loss staff_absence_factor staff_departure_factor
        staff_vacancy_factor staff_strain_factor helpers_give_back_share helpers_effect
        circles_number circles_effect""",
    ),
}
TEAM_DIMENSIONS: Final[Mapping[str, Dimension]] = {
    **_all(TIME, "now"),
    **_all(HOURS, "near virtual given admitted waiting_work advice follow_up time_off"),
    **_all(
        HOURS_A_WEEK, "speed progress holding direct normal worked own_hours pooled claims arriving"
    ),
    **_all(
        NUMBER,
        """effort available formation pressure cap credit overtime reach reach_now stock fatigue
        strained strain strain_now seen helpers giving_back eased informal recovering staying asking
        referring partner_time growth growth_bound fte residents open_single open_multiple
        open_crisis held_single held_multiple held_crisis waiting vulnerable positions slots
        free week stretch closings_later""",
    ),
}
WIJK_DIMENSIONS: Final[Mapping[str, Dimension]] = {
    **_all(RATE, "hazard"),
    **_all(NUMBER, "entity group"),
}
HOUSEHOLD_DIMENSIONS: Final[Mapping[str, Dimension]] = {
    **_all(TIME, "next factor_until"),
    **_all(NUMBER, "factor candidates requests link slot wijk vulnerable helped"),
}
CASE_DIMENSIONS: Final[Mapping[str, Dimension]] = {
    **_all(TIME, "due asked entered decided leave escalate started"),
    **_all(HOURS, "work span worked given given_at rest"),
    **_all(
        NUMBER,
        """luck left event later entity household group link factor kind phase settles episode
        domain needs_partner""",
    ),
}
POSITION_DIMENSIONS: Final[Mapping[str, Dimension]] = {
    **_all(TIME, "until since"),
    **_all(NUMBER, "status"),
}
# Of a frame, what is no record of its own; those that are have their own dimensions above.
FRAME_DIMENSIONS: Final[Mapping[str, Dimension]] = {
    **_all(TIME, "partner_wait tick"),
    **_all(HOURS, "stretch"),
    **_all(
        NUMBER,
        """keys growth_bound domains domain_hours partner_chance routes routes_from last_week
        number years place first_group weeks""",
    ),
}
FRAME_RECORDS: Final = _all(
    NUMBER, "own figures ledger wijken households cases positions links agenda calendar closings"
)
WORLD_DIMENSIONS: Final[Mapping[str, Dimension]] = _all(
    NUMBER, "growth vacancy departure partner informal formation holding"
)
BEGINNING_DIMENSIONS: Final[Mapping[str, Dimension]] = {
    **_all(TIME, "wait"),
    **_all(
        NUMBER,
        """vulnerable helped_vulnerable helped_self_reliant after_closing open_multiple open_crisis
        waiting_multiple single_vulnerable fte open_cases waiting""",
    ),
}
# Columns of the ledger's hours. The numbers are sums over ticks of fte, persons or ratios.
_NUMBERS: Final = frozenset(
    {
        book.H_AVAILABLE,
        book.H_PRESSURE,
        book.H_TICKS,
        book.H_FTE,
        book.H_VACANT,
        book.H_ABSENT,
        book.H_LEFT,
        book.H_STRAIN,
        book.H_REACH,
        book.H_HELPERS,
    }
)
_BOOKED: Final = frozenset(
    {
        book.H_CONTRACT,
        book.H_WORKED,
        book.H_DIRECT,
        book.H_ADVICE,
        book.H_SHARED,
        book.H_HELD,
        book.H_CONTACT,
        book.H_IDLE,
        book.H_SHORT,
        book.H_UNFIT,
        book.H_ADMINISTRATION,
        book.H_MEETING,
        book.H_OVERHEAD,
        book.H_PREVENTION,
        book.H_OVERTIME,
        book.H_TIME_OFF,
        book.H_CROWDED_OUT,
        book.H_ONBOARDING,
        book.H_COORDINATION,
        book.H_CARDS,
        book.H_POOLED,
        book.H_ADMITTED,
        book.H_TAKEN_OVER,
        book.H_FOLLOW_UP,
        book.H_HELPER_HOURS,
        book.H_RESIDENT,
        book.H_DROPPED,
        book.H_DONE,
        book.H_LOST,
    }
)
HOURS_DIMENSIONS: Final[Mapping[int, Dimension]] = {
    **dict.fromkeys(_NUMBERS, NUMBER),
    **dict.fromkeys(_BOOKED, HOURS),
}
BY_UNIT: Final[Mapping[str, Dimension]] = {
    **dict.fromkeys(
        (
            "share",
            "ratio",
            "weight",
            "sd",
            "case/fte",
            "person",
            "person/1000 resident",
            "circle/1000 resident",
            "fte/person",
        ),
        NUMBER,
    ),
    "week": TIME,
    "1/week": RATE,
    "1/year": RATE,
    "person/1000 resident/year": RATE,
    "hour": HOURS,
    "hour/case": HOURS,
    "hour/contact": HOURS,
    "hour/week": HOURS_A_WEEK,
    "hour/case/week": HOURS_A_WEEK,
    "hour/week/1000 resident": HOURS_A_WEEK,
}
