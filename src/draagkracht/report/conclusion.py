"""The conclusion in three parts: carrying on, the koers, and how far to trust it."""

from collections.abc import Sequence
from typing import Final

from draagkracht.language.sentences import listed
from draagkracht.plans.plan import Plan
from draagkracht.report.comparison import HEADLINE, Comparison, Verdict, all_compared, compared
from draagkracht.report.development import development
from draagkracht.report.phrases import change, spread
from draagkracht.scenarios.scenario import Scenario
from draagkracht.simulation.outcome import Outcome

TREND: Final = "trend"
OF_TEN: Final = "in 8 van de 10 toekomsten"
ENOUGH: Final = 2  # headline figures that must get better before a koers is called better
PRECISE: Final = 0.1  # of the value of carrying on: a rekenfout within it hides no large difference


def conclusion(
    outcome: Outcome, plan: Plan, scenario: Scenario | None = None
) -> tuple[str, str, str]:
    """Three parts in Dutch about an outcome and one koers in it, with numbers and their units.

    The first is about the last quarter of carrying on, the second about the koers against it over
    all years (a difference that is not beyond its rekenfout is called "niet te onderscheiden").
    The third, in a few short sentences, counts what gets better and worse and says what this is
    worth: "een verbetering" only where enough headline figures are better and nothing is worse. The
    same outcome gives the same sentences. A `scenario` is spoken of by its label, else by its name.

    Raises: UnknownName when the koers is not in the outcome.

    >>> import draagkracht as dk
    >>> town, plan = dk.read_town("voorbeelddorp"), dk.read_plan("doorgaan_zoals_nu")
    >>> conclusion(dk.run(town, years=1, members=8), plan)[1]
    'Er is geen andere koers doorgerekend, dus er is niets om mee te vergelijken.'
    """
    rows = headline(outcome, plan)
    if plan.name == outcome.carrying_on:
        second = "Er is geen andere koers doorgerekend, dus er is niets om mee te vergelijken."
        worth = _worth(outcome, "Dit laat zien waar u staat.")
        return _carrying_on(outcome, scenario), second, worth
    return (
        _carrying_on(outcome, scenario),
        _koers(outcome, plan, rows),
        _worth(outcome, _judgement(outcome, plan, rows)),
    )


def headline(outcome: Outcome, plan: Plan) -> tuple[Comparison, ...]:
    """The measures that the conclusion is about, as far as they exist."""
    rows = (compared(outcome, measure, plan=plan.name) for measure in HEADLINE)
    return tuple(row for row in rows if row is not None)


def _carrying_on(outcome: Outcome, scenario: Scenario | None) -> str:
    name = _spoken(outcome.scenario) if scenario is None else scenario.label.nl
    world = "" if outcome.scenario == TREND else f" in het scenario ‘{name}’"
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


def _koers(outcome: Outcome, plan: Plan, rows: Sequence[Comparison]) -> str:
    name = f"de koers ‘{plan.label.nl}’"
    length = outcome.quarters // 4
    years = "het jaar" if length == 1 else f"de {length} jaar"
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
    return f"Met {name} wordt gemiddeld over {years} {listed(told)}{indistinct}."


def _judgement(outcome: Outcome, plan: Plan, rows: Sequence[Comparison]) -> str:
    """How many figures get better and worse, and what that allows one to say."""
    if not rows:
        return "Er is te weinig bekend om over deze koers te oordelen."
    others = [row for row in all_compared(outcome, plan=plan.name) if row not in rows]
    better, worse = _count(rows, "better"), _count(rows, "worse")
    others_worse = _count(others, "worse")
    counts = (
        f"Van de {len(rows)} hoofdcijfers: {better} beter, {worse} slechter, "
        f"{len(rows) - better - worse} niet te onderscheiden. "
        f"Van de {len(others)} andere uitkomsten {_worsened(others_worse)}."
    )
    if not better + worse:
        return f"{counts} {_nothing_told(outcome, rows)}"
    gains, losses = better + _count(others, "better"), worse + others_worse
    if gains and losses:
        return f"{counts} De koers ruilt het een voor het ander: wat zwaarder weegt, is aan u."
    if losses:
        return f"{counts} Hier pleit niets voor deze koers."
    if better >= ENOUGH:
        return f"{counts} Hier is de koers een verbetering."
    return f"{counts} Dat is te weinig om een koers op te kiezen."


def _nothing_told(outcome: Outcome, rows: Sequence[Comparison]) -> str:
    """No difference at all is a finding; a rekenfout that hides one is not."""
    if all(row.verdict == "same" or _is_precise(row) for row in rows):
        return "Er is echt weinig verschil tussen deze koers en doorgaan zoals nu."
    return (
        f"Met {outcome.members} toekomsten is niet te zeggen of deze koers helpt: de rekenfout is "
        "te groot. Reken met meer toekomsten (--members)."
    )


def _is_precise(row: Comparison) -> bool:
    error = row.difference.error
    return error is not None and error <= PRECISE * abs(row.base.median)


def _count(rows: Sequence[Comparison], verdict: Verdict) -> int:
    return sum(row.verdict == verdict for row in rows)


def _worsened(count: int) -> str:
    if not count:
        return "wordt er geen slechter"
    return f"{'wordt' if count == 1 else 'worden'} er {count} slechter"


def _worth(outcome: Outcome, judgement: str) -> str:
    if outcome.worked_example:
        return (
            f"{judgement} Dit is een rekenvoorbeeld dat nog niet is getoetst aan uitkomsten: "
            "vul eerst de eigen cijfers van de gemeente in."
        )
    return (
        f"{judgement} Het model is nog niet getoetst aan uitkomsten: leg het naast uw eigen "
        "ervaring voordat u besluit."
    )


def _spoken(name: str) -> str:
    """A name as words; a composed scenario is named after its parts."""
    return name.replace("_", " ").replace("+", " + ")
