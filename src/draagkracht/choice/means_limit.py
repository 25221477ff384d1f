"""The tests of *no extra means* by budget year and toekomst; none makes up for another."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from draagkracht.engine.arrays import FloatArray
from draagkracht.plans.parties import PARTIES, Party
from draagkracht.simulation.budget import MUNICIPALITY, NATURES, PAYERS
from draagkracht.simulation.means import FTE, HOURS_SHORT, VACANT_EUROS
from draagkracht.simulation.outcome import Outcome
from draagkracht.town.town import Town

Sort = Literal["fte", "hours", "structural", "one_off"]
STRUCTURAL: Final = NATURES.index("structural")
ONE_OFF: Final = NATURES.index("one_off")

_QUARTERS: Final = 4
_CLOSE: Final = 1.0 + 1e-9  # a sum is today's but for how computers add up


@dataclass(frozen=True, slots=True)
class MeansLimit:
    """One thing that may not be more than it is; `party` where it is euros."""

    sort: Sort
    party: Party | None = None

    @property
    def words(self) -> str:
        """What goes wrong where the test fails, as the rest of a Dutch sentence."""
        whose = "" if self.party is None else PARTIES[self.party]
        return {
            "fte": "er is meer formatie nodig dan nu",
            "hours": "de kaarten vragen meer uren dan een team in een week heeft",
            "structural": f"de jaarlijkse kosten ({whose}) komen boven het budget",
            "one_off": f"de eenmalige kosten ({whose}) komen boven wat daarvoor apart staat",
        }[self.sort]

    @property
    def remedy(self) -> str:
        """What would make it pass."""
        return {
            "fte": "Haal de kaarten weg die formatie vragen, of verlaag hun sterkte.",
            "hours": "Laat kaarten na elkaar beginnen, of leg er minder.",
            "structural": "Kies kaarten die jaarlijks minder kosten.",
            "one_off": "Kies kaarten zonder eenmalige kosten, of wijs een reserve aan waaruit zij "
            "betaald worden, en zet die met haar bedrag in het gemeentebestand.",
        }[self.sort]


Passed = Mapping[MeansLimit, NDArray[np.bool_]]


def passed(
    outcome: Outcome,
    plan: str,
    town: Town,
    *,
    room: float,
    named: Mapping[Party, str] = MappingProxyType({}),
) -> Passed:
    """By test whether each member passes it in each budget year: (members, years).

    Euros are those of the koers; what a party may spend is its own budget where the town gave one,
    else what carrying on costs it in the first budget year of the same toekomst, and for the
    municipality what its vacancies would have cost: money for the whole formation is there, also
    while part of it is not filled. One year is cheaper or dearer than another by luck, so over
    such an assumed budget a year may go by a share of `room`; over a town's own it may not. What
    is paid once comes from the reserve that the koers has `named`, by party, else from all that
    the party set apart. A party that is asked nothing has no test.
    """
    means = outcome.means[plan]
    fte = _by_year(means[..., FTE]).mean(axis=2)
    short = _by_year(means[..., HOURS_SHORT]).sum(axis=2)
    found = {
        MeansLimit("fte"): fte <= town.fte * _CLOSE,
        MeansLimit("hours"): short <= 0.0,
    }
    euros, base = outcome.budgets[plan], outcome.budgets[outcome.carrying_on]
    for payer, party in enumerate(PAYERS):
        structural, once = euros[:, :, payer, STRUCTURAL], euros[:, :, payer, ONE_OFF]
        if structural.any() or base[:, :, payer, STRUCTURAL].any():
            budget = town.budget_of(party)
            may = (1.0 + room) * _first_year(outcome, payer) if budget is None else budget
            found[MeansLimit("structural", party)] = structural <= may * _CLOSE
        if once.any():
            spent = np.cumsum(once, axis=1)
            found[MeansLimit("one_off", party)] = (
                spent <= town.reserved_by(party, named.get(party)) * _CLOSE
            )
    return found


def _first_year(outcome: Outcome, payer: int) -> FloatArray:
    """What carrying on has for structural costs in its first budget year: (members, 1)."""
    spent = outcome.budgets[outcome.carrying_on][:, :1, payer, STRUCTURAL]
    if payer != MUNICIPALITY:
        return spent
    means = outcome.means[outcome.carrying_on]
    return np.asarray(spent + _by_year(means[..., VACANT_EUROS])[:, :1].sum(axis=2))


def in_every_year(tests: Passed) -> NDArray[np.bool_]:
    """Which members pass every test in every budget year: (members,)."""
    return np.asarray(np.stack([holds.all(axis=1) for holds in tests.values()]).all(axis=0))


def _by_year(quarters: FloatArray) -> FloatArray:
    """(members, quarters) as (members, years, 4)."""
    return quarters.reshape(quarters.shape[0], -1, _QUARTERS)
