"""Input that cannot be used: one Dutch line with file, place and remedy, and nothing written."""

from pathlib import Path

import pytest

from cli.documents import KOERS, SCENARIO, TOWN, changed, many_wijken
from draagkracht.cli.main import main

SMALL = ["--years", "1", "--members", "8"]
EXTRA_TEAM = '[[team]]\nname = "extra"\nlabel = "Extra"\nfte = 2.0\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the command is given in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(line: list[str], capsys: pytest.CaptureFixture[str], *, code: int = 2) -> str:
    """The message, after nothing else was said or written."""
    before = sorted(Path.cwd().rglob("*"))
    ended = main(line)
    shown = capsys.readouterr()
    assert ended == code, shown.err
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    assert sorted(Path.cwd().rglob("*")) == before
    return shown.err.removesuffix("\n")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(
            b"format = = 1\n",
            "stad.toml: regel 1: De waarde na het isgelijkteken is niet leesbaar. "
            "Zet tekst tussen aanhalingstekens.",
            id="malformed",
        ),
        pytest.param(
            b" \n", "stad.toml: Dit bestand is leeg. Vul het bestand of kies een ander bestand.",
            id="empty",
        ),
        pytest.param(
            b"PK\x03\x04\xff\xfe",
            "stad.toml: Dit bestand is geen leesbare tekst. "
            "Sla het op als platte tekst met de codering UTF-8.",
            id="binary",
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "line",
    [
        ["run", "stad.toml", "-o", "uit.parquet"],
        ["run", "voorbeelddorp", "--plan", "stad.toml"],
        ["run", "voorbeelddorp", "--scenario", "stad.toml"],
        ["compare", "voorbeelddorp", "twee_sporen", "stad.toml"],
    ],
    ids=["town", "koers", "scenario", "second koers"],
)
def test_a_file_that_is_no_document_is_refused_wherever_it_is_asked_for(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    line: list[str],
    content: bytes,
    message: str,
) -> None:
    (folder / "stad.toml").write_bytes(content)
    assert refused([*line, *SMALL], capsys) == message


def test_a_folder_is_no_document(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "stad.toml").mkdir()
    assert refused(["run", "stad.toml"], capsys) == (
        "stad.toml: Dit is een map en geen bestand. Geef de naam van een bestand in deze map."
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (["run", "stat.toml"], 'stat.toml: Dit bestand bestaat niet. Bedoelt u "stad.toml"?'),
        (
            ["run", "stad.toml", "--plan", "weg/koers.toml"],
            "weg/koers.toml: Dit bestand bestaat niet. Controleer de naam en de map.",
        ),
        (
            ["run", "stad.toml", "--scenario", "xyz.toml"],
            "xyz.toml: Dit bestand bestaat niet. Controleer de naam en de map.",
        ),
        (
            ["run", "voorbeeldstat"],
            'GEMEENTE: Er is geen voorbeeldgemeente met de naam "voorbeeldstat". '
            'Bedoelt u "voorbeeldstad"?',
        ),
        (
            ["run", "stad.toml", "--plan", "twee_spooren"],
            'KOERS: Er is geen koers met de naam "twee_spooren". Bedoelt u "twee_sporen"?',
        ),
        (
            ["compare", "stad.toml", "twee_sporen", "doorgan"],
            'KOERS: Er is geen koers met de naam "doorgan". '
            "Toegestaan: breed_sterk_team, buurt_die_zichzelf_helpt, doorgaan_zoals_nu, "
            "regie_in_de_keten, twee_sporen, zonder_wijkteam.",
        ),
        (
            ["run", "stad.toml", "--scenario", "krappe-arbeidsmark"],
            'SCENARIO: Er is geen scenario met de naam "krappe-arbeidsmark". '
            'Bedoelt u "krappe_arbeidsmarkt"?',
        ),
    ],
)
def test_what_does_not_exist_is_refused_with_the_nearest_name(
    folder: Path, capsys: pytest.CaptureFixture[str], line: list[str], message: str
) -> None:
    (folder / "stad.toml").write_text(TOWN, encoding="utf-8")
    assert refused(line, capsys) == message


