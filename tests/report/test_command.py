"""`draagkracht report` as a user types it."""

from pathlib import Path

import pytest
from docx import Document

from draagkracht.cli.main import main
from draagkracht.report.office_template import PACKAGED

SMALL = ["--years", "1", "--members", "8"]


def test_the_page_is_written_and_its_three_sentences_are_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "advies.html"
    line = ["report", "voorbeelddorp", "--plan", "twee_sporen", *SMALL, "-o", str(target)]
    assert main(line) == 0
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == 4
    assert printed.pop() == f"Het advies staat in {target}."
    assert printed[0].startswith("Gaat Voorbeelddorp door zoals nu, ")
    page = target.read_text(encoding="utf-8")
    assert all(sentence in page.replace("\N{NO-BREAK SPACE}", " ") for sentence in printed)


def test_without_a_koers_the_page_is_about_carrying_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", "voorbeelddorp", *SMALL, "-o", str(tmp_path / "a.html")]) == 0
    assert "geen andere koers doorgerekend" in capsys.readouterr().out


def test_a_scenario_is_named_on_the_page(tmp_path: Path) -> None:
    target = tmp_path / "a.html"
    line = ["report", "voorbeelddorp", "--scenario", "krappe_arbeidsmarkt", *SMALL]
    assert main([*line, "-o", str(target)]) == 0
    assert "Scenario: Krappe arbeidsmarkt." in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(("suffix", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK")])
def test_the_kind_follows_from_the_name(
    suffix: str, begins: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / f"advies.{suffix}"
    line = ["report", "voorbeelddorp", "--plan", "twee_sporen", *SMALL, "-o", str(target)]
    assert main(line) == 0
    assert target.read_bytes().startswith(begins)
    assert len(capsys.readouterr().out.splitlines()) == 4


def test_a_town_dresses_the_advice_in_its_own_template(tmp_path: Path) -> None:
    own, target = tmp_path / "eigen.docx", tmp_path / "advies.docx"
    document = Document(str(PACKAGED))
    document.paragraphs[0].text = "Gemeente {{ gemeente }}"
    document.save(str(own))
    line = ["report", "voorbeelddorp", *SMALL, "-o", str(target), "--template", str(own)]
    assert main(line) == 0
    assert Document(str(target)).paragraphs[0].text == "Gemeente Voorbeelddorp"


def test_a_template_is_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "eigen.docx"
    own.write_bytes(PACKAGED.read_bytes())
    line = ["report", "voorbeelddorp", *SMALL, "-o", str(own), "--template", str(own)]
    assert main(line) == 2
    assert "het zou worden overschreven" in capsys.readouterr().err
    assert own.read_bytes() == PACKAGED.read_bytes()


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (["report", "voorbeeldorp", "-o", "{}/a.html"], 2, 'Bedoelt u "voorbeelddorp"?'),
        (["report", "voorbeelddorp", "--plan", "tweesporen", "-o", "{}/a.html"], 2, "twee_sporen"),
        (["report", "voorbeelddorp", "-o", "{}"], 1, "Dit is een map"),
        (["report", "voorbeelddorp", "-o", "{}/no/a.html"], 1, "bestaat niet"),
        (["report", "voorbeelddorp", "--members", "12", "-o", "{}/a.html"], 2, "groepen van 8"),
        (["report", "voorbeelddorp", "-o", "{}/a.odt"], 2, "eindigt op .html"),
        (["report", "voorbeelddorp", "-o", "{}/a"], 2, "eindigt op .html"),
        (
            ["report", "voorbeelddorp", "-o", "{}/a.pdf", "--template", "{}/b.docx"],
            2,
            "laat --template weg",
        ),
        (
            ["report", "voorbeelddorp", "-o", "{}/a.docx", "--template", "{}/b.docx"],
            2,
            "bestaat niet",
        ),
    ],
)
def test_what_cannot_be_used_is_refused_before_anything_is_written(
    line: list[str],
    code: int,
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([part.format(tmp_path) for part in line]) == code
    shown = capsys.readouterr()
    assert said in shown.err
    assert shown.out == ""
    assert list(tmp_path.iterdir()) == []
