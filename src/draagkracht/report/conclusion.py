"""The conclusion in three sentences: carrying on, the koers, and how far to trust it."""

from collections.abc import Sequence
from typing import Final

from draagkracht.plans.plan import Plan
from draagkracht.report.comparison import HEADLINE, Comparison, compared
from draagkracht.report.development import development
from draagkracht.report.phrases import change, listed, spread
from draagkracht.simulation.outcome import Outcome

TREND: Final = "trend"
OF_TEN: Final = "in 8 van de 10 toekomsten"


def conclusion(outcome: Outcome, plan: Plan) -> tuple[str, str, str]:
    """Three Dutch sentences about an outcome and one koers in it, with numbers and their units.

    The first is about carrying on, the second about the koers against it (a difference that is
    not beyond its rekenfout is called "niet te onderscheiden"), the third about what this is
    worth. The same outcome gives the same sentences.

    Raises: UnknownName when the koers is not in the outcome.

    >>> import draagkracht as dk
    >>> town, plan = dk.read_town("voorbeelddorp"), dk.read_plan("doorgaan_zoals_nu")
    >>> conclusion(dk.run(town, years=1, members=8), plan)[1]
    'Er is geen andere koers doorgerekend, dus er is niets om mee te vergelijken.'
    """
    rows = headline(outcome, plan)
    if plan.name == outcome.carrying_on:
        second = "Er is geen andere koers doorgerekend, dus er is niets om mee te vergelijken."
        return _carrying_on(outcome), second, _worth(outcome, "Dit laat zien waar u staat")
    return _carrying_on(outcome), _koers(plan, rows), _worth(outcome, _judgement(rows))


def headline(outcome: Outcome, plan: Plan) -> tuple[Comparison, ...]:
    """The measures that the conclusion is about, as far as they exist."""
    rows = (compared(outcome, measure, plan=plan.name) for measure in HEADLINE)
    return tuple(row for row in rows if row is not None)


def _carrying_on(outcome: Outcome) -> str:
    world = "" if outcome.scenario == TREND else f" in het scenario ‘{_spoken(outcome.scenario)}’"
    opening = f"Gaat {outcome.town_name}{world} door zoals nu"
    plan = outcome.carrying_on
    found = (development(outcome, measure, plan=plan) for measure in HEADLINE[:2])
    known = [each for each in found if each is not None]
    if not known:
        return f"{opening}, dan zijn er te weinig vragen om het wachten te berekenen."
    years = f"in {outcome.quarters // 4} jaar"
    told = [f"{known[0].verb} {known[0].words.subject} {years} {known[0].values}"]
    told[0] += f" ({OF_TEN} {spread(known[0].last)})"
    told += [f"{each.verb} {each.words.subject} {each.arrival}" for each in known[1:]]
    return f"{opening}, dan {listed(told)}."


def _koers(plan: Plan, rows: Sequence[Comparison]) -> str:
    name = f"de koers ‘{plan.label.nl}’"
    if not rows:
        return f"Over {name} is niets te zeggen: er zijn te weinig vragen om haar te vergelijken."
    real = [row for row in rows if row.real]
    rest = listed([row.words.subject for row in rows if not row.real])
    if all(row.verdict == "same" for row in rows):
        return f"Met {name} verandert er in geen enkele toekomst iets aan {rest}."
    if not real:
        return (
            f"Met {name} zijn {rest} niet te onderscheiden van doorgaan zoals nu: elk verschil is "
            "kleiner dan de rekenfout."
        )
    told = [f"{row.words.subject} {change(row.difference)} (in {row.along})" for row in real[:1]]
    told += [f"{row.words.subject} {change(row.difference)} (in {row.short})" for row in real[1:]]
    indistinct = f"; voor {rest} is geen verschil te onderscheiden" if rest else ""
    return f"Met {name} wordt {listed(told)}{indistinct}."


def _judgement(rows: Sequence[Comparison]) -> str:
    verdicts = {row.verdict for row in rows}
    if {"better", "worse"} <= verdicts:
        return "De koers ruilt het een voor het ander en wat zwaarder weegt is aan u"
    if "better" in verdicts:
        return "Op deze hoofdcijfers is de koers een verbetering"
    if "worse" in verdicts:
        return "Op deze hoofdcijfers pleit niets voor deze koers"
    return "Op deze hoofdcijfers is er geen reden om deze koers te kiezen"


def _worth(outcome: Outcome, judgement: str) -> str:
    if outcome.worked_example:
        return (
            f"{judgement}, maar dit is een rekenvoorbeeld dat nog niet is getoetst aan uitkomsten: "
            "vul eerst de eigen cijfers van de gemeente in."
        )
    return (
        f"{judgement}, maar het model is nog niet getoetst aan uitkomsten: leg het naast uw eigen "
        "ervaring voordat u besluit."
    )


def _spoken(name: str) -> str:
    return name.replace("_", " ")
