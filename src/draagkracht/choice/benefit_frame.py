"""*Benefit*: residents demonstrably better off, and no group of them clearly worse."""

from collections.abc import Sequence

from draagkracht.choice.benefit_seen import LEAST_BETTER, BenefitSeen
from draagkracht.choice.counting import weakest
from draagkracht.choice.frame import FrameJudged
from draagkracht.choice.subject import Subject
from draagkracht.choice.wording import amount, out_of
from draagkracht.language.sentences import listed, sentence_case

_SHOWN = 3  # groups that are named


def judge_benefit(subject: Subject, seen: Sequence[BenefitSeen]) -> FrameJudged:
    """Passes where in every scenario residents are better off, beyond the error of calculation.

    Two of three measures are better, none is worse, no fewer recover, and no kind of request or
    wijk group is clearly worse off.
    """
    bar = subject.bars.pass_share
    counts = [each.count for each in seen]
    failing = [each for each in seen if not each.fits]
    least = weakest([each.count for each in failing or seen])
    worst = next(each for each in seen if each.count == least)
    untold = [each for each in seen if each.untold]
    if untold:
        return FrameJudged(
            frame="benefit",
            verdict="onbekend",
            reason=f"Niet te zeggen voor: {listed(untold[0].untold)}. Er zijn te weinig "
            "toekomsten om een verschil van de rekenfout te onderscheiden, of te weinig vragen.",
            remedy="Reken met meer toekomsten (--members 64 of meer).",
        )
    fits = not failing
    which = f" (scenario {worst.count.scenario})" if len(seen) > 1 else ""
    reason = [
        _told(worst),
        f"{sentence_case(out_of(worst.count, bar))}{which} zijn er twee van de drie beter en is "
        "het herstel niet lager. De toets is niet dat aantal, maar een verschil dat groter is dan "
        "de rekenfout.",
        _asked(worst),
    ]
    return FrameJudged(
        frame="benefit",
        verdict="haalt" if fits else "haalt niet",
        reason=" ".join(reason),
        remedy="" if fits else _remedy(worst),
        passes=worst.count.passes(bar),
        of=worst.count.of,
        scenario=worst.count.scenario,
        by_scenario={count.scenario: count.passes(bar) for count in counts},
        figure=worst.waiting,
    )


def _told(worst: BenefitSeen) -> str:
    """What is better and what is worse, beyond its error."""
    better = f"Beter: {listed(worst.better)}." if worst.better else "Niets is aantoonbaar beter."
    parts = [f"{better} Nodig: twee van wachttijd, afgehaakt en crisisvragen."]
    if worst.worse:
        parts.append(f"Slechter: {listed(worst.worse)}.")
    if worst.worse_for:
        named, more = worst.worse_for[:_SHOWN], len(worst.worse_for) - _SHOWN
        rest = f" en nog {more} andere" if more > 0 else ""
        parts.append(f"Duidelijk slechter voor een groep: {'; '.join(named)}{rest}.")
    return " ".join(parts)


def _asked(worst: BenefitSeen) -> str:
    """Residents' hours: what it asks stands beside what it gives."""
    asked = worst.hours_asked
    if asked is None or asked.median == 0:
        return "Van inwoners worden geen extra uren gevraagd."
    way = "meer" if asked.median > 0 else "minder"
    return f"Van inwoners wordt {amount(abs(asked.median), asked.unit)} {way} gevraagd."


def _remedy(worst: BenefitSeen) -> str:
    if worst.worse_for or worst.worse:
        return "Haal de kaart weg die dit verslechtert, of leg er een naast die het opvangt."
    short = LEAST_BETTER - len(worst.better)
    more = "nog iets" if short == 1 else "iets"
    return (
        f"Voeg {more} toe dat wachten, afhaken of crisis vermindert, of reken met meer toekomsten: "
        "dan wordt de rekenfout kleiner."
    )
