"""From figures of the documents to what the kernel reads: units, scalars, and where requests go."""

import numpy as np
import pytest

from draagkracht.documents.errors import Inconsistent
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.model.figures_used import FIGURES, KERNEL_FIGURES
from draagkracht.model.kinds import DOMAINS, KINDS, TO_DESK, TO_NONE, TO_PARTNER, TO_TEAM
from draagkracht.plans.task_package import Assignment
from draagkracht.simulation.loading import kernel_figures, scaled
from draagkracht.simulation.routes import task_routes
from draagkracht.simulation.run import run
from draagkracht.simulation.solved import Solved
from simulation.koersen import koers
from simulation.towns import three_teams

SOLVED = Solved(0.05, 1.25, 0.8, 30.0)
A_YEAR = {
    "request_rate_self_reliant",
    "request_rate_vulnerable",
    "natural_recovery",
    "departure_rate",
    "helper_drop_out",
}
COMPUTED = {"short_rate", "long_rate", "vacancy_length", "request_bound", "exponential_hours"}


def test_figures_reach_the_kernel_in_weeks_and_scaled_as_solved(catalogue: Catalogue) -> None:
    values = {name: figure.central for name, figure in catalogue.figures.items()}
    record = scaled(kernel_figures(values), SOLVED)[0]
    for field, name in KERNEL_FIGURES.items():
        expected = values[name]
        if field in A_YEAR:
            expected /= 52
        if field.startswith("request_rate"):
            expected *= 1.25
        if name in {f"casework.hours_{kind}" for kind in KINDS}:
            expected *= 0.8
        assert record[field] == pytest.approx(expected, rel=1e-15), field
    assert record["exponential_hours"] == 0.0
    assert set(FIGURES.names or ()) == {*KERNEL_FIGURES, *COMPUTED}


def test_staff_rates_give_the_absence_and_vacancies_of_the_town(catalogue: Catalogue) -> None:
    values = {name: figure.central for name, figure in catalogue.figures.items()}
    record = kernel_figures(values)[0]
    short = record["short_rate"] * record["short_length"]
    long = record["long_rate"] * record["long_length"]
    absent = (short + long) / (1 + short + long)
    assert absent == pytest.approx(values["team.absence"])
    assert short == pytest.approx(values["staff.short_spells"] / 52 * values["staff.short_length"])
    vacant = record["departure_rate"] * (1 - absent) * record["vacancy_length"]
    assert vacant / (1 + vacant) == pytest.approx(values["team.vacancies"])


def test_less_absence_than_short_spells_alone_leaves_no_long_ones(catalogue: Catalogue) -> None:
    values = {name: figure.central for name, figure in catalogue.figures.items()}
    record = kernel_figures(values | {"team.absence": 0.005, "team.vacancies": 0.0})[0]
    short = record["short_rate"] * record["short_length"]
    assert short / (1 + short) == pytest.approx(0.005)
    assert (record["long_rate"], record["vacancy_length"]) == (0.0, 0.0)


def test_rates_that_documents_give_a_year_are_all_turned_into_weeks(catalogue: Catalogue) -> None:
    for field, name in KERNEL_FIGURES.items():
        assert (catalogue.figure(name).unit == "1/year") == (field in A_YEAR), name


def package(*rows: tuple[str, str, str]) -> tuple[Assignment, ...]:
    return tuple(Assignment(kind=kind, domain=domain, to=to) for kind, domain, to in rows)


def test_what_a_package_does_not_list_goes_to_the_team() -> None:
    routes = task_routes(
        package(
            ("single", "finances", "desk"),
            ("multiple", "care", "partner"),
            ("crisis", "safety", "none"),
            ("single", "housing", "team"),
        )
    )
    expected = np.full((2, len(KINDS), len(DOMAINS)), TO_TEAM)
    expected[1, 0, DOMAINS.index("finances")] = TO_DESK
    expected[1, 1, DOMAINS.index("care")] = TO_PARTNER
    expected[1, 2, DOMAINS.index("safety")] = TO_NONE
    assert routes.tolist() == expected.tolist()


@pytest.mark.parametrize("kind", ["multiple", "crisis"])
def test_a_desk_is_only_for_single_requests(kind: str) -> None:
    with pytest.raises(Inconsistent):
        task_routes(package((kind, "care", "desk")))


def test_a_task_package_acts_from_the_month_that_the_organisation_starts(
    catalogue: Catalogue,
) -> None:
    rows = package(*(("single", domain, "desk") for domain in DOMAINS))
    plan = koers("package")
    later = plan.organisation.model_copy(update={"starts_month": 6})
    plan = plan.model_copy(update={"task_package": rows, "organisation": later})
    outcome = run(three_teams(), [plan], years=1, members=8, catalogue=catalogue)
    base, moved = (outcome.values[name] for name in outcome.plans)
    for name, table in base.items():
        first, second = table[:, :, :2].tobytes(), moved[name][:, :, :2].tobytes()
        assert first == second, name
    change = moved["direct_share"][:, 0, 2:4, 0] - base["direct_share"][:, 0, 2:4, 0]
    assert np.abs(change).max() > 0.0
    waiting = moved["waiting_list"][:, 0, 3, 0] - base["waiting_list"][:, 0, 3, 0]
    assert np.median(waiting) < 0.0
