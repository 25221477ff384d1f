"""The closed lists a request is sorted by, in the order in which the kernel numbers them."""

from typing import Final

KINDS: Final = ("single", "multiple", "crisis")
SINGLE: Final = 0
MULTIPLE: Final = 1
CRISIS: Final = 2

DOMAINS: Final = (
    "finances",
    "care",
    "mental_health",
    "addiction",
    "parenting",
    "housing",
    "participation",
    "safety",
)

# The four tasks that municipalities named as left undone (Movisie, 2016).
TASKS: Final = ("outreach", "informal_networks", "prevention", "collective")

DESTINATIONS: Final = ("team", "desk", "partner", "none")
TO_TEAM: Final = 0
TO_DESK: Final = 1
TO_PARTNER: Final = 2
TO_NONE: Final = 3
