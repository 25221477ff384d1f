"""M10: pressure that lasts becomes strain, and strain lengthens the list of who is ill for long.

Hazards are those seen under the strain of today: strain counts as a difference from what it was
in the last year of the run-in. Short spells do not answer to it.
"""

import math

from numba.extending import register_jitable


@register_jitable
def strain_share(strained: float, reference: float) -> float:
    """sigma, 0 to 1: smoothed excess pressure over the level that counts as full strain.

    >>> strain_share(0.03, 0.15), strain_share(0.6, 0.15)
    (0.2, 1.0)
    """
    return min(1.0, strained / reference)


@register_jitable
def long_spell_rate(base: float, hazard_ratio: float, strain: float, present: float) -> float:
    """Hazard of a long spell: `hazard_ratio` times as high under full strain as under none.

    >>> long_spell_rate(0.06, 1.28, 0.4, 0.4), round(long_spell_rate(0.06, 1.28, 1.0, 0.0), 6)
    (0.06, 0.0768)
    """
    return base * math.pow(hazard_ratio, strain - present)


def spells_for(absence: float, short_odds: float) -> tuple[float, float]:
    """Odds of short and of long absence that make an absent share of `absence` together.

    The short ones keep their own as far as the share allows; the long ones are what is left.

    >>> spells_for(0.2, 0.05), spells_for(0.0, 0.05)
    ((0.05, 0.2), (0.0, 0.0))
    """
    odds = absence / (1.0 - absence)
    short = min(short_odds, odds)
    return short, odds - short
