"""The pages say what the code does."""

import importlib.util
import re
import shlex
from pathlib import Path
from types import ModuleType

import pytest

import draagkracht as dk
from draagkracht.cli.commands import find_command

PAGES = ["README.md", "LEESMIJ.md", "SECURITY.md", "CHANGELOG.md"]


def pages(checkout: Path) -> list[Path]:
    return [*(checkout / page for page in PAGES), *sorted((checkout / "docs").rglob("*.md"))]


def generator(checkout: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", checkout / "docs/generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "page", ["commands.md", "figures.md", "levers.md", "measures.md", "python.md"]
)
def test_a_reference_page_is_what_the_code_gives(checkout: Path, page: str) -> None:
    made: str = generator(checkout).page(page)
    kept = (checkout / "docs/reference" / page).read_text(encoding="utf-8")
    assert kept == made, "run: python docs/generate.py"


def test_every_page_that_is_made_is_compared(checkout: Path) -> None:
    made = set(generator(checkout).PAGES)
    assert made == {path.name for path in (checkout / "docs/reference").glob("*.md")} - {
        "README.md"
    }
    assert made == {
        *("cards.md", "commands.md", "figures.md", "levers.md", "measures.md", "python.md")
    }


def test_every_link_to_a_file_leads_somewhere(checkout: Path) -> None:
    broken = [
        f"{page.relative_to(checkout)}: {target}"
        for page in pages(checkout)
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
        if "://" not in target and not (page.parent / target).exists()
    ]
    assert broken == []


def test_every_command_on_a_page_exists(checkout: Path) -> None:
    lines = [
        line
        for page in pages(checkout)
        for line in re.findall(r"^draagkracht .*$", page.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert len(lines) > 10
    unknown = [line for line in lines if find_command(words(line)) is None]
    assert unknown == []


def words(line: str) -> list[str]:
    return [word for word in shlex.split(line, comments=True)[1:] if not word.startswith("-")]


def test_every_decision_is_listed_and_complete(checkout: Path) -> None:
    folder = checkout / "docs/adr"
    index = (folder / "README.md").read_text(encoding="utf-8")
    decisions = sorted(folder.glob("0*.md"))
    assert [path.name[:4] for path in decisions] == [f"{n + 1:04}" for n in range(len(decisions))]
    for path in decisions:
        text = path.read_text(encoding="utf-8")
        assert path.name in index
        heads = re.findall(r"^## (.+)$", text, re.MULTILINE)
        assert heads == ["Context", "Decision", "Consequences", "Turned down"], path.name


def test_the_public_names_are_these() -> None:
    # A change here is a change for everyone who uses the library: it needs a changelog fragment.
    assert dir(dk) == [
        "Attribution",
        "CardEffect",
        "Catalogue",
        "DraagkrachtError",
        "Estimate",
        "Frames",
        "GoalReached",
        "Judgement",
        "KoersTable",
        "Menu",
        "Network",
        "NetworkOutcome",
        "OneFuture",
        "Outcome",
        "Plan",
        "Ranking",
        "Scenario",
        "Session",
        "Stop",
        "Stopped",
        "Story",
        "Town",
        "__version__",
        "attribute",
        "check_card_figures",
        "colour_balance",
        "compare_koersen",
        "compose",
        "compose_scenarios",
        "digest",
        "explain",
        "goals_reached",
        "judge_frames",
        "lawful_scenarios",
        "network",
        "open_session",
        "over_ceiling",
        "print_cards",
        "rank_menu",
        "read_catalogue",
        "read_document",
        "read_judgement",
        "read_menu",
        "read_network",
        "read_plan",
        "read_scenario",
        "read_stories",
        "read_town",
        "run",
        "write_document",
        "write_report",
    ]


@pytest.mark.parametrize("name", dir(dk))
def test_a_public_name_leads_to_what_defines_it(name: str) -> None:
    value = getattr(dk, name)
    if name != "__version__":
        assert value.__name__ == name
        assert value.__doc__


def test_a_name_that_is_not_public_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'engine_room'"):
        _ = dk.engine_room
