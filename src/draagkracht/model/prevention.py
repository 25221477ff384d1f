"""M8: hours for the four tasks of prevention build a stock that keeps households on their feet.

Everything is relative to the present: what prevention does now is already in the figures of now.
So in the run-in nothing moves, and from today on only a change of the hours given does.
"""

import math

from numba.extending import register_jitable

# Outreach never lowers or lifts what households ask beyond these factors on the present.
LEAST_ASKING = 0.5
FULL = 1.0  # the stock when the norm is given; beyond it nothing is known, so nothing is added


@register_jitable
def given_over_norm(hours: float, norm: float, residents: float) -> float:
    """Hours a week given over the hours a week of the norm; `residents` in thousands.

    >>> given_over_norm(20.0, 2.5, 16.0), given_over_norm(20.0, 2.5, 0.0)
    (0.5, 0.0)
    """
    if norm <= 0.0 or residents <= 0.0:
        return 0.0
    return hours / (norm * residents)


@register_jitable
def share_prevented(stock: float, most: float, curvature: float) -> float:
    """p(S): share of becoming vulnerable that a stock prevents; `most` at a full stock.

    >>> share_prevented(0.0, 0.15, 1.5), round(share_prevented(1.0, 0.15, 1.5), 12)
    (0.0, 0.15)
    """
    held = min(max(stock, 0.0), FULL)
    return most * (1.0 - math.exp(-curvature * held)) / (1.0 - math.exp(-curvature))


@register_jitable
def relative_to_present(stock: float, present: float, most: float, curvature: float) -> float:
    """Factor on the hazard of becoming vulnerable, 1 at the stock of the present.

    >>> relative_to_present(0.4, 0.4, 0.15, 1.5), relative_to_present(0.9, 0.4, 0.0, 1.5)
    (1.0, 1.0)
    """
    now = share_prevented(present, most, curvature)
    return (1.0 - share_prevented(stock, most, curvature)) / (1.0 - now)


@register_jitable
def outreach_factor(effect: float, given: float, present: float, most: float) -> float:
    """Factor on requests: who is visited asks sooner (`given` and `present` over the norm).

    >>> outreach_factor(0.1, 0.9, 0.4, 1.4), outreach_factor(0.0, 0.9, 0.4, 1.4)
    (1.05, 1.0)
    """
    return min(most, max(LEAST_ASKING, 1.0 + effect * (given - present)))


@register_jitable
def crisis_share(share: float, odds_ratio: float) -> float:
    """The share of crises when their odds change by a ratio.

    >>> crisis_share(0.2, 1.0), round(crisis_share(0.2, 2.0), 6)
    (0.2, 0.333333)
    """
    return share * odds_ratio / (1.0 + share * (odds_ratio - 1.0))
