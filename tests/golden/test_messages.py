"""Every message that documents and figures can give, as the user sees it.

The texts stand in `messages/`: a changed sentence is a change that a reader of Dutch approves.
"""

import importlib
from dataclasses import replace
from pathlib import Path

import pytest

from draagkracht.documents import errors
from draagkracht.documents.errors import DraagkrachtError
from draagkracht.documents.syntax import parse_toml
from draagkracht.evidence.catalogue import read_catalogue
from draagkracht.evidence.errors import BadFormula, InfeasibleSpread
from draagkracht.evidence.finding import _SENTENCES, Finding
from draagkracht.network.errors import (
    KindNotServed,
    LateFirstStep,
    NeverEnds,
    SharesNotOne,
    StepsOutOfOrder,
    UnequalLists,
    WrongOrder,
)
from draagkracht.report.errors import (
    FieldInSentence,
    MissingField,
    NoTemplate,
    TemplateFault,
    TemplateNotWanted,
    UnknownKind,
)
from draagkracht.scenarios.bounds import check_bounds
from draagkracht.scenarios.errors import HeldApart, TooMuchTogether, UnusableName
from draagkracht.scenarios.scenario import Scenario
from scenarios.worlds import hold, scenario, shock

MESSAGES = Path(__file__).parent / "messages"

DOCUMENTS: tuple[DraagkrachtError, ...] = (
    errors.MissingFile(file="stad.toml"),
    errors.MissingFile(nearest="stad.toml", file="stat.toml"),
    errors.UnreadableFile(reason="directory", file="data"),
    errors.UnreadableFile(reason="permission", file="stad.toml"),
    errors.UnreadableFile(reason="special", file="/dev/zero"),
    errors.UnreadableFile(reason="name", file="…"),
    errors.UnreadableFile(reason="system", detail="systeemfout 5", file="stad.toml"),
    errors.EmptyFile(file="stad.toml"),
    errors.NotText(file="stad.docx"),
    errors.FileTooLarge(bound_megabytes=5, file="stad.toml"),
    errors.MalformedToml(
        line=12,
        reason="Een getal heeft hier een decimale komma.",
        advice="Schrijf een punt, bijvoorbeeld 14.5.",
        file="stad.toml",
    ),
    errors.UnknownKey(
        key="fet",
        nearest="fte",
        known=("fte", "name"),
        file="stad.toml",
        place="team 2 (noord)",
    ),
    errors.UnknownKey(key="x", nearest=None, known=("fte", "name"), place="team 2 (noord)"),
    errors.UnknownKey(key="x", nearest=None, known=(), place="team 2 (noord)"),
    errors.MissingKey(key="fte", file="stad.toml", place="team 2 (noord)"),
    errors.WrongType(
        expected="een getal",
        got='"14,0"',
        advice="unquote",
        file="stad.toml",
        place="team 2 (noord) › fte",
    ),
    errors.WrongType(
        expected="een tekst tussen aanhalingstekens", got="14", advice="quote", place="name"
    ),
    errors.WrongType(expected="een getal", got="true", place="team 2 (noord) › fte"),
    errors.NotOneOf(
        value="singel", nearest="single", known=("single", "multiple"), place="task › kind"
    ),
    errors.WrongForm(value="80", example="GM0080", place="municipality 1 › code"),
    errors.EmptyValue(place="team 2 › name"),
    errors.OutOfRange(value=-3.0, low=0.0, file="stad.toml", place="team 2 (noord) › fte"),
    errors.OutOfRange(value=1.5, low=0.0, high=1.0, place="intensity"),
    errors.OutOfRange(value=0, low=0, exclusive=True, place="households"),
    errors.OutOfRange(value=501, high=500, exclusive=True, place="fte"),
    errors.UnknownName(
        what="team", name="nord", nearest="noord", known=("noord",), place="wijk 3 › team"
    ),
    errors.DoubleName(what="team", name="noord", file="stad.toml", place="team 2"),
    errors.WrongFormat(found="2", file="stad.toml", place="format"),
    errors.TooMany(what="wijken", count=501, bound=500, file="stad.toml", place="wijk"),
    errors.Inconsistent(
        what='Wijk "Centrum" hoort bij geen team.',
        remedy="Noem een team.",
        file="stad.toml",
        place="wijk 1 (Centrum)",
    ),
    errors.CannotWrite(reason="full", file="advies.html"),
    errors.CannotWrite(reason="permission", file="advies.html"),
    errors.CannotWrite(reason="no_folder", file="map/advies.html"),
    errors.CannotWrite(reason="directory", file="map"),
    errors.CannotWrite(reason="read_only", file="advies.html"),
    errors.CannotWrite(reason="name", file="…"),
    errors.CannotWrite(reason="system", detail="systeemfout 5", file="advies.html"),
    errors.Interrupted(),
)

