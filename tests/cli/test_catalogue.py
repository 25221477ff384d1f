import datetime as dt
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from draagkracht.cli import catalogue as command
from draagkracht.cli.main import main
from draagkracht.evidence.catalogue import read_catalogue
from draagkracht.language.words import STATUS_WORDS
from draagkracht.town.packaged import DATA
from draagkracht.town.reading import read_town


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of own cards with a figure too many, and no card that uses it."""
    (tmp_path / "interventions").mkdir()
    (tmp_path / "figures").mkdir()
    text = (DATA / "figures" / "cards" / "escalation_table.toml").read_text(encoding="utf-8")
    (tmp_path / "figures" / "own.toml").write_text(
        text.replace("escalation_table", "own"), encoding="utf-8"
    )
    return tmp_path


def test_the_packaged_catalogue_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["catalogue", "check"])
    assert (code, capsys.readouterr().out.splitlines()[-1]) == (0, "Alles is in orde.")


@pytest.mark.parametrize("name", ["voorbeeldstad", "voorbeelddorp"])
def test_the_example_towns_have_the_formation_of_the_figure_that_counts_as_used(name: str) -> None:
    town = read_town(name)
    (figure,) = command.EXAMPLE_TOWNS
    per_1000 = town.fte / town.residents * 1000
    assert per_1000 == pytest.approx(read_catalogue().figure(figure).central, rel=0.02)


def test_a_finding_is_printed_and_gives_exit_code_2(
    capsys: pytest.CaptureFixture[str], own: Path
) -> None:
    assert main(["catalogue", "check", "--cards", str(own)]) == 2
    assert "own.delay_factor: Niemand gebruikt dit cijfer" in capsys.readouterr().out


def test_the_check_as_json_counts_figures_and_lists_findings(
    capsys: pytest.CaptureFixture[str], own: Path
) -> None:
    assert main(["catalogue", "check", "--cards", str(own), "--json"]) == 2
    shown = json.loads(capsys.readouterr().out)
    assert sum(shown["counts"].values()) == shown["figures"]
    assert [(each["subject"], each["code"]) for each in shown["findings"]] == [
        ("own.delay_factor", "figure_unused"),
        ("own.municipality_hours", "figure_unused"),
        ("own.team_hours", "figure_unused"),
    ]
    assert len(shown["record"]["catalogue"]) == 64


def test_a_figure_is_shown_with_its_source_in_readable_dutch(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["catalogue", "show", "team.administration_share"]) == 0
    page = capsys.readouterr().out
    assert "37 %; in 8 van de 10 toekomsten 30 tot 42 %" in page
    assert "Movisie (2022)" in page
    assert "Gelezen op 21 november 2026" in page
    assert max(len(line) for line in page.splitlines() if "http" not in line) <= 88


def test_every_figure_can_be_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = read_catalogue()
    monkeypatch.setattr(command, "read_catalogue", lambda: catalogue)
    for name in catalogue.figures:
        assert main(["catalogue", "show", name]) == 0
        assert "Status:" in capsys.readouterr().out


def test_a_figure_as_json_holds_its_sources(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalogue", "show", "without_wijkteam.request_factor", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["figure"]["name"] == "without_wijkteam.request_factor"
    assert [source["id"] for source in shown["sources"]] == [
        "cpb-wijkteams-2019",
        "nautus-cpb-wijkteams",
    ]


def test_an_unknown_figure_is_refused_with_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["catalogue", "show", "team.absense"]) == 2
    assert 'Bedoelt u "team.absence"?' in capsys.readouterr().err


def test_a_lever_without_a_figure_is_said_to_be_a_lever(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["catalogue", "show", "team.fte_factor"]) == 2
    assert capsys.readouterr().err == (
        "team.fte_factor: Dit is een knop. Zie draagkracht lever list.\n"
    )


def test_an_old_figure_says_on_its_page_and_in_json_that_it_is_old(
    capsys: pytest.CaptureFixture[str],
) -> None:
    show = ["catalogue", "show", "partners.wait_finances", "--today"]
    assert main([*show, "2026-11-21"]) == 0
    page = capsys.readouterr().out
    assert "Ouder dan vijf jaar: dit cijfer gaat over 2019 of eerder." in page
    assert main([*show, "2024-12-31"]) == 0
    assert "Ouder dan vijf jaar" not in capsys.readouterr().out
    assert main([*show, "2026-11-21", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["stale"], shown["last_year"], shown["today"]) == (True, 2019, "2026-11-21")


def test_stale_figures_are_listed_oldest_first_with_years_label_and_source(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["catalogue", "stale", "--today", "2026-11-21"]) == 0
    page = capsys.readouterr().out
    names = ("staff.strain_hazard_ratio", "without_wijkteam.request_factor", "NVVK (2019)")
    places = [page.index(name) for name in names]
    assert places == sorted(places)
    assert "2015-2017  Vragen zonder wijkteam" in page
    assert "Ouder dan vijf jaar op 21 november 2026: 4 van " in page
    assert max(len(line) for line in page.splitlines()) <= 88


def test_stale_figures_as_json_hold_years_and_sources(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalogue", "stale", "--today", "2026-11-21", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert [figure["last_year"] for figure in shown["figures"]] == [2011, 2017, 2019, 2020]
    assert shown["figures"][2]["sources"] == ["nvvk-jaarverslag-2019"]
    assert shown["today"] == "2026-11-21"


def test_nothing_is_stale_on_a_day_long_ago(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalogue", "stale", "--today", "2010-01-01"]) == 0
    assert capsys.readouterr().out == (
        "Op 1 januari 2010 is geen enkel cijfer met een bron ouder dan vijf jaar.\n"
    )


class November(dt.date):
    @classmethod
    def today(cls) -> "November":
        return cls(2026, 11, 21)


def test_without_a_day_the_day_is_today(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "dt", SimpleNamespace(date=November))
    assert main(["catalogue", "stale", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["today"] == "2026-11-21"


@pytest.mark.parametrize("command_words", [("stale",), ("show", "team.absence")])
def test_a_day_that_is_none_is_refused(
    capsys: pytest.CaptureFixture[str], command_words: tuple[str, ...]
) -> None:
    assert main(["catalogue", *command_words, "--today", "morgen"]) == 2
    assert capsys.readouterr().err == (
        f"draagkracht catalogue {command_words[0]}: De waarde van --today past niet. "
        "Geef een datum, zoals 2026-11-21.\n"
    )


def test_the_check_shows_how_many_figures_have_each_status(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["catalogue", "check"])
    page = capsys.readouterr().out
    counts = read_catalogue().counts()
    for status, words in STATUS_WORDS.items():
        (line,) = [line for line in page.splitlines() if line.startswith(f"  {words} ")]
        assert int(line.split()[-1]) == counts[status]  # type: ignore[index]
