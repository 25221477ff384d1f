"""The rules every figure and source must keep; a figure that breaks one is not to be trusted."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from draagkracht.evidence.catalogue import Catalogue
from draagkracht.evidence.errors import BadFormula
from draagkracht.evidence.figure import Evidence, Figure
from draagkracht.evidence.finding import Finding
from draagkracht.evidence.formula import evaluate, names_in
from draagkracht.evidence.polls import MULTIPLE_ANSWER_POLLS
from draagkracht.evidence.reference import Reference, sources_of

_NARROWEST: Final = 2.0
_ROUNDING: Final = 0.005  # a printed figure may be rounded by half a percent
_MIX: Final = "access.domain_"


def check_catalogue(
    catalogue: Catalogue,
    *,
    used: frozenset[str],
    cited: frozenset[str] = frozenset(),
    references: Sequence[Reference] = (),
) -> list[Finding]:
    """Everything that is not in order, sorted by subject; an empty list when all is.

    `used` are the names of the figures that the model, the cards and the forms read; `cited` the
    ids of the sources that cards, forms and stories rest on; `references` check the model, so
    their sources may set no figure.
    """
    held_back = sources_of(references)
    found = [*_missing_and_unused(catalogue, used), *_sources(catalogue, cited, held_back)]
    for figure in catalogue.figures.values():
        for rule in _RULES:
            found += rule(figure)
        found += _held_back(figure, held_back)
        found += _reports(figure, catalogue)
        found += _formula(figure, catalogue)
    return sorted(found)


def _missing_and_unused(catalogue: Catalogue, used: frozenset[str]) -> Iterator[Finding]:
    for name in used - catalogue.figures.keys():
        yield Finding(name, "figure_missing")
    formulas = (figure.formula for figure in catalogue.figures.values())
    named = {name for formula in formulas if formula for name in names_in(formula)}
    for name in sorted(catalogue.figures.keys() - used - named):
        yield Finding(name, "figure_unused")


def _sources(
    catalogue: Catalogue, cited: frozenset[str], held_back: frozenset[str]
) -> Iterator[Finding]:
    mentions: dict[str, str] = dict.fromkeys(sorted(held_back), "een toetscijfer")
    mentions |= dict.fromkeys(sorted(cited), "een kaart, organisatievorm of verhaal")
    for figure in catalogue.figures.values():
        for row in figure.evidence:
            for name in (row.source, row.reported_by):
                if name is not None:
                    mentions.setdefault(name, figure.name)
    for source in catalogue.sources.values():
        if source.reported_by is not None:
            mentions.setdefault(source.reported_by, source.id)
        elif source.seen == "reported":
            yield Finding(source.id, "report_not_named", source.id)
    for name in sorted(mentions.keys() - catalogue.sources.keys()):
        yield Finding(name, "source_missing", mentions[name])
    for name in sorted(catalogue.sources.keys() - mentions.keys()):
        yield Finding(name, "source_unused")


def _setting(figure: Figure) -> tuple[Evidence, ...]:
    return tuple(row for row in figure.evidence if row.role == "sets")


def _evidence(figure: Figure) -> Iterator[Finding]:
    setting = _setting(figure)
    if figure.status in ("sourced", "derived") and not setting:
        yield Finding(figure.name, "evidence_missing")
    for row in setting:
        if figure.status in ("assumed", "calibrated"):
            yield Finding(figure.name, "evidence_not_background", row.source)
        elif row.grade == "E":
            yield Finding(figure.name, "evidence_too_weak", row.source)


def _held_back(figure: Figure, held_back: frozenset[str]) -> Iterator[Finding]:
    for row in _setting(figure):
        if row.source in held_back:
            yield Finding(figure.name, "source_held_back", row.source)


def _polls(figure: Figure) -> Iterator[Finding]:
    for row in figure.evidence:
        if figure.name.startswith(_MIX) and row.source in MULTIPLE_ANSWER_POLLS:
            yield Finding(figure.name, "poll_as_mix", row.source)


def _reasons(figure: Figure) -> Iterator[Finding]:
    if figure.status in ("assumed", "calibrated") and figure.because is None:
        yield Finding(figure.name, "because_missing")
    if figure.status == "assumed" and figure.ask is None:
        yield Finding(figure.name, "ask_missing")
    if figure.status == "assumed" and figure.narrow is None and figure.factor < _NARROWEST:
        yield Finding(figure.name, "range_too_narrow")
    if figure.status == "local" and figure.local is None:
        yield Finding(figure.name, "local_missing")


def _shares(figure: Figure) -> Iterator[Finding]:
    inside = 0 <= figure.low <= figure.high <= 1
    if figure.unit == "share" and (figure.bounds != "both" or not inside):
        yield Finding(figure.name, "share_out_of_bounds")


def _reports(figure: Figure, catalogue: Catalogue) -> Iterator[Finding]:
    for row in figure.evidence:
        source = catalogue.sources.get(row.source)
        if source is not None and source.seen == "reported" and row.reported_by is None:
            yield Finding(figure.name, "report_not_named", row.source)
        if row.reported_by is not None and row.grade in ("A", "B"):
            yield Finding(figure.name, "report_too_strong", row.source)


def _formula(figure: Figure, catalogue: Catalogue) -> Iterator[Finding]:
    if figure.formula is None:
        if figure.status == "derived":
            yield Finding(figure.name, "formula_missing")
        return
    if figure.status != "derived":
        yield Finding(figure.name, "formula_not_needed")
    printed = Counter(name for row in figure.evidence for name in row.numbers)
    for name in sorted(name for name, count in printed.items() if count > 1):
        yield Finding(figure.name, "number_twice", name)
    others = {name: row.central for name, row in catalogue.figures.items() if name != figure.name}
    try:
        outcome = evaluate(figure.formula, {**others, **figure.numbers})
    except BadFormula as error:
        yield Finding(figure.name, "formula_wrong", f"geen uitkomst: {error.sentence()}")
        return
    if abs(outcome - figure.central) > _ROUNDING * max(abs(outcome), abs(figure.central)):
        yield Finding(figure.name, "formula_wrong", f"{outcome:.4g}; er staat {figure.central:g}")


_RULES: Final[tuple[Callable[[Figure], Iterator[Finding]], ...]] = (
    _evidence,
    _polls,
    _reasons,
    _shares,
)
