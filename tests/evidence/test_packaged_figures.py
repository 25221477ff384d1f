"""What stands in data/: complete, in order, and equal to the data it was computed from."""

from collections import Counter
from pathlib import Path

import polars as pl
import pytest

from draagkracht.evidence.catalogue import Catalogue, read_catalogue
from draagkracht.evidence.checking import check_catalogue
from draagkracht.evidence.polls import MULTIPLE_ANSWER_POLLS
from draagkracht.evidence.reference import read_references, sources_of
from draagkracht.language.units import UNIT_WORDS
from draagkracht.model.figures_used import USED
from draagkracht.model.kinds import DOMAINS
from draagkracht.town.features import FEATURES


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue()


def test_every_figure_the_model_reads_is_there(catalogue: Catalogue) -> None:
    assert USED - catalogue.figures.keys() == set()


def test_the_packaged_figures_are_in_order(catalogue: Catalogue) -> None:
    everything = frozenset(catalogue.figures)
    sources = frozenset(catalogue.sources)
    references = read_references()
    found = check_catalogue(catalogue, used=everything, cited=sources, references=references)
    assert found == []


def test_the_eight_domains_of_life_have_weights_that_can_be_normalised(
    catalogue: Catalogue,
) -> None:
    weights = [catalogue.figure(f"access.domain_{domain}").central for domain in DOMAINS]
    assert sum(weights) == pytest.approx(1.0)


def test_no_source_kept_for_checking_sets_a_figure(catalogue: Catalogue) -> None:
    setting = {
        row.source
        for figure in catalogue.figures.values()
        for row in figure.evidence
        if row.role == "sets"
    }
    assert setting
    assert setting & sources_of(read_references()) == set()


def test_no_poll_of_several_answers_is_behind_the_mix_of_domains(catalogue: Catalogue) -> None:
    mix = [catalogue.figure(f"access.domain_{domain}") for domain in DOMAINS]
    cited = {row.source for figure in mix for row in figure.evidence}
    assert cited & MULTIPLE_ANSWER_POLLS == set()
    assert catalogue.sources.keys() >= MULTIPLE_ANSWER_POLLS


def test_the_absence_that_checks_the_model_does_not_set_it(catalogue: Catalogue) -> None:
    figure = catalogue.figure("team.absence")
    assert figure.central == 0.07
    assert [row.source for row in figure.evidence] == ["azwinfo-verzuim-2023"]


@pytest.mark.parametrize("name", ["helpers.effect", "circles.effect", "partners.pressure_exponent"])
def test_what_no_comparison_found_stays_nothing(catalogue: Catalogue, name: str) -> None:
    figure = catalogue.figure(name)
    assert (figure.low, figure.central, figure.high, figure.status) == (0, 0, 0, "assumed")
    assert figure.evidence


def test_no_two_figures_are_called_the_same(catalogue: Catalogue) -> None:
    labels = Counter(figure.label_nl for figure in catalogue.figures.values())
    assert [label for label, count in labels.items() if count > 1] == []


@pytest.mark.parametrize("group", ["prevention.task_", "prevention.given_"])
def test_the_four_tasks_have_shares_that_can_be_normalised(
    catalogue: Catalogue, group: str
) -> None:
    shares = [figure.central for name, figure in catalogue.figures.items() if group in name]
    assert len(shares) == 4
    assert sum(shares) == pytest.approx(1.0)


def test_a_figure_of_hearsay_has_grade_c_at_most(catalogue: Catalogue) -> None:
    hearsay = [
        row.grade
        for figure in catalogue.figures.values()
        for row in figure.evidence
        if row.reported_by is not None
    ]
    assert hearsay
    assert min(hearsay) >= "C"


def test_the_bound_on_growth_cuts_off_less_than_a_hundredth(catalogue: Catalogue) -> None:
    growth = catalogue.figure("households.growth").spread
    assert growth.quantile(0.99) < catalogue.figure("bounds.growth").central


def test_each_unit_has_dutch_words(catalogue: Catalogue) -> None:
    assert {figure.unit for figure in catalogue.figures.values()} <= UNIT_WORDS.keys()


def test_sentences_for_readers_end_as_sentences(catalogue: Catalogue) -> None:
    texts = [
        text.nl
        for figure in catalogue.figures.values()
        for text in (figure.because, figure.narrow, figure.ask)
        if text is not None
    ]
    assert [text for text in texts if not text.endswith((".", "?"))] == []


