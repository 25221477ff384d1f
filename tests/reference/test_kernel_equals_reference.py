"""The kernel and the slow model agree to the last bit, whatever the town."""

from typing import Final

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draagkracht.engine.arrays import Records
from draagkracht.model.kinds import TO_DESK, TO_NONE, TO_PARTNER, TO_TEAM
from reference.agreement import EVENTS, assert_equal, both
from reference.small_town import SmallTown

BUSY: Final = {"requested", "entered", "started", "closed", "recovered", "became_vulnerable"}
WAITS: Final = {"settled", "given_up", "escalated_out", "escalated_in"}


def package(single: list[int], multiple: list[int], crisis: list[int]) -> Records:
    """Destinations by kind and domain; before the package everything goes to the team."""
    return np.array([np.zeros((3, 8)), [single, multiple, crisis]], dtype=np.int64)


ALL_FOUR: Final = package(
    [TO_TEAM, TO_DESK, TO_PARTNER, TO_NONE] * 2,
    [TO_TEAM, TO_PARTNER, TO_NONE, TO_TEAM] * 2,
    [TO_TEAM] * 4 + [TO_PARTNER] * 2 + [TO_NONE] * 2,
)

# Each town, and what must happen in it for its agreement to say anything.
TOWNS: Final = {
    "carrying on": (SmallTown(), BUSY | WAITS | {"recurred", "recovered_alone"}),
    "levers that change over time": (
        SmallTown(
            weeks=104,
            changes=(
                (0, "access_request_factor", 1.2),
                (5, "team_administration_share", 0.3),
                (13, "casework_caseload_cap", 15.0),
                (20, "casework_holding_hours", 0.05),
                (26, "casework_hours_factor", 0.8),
                (30, "access_answered_at_once_single", 0.5),
                (39, "waiting_starts_for_single", 0.9),
                (52, "casework_request_factor_after_closing", 1.0),
                (60, "team_fte_factor", 1.4),
                (70, "team_card_hours", 6.0),
                (71, "team_prevention_share", 0.1),
                (72, "team_meeting_share", 0.03),
                (73, "team_overhead_share", 0.06),
            ),
        ),
        BUSY | WAITS | {"answered_at_once"},
    ),
    "a task package with all four destinations": (
        SmallTown(weeks=104, routes=ALL_FOUR, routes_from=40),
        BUSY | {"to_desk", "missed", "to_partner", "turned_away"},
    ),
    "a desk that misses much": (
        SmallTown(
            changes=(
                (4, "access_diverted_share", 0.6),
                (4, "access_missed_multiple", 0.4),
                (30, "access_desk_hours", 1.0),
                (10, "casework_hours_factor", 0.7),
            )
        ),
        BUSY | {"to_desk", "missed"},
    ),
    "formal decisions that take long": (
        SmallTown(
            levers={"access_decision_share": 0.8, "access_decision_delay": 9.0},
            figures={"escalation_rate_first": 0.05, "patience_median": 8.0},
            changes=((30, "access_decision_delay", 0.0), (50, "access_decision_delay", 2.5)),
        ),
        BUSY | WAITS,
    ),
    "watchful contact after closing": (
        SmallTown(
            weeks=104,
            changes=(
                (6, "casework_follow_up_hours", 6.0),
                (6, "casework_request_factor_after_closing", 1.1),
                (60, "casework_follow_up_hours", 0.0),
            ),
        ),
        BUSY | {"recurred"},
    ),
    "no contact with who waits": (SmallTown(figures={"contact_hours": 0.0}), BUSY | WAITS),
    "so much contact that no hours are left": (
        SmallTown(figures={"contact_hours": 3.0}, waiting=40),
        WAITS | {"requested", "entered", "started"},
    ),
    "strict priority": (SmallTown(levers={"waiting_starts_for_single": 0.0}), BUSY | WAITS),
    "single first": (SmallTown(levers={"waiting_starts_for_single": 1.0}), BUSY | WAITS),
    "overload": (SmallTown(fte=0.4, weeks=130), BUSY - {"recovered"} | WAITS),
    "idle hands": (SmallTown(fte=12.0), BUSY | {"started_at_once"}),
    "holding that takes all hours": (
        SmallTown(levers={"casework_holding_hours": 1.2}, weeks=52),
        {"requested", "entered", "given_up"},
    ),
    "nobody to do the work": (SmallTown(fte=0.0, open_cases=0), {"given_up", "escalated_in"}),
    "everyone ill": (SmallTown(figures={"absence": 1.0}), {"given_up", "requested"}),
    "more vacancies than positions": (SmallTown(vacancy=40.0), {"given_up", "requested"}),
    "one household": (
        SmallTown(
            groups=(1,),
            hazards=(0.01,),
            vulnerable=(0.5,),
            open_cases=3,
            waiting=3,
            figures={"request_rate_self_reliant": 0.2},
            weeks=130,
        ),
        {"requested", "closed"},
    ),
    "fewer households than cases to begin with": (
        SmallTown(groups=(6, 5), open_cases=30, waiting=30),
        {"requested", "closed"},
    ),
    "nobody vulnerable and nobody becoming so": (
        SmallTown(
            hazards=(0.0, 0.0),
            vulnerable=(0.0, 0.0),
            figures={
                "multiple_share_self_reliant": 0.0,
                "crisis_share_self_reliant": 0.0,
                "vulnerable_after_giving_up": 0.0,
                "escalation_rate_first": 0.0,
                "escalation_rate_later": 0.0,
            },
            waiting=0,
            open_cases=0,
        ),
        {"requested", "closed"},
    ),
    "households to whom nothing ever happens": (
        SmallTown(
            hazards=(0.0, 0.0),
            figures={
                "request_rate_self_reliant": 0.0,
                "request_rate_vulnerable": 0.0,
                "natural_recovery": 0.0,
            },
        ),
        {"closed", "settled"},
    ),
    "equal and exponential hours": (
        SmallTown(figures={"exponential_hours": 1.0, "hours_log_sd": 0.0}),
        BUSY,
    ),
    "clocks that never ring": (
        SmallTown(
            figures={
                "settle_rate_first": 0.0,
                "settle_rate_later": 0.0,
                "escalation_rate_first": 0.0,
                "escalation_rate_later": 0.0,
                "patience_median": 1e12,
            }
        ),
        BUSY,
    ),
    "no run-in": (SmallTown(run_in=0), BUSY),
    "a run-in that ends within a quarter": (SmallTown(run_in=20, weeks=71), BUSY),
    "a decline": (SmallTown(growth=-0.05, weeks=130), BUSY),
    "ticks of half a unit of time": (SmallTown(tick=0.5, weeks=208), BUSY),
    "ticks of four units of time": (SmallTown(tick=4.0, weeks=40), BUSY | WAITS),
}


