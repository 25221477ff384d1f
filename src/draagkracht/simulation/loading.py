"""Writing a team's conditions into a frame, in the units of the kernel."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from draagkracht.engine.arrays import FloatArray, Records
from draagkracht.model.absence import spells_for
from draagkracht.model.figures_used import FIGURES, KERNEL_FIGURES
from draagkracht.model.kinds import KINDS
from draagkracht.model.leaving import vacancy_time
from draagkracht.simulation.conditions import Conditions
from draagkracht.simulation.courses import RUN_IN, WEEKS_A_YEAR, request_bound
from draagkracht.simulation.layout import TeamLayout
from draagkracht.simulation.solved import Solved

NEVER: Final = 1 << 40
# Figures that the documents give per year and the kernel takes per week.
_PER_YEAR: Final = frozenset(
    {
        "natural_recovery",
        "request_rate_self_reliant",
        "request_rate_vulnerable",
        "departure_rate",
        "helper_drop_out",
    }
)
_SCALED: Final = ("request_rate_self_reliant", "request_rate_vulnerable")


def kernel_figures(values: Mapping[str, float]) -> Records:
    """One FIGURES record: rates a week, nothing scaled yet."""
    fields = {field: values[name] for field, name in KERNEL_FIGURES.items()}
    for field in _PER_YEAR:
        fields[field] /= WEEKS_A_YEAR
    fields["request_bound"] = request_bound(values)
    fields.update(staff_rates(values))
    row = tuple(fields.get(name, 0.0) for name in FIGURES.names or ())
    return np.array([row], FIGURES)


def staff_rates(values: Mapping[str, float]) -> dict[str, float]:
    """Spells a week and weeks to fill a place that give the observed absence and vacancies.

    Short spells are as many as their figure says; long ones are what is left of the absence.
    """
    short_odds = values["staff.short_spells"] / WEEKS_A_YEAR * values["staff.short_length"]
    short, long = spells_for(values["team.absence"], short_odds)
    leaving = values["staff.departure"] / WEEKS_A_YEAR
    return {
        "short_rate": short / values["staff.short_length"],
        "long_rate": long / values["staff.long_length"],
        "vacancy_length": vacancy_time(values["team.vacancies"], values["team.absence"], leaving),
    }


def scaled(figures: Records, solved: Solved) -> Records:
    """The record with hours and request rates scaled as solved."""
    record = figures.copy()
    for field in _SCALED:
        record[field] *= solved.request_scale
    for kind in KINDS:
        record[f"hours_{kind}"] *= solved.hours_scale
    return record


def load_frame(
    frame: Records, team: TeamLayout, conditions: Conditions, bounds: FloatArray, weeks: int
) -> None:
    """Write into a frame what holds for a team in one member whatever is solved.

    `bounds` are those on growth by year from the run-in's start.
    """
    number = team.households
    frame["keys"][0] = conditions.keys
    frame["growth_bound"][0, : bounds.size] = bounds
    frame["years"] = bounds.size
    frame["domains"][0] = conditions.domains
    frame["domain_hours"][0] = conditions.domain_hours
    frame["partner_chance"][0] = conditions.partner_chance
    frame["partner_wait"][0] = conditions.partner_wait
    frame["own"]["residents"] = team.residents / 1000.0
    frame["routes"][0] = 0
    frame["routes_from"] = NEVER
    frame["tick"] = 1.0
    frame["stretch"] = conditions.values["casework.target_intensity"]  # some week of work
    frame["last_week"] = RUN_IN + weeks
    frame["number"] = number
    frame["place"] = 0
    frame["first_group"] = 0
    frame["ledger"]["groups"] = len(team.groups)
    load_wijken(frame, team.sizes, team.first_entities, team.groups_of_wijken)


def load_solved(
    frame: Records, team: TeamLayout, conditions: Conditions, figures: Records, solved: Solved
) -> None:
    """Write the scalars to try into a frame; the state itself is set by week 0."""
    frame["figures"] = scaled(figures, solved)
    hazard = solved.becoming_vulnerable / WEEKS_A_YEAR * conditions.risk
    frame["wijken"]["hazard"][0, : team.wijken.size] = hazard[team.wijken]


def load_wijken(
    frame: Records, sizes: Sequence[int], first: Sequence[int], groups: Sequence[int]
) -> None:
    """Number the households of a team's wijken in a row.

    By wijk: how many households, the entity of the first of them, and their wijk group.
    """
    starts = np.concatenate([[0], np.cumsum(sizes)])
    wijken = frame["wijken"]
    for place, (entity, group) in enumerate(zip(first, groups, strict=True)):
        wijken["entity"][0, place] = (int(entity) - int(starts[place])) % (1 << 64)
        wijken["group"][0, place] = group
    frame["households"]["wijk"][0, : starts[-1]] = np.repeat(np.arange(len(sizes)), sizes)
