"""One member's conditions for the whole town: figures, risk of the wijken, luck."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from draagkracht.engine.arrays import FloatArray, WordArray
from draagkracht.engine.draws import keys, mixed
from draagkracht.model.kinds import DOMAINS, KINDS
from draagkracht.model.risk import vulnerable_by_wijk, wijk_risk
from draagkracht.model.state import PURPOSES
from draagkracht.simulation.courses import RUN_IN, WEEKS_A_YEAR
from draagkracht.simulation.layout import TownLayout
from draagkracht.town.features import FEATURES

# The weights say how much; smaller households are at more risk, all else goes the same way.
_SIGN: Final = {"household_size": -1.0}
_RISK_LUCK: Final = PURPOSES + 1
_LINE_LUCK: Final = PURPOSES + 2


@dataclass(frozen=True)
class Conditions:
    """What a member holds for the whole town, before any koers."""

    values: Mapping[str, float]
    risk: FloatArray  # (wijken,)
    vulnerable: FloatArray  # (wijken,) share at the start of the run-in
    vulnerable_today: FloatArray  # (wijken,) share to come to
    domains: FloatArray  # cumulative
    domain_hours: FloatArray  # (domains,) over the mean of a kind
    partner_chance: FloatArray  # (kinds, domains)
    partner_wait: FloatArray  # (domains,) weeks
    line: FloatArray  # (teams,) waiting list relative to what its share of the town's would be
    keys: WordArray


def member_conditions(
    layout: TownLayout, values: Mapping[str, float], seed: int, member: int
) -> Conditions:
    """Everything of one member that does not change while its run-in is solved."""
    weights = np.array(
        [_SIGN.get(f, 1.0) * values[f"households.risk_weight_{f}"] for f in FEATURES]
    )
    means = np.array([values[f"households.risk_mean_{f}"] for f in FEATURES])
    sds = np.array([values[f"households.risk_sd_{f}"] for f in FEATURES])
    risk = wijk_risk(
        (layout.features - means) / sds,
        weights,
        values["households.risk_strength"],
        values["households.risk_unknown"],
        _wijk_luck(layout, seed, member),
        layout.wijk_households,
    )
    years = RUN_IN / WEEKS_A_YEAR
    share = values["households.vulnerable_share"] * np.exp(-values["households.growth"] * years)
    mix = _by_domain("access.domain", values)
    mix = mix / mix.sum()
    chances = np.array([values[f"partners.chance_{kind}"] for kind in KINDS])
    return Conditions(
        values=values,
        risk=risk,
        vulnerable=vulnerable_by_wijk(float(share), risk, layout.wijk_households),
        vulnerable_today=vulnerable_by_wijk(
            values["households.vulnerable_share"], risk, layout.wijk_households
        ),
        domains=np.cumsum(mix),
        domain_hours=_relative("casework.hours_domain", values, mix),
        partner_chance=np.outer(chances, _relative("partners.ratio", values, mix)),
        partner_wait=_by_domain("partners.wait", values),
        line=_line(layout, values, seed, member),
        keys=keys(seed, member, PURPOSES),
    )


def _by_domain(group: str, values: Mapping[str, float]) -> FloatArray:
    return np.array([values[f"{group}_{domain}"] for domain in DOMAINS])


def _relative(group: str, values: Mapping[str, float], mix: FloatArray) -> FloatArray:
    """Figures by life domain over their mean in the mix, so that the mean of a kind stays."""
    found = _by_domain(group, values)
    return np.asarray(found / np.sum(found * mix), dtype=np.float64)


def _line(layout: TownLayout, values: Mapping[str, float], seed: int, member: int) -> FloatArray:
    """How waiting lists differ between teams that gave none of their own."""
    if layout.own_lists:
        return np.ones(len(layout.teams))
    codes = [layout.wijk_codes[int(team.wijken[0])] for team in layout.teams]
    luck = _luck(codes, (seed, member, _LINE_LUCK))
    return np.exp(values["organisation.team_imbalance"] * luck)


def _wijk_luck(layout: TownLayout, seed: int, member: int) -> FloatArray:
    """Standard normal luck of each wijk."""
    return _luck(layout.wijk_codes, (seed, member, _RISK_LUCK))


def _luck(codes: Sequence[str], key: tuple[int, ...]) -> FloatArray:
    """Standard normal luck by the code of a wijk."""
    draws = [np.random.default_rng(mixed((*key, int(code[2:], 36)))) for code in codes]
    return np.array([draw.standard_normal() for draw in draws])
