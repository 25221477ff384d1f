"""What a team says of its own staff holds for that team, and for no other."""

import datetime as dt

import numpy as np
import pytest

from draagkracht.evidence.catalogue import Catalogue
from draagkracht.simulation.futures import draw_futures, of_team, values_of_team
from draagkracht.simulation.lowering import CARRYING_ON
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.run import run
from draagkracht.town.observed import Observed
from draagkracht.town.town import Town
from scenarios.worlds import scenario
from simulation.towns import three_teams


def town_with(figure: str, team: str, value: float) -> Town:
    """Three teams, of which one gives a figure of its own."""
    row = Observed(
        figure=figure,  # type: ignore[arg-type]
        team=team,
        value=value,
        date=dt.date(2026, 10, 1),
        kind="own",
        system="personeel",
        error=0.01,
    )
    usual = three_teams()
    return usual.model_copy(update={"observed": (*usual.observed, row)})


def lived(town: Town, catalogue: Catalogue) -> Outcome:
    return run(town, years=2, members=8, catalogue=catalogue)


def test_a_team_has_its_own_value_and_the_others_that_of_the_town(catalogue: Catalogue) -> None:
    town = town_with("absence", "kade", 0.2)
    values = draw_futures(town, catalogue, scenario(), 8, 1).of(3)
    assert values[of_team("team.absence", "kade")] == pytest.approx(0.2, rel=0.05)
    assert values_of_team(values, "kade")["team.absence"] == pytest.approx(0.2, rel=0.05)
    assert values_of_team(values, "bron") is values


@pytest.mark.parametrize(
    ("figure", "value", "measure"),
    [
        ("absence", 0.3, "absence"),
        ("vacancies", 0.35, "vacancies"),
        ("administration_share", 0.5, "administration_share"),
    ],
)
def test_it_shows_in_that_team_and_leaves_the_others_to_the_bit(
    catalogue: Catalogue, figure: str, value: float, measure: str
) -> None:
    usual = lived(three_teams(), catalogue)
    found = lived(town_with(figure, "kade", value), catalogue)
    changed = found.by_member(measure, plan=CARRYING_ON, place="kade")
    before = usual.by_member(measure, plan=CARRYING_ON, place="kade")
    assert np.mean(changed) > np.mean(before)
    for place in ("bron", "meer"):
        one = found.by_member("pressure", plan=CARRYING_ON, place=place)
        other = usual.by_member("pressure", plan=CARRYING_ON, place=place)
        assert one.tobytes() == other.tobytes()


def test_a_mechanism_that_is_off_is_off_for_a_team_with_its_own_figure(
    catalogue: Catalogue,
) -> None:
    town = town_with("absence", "kade", 0.2)
    values = draw_futures(town, catalogue, scenario(), 8, 1, without=["absence"]).of(0)
    assert values_of_team(values, "kade")["team.absence"] == 0.0
