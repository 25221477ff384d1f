from typing import Literal

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from draagkracht.evidence.errors import InfeasibleSpread
from draagkracht.evidence.spread import Spread

Bounds = Literal["none", "below", "both"]
SHARES = np.linspace(0.001, 0.999, 999)


@st.composite
def spreads(draw: st.DrawFn) -> Spread:
    """Any spread the family has, made in the coordinates without bounds."""
    bounds: Bounds = draw(st.sampled_from(["none", "below", "both"]))
    low = draw(st.floats(-4, 4))
    width = draw(st.floats(0.01, 6))
    lean = draw(st.floats(0.18, 0.82))
    line = np.array([low, low + lean * width, low + width])
    if bounds == "none":
        values = line
    else:
        values = np.exp(line) if bounds == "below" else 1 / (1 + np.exp(-line))
    least, central, most = (float(value) for value in values)
    assume(least < central < most)
    return Spread(central=central, low=least, high=most, bounds=bounds)


@settings(deadline=None)  # a busy machine is no fault
@given(spreads())
def test_a_tenth_lies_under_low_half_under_central_and_a_tenth_over_high(spread: Spread) -> None:
    drawn = spread.quantile(np.array([0.1, 0.5, 0.9]))
    assert drawn == pytest.approx([spread.low, spread.central, spread.high], rel=1e-9, abs=1e-12)


@settings(deadline=None)  # a busy machine is no fault
@given(spreads())
def test_a_higher_share_never_gives_a_lower_value(spread: Spread) -> None:
    drawn = spread.quantile(SHARES)
    assert bool(np.all(np.diff(drawn) >= 0))
    assert drawn[-1] > drawn[0]


@settings(deadline=None)  # a busy machine is no fault
@given(spreads(), st.sampled_from([0.0, 1e-300, 2**-32, 0.5, 1 - 2**-32, 1.0]))
def test_no_draw_is_infinite_or_out_of_bounds(spread: Spread, share: float) -> None:
    value = spread.quantile(share)
    assert np.isfinite(value)
    if spread.bounds != "none":
        assert value >= 0
    if spread.bounds == "both":
        assert value <= 1


@settings(deadline=None)  # a busy machine is no fault
@given(spreads(), st.floats(0.01, 0.99))
def test_the_share_below_a_quantile_is_that_share(spread: Spread, share: float) -> None:
    assert spread.share_below(spread.quantile(share)) == pytest.approx(share, abs=1e-6)


@settings(deadline=None)  # a busy machine is no fault
@given(spreads())
def test_the_density_is_one_over_the_slope_of_the_quantile(spread: Spread) -> None:
    shares = np.array([0.05, 0.3, 0.5, 0.8, 0.95])
    step = 1e-5
    slope = (spread.quantile(shares + step) - spread.quantile(shares - step)) / (2 * step)
    assert spread.density(spread.quantile(shares)) * slope == pytest.approx(np.ones(5), rel=1e-3)


