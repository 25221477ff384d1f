"""The toekomsten: one value of every uncertain figure and observation in each member.

Members come in blocks of eight; each block is a Latin hypercube of its own, so that the spread
between blocks tells how precise an estimate is. The same member has the same values whatever
koers, whatever the number of members, and whatever other figures the catalogue holds.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from draagkracht.engine.arrays import FloatArray
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.evidence.spread import Spread
from draagkracht.scenarios.scenario import Scenario
from draagkracht.scenarios.world import HOLDABLE
from draagkracht.simulation.courses import RUN_IN
from draagkracht.simulation.mechanisms import neutral_figures
from draagkracht.simulation.strata import strata
from draagkracht.town.observed import OBSERVED_SCALES, Observed, ObservedFigure
from draagkracht.town.town import Town

# Observations that stand for a figure of the catalogue in this town.
LOCAL: Final[Mapping[ObservedFigure, str]] = {
    "administration_share": "team.administration_share",
    "absence": "team.absence",
    "vacancies": "team.vacancies",
    "vulnerable_share": "households.vulnerable_share",
}
# Those that a team may have of its own.
OF_A_TEAM: Final[tuple[ObservedFigure, ...]] = ("administration_share", "absence", "vacancies")
# Observations that the run-in has to meet, and the figure a fte that stands in for them.
TARGETS: Final[Mapping[ObservedFigure, str]] = {
    "requests_per_year": "observed.requests_per_fte",
    "open_cases": "observed.open_cases_per_fte",
    "waiting_list": "observed.waiting_per_fte",
}
_MOST_SHARE: Final = 0.95
# A list of a year ago, give or take a quarter, tells how it grew.
_A_YEAR: Final = 52
_AROUND: Final = 13
_LEAST_BEFORE: Final = 0.05
# Nobody who gives a range (p10 to p90) says anything about one in a thousand; the tails that a
# smooth curve adds there are held at p2 and p98. An assumption of ours.
TAIL: Final = 0.02


@dataclass(frozen=True)
class Futures:
    """Values by figure, shape (members,); targets of the run-in under `target.<observed>`."""

    values: Mapping[str, FloatArray]
    members: int

    def of(self, member: int) -> dict[str, float]:
        """All values of one member."""
        return {name: float(values[member]) for name, values in self.values.items()}


def draw_futures(
    town: Town,
    catalogue: Catalogue,
    scenario: Scenario,
    members: int,
    seed: int,
    *,
    without: Sequence[str] = (),
) -> Futures:
    """Draw every figure and the town's targets for `members` (a multiple of 8) toekomsten.

    What the town observed itself takes the place of the catalogue's spread; what the scenario
    holds is the same in all members, from today on: under `ahead.<figure>`. The whole catalogue
    is drawn, used or not, each by its own name. Mechanisms in `without` have their figures at
    neutral, in the run-in too. Raises: UnknownName.
    """
    held = {hold.figure: hold.quantile for hold in scenario.holds}
    spreads = {name: catalogue.figures[name].spread for name in sorted(catalogue.figures)}
    uncertain = [name for name, spread in spreads.items() if not spread.is_constant]
    columns = [*uncertain, *(f"target.{figure}" for figure in TARGETS)]
    within = np.clip(strata(columns, members, seed), TAIL, 1.0 - TAIL)
    uniforms = dict(zip(columns, within.T, strict=True))
    values = {
        name: _values(spread, uniforms.get(name), members) for name, spread in spreads.items()
    }
    for name in HOLDABLE:
        ahead = values[name]
        if name in held:
            ahead = np.full(members, spreads[name].quantile(held[name]))
        values[f"ahead.{name}"] = ahead
    for figure, name in LOCAL.items():
        row = town.observation(figure, team=None)
        if row is not None and name in values:
            u = uniforms.get(name, np.full(members, 0.5))
            values[name] = np.minimum(_around(row.value, _error(row, catalogue), u), _most(figure))
    for figure in OF_A_TEAM:
        name = LOCAL[figure]
        u = uniforms.get(name, np.full(members, 0.5))
        for team in town.teams:
            row = town.observation(figure, team=team.name)
            if row is not None:
                own = _around(row.value, _error(row, catalogue), u)
                values[of_team(name, team.name)] = np.minimum(own, _most(figure))
    for figure, name in TARGETS.items():
        values[f"target.{figure}"] = _target(town, catalogue, figure, name, uniforms)
    values["target.waiting_list_before"] = values["target.waiting_list"] * _before(town)
    bound = catalogue.figure("bounds.growth").central
    for name in ("households.growth", "ahead.households.growth"):
        values[name] = np.clip(values[name], -bound, bound)
    for name, value in neutral_figures(without).items():
        for key in values:
            if key in (name, f"ahead.{name}") or key.startswith(of_team(name, "")):
                values[key] = np.full(members, value)
    return Futures(values, members)


def of_team(name: str, team: str) -> str:
    """Under which name a team's own value of a figure stands among the values of a member.

    >>> of_team("team.absence", "noord")
    'team.absence@noord'
    """
    return f"{name}@{team}"


def values_of_team(values: Mapping[str, float], team: str) -> Mapping[str, float]:
    """A member's values as one team has them: its own where it gave any."""
    own = {name: of_team(name, team) for name in (LOCAL[figure] for figure in OF_A_TEAM)}
    found = {name: values[key] for name, key in own.items() if key in values}
    return {**values, **found} if found else values


