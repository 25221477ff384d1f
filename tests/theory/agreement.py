"""Whether replications agree with theory, to a bar that their own spread sets."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from draagkracht.engine.arrays import FloatArray

# Of the mean of independent replications. With the numbers of replications used here, 30 and
# more, a true theory falls outside about once in 700 comparisons.
STANDARD_ERRORS: Final = 3.5
SHARP: Final = 0.01  # a standard error above this share of the value makes a test too weak


def assert_agrees(
    what: str, measured: Sequence[float] | FloatArray, theory: float, *, sharp: float = SHARP
) -> None:
    """Refuse a mean that lies too far from theory, and replications too few to tell."""
    values = np.asarray(measured, dtype=np.float64)
    mean = float(values.mean())
    error = float(values.std(ddof=1) / np.sqrt(values.size))
    off = abs(mean - theory) / error if error > 0.0 else float("inf") * abs(mean - theory)
    said = (
        f"{what}: {mean:.6g} against {theory:.6g} ({mean / theory - 1:+.2%}), "
        f"standard error {error / abs(theory):.2%}, {off:.2f} errors off"
    )
    print(said)
    assert error <= sharp * abs(theory), f"too few replications. {said}"
    assert off <= STANDARD_ERRORS, said
