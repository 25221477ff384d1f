"""What a chart shows, in words: a title that states the finding and a one-sentence reading."""

from collections.abc import Sequence

from draagkracht.language.sentences import sentence_case
from draagkracht.report.comparison import Comparison
from draagkracht.report.conclusion import OF_TEN
from draagkracht.report.course import Course
from draagkracht.report.development import Development
from draagkracht.report.phrases import change, signed_spread, spread


def title_of_course(found: Development) -> str:
    """What happens to a measure, or that it stays as it is."""
    return sentence_case(f"{found.words.subject} {found.verb} {found.values}")


def reading_of_course(found: Development, course: Course) -> str:
    """Where the toekomsten end, and how many of them move the way the title says."""
    ends = (
        f"In het laatste kwartaal is het {OF_TEN} {spread(found.last)}, "
        f"en in de helft {spread(course.moments[-1].narrow)}"
    )
    if found.direction in ("level", "unclear"):
        return f"{ends}."
    than = found.words.more if found.direction == "up" else found.words.less
    return f"{ends}; in {found.along} is dat {than} dan in het eerste kwartaal."


def title_of_difference(row: Comparison, *, years: int) -> str:
    """What the koers changes over all years together, or that it cannot be told apart."""
    found = change(row.difference) if row.real else "niet te onderscheiden van doorgaan zoals nu"
    return sentence_case(f"{row.words.subject} is over {years} jaar samen {found}")


def reading_of_difference(course: Course) -> str:
    """In how many quarters the difference is real, which way, and how wide it ends."""
    real = [moment.wide for moment in course.moments if moment.wide.real]
    more = sum(estimate.median > 0 for estimate in real)
    ways = [
        f"{count} keer {word}"
        for count, word in ((more, course.words.more), (len(real) - more, course.words.less))
        if count
    ]
    how = f" ({listed_ways})" if (listed_ways := " en ".join(ways)) else ""
    return (
        f"In {len(real)} van de {len(course.moments)} kwartalen is het verschil groter dan de "
        f"rekenfout{how}; in het laatste kwartaal is het {OF_TEN} "
        f"{signed_spread(course.moments[-1].wide)}."
    )


def title_of_comparison(rows: Sequence[Comparison]) -> str:
    """How many outcomes get better and worse, and how many cannot be told apart."""
    counts = [
        (sum(row.verdict == verdict for row in rows), word)
        for verdict, word in (("better", "beter"), ("worse", "slechter"))
    ]
    changed = [f"{count} {word}" for count, word in counts if count]
    total = f"van de {len(rows)} uitkomsten"
    if not changed:
        return f"Geen {total} is te onderscheiden van doorgaan zoals nu"
    rest = len(rows) - sum(count for count, _ in counts)
    verb = "wordt" if len(rows) - rest == 1 else "worden"
    text = f"Met de koers {verb} {total} er {' en '.join(changed)}"
    if not rest:
        return text
    return f"{text}; {rest} {'is' if rest == 1 else 'zijn'} niet te onderscheiden"
