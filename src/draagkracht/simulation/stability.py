"""Figures under which no team can live are refused before anything runs (M5)."""

from draagkracht.documents.errors import Inconsistent
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.model.figures_used import INDIRECT_SHARES
from draagkracht.model.kinds import KINDS
from draagkracht.model.pressure import normal_direct_hours, worked_hours


def check_stability(catalogue: Catalogue) -> None:
    """Refuse central figures with which holding at the cap eats all direct hours.

    Raises: Inconsistent, with what a fte holds and has.
    """
    value = {name: figure.central for name, figure in catalogue.figures.items()}
    indirect = sum(value[f"team.{share}"] for share in INDIRECT_SHARES)
    worked = worked_hours(1.0, value["team.contract_hours"], value["team.leave_share"])
    direct = normal_direct_hours(worked, indirect, 0.0)
    lightest = min(value[f"casework.cap_weight_{kind}"] for kind in KINDS)
    holding = value["casework.holding_hours"] * value["casework.caseload_cap"] / lightest
    if holding >= direct:
        raise Inconsistent(
            what=f"Bij de hoogste caseload kost het openhouden van zaken {holding:.0f} uur per fte "
            f"in de week; er zijn er {direct:.0f} voor inwoners.",
            remedy="Verlaag casework.caseload_cap of casework.holding_hours.",
            place="casework",
        )
