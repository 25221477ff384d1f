"""One member's conditions for the whole town: figures, risk of the wijken, luck."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from draagkracht.engine.arrays import FloatArray, WordArray
from draagkracht.engine.draws import keys, mixed
from draagkracht.model.kinds import DOMAINS
from draagkracht.model.risk import vulnerable_by_wijk, wijk_risk
from draagkracht.model.state import PURPOSES
from draagkracht.simulation.courses import RUN_IN, WEEKS_A_YEAR, growth_bounds
from draagkracht.simulation.layout import TownLayout
from draagkracht.town.features import FEATURES

# The weights say how much; smaller households are at more risk, all else goes the same way.
_SIGN: Final = {"household_size": -1.0}
_RISK_LUCK: Final = PURPOSES + 1


@dataclass(frozen=True)
class Conditions:
    """What a member holds for the whole town, before any koers."""

    values: Mapping[str, float]
    risk: FloatArray  # (wijken,)
    vulnerable: FloatArray  # (wijken,) share at the start of the run-in
    vulnerable_today: FloatArray  # (wijken,) share to come to
    domains: FloatArray  # cumulative
    bounds: FloatArray
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
    mix = np.array([values[f"access.domain_{domain}"] for domain in DOMAINS])
    return Conditions(
        values=values,
        risk=risk,
        vulnerable=vulnerable_by_wijk(float(share), risk, layout.wijk_households),
        vulnerable_today=vulnerable_by_wijk(
            values["households.vulnerable_share"], risk, layout.wijk_households
        ),
        domains=np.cumsum(mix / mix.sum()),
        bounds=growth_bounds(values),
        keys=keys(seed, member, PURPOSES),
    )


def _wijk_luck(layout: TownLayout, seed: int, member: int) -> FloatArray:
    """Standard normal luck of each wijk, by its code."""
    draws = [
        np.random.default_rng(mixed((seed, member, _RISK_LUCK, int(code[2:], 36))))
        for code in layout.wijk_codes
    ]
    return np.array([draw.standard_normal() for draw in draws])
