"""Levers and world, week by week: what the kernel reads at each tick."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from draagkracht.documents.errors import Inconsistent
from draagkracht.engine.arrays import FloatArray, Records
from draagkracht.model.levers import LEVER, LEVER_NAMES, LEVERS
from draagkracht.model.state import WORLD
from draagkracht.plans.effects import TeamEffect
from draagkracht.scenarios.scenario import Scenario

# What the world changes comes in over the first year: an assumption of ours.
WORLD_WEEKS: Final = 52
LAW: Final = "law.holding_factor"  # acts only where a scenario holds it
_WORLD_FACTORS: Final = {
    "labour.vacancy_factor": "vacancy",
    "labour.departure_factor": "departure",
    "partners.wait_factor": "partner",
    "informal.factor": "informal",
}
_SHOCKED: Final = {
    **_WORLD_FACTORS,
    "households.becoming_vulnerable": "growth",
    "formation.factor": "formation",
}
RUN_IN: Final = 104
WEEKS_A_YEAR: Final = 52.0


_PREVENTION: Final = LEVER_NAMES.index("team.prevention_share")
_SHARES: Final = [
    LEVER_NAMES.index(f"team.{name}_share") for name in ("administration", "meeting", "overhead")
]


def strength(effect: TeamEffect, weeks: int) -> FloatArray:
    """How far an effect is in force in each week from today: 0 to its intensity, (weeks,).

    >>> ramp = TeamEffect("noord", "team.card_hours", "add", "cost.x", 1.0, 1.0, 2.0, "x")
    >>> strength(ramp, 5).tolist()
    [0.0, 0.0, 0.5, 1.0, 1.0]
    """
    week = np.arange(weeks, dtype=np.float64)
    if effect.takes_weeks > 0:
        ramp = np.clip((week - effect.starts_week) / effect.takes_weeks, 0.0, 1.0)
    else:
        ramp = (week >= effect.starts_week).astype(np.float64)
    if effect.ends_week is not None:
        ramp = np.where(week < effect.ends_week, ramp, 0.0)
    return effect.intensity * ramp


def lever_course(effects: Sequence[TeamEffect], values: Mapping[str, float], weeks: int) -> Records:
    """The levers of one team in one member: LEVER records, row 0 today, row 1 + w week w.

    Effects are taken in the order they come in, which `compose` fixes; each result is kept
    within the bounds of its lever. An effect that leads to today's value changes nothing.
    """
    today = np.array([_today(name, values) for name in LEVER_NAMES])
    table = np.empty((1 + weeks, today.size))
    table[:] = today
    strengths: dict[tuple[float | None, ...], FloatArray] = {}  # effects of a card share theirs
    for effect in effects:
        column = LEVER_NAMES.index(effect.lever)
        lever = LEVERS[effect.lever]
        when = (effect.starts_week, effect.takes_weeks, effect.ends_week, effect.intensity)
        if when not in strengths:
            strengths[when] = strength(effect, weeks)
        x = strengths[when]
        value = values[effect.figure]
        before = table[1:, column]
        if effect.operation == "scale":
            after = before * (1.0 + x * (value - 1.0))
        elif effect.operation == "add":
            after = before + x * value
        else:
            after = before + x * (value - before)
        # A value of today that lies outside the bounds stays what it is where nothing moves it.
        low, high = min(lever.low, today[column]), max(lever.high, today[column])
        table[1:, column] = np.minimum(np.maximum(after, low), high)
    _leave_hours_there_are(table)
    return np.ascontiguousarray(table).view(LEVER).reshape(1 + weeks)


def _leave_hours_there_are(table: FloatArray) -> None:
    """Cards that all take from the same working time cannot take more than there is of it.

    Prevention is what makes way: its hours are planned, those of the other shares are worked.
    """
    taken = table[1:, _SHARES].sum(axis=1)
    prevention = table[1:, _PREVENTION]
    table[1:, _PREVENTION] = np.minimum(prevention, np.maximum(1.0 - taken, 0.0))


def _today(name: str, values: Mapping[str, float]) -> float:
    today = LEVERS[name].today
    return values[name] if today is None else today


def world_course(scenario: Scenario, values: Mapping[str, float], weeks: int) -> Records:
    """What the world does in one member: WORLD records over the run-in and `weeks` after it."""
    week = np.arange(-RUN_IN, weeks, dtype=np.float64)
    course = np.ones(week.size, WORLD)
    growth = np.where(week < 0, values["households.growth"], values["ahead.households.growth"])
    course["growth"] = np.exp(growth * week / WEEKS_A_YEAR)
    ramp = np.clip(week / WORLD_WEEKS, 0.0, 1.0)
    for figure, field in _WORLD_FACTORS.items():
        course[field] = 1.0 + ramp * (values[f"ahead.{figure}"] - 1.0)
    if LAW in {hold.figure for hold in scenario.holds}:
        course["holding"] = 1.0 + ramp * (values[f"ahead.{LAW}"] - 1.0)
    for shock in scenario.shocks:
        during = (week >= shock.starts_week) & (week < shock.ends_week)
        course[_SHOCKED[shock.figure]] *= np.where(during, shock.factor, 1.0)
    return course


def growth_bounds(world: Records, values: Mapping[str, float]) -> FloatArray:
    """Bound on the factor on becoming vulnerable, by year from the run-in's start: (years,).

    The highest that the world makes of it in the year; no koers can lift it beyond that but by
    ending prevention altogether, which lifts it by as much as prevention held it down.
    """
    years = np.arange(0, world.size, int(WEEKS_A_YEAR))
    highest = np.maximum.reduceat(world["growth"], years)
    return np.asarray(highest / (1.0 - values["prevention.max_effect"]))


def request_bound(values: Mapping[str, float]) -> float:
    """Bound on all factors on the request hazard together."""
    after = values["casework.request_factor_after_closing"]
    given_up = values["waiting.request_factor_after_giving_up"]
    return values["bounds.request_factor"] * max(1.0, after, given_up)


def check_bounds(course: Records, values: Mapping[str, float], plan: str) -> None:
    """Refuse levers beyond the bounds that households draw against. Raises: Inconsistent."""
    asking = course["access_request_factor"].max()
    after = max(
        course["casework_request_factor_after_closing"].max(),
        values["waiting.request_factor_after_giving_up"],
        1.0,
    )
    bound = request_bound(values)
    if asking * after > bound * (1 + 1e-12):
        raise Inconsistent(
            what=f"De koers {plan} laat huishoudens meer vragen dan het model aankan.",
            remedy=f"Houd de vraag onder {bound:.2f} keer die van nu.",
            place="card",
        )