EVIDENCE: tuple[DraagkrachtError, ...] = (
    InfeasibleSpread(
        low=0.1,
        central=0.45,
        high=0.5,
        bounds="none",
        least=0.167,
        most=0.433,
        file="figures/team.toml",
        place="team.absence",
    ),
    InfeasibleSpread(low=0.5, central=0.4, high=0.3, bounds="none", place="team.absence"),
    InfeasibleSpread(low=0.0, central=0.4, high=0.5, bounds="below", place="team.absence"),
    InfeasibleSpread(low=0.1, central=0.4, high=1.0, bounds="both", place="team.absence"),
    BadFormula(formula="a +", reason="syntax"),
    BadFormula(formula="open(1)", reason="operation", detail="open(1)"),
    BadFormula(formula="a / b", reason="name", detail="b"),
    BadFormula(formula="a / 0", reason="number"),
    BadFormula(formula="a", reason="long"),
)


def beyond_bounds(world: Scenario) -> DraagkrachtError:
    """What is said of a world beyond the bounds; that of growth is narrower here."""
    catalogue = read_catalogue()
    narrow = catalogue.figure("bounds.growth").model_copy(update={"central": 0.03})
    figures = {**catalogue.figures, "bounds.growth": narrow}
    with pytest.raises(DraagkrachtError) as caught:
        check_bounds(world, replace(catalogue, figures=figures))
    return caught.value


SCENARIOS: tuple[DraagkrachtError, ...] = (
    HeldApart(
        figure="households.growth",
        first="hardere_groei",
        first_quantile=0.9,
        second="rustig",
        second_quantile=0.1,
        place="SCENARIO",
    ),
    TooMuchTogether(
        figure="households.becoming_vulnerable",
        month=12,
        factor=1.4 * 1.5,
        bound=2.0,
        file="energieprijsschok + prijsschok.toml",
        place="shock (households.becoming_vulnerable)",
    ),
    UnusableName(name="dure huur", file="dure_huur.toml", place="name"),
    beyond_bounds(scenario(hold("households.growth", 0.9))),
    beyond_bounds(scenario(shock("informal.factor", 1.9))),
    beyond_bounds(scenario(hold("informal.factor", 0.9), shock("informal.factor", 1.4))),
)


NETWORKS: tuple[DraagkrachtError, ...] = (
    UnequalLists(
        first="values",
        first_count=3,
        second="weights",
        second_count=2,
        file="net.toml",
        place="station 1 (balie) › service",
    ),
    WrongOrder(first="warmup", low=730.0, second="horizon", high=365.0, place="warmup"),
    StepsOutOfOrder(start=10.0, before=20.0, place="station 1 (balie) › servers 3"),
    LateFirstStep(start=5.0, place="station 1 (balie) › routes 1"),
    SharesNotOne(total=1.2, file="net.toml", place="station 1 (balie) › routes 1 › to"),
    NeverEnds(station="balie", kind="spoed", place="station 1 (balie) › routes"),
    KindNotServed(station="balie", kind="spoed", key="service", place="station 1 (balie)"),
    KindNotServed(station="balie", kind="spoed", key="priority", place="station 1 (balie)"),
)

REPORT: tuple[DraagkrachtError, ...] = (
    UnknownKind(suffix=".odt", file="advies.odt"),
    UnknownKind(suffix="", file="advies"),
    TemplateNotWanted(file="advies.pdf"),
    NoTemplate(file="sjabloon.docx"),
    MissingField(field="merken", alone=False, file="sjabloon.docx"),
    MissingField(field="conclusie", alone=True, file="sjabloon.docx"),
    FieldInSentence(field="doelen", file="sjabloon.docx", place="“Dit zijn {{p doelen }}.”"),
    FieldInSentence(field="doelen", where="margin", file="sjabloon.docx", place="“{{p doelen }}”"),
    TemplateFault(file="sjabloon.docx", place="“{{ gemeente”"),
)

