"""Every end the command can come to: exit code, message, and no traceback."""

import errno
import subprocess
import sys
from types import ModuleType

import pytest

import draagkracht
from draagkracht.cli.main import main, take_settings
from draagkracht.cli.usage import WrongUsage
from draagkracht.documents.errors import MissingFile


def ends_with(fault: BaseException | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put in the place of `draagkracht run` something that ends with `fault`."""

    def run() -> None:
        if fault is not None:
            raise fault

    module = ModuleType("draagkracht.cli.run")
    module.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)


def test_a_command_that_is_done_gives_exit_code_0(monkeypatch: pytest.MonkeyPatch) -> None:
    ends_with(None, monkeypatch)
    assert main(["run"]) == 0


@pytest.mark.parametrize(
    ("fault", "code", "message"),
    [
        (
            MissingFile(file="stad.toml"),
            2,
            "stad.toml: Dit bestand bestaat niet. Controleer de naam en de map.\n",
        ),
        (
            KeyboardInterrupt(),
            1,
            "Afgebroken; er is niets half geschreven. "
            "Geef de opdracht opnieuw om verder te gaan.\n",
        ),
        (
            MemoryError(),
            1,
            "Er is te weinig geheugen. Sluit andere programma's of kies minder toekomsten "
            "(--members).\n",
        ),
        (
            OSError(errno.ENOSPC, "No space left on device", "uit.csv"),
            1,
            "uit.csv: De schijf is vol; er is niets geschreven. "
            "Maak ruimte vrij of kies een andere plaats.\n",
        ),
        (
            KeyError("fte"),
            1,
            "Dit had niet mogen gebeuren: KeyError: 'fte'\n"
            "Er zit een fout in het programma. Meld deze regel, de opdracht die u gaf en de "
            f"versie ({draagkracht.__version__}). Geef --debug mee om te zien waar de fout zit.\n",
        ),
    ],
)
def test_what_goes_wrong_is_said_in_dutch(
    fault: BaseException,
    code: int,
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    ends_with(fault, monkeypatch)
    assert main(["run"]) == code
    shown = capsys.readouterr()
    assert shown.err == message
    assert shown.out == ""


def test_debug_adds_the_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ends_with(KeyError("fte"), monkeypatch)
    assert main(["run", "--debug"]) == 1
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("line", [[], ["--help"], ["-h"], ["--lang", "nl", "--help"]])
def test_without_a_command_the_overview_is_shown(
    line: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(line) == 0
    assert capsys.readouterr().out.startswith("Gebruik: draagkracht OPDRACHT")


def test_half_a_command_shows_what_may_follow(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalogue"]) == 0
    assert "catalogue show" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            ["rapport"],
            'draagkracht: Er is geen opdracht met de naam "rapport". Bedoelt u "report"?\n',
        ),
        (
            ["--versie"],
            "draagkracht: De optie --versie bestaat niet. Uitleg: draagkracht --help\n",
        ),
        (["--lang", "fr"], "draagkracht: De waarde van --lang past niet. Geef nl of en.\n"),
        (["run", "--lang"], "draagkracht: De waarde van --lang past niet. Geef nl of en.\n"),
    ],
)
def test_a_line_nobody_understands_gives_exit_code_2(
    line: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(line) == 2
    assert capsys.readouterr().err == message


@pytest.mark.parametrize(
    "line",
    [
        ["--lang", "en", "run", "a"],
        ["run", "a", "--lang", "en"],
        ["run", "--lang=en", "a"],
    ],
)
def test_the_language_may_stand_anywhere_on_the_line(line: list[str]) -> None:
    settings, rest = take_settings(line)
    assert settings.language == "en"
    assert rest == ["run", "a"]


def test_what_follows_two_dashes_is_left_alone() -> None:
    settings, rest = take_settings(["run", "--", "--debug", "--lang", "fr"])
    assert not settings.debug
    assert rest == ["run", "--", "--debug", "--lang", "fr"]


def test_a_language_we_do_not_speak_is_refused() -> None:
    with pytest.raises(WrongUsage):
        take_settings(["--lang=de"])


def test_a_reader_that_stops_reading_is_no_error() -> None:
    # `draagkracht --help | head -0`: the pipe closes before anything is written.
    code = "from draagkracht.cli.main import main; raise SystemExit(main(['--help']))"
    with subprocess.Popen(
        [sys.executable, "-c", f"import time; time.sleep(0.3); {code}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


def test_a_terminal_without_accents_still_gets_its_page() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "draagkracht.cli.main", "report", "--help"],
        env={"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert b"UnicodeEncodeError" not in ran.stderr
