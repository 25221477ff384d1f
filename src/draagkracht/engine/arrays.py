"""Names for the array types that pass between the compiled parts."""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
CountArray = NDArray[np.int64]
WordArray = NDArray[np.uint64]
# 64 bits; whole numbers in plain Python.
Word: TypeAlias = Any
# Structured arrays: the fields are those of the dtype named beside each parameter.
Records: TypeAlias = Any