BROKEN_TEXTS: tuple[str, ...] = (
    "fte = 14,5",
    'name = "a\nfte = 1',
    "a = 1\nb = 2\na = 3\n",
    "[a]\nx = 1\n[a]\n",
    "a = { x = 1 }\n[a.b]",
    "a = 1\nb 2",
    "a = \nb = 1",
    "a = [1,\n2",
    "a = { b = 1",
    "a = { b = 1, b = 2 }",
    "d = 01-10-2026",
    'a = "C:\\map"',
    'a = "\x01"',
    "a = 1 2",
    "a = " + "[" * 10_000,
    "a = " + "9" * 10_000,
)


def explained(text: str) -> str:
    with pytest.raises(errors.MalformedToml) as caught:
        parse_toml(text)
    return f"{text[:30]!r}\n  {caught.value}\n"


def test_every_broken_text_is_explained_as_was_approved() -> None:
    lines = [explained(text) for text in BROKEN_TEXTS]
    assert "".join(lines) == (MESSAGES / "syntax.txt").read_text(encoding="utf-8")


def rendered(examples: tuple[DraagkrachtError, ...]) -> str:
    return "".join(f"{type(error).__name__} ({error.exit_code})\n  {error}\n" for error in examples)


@pytest.mark.parametrize(
    ("name", "examples"),
    [
        ("documents", DOCUMENTS),
        ("evidence", EVIDENCE),
        ("networks", NETWORKS),
        ("report", REPORT),
        ("scenarios", SCENARIOS),
    ],
)
def test_every_message_reads_as_it_was_approved(
    name: str, examples: tuple[DraagkrachtError, ...]
) -> None:
    assert rendered(examples) == (MESSAGES / f"{name}.txt").read_text(encoding="utf-8")


def test_every_finding_reads_as_it_was_approved() -> None:
    lines = [f"{code}\n  {Finding('x', code, 'DETAIL').sentence}\n" for code in _SENTENCES]
    assert "".join(lines) == (MESSAGES / "findings.txt").read_text(encoding="utf-8")


def test_no_error_of_documents_or_figures_is_without_an_approved_message() -> None:
    for module in ("draagkracht.documents.reading", "draagkracht.documents.saving"):
        importlib.import_module(module)
    ours = {
        kind.__name__
        for kind in below(DraagkrachtError)
        if kind.__module__.startswith(("draagkracht.documents", "draagkracht.evidence"))
    }
    assert ours == {type(error).__name__ for error in (*DOCUMENTS, *EVIDENCE)}


def test_no_error_of_networks_is_without_an_approved_message() -> None:
    ours = {
        kind.__name__
        for kind in below(DraagkrachtError)
        if kind.__module__.startswith("draagkracht.network")
    }
    assert ours == {type(error).__name__ for error in NETWORKS}


def below(kind: type[DraagkrachtError]) -> set[type[DraagkrachtError]]:
    return {each for child in kind.__subclasses__() for each in (child, *below(child))}


def test_the_public_list_of_errors_is_complete() -> None:
    assert set(errors.__all__) == {
        "DraagkrachtError",
        *(type(error).__name__ for error in DOCUMENTS),
    }


@pytest.mark.parametrize(
    "error", [*DOCUMENTS, *EVIDENCE, *NETWORKS, *SCENARIOS], ids=lambda error: type(error).__name__
)
def test_every_message_is_plain_dutch_with_a_remedy(error: DraagkrachtError) -> None:
    for text in (error.sentence(), error.remedy):
        assert text[0].isupper() or text[0] in '"-0123456789'
        assert text.rstrip()[-1] in ".?…:]}" or " = " in text


def test_no_error_of_the_report_is_without_an_approved_message() -> None:
    ours = {
        kind.__name__
        for kind in below(DraagkrachtError)
        if kind.__module__.startswith("draagkracht.report")
    }
    assert ours == {type(error).__name__ for error in REPORT}
