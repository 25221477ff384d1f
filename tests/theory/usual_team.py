"""A team with every mechanism on: central figures of the catalogue, near its capacity."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from draagkracht.engine.arrays import FloatArray
from draagkracht.evidence.catalogue import read_catalogue
from draagkracht.model.figures_used import FIGURES
from draagkracht.model.kinds import DOMAINS, KINDS
from draagkracht.model.levers import LEVERS
from draagkracht.simulation.loading import kernel_figures
from theory.one_team import OneTeam

WEEKS_A_YEAR = 52.0
# Where the lever of today stands still, so that what it would do is exercised too.
MOVED: Mapping[str, float] = {
    "access_request_factor": 1.1,
    "access_diverted_share": 0.2,
    "casework_hours_factor": 1.05,
    "casework_follow_up_hours": 1.0,
    "casework_recovery_factor": 1.1,
    "partners_referral_factor": 1.1,
    "partners_time_factor": 1.2,
    "prevention_protected": 0.3,
    "team_card_hours": 6.0,
    "team_overhead_share": 0.02,
    "team_capacity_factor": 1.02,
    "staff_absence_factor": 1.1,
    "staff_departure_factor": 1.2,
    "staff_vacancy_factor": 1.1,
    "staff_strain_factor": 1.2,
    "helpers_recruitment": 2.0,
    "helpers_give_back_share": 0.1,
    "helpers_effect": 0.5,
    "circles_number": 0.1,
    "circles_effect": 0.5,
    "residents_card_hours": 3.0,
}
OFF_AT_CENTRE: Final[Mapping[str, float]] = {"partner_pressure": 0.5}
WORLD: Final[Mapping[str, float]] = {
    "vacancy": 1.1,
    "departure": 1.1,
    "partner": 1.2,
    "informal": 0.9,
    "formation": 0.98,
    "holding": 0.95,
}


def central_values() -> dict[str, float]:
    """Every figure of the catalogue at its centre, in its own unit."""
    figures = read_catalogue().figures
    return {name: figure.spread.central for name, figure in figures.items()}


def by_domain(values: Mapping[str, float], group: str) -> FloatArray:
    return np.array([values[f"{group}_{domain}"] for domain in DOMAINS])


def usual_team(fte: float = 20.0) -> OneTeam:
    """Households and staff as in a wijkteam of a middle-sized town."""
    values = central_values()
    record = kernel_figures(values)
    figures = {name: float(record[name][0]) for name in FIGURES.names or ()}
    levers = {
        name.replace(".", "_"): values[name] if lever.today is None else lever.today
        for name, lever in LEVERS.items()
    }
    mix = by_domain(values, "access.domain")
    mix = mix / mix.sum()
    ratios = by_domain(values, "partners.ratio")
    chances = np.array([values[f"partners.chance_{kind}"] for kind in KINDS])
    return OneTeam(
        households=12000,
        fte=fte,
        figures={**figures, **OFF_AT_CENTRE},
        levers={**levers, **MOVED},
        today=52,
        hazard=values["households.becoming_vulnerable"] / WEEKS_A_YEAR,
        vulnerable=0.15,
        growth_bound=(1.2,),
        world=WORLD,
        open_cases=400,
        waiting=100,
        wait=8.0,
        waiting_multiple=0.4,
        residents=26.0,
        domains=tuple(mix.tolist()),
        domain_hours=(1.1, 0.9, 1.2, 1.3, 1.0, 0.8, 0.7, 1.05),
        partner_chance=np.outer(chances, ratios / (ratios * mix).sum()).tolist(),
        partner_wait=tuple(by_domain(values, "partners.wait").tolist()),
    )