@pytest.mark.parametrize("name", TOWNS)
def test_kernel_and_slow_model_agree_on(name: str) -> None:
    town, happens = TOWNS[name]
    assert_equal(town)
    _, slow = both(town)
    assert happens <= {what for _, _, what in slow.diary.events}


@pytest.mark.parametrize("seed", range(2, 8))
def test_kernel_and_slow_model_agree_under_any_luck(seed: int) -> None:
    assert_equal(SmallTown(seed=seed, member=3 * seed, routes=ALL_FOUR, routes_from=50, weeks=104))


def test_the_towns_together_show_all_that_can_happen() -> None:
    assert set().union(*(happens for _, happens in TOWNS.values())) == set(EVENTS)


FIGURES: Final = {
    "natural_recovery": st.sampled_from([0.0, 0.002, 0.05]),
    "multiple_share_vulnerable": st.sampled_from([0.0, 0.4, 0.9]),
    "crisis_share_vulnerable": st.sampled_from([0.0, 0.1]),
    "answered_at_once_multiple": st.sampled_from([0.0, 0.3]),
    "missed_return_delay": st.floats(0.0, 20.0),
    "settle_rate_first": st.floats(0.0, 0.2),
    "settle_rate_later": st.floats(0.0, 0.05),
    "patience_median": st.floats(0.5, 60.0),
    "patience_shape": st.floats(0.5, 6.0),
    "escalation_rate_first": st.floats(0.0, 0.1),
    "escalation_rate_later": st.floats(0.0, 0.1),
    "escalation_change": st.floats(0.0, 20.0),
    "vulnerable_after_giving_up": st.floats(0.0, 1.0),
    "request_factor_after_giving_up": st.floats(0.5, 3.0),
    "contact_hours": st.sampled_from([0.0, 0.04, 0.5]),
    "hours_log_sd": st.sampled_from([0.0, 0.8, 1.5]),
    "cap_weight_single": st.floats(0.3, 2.0),
    "cap_weight_multiple": st.floats(0.3, 2.0),
    "share_weight_multiple": st.floats(0.5, 2.0),
    "share_weight_crisis": st.floats(0.5, 2.0),
    "intensity_cap": st.floats(0.1, 5.0),
    "recovery_single": st.floats(0.0, 1.0),
    "recovery_multiple": st.floats(0.0, 1.0),
    "aftermath": st.floats(0.0, 60.0),
    "load_memory": st.floats(0.5, 26.0),
    "follow_up_memory": st.floats(0.5, 26.0),
    "absence": st.floats(0.0, 0.3),
}
LEVERS: Final = {
    "access_request_factor": st.floats(0.5, 1.4),
    "access_diverted_share": st.floats(0.0, 1.0),
    "access_missed_multiple": st.floats(0.0, 0.5),
    "access_desk_hours": st.floats(0.0, 6.0),
    "access_answered_at_once_single": st.floats(0.0, 0.6),
    "access_decision_share": st.floats(0.0, 1.0),
    "access_decision_delay": st.sampled_from([0.0, 0.5, 4.0, 12.0]),
    "waiting_starts_for_single": st.floats(0.0, 1.0),
    "casework_caseload_cap": st.floats(1.0, 60.0),
    "casework_holding_hours": st.floats(0.0, 0.6),
    "casework_hours_factor": st.floats(0.3, 2.0),
    "casework_request_factor_after_closing": st.floats(1.0, 3.0),
    "casework_follow_up_hours": st.floats(0.0, 8.0),
    "team_administration_share": st.floats(0.0, 0.6),
    "team_card_hours": st.floats(0.0, 20.0),
    "team_fte_factor": st.floats(0.0, 3.0),
}


