"""A package that promises more hours back than is ever seen: the warning that belongs to it."""

from typing import TYPE_CHECKING, Final

import numpy as np

from draagkracht.documents.errors import UnknownName
from draagkracht.documents.nearest import nearest
from draagkracht.language.numbers import dutch_share
from draagkracht.simulation.quantiles import MEDIAN, weighted_quantile
from draagkracht.simulation.warning import Warned

if TYPE_CHECKING:
    from draagkracht.engine.arrays import FloatArray
    from draagkracht.evidence.catalogue import Catalogue
    from draagkracht.plans.plan import Plan
    from draagkracht.simulation.outcome import Outcome

CEILING: Final = "packages.ceiling"


def over_ceiling(outcome: "Outcome", plan: "Plan", catalogue: "Catalogue") -> Warned | None:
    """A warning when a koers takes away a larger share of the hours asked than `packages.ceiling`.

    Hours asked are those of the work ledger, over all years and of the whole town; each toekomst is
    set off against carrying on in that same toekomst, and the median counts. None where the koers
    stays under it.

    Raises: UnknownName when the koers is not in the outcome.

    >>> import draagkracht as dk
    >>> plan = dk.read_plan("doorgaan_zoals_nu")
    >>> outcome = dk.run(dk.read_town("voorbeelddorp"), [plan], years=1, members=8)
    >>> over_ceiling(outcome, plan, dk.read_catalogue()) is None
    True
    """
    ceiling = catalogue.figure(CEILING).central
    less = taken_away(outcome, plan.name)
    middle = float(weighted_quantile(less, outcome.weights, MEDIAN))
    if middle <= ceiling:
        return None
    count = outcome.number_of(less > ceiling)
    return Warned(
        "over_ceiling",
        f"De koers ‘{plan.label.nl}’ vraagt in de middelste toekomst {dutch_share(middle)} minder "
        f"uren dan doorgaan zoals nu. In {count} van de {outcome.members} toekomsten is het meer "
        f"dan {dutch_share(ceiling)}. Dat is bijna te mooi: van de gemeenten die iets tegen "
        "werkdruk deden, zag 5 % een flinke verbetering (A&O fonds Gemeenten, over 2022). Kijk "
        "welke kaarten samen hetzelfde werk wegnemen, en reken niet op alles tegelijk.",
    )


def taken_away(outcome: "Outcome", plan: str) -> "FloatArray":
    """Share of the hours that carrying on asks which a koers does not ask: shape (members,).

    Negative where the koers asks more. Raises: UnknownName.
    """
    if plan not in outcome.work:
        close = nearest(plan, outcome.plans)
        raise UnknownName(what="koers", name=plan, nearest=close, known=outcome.plans)
    base = outcome.work[outcome.carrying_on][:, -1].sum(axis=-1)
    asked = outcome.work[plan][:, -1].sum(axis=-1)
    return np.asarray(1.0 - asked / base, dtype=np.float64)
