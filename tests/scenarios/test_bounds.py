"""No scenario passes the bounds that households draw against."""

import pytest

from draagkracht.documents.errors import DraagkrachtError, OutOfRange
from draagkracht.evidence.catalogue import read_catalogue
from draagkracht.scenarios.bounds import check_bounds
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
