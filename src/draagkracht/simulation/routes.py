"""Where requests go, before a task package and in it."""

from collections.abc import Sequence

import numpy as np

from draagkracht.documents.errors import Inconsistent
from draagkracht.engine.arrays import CountArray
from draagkracht.model.kinds import DESTINATIONS, DOMAINS, KINDS
from draagkracht.plans.task_package import Assignment


def task_routes(package: Sequence[Assignment]) -> CountArray:
    """Destinations before and in a task package: shape (2, kinds, domains).

    Raises: Inconsistent when a desk is given more than single requests.
    """
    routes = np.zeros((2, len(KINDS), len(DOMAINS)), np.int64)
    for number, row in enumerate(package, start=1):
        if row.to == "desk" and row.kind != "single":
            raise Inconsistent(
                what="Een loket helpt met enkelvoudige vragen; deze soort is zwaarder.",
                remedy='Kies voor deze vragen "team", "partner" of "none".',
                place=f"task_package {number}",
            )
        routes[1, KINDS.index(row.kind), DOMAINS.index(row.domain)] = DESTINATIONS.index(row.to)
    return routes
