"""The example towns hold the figures of CBS and, for the rest, figures marked as typical."""

import csv
import math
from collections.abc import Iterator
from pathlib import Path

import pytest

from draagkracht.evidence.catalogue import Catalogue, read_catalogue
from draagkracht.town.observed import OBSERVED_SCALES
from draagkracht.town.packaged import packaged_documents
from draagkracht.town.reading import read_town
from draagkracht.town.town import Town

EXAMPLES = ("voorbeeldstad", "voorbeelddorp")
MUNICIPALITY = {"voorbeeldstad": "GM0080", "voorbeelddorp": "GM0098"}


@pytest.fixture(params=EXAMPLES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def town(name: str) -> Town:
    return read_town(name)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue()


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def cbs_2024(shared_data: Path, municipality: str) -> dict[str, dict[str, str]]:
    path = shared_data / "wijk" / "kwb2024_wijken_kern.csv"
    return {row["code"]: row for row in rows(path) if row["gemeentecode"] == municipality}


def test_a_town_has_all_wijken_of_its_municipality(
    name: str, town: Town, shared_data: Path
) -> None:
    cbs = cbs_2024(shared_data, MUNICIPALITY[name])
    assert {wijk.code: wijk.name for wijk in town.wijken} == {
        code: row["naam"] for code, row in cbs.items()
    }


def test_households_and_residents_are_those_of_cbs(
    name: str, town: Town, shared_data: Path
) -> None:
    cbs = cbs_2024(shared_data, MUNICIPALITY[name])
    for wijk in town.wijken:
        row = cbs[wijk.code]
        assert (wijk.households, wijk.residents) == (
            int(row["huishoudens"]),
            int(row["inwoners"]),
        )


def test_age_rent_and_household_size_are_those_of_cbs_2024(
    name: str, town: Town, shared_data: Path
) -> None:
    cbs = cbs_2024(shared_data, MUNICIPALITY[name])
    for wijk in town.wijken:
        row = cbs[wijk.code]
        aged = int(row["inwoners65plus"]) / int(row["inwoners"])
        assert wijk.features["aged_65_plus"] == pytest.approx(aged, abs=0.0005)
        assert wijk.features["rented"] == pytest.approx(1 - int(row["koopwoningen"]) / 100)
        assert wijk.features["household_size"] == float(row["huishoudensgrootte"])


def test_income_is_that_of_cbs_2022_and_left_out_where_cbs_has_none(
    name: str, town: Town, shared_data: Path
) -> None:
    path = shared_data / "wijk" / "kwb2022_wijken_tmap.csv"
    income = {
        row["wijkcode"]: row["pct_personen_laagste_40_inkomen"]
        for row in rows(path)
        if row["gemeentecode"] == MUNICIPALITY[name]
    }
    for wijk in town.wijken:
        if income[wijk.code]:
            share = float(income[wijk.code]) / 100
            assert wijk.features["lowest_40_income"] == pytest.approx(share)
        else:
            assert "lowest_40_income" not in wijk.features


def test_the_header_tells_how_far_rounded_wijken_are_from_the_municipality(
    name: str, town: Town, shared_data: Path
) -> None:
    path = shared_data / "gemeente" / "kwb2024_gemeenten_volledig.csv"
    (official,) = [row for row in rows(path) if row["gemeentecode"] == MUNICIPALITY[name]]
    text = packaged_documents("towns")[name].read_text(encoding="utf-8").replace("\n# ", " ")
    assert (
        f"add up to {town.residents:,} residents and {town.households:,} households, "
        f"the municipality counts {int(official['aantal_inwoners']):,} and "
        f"{int(official['aantal_huishoudens']):,}."
    ) in text


def test_the_header_names_the_tables_of_cbs_and_what_is_typical(name: str) -> None:
    text = packaged_documents("towns")[name].read_text(encoding="utf-8")
    for words in ("85984NED", "85318NED", "Typical, and not of", "no judgement on anyone's teams"):
        assert words in text


def test_every_team_has_its_typical_figures_and_none_of_its_own(town: Town) -> None:
    for team in town.teams:
        for figure in ("fte", "requests_per_year", "open_cases", "waiting_list"):
            row = town.observation(figure, team=team.name)
            assert row is not None
            assert (row.kind, row.system) == ("typical", None)
    assert {row.kind for row in town.observed} == {"typical"}
    assert town.worked_example
    assert town.is_own("residents")


def test_the_formation_is_that_of_a_typical_town_of_its_size(
    town: Town, catalogue: Catalogue
) -> None:
    typical = catalogue.figure("team.fte_per_1000_residents").central * town.residents / 1000
    assert abs(town.fte - typical) <= 0.25 * len(town.teams)


def test_no_team_has_more_than_its_share_of_the_formation(town: Town, catalogue: Catalogue) -> None:
    need = expected_requests(town, catalogue)
    for team in town.teams:
        share = need[team.name] / sum(need.values())
        assert abs(team.fte - share * town.fte) <= 0.5, team.name


def test_requests_open_cases_and_waiting_follow_from_the_formation(
    town: Town, catalogue: Catalogue
) -> None:
    per_fte = {
        "requests_per_year": ("observed.requests_per_fte", 2.5),
        "open_cases": ("observed.open_cases_per_fte", 0.5),
        "waiting_list": ("observed.waiting_per_fte", 0.5),
    }
    for team in town.teams:
        fte = town.observation("fte", team=team.name)
        assert fte is not None
        assert fte.value == team.fte
        for figure in OBSERVED_SCALES:
            if figure in per_fte:
                name, rounding = per_fte[figure]
                row = town.observation(figure, team=team.name)
                assert row is not None
                assert abs(row.value - catalogue.figure(name).central * team.fte) <= rounding


def test_the_source_of_every_wijk_stands_in_the_catalogue(town: Town, catalogue: Catalogue) -> None:
    assert {wijk.source for wijk in town.wijken} <= set(catalogue.sources)


def expected_requests(town: Town, catalogue: Catalogue) -> dict[str, float]:
    """Requests a year by team if every wijk asks as its features let expect, all at p50."""

    def figure(name: str) -> float:
        return catalogue.figure(f"households.{name}").central

    risk: dict[str, float] = {}
    for wijk in town.wijken:
        weights = {name: figure(f"risk_weight_{name}") for name in wijk.features}
        scores = {
            name: (value - figure(f"risk_mean_{name}")) / figure(f"risk_sd_{name}")
            for name, value in wijk.features.items()
        }
        scores["household_size"] *= -1
        mean = sum(weights[name] * scores[name] for name in scores) / sum(weights.values())
        risk[wijk.code] = math.exp(figure("risk_strength") * mean)
    usual = sum(risk[wijk.code] * wijk.households for wijk in town.wijken) / town.households
    share = figure("vulnerable_share")
    need = dict.fromkeys((team.name for team in town.teams), 0.0)
    for wijk in town.wijken:
        odds = share / (1 - share) * risk[wijk.code] / usual
        vulnerable = odds / (1 + odds)
        need[wijk.team] += wijk.households * (
            vulnerable * figure("request_rate_vulnerable")
            + (1 - vulnerable) * figure("request_rate_self_reliant")
        )
    return need
