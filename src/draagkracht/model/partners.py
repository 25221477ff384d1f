"""M6: a part of the cases waits halfway for a partner, open and held all that time.

Longer waits elsewhere therefore fill the team's caseload: municipalities name them as a cause of
heavy cases staying with the team. More referral can also be better detection; it is never
scored as loss alone.
"""

import math

from numba.extending import register_jitable

MOST_CHANCE = 0.95


@register_jitable
def chance_of_partner(chance: float, factor: float, pressure: float, exponent: float) -> float:
    """Chance that a case needs a partner; overload raises it only if `exponent` is not 0.

    >>> chance_of_partner(0.3, 1.2, 1.5, 0.0), chance_of_partner(0.9, 2.0, 1.0, 0.0)
    (0.36, 0.95)
    """
    return min(MOST_CHANCE, chance * factor * math.pow(max(1.0, pressure), exponent))


@register_jitable
def partner_wait(u: float, mean: float, fixed_share: float) -> float:
    """Time a partner lets wait: a fixed part, and the rest exponential; mean `mean`.

    >>> round(partner_wait(math.exp(-1.0), 10.0, 0.3), 9), round(partner_wait(1.0, 10.0, 0.3), 9)
    (10.0, 3.0)
    """
    return mean * (fixed_share - (1.0 - fixed_share) * math.log(u))
