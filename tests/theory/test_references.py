"""Published figures that the model is set against, by name (data/references.toml).

These say whether the model is plausible. They are no fit, and where a figure of the catalogue rests
on the same source they are not even independent: each test says so.
"""

import pytest

from draagkracht.evidence.catalogue import read_catalogue
from draagkracht.evidence.reference import Reference, read_references
from draagkracht.model import ledger as book
from draagkracht.simulation.loading import staff_rates
from theory.one_team import OneTeam, lived
from theory.usual_team import central_values

REFERENCES = {reference.name: reference for reference in read_references()}


def reference(name: str) -> Reference:
    return REFERENCES[name]


# In the year of the reference the branches of care and welfare lay between 6.1 and 7.3 % (CBS AZW,
# first quarter of 2019): a model of a middling team should lie within a point.
NEAR = 0.01


@pytest.mark.parametrize("name", ["absence_2019", "absence_2020"])
def test_absence_from_the_figures_of_spells_lies_near_that_of_the_branch(name: str) -> None:
    """The frequency of long spells is solved from `team.absence`, so what is checked is that
    figure and its range, and that the kernel makes of the spells what was asked; no fit."""
    values = central_values()
    rates = staff_rates(values)
    team = OneTeam(
        households=64,
        fte=1500.0,
        figures={
            "short_rate": rates["short_rate"],
            "long_rate": rates["long_rate"],
            "short_length": values["staff.short_length"],
            "long_length": values["staff.long_length"],
            "departure_rate": values["staff.departure"] / 52.0,
            "vacancy_length": rates["vacancy_length"],
        },
    )
    absent = filled = 0.0
    for luck in range(10):
        hours = lived(team, luck, 13 * 40).hours.sum(axis=0)
        absent += hours[book.H_ABSENT]
        filled += hours[book.H_FTE] - hours[book.H_VACANT]
    found = absent / filled
    known = reference(name)
    print(f"absence {found:.4f} against {known.value} ({known.source})")
    assert known.independent
    assert found == pytest.approx(values["team.absence"], rel=0.02)
    assert abs(found - known.value) < NEAR
    spread = read_catalogue().figure("team.absence")
    assert spread.low < known.value < spread.high


OPEN = reference("open_cases_per_fte_1999").value
COME = reference("new_cases_per_fte_1999").value
GONE = reference("closed_cases_per_fte_1999").value


def test_the_caseload_of_1999_and_its_flows_are_of_one_piece() -> None:
    """38 open, 73 in and 76 out leave 35 to carry over, as the same table prints.

    By Little (1961) the mean duration is then the mean of 38 and 35 over 76 a year: 25 weeks.
    """
    carried_over = OPEN + COME - GONE
    assert carried_over == 35.0
    duration = (OPEN + carried_over) / 2.0 / GONE * 52.0
    assert round(duration) == 25


# Of the same overview: 97 short contacts a fte a year. Ours, no reference: 1,350 productive hours
# a year, 1.5 hours a short contact, 37 % of the time for records.
DIRECT = (1350.0 - 97.0 * 1.5) * 0.63 / 52.0  # hours a week for cases, a fte


def test_at_the_flows_and_hours_of_1999_the_model_comes_to_its_caseload_and_duration() -> None:
    """A team under the cap that its worker had, with a line, closes what they closed.

    Circular in part: the hours of a case follow from the closings of the same source, so the
    closings come out by arithmetic. What is tested is that cap, holding, shared hours and Little
    are of one piece in the kernel: 36.5 open, 76 closings a year and 25 weeks together.
    """
    assert not any(
        REFERENCES[name].independent for name in REFERENCES if name.endswith("per_fte_1999")
    )
    fte, holding = 20.0, central_values()["casework.holding_hours"]
    mean_open = (OPEN + OPEN + COME - GONE) / 2.0
    work = (DIRECT - holding * mean_open) * 52.0 / GONE
    assert 5.0 < work < 10.0
    team = OneTeam(
        households=32768,
        fte=fte,
        figures={
            "request_rate_self_reliant": COME * fte / 52.0 / 30000.0,
            "contract_hours": DIRECT,
            "hours_single": work,
            "hours_log_sd": 0.8,
        },
        levers={"casework_caseload_cap": mean_open, "casework_holding_hours": holding},
        open_cases=round(mean_open * fte),
        waiting=600,
    )
    weeks, since = 13 * 24, 8
    closed = time_open = lead = 0.0
    for luck in range(10):
        history = lived(team, luck, weeks)
        closed += history.total(book.CLOSED, since=since)
        time_open += history.total(book.TIME_OPEN, since=since)
        lead += history.total(book.LEAD_TIME, since=since)
    years = (weeks - 13 * since) / 52.0 * 10.0
    found = (time_open / 52.0 / years / fte, closed / years / fte, lead / closed)
    print(f"open {found[0]:.1f}, closed {found[1]:.1f} a year, {found[2]:.1f} weeks")
    assert found[0] == pytest.approx(mean_open, rel=0.001)
    assert found[1] == pytest.approx(GONE, rel=0.02)
    assert found[2] == pytest.approx(25.0, rel=0.03)
