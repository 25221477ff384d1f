"""Arrays lent to compiled code, so that nobody counts who holds them.

Compiled code counts the holders of every array that passes from one function to the next, by an
atomic step up and down; in a small function that costs more than the work. Who calls the kernel
holds its arrays until it returns, so within it there is nothing to count.
"""

from collections.abc import Callable
from typing import Any, Final, TypeAlias, cast

from numba import types
from numba.core import cgutils
from numba.extending import intrinsic

from draagkracht.engine.arrays import Records

_Made: TypeAlias = Any  # numba's own objects have no types


@intrinsic
def _without_owner(_typing: _Made, array: _Made) -> _Made:
    def generate(context: _Made, builder: _Made, signature: _Made, arguments: _Made) -> _Made:
        shape: _Made = cgutils
        made = shape.create_struct_proxy(signature.args[0])(context, builder, arguments[0])
        made.meminfo = shape.get_null_value(made.meminfo.type)
        return made._getvalue()  # noqa: SLF001 - numba's own way to say it

    return (array(array), generate) if isinstance(array, types.Array) else None


# The same array, for use within the kernel that was given it; compiled use only.
lent: Final = cast("Callable[[Records], Records]", _without_owner)
