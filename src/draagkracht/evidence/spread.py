"""What we do not know about one number: a smooth spread through three values people can judge.

Three-term metalog in closed form through p10, p50 and p90; the log form has lower bound 0, the
logit form has bounds 0 and 1. Keelin (2016), The metalog distributions, Decision Analysis 13(4),
243-277, section 4.
"""

from dataclasses import dataclass
from typing import Final, Literal, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from draagkracht.evidence.errors import InfeasibleSpread

FloatArray = NDArray[np.float64]
Bounds = Literal["none", "below", "both"]
Value = TypeVar("Value", float, FloatArray)

_LOW_SHARE: Final = 0.1
_LOGIT_HIGH: Final = float(np.log((1 - _LOW_SHARE) / _LOW_SHARE))
_LEAN: Final = 0.5 * (1 - 1.66711 * (0.5 - _LOW_SHARE))  # Keelin's k_alpha
_EDGE: Final = 2.0**-53  # a uniform of exactly 0 or 1 would draw infinity
_HALVINGS: Final = 90
_LOGIT_EDGE: Final = 40.0
_LOGIT_FAR: Final = 36.0  # beyond it a share is 0 or 1 as far as a number can tell
_FARTHEST: Final = 700.0  # the exponential of more is infinite


@dataclass(frozen=True, slots=True)
class Spread:
    """A spread with median `central`, p10 `low` and p90 `high`; three equal values: a constant.

    Raises: InfeasibleSpread when no metalog goes through the three.

    >>> Spread(central=0.37, low=0.3, high=0.42, bounds="both").quantile(0.5)
    0.37
    """

    central: float
    low: float
    high: float
    bounds: Bounds = "none"

    def __post_init__(self) -> None:
        if self.is_constant:
            return
        floor, ceiling = _limits(self.bounds)
        if not floor < self.low < self.high < ceiling:
            raise self._infeasible()
        low, high = _onto_line(np.array([self.low, self.high]), self.bounds)
        width = high - low
        least, most = _from_line(
            np.array([low + _LEAN * width, high - _LEAN * width]), self.bounds
        ).tolist()
        if not least < self.central < most:
            raise self._infeasible(least, most)

    @property
    def is_constant(self) -> bool:
        """Whether there is nothing to draw."""
        return self.low == self.central == self.high

    @overload
    def quantile(self, u: float) -> float: ...
    @overload
    def quantile(self, u: FloatArray) -> FloatArray: ...
    def quantile(self, u: float | FloatArray) -> float | FloatArray:
        """The value below which a share `u` lies; same shape as `u`, rising in `u`.

        `u` of 0 or 1 gives the farthest finite value, not infinity.

        Raises: ValueError outside 0..1.
        """
        shares = np.asarray(u, dtype=np.float64)
        if not bool(np.all((shares >= 0) & (shares <= 1))):
            raise ValueError("u must be between 0 and 1")
        if self.is_constant:
            values = np.full(shares.shape, self.central)
        else:
            held = np.clip(shares, _EDGE, 1 - _EDGE)
            values = _from_line(self._line(np.log(held / (1 - held))), self.bounds)
            values = np.where(shares == 0.5, self.central, values)
        return values if isinstance(u, np.ndarray) else float(values)

    @overload
    def share_below(self, value: float) -> float: ...
    @overload
    def share_below(self, value: FloatArray) -> FloatArray: ...
    def share_below(self, value: float | FloatArray) -> float | FloatArray:
        """The share of the spread at or below `value`: the inverse of `quantile`."""
        values = np.asarray(value, dtype=np.float64)
        if self.is_constant:
            shares = np.where(values < self.central, 0.0, 1.0)
        else:
            shares = 1 / (1 + np.exp(-self._logit_of(values)))
            floor, ceiling = _limits(self.bounds)
            shares = np.where(values <= floor, 0.0, np.where(values >= ceiling, 1.0, shares))
        return shares if isinstance(value, np.ndarray) else float(shares)

    @overload
    def density(self, value: float) -> float: ...
    @overload
    def density(self, value: FloatArray) -> FloatArray: ...
    def density(self, value: float | FloatArray) -> float | FloatArray:
        """The probability density at `value`: the weight of a solved value under this prior.

        Far outside the spread it is 0.

        Raises: ValueError for a constant, which has no density.
        """
        if self.is_constant:
            raise ValueError("a constant has no density")
        values = np.asarray(value, dtype=np.float64)
        floor, ceiling = _limits(self.bounds)
        inside = (values > floor) & (values < ceiling)
        safe = np.where(inside, values, self.central)
        logit = self._logit_of(safe)
        inside &= np.abs(logit) < _LOGIT_FAR
        safe, logit = np.where(inside, safe, self.central), np.where(inside, logit, 0.0)
        share = 1 / (1 + np.exp(-logit))
        odds = share * (1 - share)
        _, a2, a3 = self._terms()
        line_slope = a2 / odds + a3 * ((share - 0.5) / odds + logit)
        densities = np.where(inside, _line_slope(safe, self.bounds) / line_slope, 0.0)
        return densities if isinstance(value, np.ndarray) else float(densities)

    def _terms(self) -> tuple[float, float, float]:
        """Keelin's a1, a2, a3 in the coordinates where the spread has no bounds."""
        low, central, high = _onto_line(
            np.array([self.low, self.central, self.high]), self.bounds
        ).tolist()
        width = high - low
        lean = (central - low) / width
        a3 = (1 - 2 * lean) * width / ((1 - 2 * _LOW_SHARE) * _LOGIT_HIGH)
        return central, 0.5 * width / _LOGIT_HIGH, a3

    def _line(self, logit: FloatArray) -> FloatArray:
        a1, a2, a3 = self._terms()
        share = 1 / (1 + np.exp(-logit))
        return np.asarray(a1 + a2 * logit + a3 * (share - 0.5) * logit, dtype=np.float64)

    def _logit_of(self, values: FloatArray) -> FloatArray:
        """The logit of the share below each value, by halving: rising functions have one zero."""
        floor, ceiling = _limits(self.bounds)
        inside = np.where((values > floor) & (values < ceiling), values, self.central)
        target = _onto_line(inside, self.bounds)
        least = np.full(values.shape, -_LOGIT_EDGE)
        most = np.full(values.shape, _LOGIT_EDGE)
        for _ in range(_HALVINGS):
            middle = 0.5 * (least + most)
            under = self._line(middle) < target
            least = np.where(under, middle, least)
            most = np.where(under, most, middle)
        found: FloatArray = 0.5 * (least + most)
        return found

    def _infeasible(
        self, least: float | None = None, most: float | None = None
    ) -> InfeasibleSpread:
        return InfeasibleSpread(
            low=self.low,
            central=self.central,
            high=self.high,
            bounds=self.bounds,
            least=least,
            most=most,
        )


def _limits(bounds: Bounds) -> tuple[float, float]:
    return {"none": (-np.inf, np.inf), "below": (0.0, np.inf), "both": (0.0, 1.0)}[bounds]


def _onto_line(values: FloatArray, bounds: Bounds) -> FloatArray:
    """Values within bounds as values without bounds."""
    if bounds == "none":
        return values
    onto: FloatArray = np.log(values) if bounds == "below" else np.log(values / (1 - values))
    return onto


def _from_line(values: FloatArray, bounds: Bounds) -> FloatArray:
    """The way back from `_onto_line`, never out of bounds by rounding."""
    if bounds == "none":
        return values
    held = np.clip(values, -_FARTHEST, _FARTHEST)
    within: FloatArray = np.exp(held) if bounds == "below" else 1 / (1 + np.exp(-held))
    return within


def _line_slope(values: FloatArray, bounds: Bounds) -> FloatArray:
    """The derivative of `_onto_line`."""
    if bounds == "none":
        return np.ones(values.shape)
    return 1 / values if bounds == "below" else 1 / (values * (1 - values))
