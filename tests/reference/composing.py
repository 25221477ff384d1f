"""Put a slow team together from its parts, or without some of them.

What is left out is not switched off: the class that results does not contain its code.
"""

from collections.abc import Collection
from types import MappingProxyType
from typing import Final

from reference.growth import Growth
from reference.harms import Escalation, HarmOfGivingUp
from reference.helping import Helping
from reference.partners import Partners
from reference.pool import Pool
from reference.prevention import Prevention
from reference.responses import CrowdingOut, CuttingCorners, Overtime
from reference.slow_model import PlainTeam
from reference.staff import Staff
from reference.strain import Strain

# Later parts are asked first and build on the answer of those before: so hours and factors are
# added and multiplied in this order, and the quality of a stretch of work is known before the
# partner comes in.
PARTS: Final = MappingProxyType(
    {
        "growth": Growth,
        "escalation": Escalation,
        "harm of giving up": HarmOfGivingUp,
        "crowding out": CrowdingOut,
        "overtime": Overtime,
        "partners": Partners,
        "cutting corners": CuttingCorners,
        "staff": Staff,
        "strain": Strain,
        "prevention": Prevention,
        "helping": Helping,
        "pooling": Pool,
    }
)


def team_class(without: Collection[str] = ()) -> type[PlainTeam]:
    """The class of a team without some parts; strain goes where staff goes."""
    assert set(without) <= set(PARTS), without
    absent = {*without, *(["strain"] if "staff" in without else [])}
    parts = [part for name, part in PARTS.items() if name not in absent]
    # A part that another builds on is in it already.
    outer = [
        part for part in parts if not any(p is not part and issubclass(p, part) for p in parts)
    ]
    return type("SlowTeam", (*reversed(outer), PlainTeam), {})
