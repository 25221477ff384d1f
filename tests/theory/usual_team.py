"""A team with every mechanism on: central figures of the catalogue, near its capacity."""

from collections.abc import Mapping

from draagkracht.evidence.catalogue import read_catalogue
from draagkracht.model.figures_used import KERNEL_FIGURES
from draagkracht.model.levers import LEVERS
from theory.one_team import OneTeam

WEEKS_A_YEAR = 52.0
# Where the lever of today stands still, so that what it would do is exercised too.
MOVED: Mapping[str, float] = {
    "access_request_factor": 1.1,
    "access_diverted_share": 0.2,
    "casework_hours_factor": 1.05,
    "casework_follow_up_hours": 1.0,
    "team_card_hours": 6.0,
}


def usual_team(fte: float = 20.0) -> OneTeam:
    """Households and staff as in a wijkteam of a middle-sized town."""
    catalogue = read_catalogue()

    def central(name: str) -> float:
        figure = catalogue.figure(name)
        yearly = figure.unit == "1/year"
        return figure.spread.central / (WEEKS_A_YEAR if yearly else 1.0)

    figures = {field: central(name) for field, name in KERNEL_FIGURES.items()}
    figures["request_bound"] = 2.8
    levers = {
        name.replace(".", "_"): central(name) if lever.today is None else lever.today
        for name, lever in LEVERS.items()
    }
    return OneTeam(
        households=12000,
        fte=fte,
        figures=figures,
        levers=levers | MOVED,
        hazard=central("households.becoming_vulnerable"),
        vulnerable=0.15,
        growth_bound=(1.2,),
        open_cases=400,
        waiting=100,
        wait=8.0,
        waiting_multiple=0.4,
    )