def test_files_hold_forty_figures_at_most(catalogue: Catalogue) -> None:
    folder = Path(__file__).parents[2] / "src" / "draagkracht" / "data" / "figures"
    counts = {
        path.name: path.read_text(encoding="utf-8").count("\nstatus ")
        for path in folder.rglob("*.toml")
    }
    assert sum(counts.values()) == len(catalogue.figures)
    assert max(counts.values()) <= 40


WIJKEN_2024 = "wijk/kwb2024_wijken_kern.csv"
WIJKEN_2024_PART = "wijk/kwb2024_wijken_deel.csv"
WIJKEN_2022 = "wijk/kwb2022_wijken_tmap.csv"
MUNICIPALITIES_2024 = "gemeente/kwb2024_gemeenten_volledig.csv"

ASSISTANCE = pl.col("aantal_personen_met_een_alg_bijstandsuitkering_tot")
DISABILITY = pl.col("aantal_personen_met_een_ao_uitkering_totaal")
ONE_PERSON = pl.col("percentage_eenpersoonshuishoudens") / 100
RESIDENTS = pl.col("aantal_inwoners")
HOUSEHOLDS = pl.col("aantal_huishoudens")
HOUSEHOLDS_SHORT = pl.col("huishoudens")

# Figure -> file, value of an area, its weight.
COMPUTED_FROM: dict[str, tuple[str, pl.Expr, pl.Expr]] = {}
for _kind in ("mean", "sd"):
    COMPUTED_FROM |= {
        f"{_kind}_aged_65_plus": (
            WIJKEN_2024,
            pl.col("inwoners65plus") / pl.col("inwoners"),
            HOUSEHOLDS_SHORT,
        ),
        f"{_kind}_rented": (WIJKEN_2024, 1 - pl.col("koopwoningen") / 100, HOUSEHOLDS_SHORT),
        f"{_kind}_household_size": (WIJKEN_2024, pl.col("huishoudensgrootte"), HOUSEHOLDS_SHORT),
        f"{_kind}_lowest_40_income": (
            WIJKEN_2022,
            pl.col("pct_personen_laagste_40_inkomen") / 100,
            HOUSEHOLDS_SHORT,
        ),
    }
    _file = MUNICIPALITIES_2024 if _kind == "mean" else WIJKEN_2024_PART
    COMPUTED_FROM |= {
        f"{_kind}_social_assistance": (_file, ASSISTANCE / RESIDENTS, HOUSEHOLDS),
        f"{_kind}_disability": (_file, DISABILITY / RESIDENTS, HOUSEHOLDS),
        f"{_kind}_one_person": (_file, ONE_PERSON, HOUSEHOLDS),
    }


def areas(folder: Path, file: str) -> pl.DataFrame:
    table = pl.read_csv(folder / file, infer_schema_length=None)
    if file == WIJKEN_2022:
        of_2024 = pl.read_csv(folder / WIJKEN_2024, infer_schema_length=None)
        table = table.join(of_2024, left_on="wijkcode", right_on="code")
    return table


@pytest.mark.parametrize("short", COMPUTED_FROM)
def test_the_scale_of_a_feature_is_that_of_the_data(
    catalogue: Catalogue, shared_data: Path, short: str
) -> None:
    file, value, weight = COMPUTED_FROM[short]
    known = areas(shared_data, file).select(value=value, weight=weight).drop_nulls()
    known = known.filter(pl.col("weight") > 0)
    values, weights = known["value"].to_numpy(), known["weight"].to_numpy()
    mean = float((values * weights).sum() / weights.sum())
    sd = float((((values - mean) ** 2 * weights).sum() / weights.sum()) ** 0.5)
    figure = catalogue.figure(f"households.risk_{short}")
    assert figure.central == pytest.approx(mean if short.startswith("mean") else sd, rel=1e-3)
    assert f"({len(values)} " in figure.meaning


def test_every_feature_has_a_weight_and_a_scale(catalogue: Catalogue) -> None:
    kinds = ("weight", "mean", "sd")
    names = {f"households.risk_{kind}_{feature}" for kind in kinds for feature in FEATURES}
    assert names - catalogue.figures.keys() == set()


def test_the_residents_of_utrecht_are_those_of_the_data(
    catalogue: Catalogue, shared_data: Path
) -> None:
    table = pl.read_csv(shared_data / "gemeente/gemeentelijst_342.csv", infer_schema_length=None)
    (row,) = [row for row in table.iter_rows() if "GM0344" in row]
    assert catalogue.figure("team.fte_per_1000_residents").numbers["residents"] in row