def _values(spread: Spread, uniforms: FloatArray | None, members: int) -> FloatArray:
    if uniforms is None:
        return np.full(members, spread.central)
    return spread.quantile(uniforms)


def _target(
    town: Town,
    catalogue: Catalogue,
    figure: ObservedFigure,
    name: str,
    uniforms: Mapping[str, FloatArray],
) -> FloatArray:
    """What the run-in has to meet: an own figure with its error, else as teams elsewhere differ."""
    u = uniforms[f"target.{figure}"]
    elsewhere = catalogue.figure(name).spread
    value = town.observed_value(figure)
    whole = town.observation(figure, team=None)
    rows = [whole] if whole else [town.observation(figure, team=team.name) for team in town.teams]
    known = [row for row in rows if row is not None]
    if value is None or not known:
        return elsewhere.quantile(u) * town.fte
    if any(row.kind == "typical" for row in known):
        return elsewhere.quantile(u) * (value / elsewhere.central)
    return _around(value, max(_error(row, catalogue) for row in known), u)


def _before(town: Town) -> float:
    """Waiting list at the start of the run-in over that of now: the line through a year ago.

    1 where a town did not say how long the list was then, so that it is taken to stand still.
    """
    ratios = []
    for team in (None, *(team.name for team in town.teams)):
        rows = town.observations("waiting_list", team=team)
        for row in rows[1:]:
            weeks = (rows[0].date - row.date).days / 7
            if abs(weeks - _A_YEAR) <= _AROUND and rows[0].value > 0:
                ratios.append((row.value, rows[0].value, weeks))
                break
        if team is None and ratios:
            break
    if not ratios:
        return 1.0
    then, now = (math.fsum(row[k] for row in ratios) for k in (0, 1))
    weeks = math.fsum(row[2] for row in ratios) / len(ratios)
    return max(_LEAST_BEFORE, 1.0 - (1.0 - then / now) * RUN_IN / weeks)


def _most(figure: ObservedFigure) -> float:
    return min(OBSERVED_SCALES[figure].high, _MOST_SHARE)


def _error(row: Observed, catalogue: Catalogue) -> float:
    if row.error is not None:
        return row.error
    return catalogue.figure(row.error_figure).central


def _around(value: float, error: float, uniforms: FloatArray) -> FloatArray:
    """Lognormal around an observed value, with a relative standard deviation."""
    from scipy.special import ndtri  # late, with the rest of scipy

    spread = math.sqrt(math.log1p(error * error))
    return np.asarray(value * np.exp(spread * ndtri(uniforms)), dtype=np.float64)
