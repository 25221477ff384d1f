"""No scenario passes the bounds that households draw against."""

from dataclasses import replace

import pytest

from draagkracht.documents.errors import DraagkrachtError, OutOfRange
from draagkracht.evidence.catalogue import read_catalogue
from draagkracht.scenarios.bounds import check_bounds
from draagkracht.scenarios.composing import compose_scenarios
from draagkracht.scenarios.errors import TooMuchTogether
from draagkracht.scenarios.reading import packaged_scenarios
from draagkracht.scenarios.scenario import Scenario
from scenarios.worlds import hold, scenario, shock


def test_a_shock_above_the_bound_of_the_catalogue_is_refused() -> None:
    check_bounds(scenario(shock(factor=2.0)), read_catalogue())
    with pytest.raises(OutOfRange) as caught:
        check_bounds(scenario(shock(factor=2.1)), read_catalogue())
    assert str(caught.value) == (
        "shock 1 (households.becoming_vulnerable) › factor: 2.1 kan hier niet. "
        "Geef een getal van ten hoogste 2."
    )


def test_growth_held_at_any_quantile_stays_under_its_bound_or_is_refused() -> None:
    catalogue = read_catalogue()
    most = catalogue.figure("bounds.growth").central
    spread = catalogue.figure("households.growth").spread
    for quantile in (0.01, 0.5, 0.9, 0.99):
        held = scenario(hold(quantile=quantile))
        if spread.quantile(quantile) <= most:
            check_bounds(held, catalogue)
        else:
            with pytest.raises(DraagkrachtError, match="Kies een lager kwantiel"):
                check_bounds(held, catalogue)


def test_growth_beyond_its_bound_is_told_in_dutch_numbers() -> None:
    catalogue = read_catalogue()
    low = catalogue.figure("bounds.growth").model_copy(update={"central": 0.03})
    figures = {**catalogue.figures, "bounds.growth": low}
    with pytest.raises(DraagkrachtError) as caught:
        check_bounds(scenario(hold(quantile=0.9)), replace(catalogue, figures=figures))
    assert str(caught.value) == (
        "hold 1 (households.growth) › quantile: Bij dit kwantiel is de groei 0,05 per jaar; "
        "de grens is 0,03. Kies een lager kwantiel."
    )


def test_every_packaged_scenario_stays_within_its_bounds() -> None:
    for each in packaged_scenarios():
        check_bounds(each, read_catalogue())


def together(*factors: float, start: int = 12) -> Scenario:
    return compose_scenarios(
        *(
            scenario(shock(factor=factor, start=start + 6 * number), name=f"schok_{number}")
            for number, factor in enumerate(factors)
        )
    )


def test_shocks_that_pass_the_bound_only_together_are_refused() -> None:
    check_bounds(together(1.4, 1.4), read_catalogue())
    with pytest.raises(TooMuchTogether) as caught:
        check_bounds(together(1.4, 1.5), read_catalogue())
    assert str(caught.value) == (
        'shock (households.becoming_vulnerable): De schokken van "households.becoming_vulnerable" '
        "geven in maand 18 samen een factor 2,1; de hoogste is 2. "
        "Laat een scenario weg, of kies een kleinere factor."
    )


def test_shocks_that_never_meet_do_not_add_up() -> None:
    apart = compose_scenarios(
        scenario(shock(factor=1.9), name="nu"), scenario(shock(factor=1.9, start=24), name="dan")
    )
    check_bounds(apart, read_catalogue())


def test_one_shock_above_the_bound_is_refused_in_company_too() -> None:
    with pytest.raises(OutOfRange) as caught:
        check_bounds(together(0.1, 2.5), read_catalogue())
    assert caught.value.place == "shock (households.becoming_vulnerable) › factor"


def test_own_networks_cannot_help_beyond_what_recovery_allows() -> None:
    rows = (hold("informal.factor", 0.9), shock("informal.factor", 1.3))
    check_bounds(scenario(*rows), read_catalogue())
    with pytest.raises(DraagkrachtError) as caught:
        check_bounds(scenario(rows[0], shock("informal.factor", 1.4)), read_catalogue())
    assert str(caught.value) == (
        "hold (informal.factor): Eigen netwerken helpen dan 1,54 keer zo veel als nu; de grens is "
        "1,5. Kies een lager kwantiel of een kleinere factor."
    )
    with pytest.raises(DraagkrachtError) as shocked:
        check_bounds(scenario(shock("informal.factor", 1.9)), read_catalogue())
    assert str(shocked.value) == (
        "shock (informal.factor): Eigen netwerken helpen dan 1,9 keer zo veel als nu; de grens is "
        "1,5. Kies een kleinere factor."
    )
