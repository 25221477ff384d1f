"""How far it is: silent at first, for people only, and gone when it is over."""

import io
import sys
import time

import pytest

from draagkracht.cli.progress import progress, time_left


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("TERM", "xterm")
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    return screen


def interrupted() -> None:
    with progress("Rekenen", patience=0) as advance:
        time.sleep(0.2)
        advance(1, 4)
        raise KeyboardInterrupt


def work(*, patience: float, quiet: bool = False) -> None:
    with progress("Rekenen", preparing="klaarzetten", quiet=quiet, patience=patience) as advance:
        time.sleep(0.2)
        for done in range(1, 5):
            advance(done, 4)
            time.sleep(0.02)


def test_quick_work_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    work(patience=5)
    assert capsys.readouterr() == ("", "")


def test_quiet_work_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    work(patience=0, quiet=True)
    assert capsys.readouterr() == ("", "")


def test_slow_work_tells_on_the_error_stream_how_far_it_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    work(patience=0.05)
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.splitlines() == [
        "Rekenen: klaarzetten",
        "Rekenen: 1 van 4",
    ]


def test_a_pipe_gets_a_line_now_and_then_and_not_for_every_step(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with progress("Rekenen", patience=0) as advance:
        time.sleep(0.1)
        for done in range(1, 1001):
            advance(done, 1000)
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_a_terminal_gets_a_bar_with_the_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_a_terminal(monkeypatch)
    with progress("Rekenen", patience=0) as advance:
        time.sleep(0.2)
        advance(1, 4)
        time.sleep(0.2)
        advance(2, 4)
        time.sleep(0.2)
    assert "2 van 4, nog 1 seconde" in terminal.getvalue()


def test_a_terminal_gets_its_cursor_back_after_an_interrupt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = on_a_terminal(monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    shown = terminal.getvalue()
    assert shown.count("\x1b[?25h") == shown.count("\x1b[?25l") == 1
    assert shown.endswith("\x1b[2K")


def test_nothing_shows_after_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Rekenen", patience=0.05) as advance:
        advance(1, 2)
    time.sleep(0.1)
    advance(2, 2)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "nog 1 seconde"),
        (1.4, "nog 1 seconde"),
        (1.6, "nog 2 seconden"),
        (99, "nog 99 seconden"),
        (100, "nog ongeveer 2 minuten"),
        (3700, "nog ongeveer 62 minuten"),
    ],
)
def test_the_time_left_is_told_in_words(seconds: float, words: str) -> None:
    assert time_left(seconds) == words
