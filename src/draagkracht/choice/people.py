"""What people said of a frame: one verdict where they agree, else that they do not."""

from draagkracht.choice.frame import FrameJudged, FrameName
from draagkracht.choice.judgement import BY_JURIST, ROLE_WORDS, Judged
from draagkracht.choice.subject import Subject
from draagkracht.language.dates import dutch_date


def by_people(subject: Subject, frame: FrameName, *, reason: str, remedy: str) -> FrameJudged:
    """The verdict that people gave, else that it is up to them.

    `reason` says why figures do not decide; `remedy` who must look at what. Where people differ
    the verdict is open, and both are told: there is no mean of two judgements.
    """
    said = () if subject.judgement is None else subject.judgement.on(frame)
    verdicts = {row.verdict for row in said}
    told = " ".join([reason, *(_told(row) for row in said)])
    if not said:
        return FrameJudged(frame, "door mensen te beoordelen", told, remedy)
    if len(verdicts) > 1:
        return FrameJudged(
            frame,
            "door mensen te beoordelen",
            f"{told} Zij zijn het niet eens.",
            "Bespreek het verschil en leg één oordeel vast, of laat het verschil staan.",
        )
    (verdict,) = verdicts
    return FrameJudged(frame, verdict, told, "" if verdict == "haalt" else remedy)


def judges(frame: FrameName) -> str:
    """How to leave a judgement, as a remedy.

    >>> judges("innovative")
    'Laat mensen oordelen en leg hun oordeel vast.'
    """
    who = "een jurist" if frame == BY_JURIST else "mensen"
    whose = "het" if frame == BY_JURIST else "hun"
    return f"Laat {who} oordelen en leg {whose} oordeel vast."


def _told(row: Judged) -> str:
    """Who said what, when and why: a role, never a name."""
    who = ROLE_WORDS[row.role]
    return f"Oordeel van {who}, {dutch_date(row.date)}: {row.verdict}. “{row.reason.nl.strip()}”"