@st.composite
def towns(draw: st.DrawFn) -> SmallTown:
    names = draw(st.lists(st.sampled_from(sorted(LEVERS)), max_size=8))
    weeks = draw(st.integers(13, 104))
    destination = st.integers(TO_TEAM, TO_NONE)
    heavy = st.sampled_from([TO_TEAM, TO_PARTNER, TO_NONE])
    return SmallTown(
        figures=draw(st.fixed_dictionaries({}, optional=FIGURES)),
        levers=draw(st.fixed_dictionaries({}, optional=LEVERS)),
        changes=tuple((draw(st.integers(0, weeks)), name, draw(LEVERS[name])) for name in names),
        fte=draw(st.floats(0.0, 6.0)),
        open_cases=draw(st.integers(0, 60)),
        waiting=draw(st.integers(0, 40)),
        wait=draw(st.floats(0.0, 30.0)),
        helped=draw(st.floats(0.0, 1.0)),
        run_in=draw(st.sampled_from([0, 13, 26, 30])),
        weeks=weeks,
        growth=draw(st.floats(-0.08, 0.08)),
        vacancy=draw(st.floats(0.0, 5.0)),
        routes=package(
            draw(st.lists(destination, min_size=8, max_size=8)),
            draw(st.lists(heavy, min_size=8, max_size=8)),
            draw(st.lists(heavy, min_size=8, max_size=8)),
        ),
        routes_from=draw(st.integers(0, 200)),
        seed=draw(st.integers(0, 2**32)),
        member=draw(st.integers(0, 4095)),
    )


@given(towns())
@settings(max_examples=150, deadline=None)
def test_kernel_and_slow_model_agree_on_any_town(town: SmallTown) -> None:
    assert_equal(town)


@pytest.mark.parametrize("fte", [0.6, 2.0, 9.0])
def test_the_hours_that_are_shared_are_the_work_that_is_done(fte: float) -> None:
    _, slow = both(SmallTown(fte=fte))
    spent = sum(hours["shared"] for hours in slow.diary.hours)
    assert spent > 100.0
    assert spent == pytest.approx(slow.opened_work - slow.work_left(), rel=1e-9)
