"""Scenarios to test with, written as a user writes them."""

from draagkracht.documents.reading import parse_document
from draagkracht.scenarios.scenario import Scenario

HEAD = 'format = 1\nname = "proef"\nlabel.nl = "Proef"\nstory.nl = "Een wereld."\n'


def hold(figure: str = "households.growth", quantile: float = 0.9) -> str:
    return f'\n[[hold]]\nfigure = "{figure}"\nquantile = {quantile}\n'


def shock(
    figure: str = "households.becoming_vulnerable", factor: float = 1.5, start: int = 12
) -> str:
    return (
        f'\n[[shock]]\nfigure = "{figure}"\nfactor = {factor}\n'
        f"starts_month = {start}\nlasts_months = 12\n"
    )


def scenario(*rows: str) -> Scenario:
    return parse_document(HEAD + "".join(rows), Scenario)
