"""How much each toekomst counts: as much as what its run-in needed was plausible beforehand."""

import math
from collections.abc import Sequence

import numpy as np

from draagkracht.engine.arrays import FloatArray
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.simulation.run_in import Fit

# Figure whose spread is the prior of each solved scalar.
_PRIORS = {
    "becoming_vulnerable": "households.becoming_vulnerable",
    "request_scale": "households.request_scale",
    "hours_scale": "casework.hours_scale",
    "caseload_cap": "casework.caseload_cap",
}


def plausibility(members: Sequence[Sequence[Fit]], catalogue: Catalogue) -> FloatArray:
    """Prior density of what was solved, relative to the centres: shape (members,).

    The prior is of the town, so it is asked of the geometric mean over a member's teams; how
    teams differ among themselves is what the town's own figures say.
    """
    weights = np.ones(len(members))
    for scalar, name in _PRIORS.items():
        found = np.array([_mean(scalar, fits) for fits in members])
        spread = catalogue.figure(name).spread
        # Density of the logarithm: what was solved is a factor.
        weights *= spread.density(found) * found / (spread.density(spread.central) * spread.central)
    return weights


def _mean(scalar: str, fits: Sequence[Fit]) -> float:
    logs = (math.log(getattr(fit.solved, scalar)) for fit in fits)
    return math.exp(math.fsum(logs) / len(fits))
