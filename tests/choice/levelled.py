"""Outcomes in which a koers differs from carrying on only where a test says so."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

import draagkracht as dk
from draagkracht.choice.bars import Bars
from draagkracht.choice.judgement import Judgement
from draagkracht.choice.subject import Subject
from draagkracht.engine.arrays import FloatArray
from draagkracht.simulation.budget import NATURES, PAYERS
from draagkracht.simulation.means import FTE, HOURS_SHORT, VACANT_EUROS

PLAN = "twee_sporen"
BARS = Bars(pass_share=0.75, innovative_adoption=0.16, change_room=20.0, budget_room=0.0)
STRUCTURAL = NATURES.index("structural")


def levelled(outcome: dk.Outcome, *, scenario: str = "trend") -> dk.Outcome:
    """Every toekomst as likely, every year as the first, and the koers as carrying on."""
    now = outcome.carrying_on
    budget = np.broadcast_to(outcome.budgets[now][:, :1], outcome.budgets[now].shape)
    means = outcome.means[now].copy()
    means[..., FTE], means[..., HOURS_SHORT], means[..., VACANT_EUROS] = 18.0, 0.0, 0.0
    values = outcome.values[now]
    return replace(
        outcome,
        scenario=scenario,
        weights=np.ones(outcome.members),
        values={now: values, PLAN: {name: table.copy() for name, table in values.items()}},
        budgets={now: budget.copy(), PLAN: budget.copy()},
        means={now: means, PLAN: means.copy()},
    )


def with_values(outcome: dk.Outcome, changes: Mapping[str, FloatArray | float]) -> dk.Outcome:
    """The koers with these added to a measure in each member, at every place, quarter and kind."""
    table = dict(outcome.values[PLAN])
    for measure, change in changes.items():
        added = np.broadcast_to(change, (outcome.members,))
        table[measure] = table[measure] + added[:, None, None, None]
    return replace(outcome, values={**outcome.values, PLAN: table})


def in_first(outcome: dk.Outcome, count: int, change: float, otherwise: float) -> FloatArray:
    """One change in the first so many members, another in the rest."""
    return np.where(np.arange(outcome.members) < count, change, otherwise)


def with_euros(
    outcome: dk.Outcome,
    euro: FloatArray | float,
    *,
    party: str = "municipality",
    nature: str = "structural",
    year: int = 2,
) -> dk.Outcome:
    """The koers with euros more, in one budget year, by member."""
    budget = outcome.budgets[PLAN].copy()
    budget[:, year - 1, PAYERS.index(party), NATURES.index(nature)] += euro
    return replace(outcome, budgets={**outcome.budgets, PLAN: budget})


def with_means(outcome: dk.Outcome, column: int, change: FloatArray | float) -> dk.Outcome:
    """The koers with more fte or hours short in its third quarter, by member."""
    means = outcome.means[PLAN].copy()
    means[:, 2, column] += change
    return replace(outcome, means={**outcome.means, PLAN: means})


def subject(
    town: dk.Town,
    *,
    plan: dk.Plan | None = None,
    menu: dk.Menu | None = None,
    bars: Bars = BARS,
    judgement: Judgement | None = None,
) -> Subject:
    """A koers in a town, held against bars of a test's own."""
    return Subject(
        town=town,
        plan=dk.read_plan(PLAN) if plan is None else plan,
        menu=dk.read_menu() if menu is None else menu,
        catalogue=dk.read_catalogue(),
        bars=bars,
        judgement=judgement,
    )
