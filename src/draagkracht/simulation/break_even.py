"""How much prevention must prevent before more of it pays for itself in a team's own hours (M8)."""

import math
from collections.abc import Mapping
from typing import Final

import numpy as np

from draagkracht.model.pressure import available_fte, worked_hours
from draagkracht.model.prevention import given_over_norm, share_prevented
from draagkracht.simulation.expected import (
    TAKEN_UP,
    at_once,
    helped_vulnerable,
    mean_hours,
    requests_by_state,
)
from draagkracht.simulation.solved import Solved

WEEKS_A_YEAR: Final = 52.0


def break_even_effect(
    values: Mapping[str, float],
    *,
    more: float,
    residents_per_fte: float,
    households_per_fte: float,
) -> float:
    """The `prevention.max_effect` at which `more` of worked time on prevention costs no hours.

    In the long run and for one fte: hours won are those of the vulnerable spells that do not come
    about, `dp · new spells · hours of a spell`; hours given are `more` of worked time. Infinite
    when nothing can be won, since the norm is given already.

    >>> from draagkracht.evidence.catalogue import read_catalogue
    >>> centres = {name: figure.central for name, figure in read_catalogue().figures.items()}
    >>> 0.1 < break_even_effect(
    ...     centres, more=0.03, residents_per_fte=1500.0, households_per_fte=780.0
    ... ) < 1.0
    True
    """
    available = available_fte(1.0, values["team.vacancies"], values["team.absence"])
    worked = worked_hours(available, values["team.contract_hours"], values["team.leave_share"])
    planned = values["team.prevention_share"]
    thousands = residents_per_fte / 1000.0
    norm, curvature = values["prevention.norm"], values["prevention.curvature"]
    now = given_over_norm(planned * worked, norm, thousands)
    then = given_over_norm((planned + more) * worked, norm, thousands)
    before = share_prevented(now, 1.0, curvature)
    gain = share_prevented(then, 1.0, curvature) - before
    households = households_per_fte
    vulnerable = values["households.vulnerable_share"] * households
    chance = np.full(max(1, round(households)), vulnerable / households)
    asked = requests_by_state(chance, values, Solved(0.0, 1.0, 1.0, 0.0))
    work = asked * (1.0 - at_once(values)) * mean_hours(values) * TAKEN_UP
    extra = work[1].sum() / vulnerable - work[0].sum() / (households - vulnerable)
    helped = helped_vulnerable(asked, values)[1]
    ending = helped / vulnerable + values["households.natural_recovery"]
    # As many as end, while the share stands still; who becomes vulnerable by a heavy request
    # does so whatever prevention there is.
    new = max(0.0, ending * vulnerable - float(asked[0, 1:].sum()))
    spell = extra / ending
    given = more * worked * WEEKS_A_YEAR
    won = gain * new * spell
    # won · p / (1 - before · p) = given
    most = won + before * given
    return float(given / most) if most > 0.0 else math.inf