@settings(deadline=None)  # a busy machine is no fault
@given(spreads())
def test_the_closed_form_solves_the_three_equations_of_the_family(spread: Spread) -> None:
    shares = np.array([0.1, 0.5, 0.9])
    logit = np.log(shares / (1 - shares))
    basis = np.column_stack([np.ones(3), logit, (shares - 0.5) * logit])
    values = np.array([spread.low, spread.central, spread.high])
    if spread.bounds != "none":
        values = np.log(values) if spread.bounds == "below" else np.log(values / (1 - values))
    solved = np.linalg.solve(basis, values)
    assert spread._terms() == pytest.approx(solved, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize("lean", [0.1668, 0.8332])
def test_just_inside_the_limits_the_quantile_rises_everywhere(lean: float) -> None:
    spread = Spread(central=lean, low=0.0, high=1.0, bounds="none")
    shares = np.linspace(1e-4, 1 - 1e-4, 20_001)
    assert bool(np.all(np.diff(spread.quantile(shares)) > 0))


@pytest.mark.parametrize("lean", [0.16, 0.84])
def test_outside_the_limits_the_formula_would_fall_somewhere_so_it_is_refused(lean: float) -> None:
    shares = np.linspace(1e-4, 1 - 1e-4, 20_001)
    logit = np.log(shares / (1 - shares))
    a2, a3 = 0.5 / np.log(9), (1 - 2 * lean) / (0.8 * np.log(9))
    assert bool(np.any(np.diff(a2 * logit + a3 * (shares - 0.5) * logit) < 0))
    with pytest.raises(InfeasibleSpread) as caught:
        Spread(central=lean, low=0.0, high=1.0, bounds="none")
    assert (caught.value.least, caught.value.most) == pytest.approx((0.16658, 0.83342), abs=1e-5)


@pytest.mark.parametrize(
    ("low", "central", "high", "bounds"),
    [
        (0.2, 0.1, 0.3, "none"),
        (0.3, 0.2, 0.1, "none"),
        (0.1, 0.2, 0.1, "none"),
        (0.0, 0.1, 0.2, "below"),
        (-0.1, 0.1, 0.2, "below"),
        (0.0, 0.1, 0.2, "both"),
        (0.5, 0.9, 1.0, "both"),
        (0.1, 0.5, 1.2, "both"),
        (0.1, 0.1, 0.2, "none"),
    ],
)
def test_a_triple_that_no_spread_goes_through_is_refused(
    low: float, central: float, high: float, bounds: Bounds
) -> None:
    with pytest.raises(InfeasibleSpread):
        Spread(central=central, low=low, high=high, bounds=bounds)


@settings(deadline=None)  # a busy machine is no fault
@given(spreads())
def test_the_remedy_of_a_refusal_is_itself_accepted(spread: Spread) -> None:
    width = spread.high - spread.low
    with pytest.raises(InfeasibleSpread) as caught:
        Spread(
            central=spread.low + 1e-6 * width,
            low=spread.low,
            high=spread.high,
            bounds=spread.bounds,
        )
    least, most = caught.value.least, caught.value.most
    assert least is not None
    assert most is not None
    Spread(central=0.5 * (least + most), low=spread.low, high=spread.high, bounds=spread.bounds)


@pytest.mark.parametrize("bounds", ["none", "below", "both"])
@pytest.mark.parametrize("value", [0.0, 0.3])
def test_three_equal_values_are_a_constant(value: float, bounds: Bounds) -> None:
    spread = Spread(central=value, low=value, high=value, bounds=bounds)
    assert spread.is_constant
    assert spread.quantile(0.01) == value
    assert spread.quantile(SHARES).tolist() == [value] * len(SHARES)
    assert (spread.share_below(value - 1), spread.share_below(value)) == (0.0, 1.0)
    with pytest.raises(ValueError, match="constant"):
        spread.density(value)


def test_outside_its_bounds_a_spread_has_no_share_and_no_density() -> None:
    spread = Spread(central=0.2, low=0.1, high=0.35, bounds="both")
    assert spread.share_below(np.array([-1.0, 0.0, 1.0, 2.0])).tolist() == [0.0, 0.0, 1.0, 1.0]
    assert spread.density(np.array([-1.0, 0.0, 1.0, 2.0])).tolist() == [0.0] * 4


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_what_is_no_share_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        Spread(central=0.2, low=0.1, high=0.3).quantile(share)


def test_one_share_gives_one_number_and_an_array_an_array_of_its_shape() -> None:
    spread = Spread(central=0.2, low=0.1, high=0.3)
    assert isinstance(spread.quantile(0.5), float)
    assert spread.quantile(np.full((2, 3), 0.5)).shape == (2, 3)


@pytest.mark.parametrize("bounds", ["none", "below", "both"])
def test_the_density_adds_up_to_one(bounds: Bounds) -> None:
    spread = Spread(central=0.2, low=0.1, high=0.35, bounds=bounds)
    at = spread.quantile(np.linspace(0.0001, 0.9999, 200_001))
    density = spread.density(at)
    area = float(np.sum(0.5 * (density[1:] + density[:-1]) * np.diff(at)))
    assert area == pytest.approx(0.9998, abs=1e-4)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("bounds", ["none", "below", "both"])
def test_far_outside_the_spread_the_density_is_nothing_and_nothing_is_warned_of(
    bounds: Bounds,
) -> None:
    spread = Spread(central=0.2, low=0.19, high=0.21, bounds=bounds)
    far = {"none": [-1e300, -50.0, 50.0, 1e300], "below": [5e-324, 1e-9, 50.0, 1e300]}
    at = np.array(far.get(bounds, [5e-324, 1e-12, 1 - 1e-12, 1 - 2.0**-53]))
    assert spread.density(at).tolist() == [0.0] * 4
    assert [spread.density(value) for value in at.tolist()] == [0.0] * 4
    assert spread.density(0.2) > 0
