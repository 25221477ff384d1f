"""Writes docs/reference from the code, so that it cannot lag behind; a test compares the two.

Run `python docs/generate.py` after a change in commands, levers, measures, figures or public names.
"""

import contextlib
import inspect
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import draagkracht as dk
from draagkracht.cli.commands import COMMANDS
from draagkracht.cli.main import main
from draagkracht.evidence.figure import Figure
from draagkracht.model.levers import LEVERS
from draagkracht.model.measures import MEASURES
from draagkracht.plans.intervention import Intervention

REFERENCE = Path(__file__).resolve().parent / "reference"
PIPE = r"\|"
MADE = "<!-- Made by docs/generate.py; change the code and run it again. -->"


def commands() -> str:
    """Every help page, as the user sees it."""
    asked = [(), *(command.words for command in COMMANDS)]
    blocks = ["# Commands", "Help is in Dutch; `--lang en` gives the frame in English."]
    for words in asked:
        blocks.append(f"## `{' '.join(['draagkracht', *words])}`")
        blocks.append(f"```text\n{printed([*words, '--help'])}```")
    return "\n\n".join(blocks)


def printed(line: Sequence[str]) -> str:
    """What the command prints."""
    paper = io.StringIO()
    with contextlib.redirect_stdout(paper):
        code = main(line)
    if code != 0:
        raise SystemExit(f"draagkracht {' '.join(line)} gives exit code {code}")
    return paper.getvalue()


def levers() -> str:
    """What a plan can move."""
    rows = [
        (
            f"`{lever.name}`",
            lever.unit,
            f"{lever.low:g} to {lever.high:g}",
            "its figure" if lever.today is None else f"{lever.today:g}",
            lever.label_nl,
        )
        for lever in LEVERS.values()
    ]
    title = "# Levers\n\nThe closed list of what an intervention or organisation form may move."
    return f"{title}\n\n{table(('lever', 'unit', 'bounds', 'today', 'in Dutch'), rows)}"


def measures() -> str:
    """What an outcome is expressed in."""
    rows = [(f"`{each.name}`", each.unit, each.label_nl) for each in MEASURES.values()]
    title = "# Measures\n\nWhat `run`, `compare` and the advice are expressed in."
    return f"{title}\n\n{table(('measure', 'unit', 'in Dutch'), rows)}"


def cards() -> str:
    """The menu: what each card moves, and what it asks."""
    menu = dk.read_menu()
    named = sorted(menu.cards.items(), key=lambda each: each[1].code)
    blocks = [
        "# Cards",
        f"The {len(named)} cards of the menu, one file each in `data/interventions`, with figures "
        "of the same name in `data/figures/cards`. Grade: A trial or meta-analysis, B "
        "quasi-experiment or cohort, C monitoring, D cases or experts, E none found. (W) marks an "
        "example of the working group. `draagkracht catalogue show FIGURE` tells what a figure "
        "rests on.",
        table(
            ("code", "card", "in Dutch", "colours", "evidence", "moves", "asks"),
            [card_row(name, card) for name, card in named],
        ),
    ]
    return "\n\n".join(blocks)


def card_row(name: str, card: Intervention) -> tuple[str, ...]:
    """One card as a line of its table."""
    own = " (W)" if card.example_of_working_group else ""
    limits = f"; {', '.join(card.limits)}" if card.limits else ""
    moves = [f"`{effect.lever}` {effect.operation}" for effect in card.effects]
    asks = [f"{cost.party}: {cost.unit}" for cost in card.costs]
    return (
        card.code,
        f"`{name}`{own}",
        card.label.nl,
        ", ".join(card.colours),
        f"{card.grade}, {card.direction}{limits}",
        "<br>".join(moves) or "nothing within the horizon",
        "<br>".join(asks),
    )


def figures() -> str:
    """Every number of the model, per group; then the assumed ones, widest first."""
    catalogue = dk.read_catalogue()
    counts = ", ".join(f"{count} {status}" for status, count in catalogue.counts().items() if count)
    blocks = [
        "# Figures",
        f"{len(catalogue.figures)} figures ({counts}) and {len(catalogue.sources)} sources. "
        "Between brackets the 10 % and 90 % points. `draagkracht catalogue show NAME` gives all "
        "there is to know about one.",
    ]
    groups: dict[str, list[Figure]] = {}
    for name, figure in sorted(catalogue.figures.items()):
        groups.setdefault(name.partition(".")[0], []).append(figure)
    heads = ("figure", "median [range]", "unit", "status", "sources")
    for group, members in groups.items():
        blocks.append(f"## {group}")
        blocks.append(table(heads, [figure_row(figure) for figure in members]))
    blocks.append("## Assumed, widest first")
    widest = catalogue.assumed_widest_first()
    blocks.append("\n".join(f"- `{figure.name}`: {figure.meaning}" for figure in widest))
    return "\n\n".join(blocks)


def figure_row(figure: Figure) -> tuple[str, ...]:
    """One figure as a line of its table."""
    known = f"{figure.central:g}"
    if figure.low < figure.high:
        known += f" [{figure.low:g} – {figure.high:g}]"
    sources = sorted({evidence.source for evidence in figure.evidence})
    return (f"`{figure.name}`", known, figure.unit, figure.status, ", ".join(sources))


def python() -> str:
    """The public names of the package."""
    rows = []
    for name in dir(dk):
        value = getattr(dk, name)
        about = (inspect.getdoc(value) or "").partition("\n")[0]
        if name == "__version__":
            about = "The version, as in every record of a run."
        rows.append((f"`draagkracht.{name}`", about))
    return f"# Python\n\n`import draagkracht as dk`\n\n{table(('name', 'what it is'), rows)}"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', PIPE) for cell in row)} |" for row in lines)


PAGES: Mapping[str, Callable[[], str]] = {
    "cards.md": cards,
    "commands.md": commands,
    "figures.md": figures,
    "levers.md": levers,
    "measures.md": measures,
    "python.md": python,
}


def page(name: str) -> str:
    """The whole text of one reference page."""
    return f"{MADE}\n\n{PAGES[name]()}\n"


if __name__ == "__main__":
    for name in PAGES:
        (REFERENCE / name).write_text(page(name), encoding="utf-8")
