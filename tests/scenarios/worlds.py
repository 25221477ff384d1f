"""Scenarios to test with, written as a user writes them."""

from draagkracht.documents.reading import parse_document
from draagkracht.scenarios.scenario import Scenario


def head(name: str = "proef", *lines: str) -> str:
    told = f'name = "{name}"\nlabel.nl = "Wereld {name}"\nstory.nl = "Dit is {name}."'
    return "\n".join(["format = 1", told, *lines, ""])


def hold(figure: str = "households.growth", quantile: float = 0.9) -> str:
    return f'\n[[hold]]\nfigure = "{figure}"\nquantile = {quantile}\n'


def shock(
    figure: str = "households.becoming_vulnerable",
    factor: float = 1.5,
    start: int = 12,
    lasts: int | None = 12,
) -> str:
    during = "" if lasts is None else f"lasts_months = {lasts}\n"
    return f'\n[[shock]]\nfigure = "{figure}"\nfactor = {factor}\nstarts_month = {start}\n{during}'


def scenario(*rows: str, name: str = "proef", legal: bool = False) -> Scenario:
    lines = ["legal = true"] if legal else []
    return parse_document(head(name, *lines) + "".join(rows), Scenario)
