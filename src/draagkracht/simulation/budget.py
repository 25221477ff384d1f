"""Euros by budget year, payer, and structural or once: what *no extra means* is tested on."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from draagkracht.engine.arrays import FloatArray
from draagkracht.model.ledger import QUARTER
from draagkracht.plans.euros import EuroCost
from draagkracht.plans.parties import PARTIES

WEEKS_A_YEAR: Final = 52.0
NATURES: Final = ("structural", "one_off")
PAYERS: Final = tuple(PARTIES)
MUNICIPALITY: Final = PAYERS.index("municipality")


def card_euros(
    costs: Sequence[EuroCost],
    values: Mapping[str, float],
    formation: Mapping[str, float],
    quarters: int,
) -> FloatArray:
    """Euros of the cards by team and quarter: shape (teams, quarters, payers, natures).

    `formation` holds the fte by team, in the kernel's order: a cost of the whole town is borne by
    the teams a card lies on in proportion to it.
    """
    euros = np.zeros((len(formation), quarters, len(PAYERS), len(NATURES)))
    edges = np.arange(quarters + 1) * float(QUARTER)
    town = sum(formation.values())
    for cost in costs:
        amount = values[cost.figure] * cost.intensity
        if cost.one_off:
            spent = ((edges[:-1] <= cost.starts_week) & (cost.starts_week < edges[1:])) * amount
        else:
            running = np.clip(edges[1:] - np.maximum(edges[:-1], cost.starts_week), 0.0, None)
            spent = running / WEEKS_A_YEAR * amount
        for place, (team, fte) in enumerate(formation.items()):
            if team in cost.teams:
                payer = PAYERS.index(cost.party)
                euros[place, :, payer, int(cost.one_off)] += spent * fte / town
    return euros


def budget(running: FloatArray, cards: FloatArray) -> FloatArray:
    """Euros of the town by budget year: shape (years, payers, natures).

    `running` (teams, quarters) are the municipality's costs of the teams themselves; a year is
    four quarters from the start of the run.
    """
    euros = cards.sum(axis=0)
    euros[:, MUNICIPALITY, 0] += running.sum(axis=0)
    years = euros.shape[0] // 4
    return np.asarray(euros[: 4 * years].reshape(years, 4, len(PAYERS), 2).sum(axis=1))
