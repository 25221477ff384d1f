"""M1: which wijken have a higher risk of becoming vulnerable, and how sure we are of it.

What CBS knows of a wijk is set against all wijken of the country and weighed; a feature that is
not known drops out, the others share its weight, and the wijk's own unknown part grows.
"""

from typing import Final

import numpy as np

from draagkracht.engine.arrays import FloatArray

_HALVINGS: Final = 60  # of a range of log odds 120 wide: to the last bit


def wijk_risk(
    standardised: FloatArray,
    weights: FloatArray,
    strength: float,
    unknown: float,
    luck: FloatArray,
    households: FloatArray,
) -> FloatArray:
    """Risk of each wijk relative to the town: shape (wijken,), household-weighted mean 1.

    `standardised` (wijken, features) holds (value - mean) / sd over Dutch wijken, NaN where not
    known; `weights` (features,) with the sign of the direction; `strength` is the log risk of
    one standard deviation; `unknown` the sd of the log risk where nothing is known; `luck`
    (wijken,) standard normal.

    >>> even = wijk_risk(
    ...     np.zeros((2, 1)), np.ones(1), 0.3, 0.0, np.zeros(2), np.array([10.0, 30.0])
    ... )
    >>> even.tolist()
    [1.0, 1.0]
    """
    known = ~np.isnan(standardised)
    size = np.abs(weights) * known
    total = size.sum(axis=1)
    score = np.where(known, standardised, 0.0) @ weights
    index = np.divide(score, total, out=np.zeros_like(score), where=total > 0)
    missing = 1.0 - total / np.abs(weights).sum()
    log_risk = strength * index + unknown * np.sqrt(missing) * luck
    risk = np.exp(log_risk - log_risk.max())
    mean = float(np.sum(risk * households) / np.sum(households))
    return np.asarray(risk / mean, dtype=np.float64)


def vulnerable_by_wijk(share: float, risk: FloatArray, households: FloatArray) -> FloatArray:
    """Share of vulnerable households by wijk: odds in proportion to risk, town mean `share`.

    >>> vulnerable_by_wijk(0.2, np.ones(2), np.array([10.0, 30.0])).round(12).tolist()
    [0.2, 0.2]
    """
    if not 0.0 < share < 1.0:
        return np.full(risk.shape, share)
    low, high = -60.0, 60.0
    for _ in range(_HALVINGS):
        middle = 0.5 * (low + high)
        odds = np.exp(middle) * risk
        mean = float(np.sum(households * odds / (1.0 + odds)) / np.sum(households))
        if mean < share:
            low = middle
        else:
            high = middle
    odds = np.exp(0.5 * (low + high)) * risk
    return np.asarray(odds / (1.0 + odds), dtype=np.float64)