@pytest.mark.parametrize(
    ("town", "message"),
    [
        pytest.param(
            changed(TOWN, "fte = 12.0", "ftee = 12.0"),
            'stad.toml: team 1 (wolvega): De naam "ftee" is hier niet bekend. Bedoelt u "fte"?',
            id="a misspelt key",
        ),
        pytest.param(
            changed(TOWN, 'label = "Gebiedsteam Wolvega"', 'label = "W"\ncolour = "blue"'),
            'stad.toml: team 1 (wolvega): De naam "colour" is hier niet bekend. '
            "Toegestaan: name, label, fte.",
            id="an unknown key",
        ),
        pytest.param(
            changed(TOWN, "fte = 12.0", 'fte = "12.0"'),
            'stad.toml: team 1 (wolvega) › fte: Hier hoort een getal, maar er staat "12.0". '
            "Haal de aanhalingstekens weg.",
            id="a quoted number",
        ),
        pytest.param(
            changed(TOWN, "fte = 12.0", "fte = -12.0"),
            "stad.toml: team 1 (wolvega) › fte: -12 kan hier niet. Geef een getal groter dan 0.",
            id="a negative fte",
        ),
        pytest.param(
            changed(TOWN, "households = 6135", "households = 0"),
            "stad.toml: wijk 1 (Wolvega) › households: 0 kan hier niet. "
            "Geef een getal van ten minste 1.",
            id="zero households",
        ),
        pytest.param(
            changed(TOWN, 'team = "wolvega"', 'team = "wolfega"'),
            'stad.toml: wijk 1 (Wolvega) › team: Er is geen team met de naam "wolfega". '
            'Bedoelt u "wolvega"?',
            id="a wijk with an unknown team",
        ),
        pytest.param(
            changed(TOWN, 'team = "wolvega"\n', ""),
            'stad.toml: wijk 1 (Wolvega): Hier ontbreekt "team". Voeg toe: team = …',
            id="a wijk without team",
        ),
        pytest.param(
            TOWN + EXTRA_TEAM,
            'stad.toml: team 3 (extra): Het team "extra" heeft geen wijk. '
            "Geef ten minste één wijk dit team, of haal het team weg.",
            id="a team without wijk",
        ),
        pytest.param(
            many_wijken(501),
            "stad.toml: Hier staan 501 wijken; het hoogste aantal is 500. "
            "Voeg samen of verdeel over meer documenten.",
            id="more wijken than there may be",
        ),
        pytest.param(
            changed(TOWN, "households = 6135", "households = 150_000"),
            "stad.toml: team wolvega: Hier staan 151745 huishoudens in één team; het hoogste "
            "aantal is 131072. Verdeel de wijken van dit team over meer teams.",
            id="a team that is too large",
        ),
    ],
)
def test_a_town_that_cannot_be_is_refused_with_file_place_and_remedy(
    folder: Path, capsys: pytest.CaptureFixture[str], town: str, message: str
) -> None:
    (folder / "stad.toml").write_text(town, encoding="utf-8")
    assert refused(["run", "stad.toml", *SMALL, "-o", "uit.parquet"], capsys) == message


