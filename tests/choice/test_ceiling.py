"""A package that promises more hours than is ever seen is warned about, and only that one."""

from dataclasses import replace

import numpy as np
import pytest

import draagkracht as dk
from draagkracht.choice.ceiling import CEILING, over_ceiling, taken_away
from draagkracht.documents.errors import UnknownName
from draagkracht.simulation.outcome import Outcome

PLAN = dk.read_plan("doorgaan_zoals_nu").model_copy(
    update={"name": "pakket", "label": dk.read_plan("twee_sporen").label}
)


@pytest.fixture(scope="module")
def lived() -> Outcome:
    return dk.run(dk.read_town("voorbeelddorp"), years=1, members=8)


def asking(outcome: Outcome, factors: list[float]) -> Outcome:
    """The outcome with a koers that asks so much of what carrying on asks, by toekomst."""
    base = outcome.work[outcome.carrying_on]
    work = base * np.array(factors)[:, None, None]
    plans = (*outcome.plans, PLAN.name)
    return replace(outcome, plans=plans, work={**outcome.work, PLAN.name: work})


def test_a_package_under_the_ceiling_gets_no_warning(lived: Outcome) -> None:
    ceiling = dk.read_catalogue().figure(CEILING).central
    outcome = asking(lived, [1.0 - ceiling + 0.001] * 8)
    assert over_ceiling(outcome, PLAN, dk.read_catalogue()) is None


def test_a_package_that_asks_more_than_carrying_on_gets_no_warning(lived: Outcome) -> None:
    assert over_ceiling(asking(lived, [1.3] * 8), PLAN, dk.read_catalogue()) is None


def test_a_package_over_the_ceiling_is_warned_about_with_share_count_and_base_rate(
    lived: Outcome,
) -> None:
    even = replace(lived, weights=np.ones(8))
    outcome = asking(even, [0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.9, 1.0])
    warned = over_ceiling(outcome, PLAN, dk.read_catalogue())
    assert warned is not None
    assert warned.code == "over_ceiling"
    assert warned.text == (
        "De koers ‘Twee sporen: loket en team’ vraagt in de middelste toekomst 30 % minder uren "
        "dan doorgaan zoals nu. In 6 van de 8 toekomsten is het meer dan 15 %. Dat is bijna te "
        "mooi: van de gemeenten die iets tegen werkdruk deden, zag 5 % een flinke verbetering "
        "(A&O fonds Gemeenten, over 2022). Kijk welke kaarten samen hetzelfde werk wegnemen, en "
        "reken niet op alles tegelijk."
    )


def test_the_middle_toekomst_decides_and_not_the_luckiest(lived: Outcome) -> None:
    even = replace(lived, weights=np.ones(8))
    outcome = asking(even, [0.2, 0.2, 0.2, 0.95, 0.95, 0.95, 0.95, 0.95])
    assert over_ceiling(outcome, PLAN, dk.read_catalogue()) is None


def test_a_toekomst_counts_for_as_much_as_it_is_plausible(lived: Outcome) -> None:
    weights = np.array([6.0, 2.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0])
    outcome = asking(replace(lived, weights=weights), [0.7, 0.99, *[1.0] * 6])
    warned = over_ceiling(outcome, PLAN, dk.read_catalogue())
    assert warned is not None
    assert "In 6 van de 8 toekomsten" in warned.text


def test_hours_taken_away_are_a_share_of_what_carrying_on_asks(lived: Outcome) -> None:
    assert taken_away(asking(lived, [0.75] * 8), PLAN.name) == pytest.approx(np.full(8, 0.25))


def test_a_koers_that_was_not_run_is_refused(lived: Outcome) -> None:
    with pytest.raises(UnknownName, match="pakket"):
        over_ceiling(lived, PLAN, dk.read_catalogue())


def test_the_figure_is_one_assumed_number_that_names_its_base_rate() -> None:
    figure = dk.read_catalogue().figure(CEILING)
    assert figure.low == figure.central == figure.high
    assert figure.status == "assumed"
    assert [row.source for row in figure.evidence] == ["aeno-verzuim-2022"]
