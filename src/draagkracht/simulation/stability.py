"""Figures under which no team can live are refused before anything runs (M5)."""

from collections.abc import Iterable, Mapping

import numpy as np

from draagkracht.documents.errors import Inconsistent
from draagkracht.engine.arrays import Records
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.model.figures_used import INDIRECT_SHARES
from draagkracht.model.kinds import KINDS
from draagkracht.model.pressure import normal_direct_hours, worked_hours
from draagkracht.plans.effects import TeamEffect
from draagkracht.simulation.courses import lever_course


def check_stability(
    catalogue: Catalogue, plans: Mapping[str, Iterable[tuple[TeamEffect, ...]]], weeks: int
) -> None:
    """Refuse central figures with which holding at the cap eats all direct hours.

    `plans` holds the effects of every koers, by team: what a koers makes impossible in some week
    is refused by its name, what today makes impossible without one.

    Raises: Inconsistent, with what a fte holds and has.
    """
    values = {name: figure.central for name, figure in catalogue.figures.items()}
    _check(lever_course((), values, 0), values, None)
    for name, teams in plans.items():
        for effects in set(teams):
            _check(lever_course(effects, values, weeks), values, name)


def _check(course: Records, values: Mapping[str, float], plan: str | None) -> None:
    indirect = sum(course[f"team_{share}"] for share in INDIRECT_SHARES)
    worked = worked_hours(1.0, values["team.contract_hours"], values["team.leave_share"])
    direct = np.array([normal_direct_hours(worked, float(share), 0.0) for share in indirect])
    lightest = min(values[f"casework.cap_weight_{kind}"] for kind in KINDS)
    holding = course["casework_holding_hours"] * course["casework_caseload_cap"] / lightest
    worst = int(np.argmax(holding - direct))
    if holding[worst] >= direct[worst]:
        where = "" if plan is None else f" in de koers {plan}"
        raise Inconsistent(
            what=f"Bij de hoogste caseload{where} kost het openhouden van zaken "
            f"{holding[worst]:.0f} uur per fte in de week; er zijn er {direct[worst]:.0f} voor "
            "inwoners.",
            remedy="Verlaag casework.caseload_cap of casework.holding_hours.",
            place="casework" if plan is None else "card",
        )