def test_the_largest_number_of_wijken_is_taken(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "stad.toml").write_text(many_wijken(500), encoding="utf-8")
    assert main(["town", "check", "stad.toml"]) == 0
    assert "500 wijken" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("koers", "message"),
    [
        pytest.param(
            changed(KOERS, 'name = "split_front_door"', 'name = "split_frontdoor"'),
            'koers.toml: card 1 (split_frontdoor) › name: Er is geen kaart met de naam '
            '"split_frontdoor". Bedoelt u "split_front_door"?',
            id="an unknown card",
        ),
        pytest.param(
            changed(KOERS, "intensity = 1.0", "intensity = 1.5"),
            "koers.toml: card 1 (split_front_door) › intensity: 1.5 kan hier niet. "
            "Geef een getal van ten hoogste 1 (1.5 % is 0.015).",
            id="too strong a card",
        ),
        pytest.param(
            changed(KOERS, "intensity = 1.0", 'intensity = 1.0\nteams = ["noordwold"]'),
            "koers.toml: card 1 (split_front_door) › teams: Er is geen team met de naam "
            '"noordwold". Bedoelt u "noordwolde"?',
            id="a team that this town lacks",
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("command", ["run", "compare"])
def test_a_koers_that_cannot_be_is_refused_with_file_place_and_remedy(
    folder: Path, capsys: pytest.CaptureFixture[str], command: str, koers: str, message: str
) -> None:
    (folder / "koers.toml").write_text(koers, encoding="utf-8")
    given = ["--plan", "koers.toml"] if command == "run" else ["koers.toml"]
    assert refused([command, "voorbeelddorp", *given, *SMALL], capsys) == message


def test_a_scenario_beyond_its_bounds_is_refused_with_its_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shock = '\n[[shock]]\nfigure = "labour.vacancy_factor"\nfactor = 9.0\n'
    shock += "starts_month = 1\nlasts_months = 3\n"
    (folder / "wereld.toml").write_text(SCENARIO + shock, encoding="utf-8")
    message = refused(["run", "voorbeelddorp", "--scenario", "wereld.toml"], capsys)
    assert message == (
        "wereld.toml: shock 1 (labour.vacancy_factor) › factor: 9 kan hier niet. "
        "Geef een getal van ten hoogste 2."
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ["--members", "12"],
            "--members: 12 toekomsten kan niet: zij komen in groepen van 8. Geef 8 of 16.",
        ),
        (
            ["--members", "0"],
            "draagkracht run: De waarde van --members past niet. "
            "Geef een geheel getal, 8 tot en met 4096.",
        ),
        (
            ["--years", "0"],
            "draagkracht run: De waarde van --years past niet. "
            "Geef een geheel getal, 1 tot en met 60.",
        ),
        (
            ["--years", "2,5"],
            "draagkracht run: De waarde van --years past niet. "
            "Geef een geheel getal, 1 tot en met 60.",
        ),
        (
            ["--seed", "-1"],
            "draagkracht run: De waarde van --seed past niet. Geef een geheel getal, minstens 0.",
        ),
        (
            ["--threads", "65"],
            "draagkracht run: De waarde van --threads past niet. "
            "Geef een geheel getal, 1 tot en met 64.",
        ),
        (["--year", "2"], "draagkracht run: De optie --year bestaat niet. Bedoelt u --years?"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_size_that_cannot_be_is_refused(
    capsys: pytest.CaptureFixture[str], options: list[str], message: str
) -> None:
    assert refused(["run", "voorbeelddorp", *options], capsys) == message


@pytest.mark.parametrize(
    ("output", "code", "message"),
    [
        (
            "weg/uit.parquet",
            1,
            "weg/uit.parquet: De map waarin dit bestand moet komen bestaat niet. "
            "Maak de map eerst aan of kies een andere.",
        ),
        (
            "map",
            1,
            "map: Dit is een map; een bestand met deze naam kan er niet komen. "
            "Kies een andere naam.",
        ),
        (
            "uit.csv",
            2,
            "uit.csv: De uitkomst wordt als parquet geschreven. "
            "Kies een naam die eindigt op .parquet, of gebruik --json.",
        ),
        (
            "stad.toml",
            2,
            "stad.toml: Uit dit bestand wordt ook gelezen; het zou worden overschreven. "
            "Kies een andere naam voor de uitkomst.",
        ),
    ],
)
def test_a_place_where_no_answer_can_come_is_refused_before_the_work(
    folder: Path, capsys: pytest.CaptureFixture[str], output: str, code: int, message: str
) -> None:
    (folder / "map").mkdir()
    (folder / "stad.toml").write_text(TOWN, encoding="utf-8")
    line = ["run", "stad.toml", "--members", "4096", "-o", output]
    assert refused(line, capsys, code=code) == message
    assert (folder / "stad.toml").read_text(encoding="utf-8") == TOWN
