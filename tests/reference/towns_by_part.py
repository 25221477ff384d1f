"""Small towns in which one part of the model is put to the test, and what must happen there."""

from typing import Final

from reference.small_town import SmallTown
from reference.towns import BUSY, WAITS

PARTNERS: Final = {
    "partners who let wait for long": (
        SmallTown(
            world={"partner": 4.0},
            changes=((13, "partners_referral_factor", 2.0), (40, "partners_time_factor", 0.3)),
        ),
        BUSY,
    ),
    "partners who are asked under pressure alone": (
        SmallTown(fte=0.6, partner_chance=(0.0, 0.2, 0.2), figures={"partner_pressure": 3.0}),
        BUSY | WAITS,
    ),
    "partners for everyone, at once and for all of the work": (
        SmallTown(
            partner_chance=(1.0, 1.0, 1.0),
            figures={
                "partner_hours_before": 0.0,
                "partner_hours_kept": 0.0,
                "partner_fixed_share": 1.0,
            },
        ),
        BUSY,
    ),
    "partners who never wait": (
        SmallTown(changes=((0, "partners_time_factor", 0.0),)),
        BUSY,
    ),
    "a partner for every crisis, under a low cap": (
        SmallTown(partner_chance=(0.0, 0.0, 0.9), levers={"casework_caseload_cap": 8.0}),
        BUSY | WAITS,
    ),
}
RESPONSES: Final = {
    "corners that are cut to the floor": (
        SmallTown(fte=0.5, figures={"cutting_exponent": 1.0, "quality_exponent": 3.0}),
        BUSY | WAITS,
    ),
    "work that expands to the ceiling": (
        SmallTown(fte=4.0, figures={"cutting_exponent": 1.0}),
        BUSY,
    ),
    "a pressure that swings around one": (
        SmallTown(
            figures={"cutting_exponent": 0.8},
            changes=tuple((8 * n, "team_capacity_factor", 0.5 + n % 2) for n in range(9)),
        ),
        BUSY | WAITS,
    ),
    "overtime that is paid": (
        SmallTown(fte=0.7, figures={"overtime_given_back": 0.0, "overtime_slope": 1.0}),
        BUSY | WAITS,
    ),
    "overtime that is all given back within the tick": (
        SmallTown(fte=0.7, figures={"overtime_given_back": 1.0, "overtime_return": 0.5}),
        BUSY | WAITS,
    ),
    "overtime from one week to the next": (
        SmallTown(figures={"overtime_memory": 0.5, "overtime_slope": 2.0, "overtime_most": 0.5}),
        BUSY | WAITS,
    ),
    "prevention that makes way altogether, then half of it": (
        SmallTown(
            fte=0.6, figures={"crowding_slope": 9.0}, changes=((40, "prevention_protected", 0.5),)
        ),
        BUSY | WAITS,
    ),
}
PREVENTION: Final = {
    "more and more prevention": (
        SmallTown(
            run_in=52,
            weeks=104,
            changes=((0, "team_prevention_share", 0.2), (50, "team_prevention_share", 0.4)),
        ),
        BUSY | WAITS,
    ),
    "prevention that falls away": (
        SmallTown(
            run_in=52,
            weeks=104,
            levers={"team_prevention_share": 0.3},
            changes=((4, "team_prevention_share", 0.0),),
        ),
        BUSY,
    ),
    "outreach that finds everyone": (
        SmallTown(figures={"outreach_effect": 3.0}, changes=((13, "team_prevention_share", 0.3),)),
        BUSY | WAITS,
    ),
    "prevention without residents": (SmallTown(residents=0.0), BUSY),
    "beyond the norm": (
        SmallTown(figures={"prevention_norm": 1.0}, changes=((9, "team_prevention_share", 0.2),)),
        BUSY,
    ),
}
HELPING: Final = {
    "helpers who are recruited and given up again": (
        SmallTown(
            weeks=104,
            changes=((5, "helpers_recruitment", 45.0), (60, "helpers_recruitment", 0.0)),
            figures={"helper_drop_out": 0.05},
        ),
        BUSY | WAITS,
    ),
    "helpers who all have recovered themselves": (
        SmallTown(weeks=104, changes=((0, "helpers_give_back_share", 1.0),)),
        BUSY,
    ),
    "more helpers than there are": (
        SmallTown(figures={"helper_supply": 9.0}, changes=((5, "helpers_recruitment", 50.0),)),
        BUSY,
    ),
    "helpers who cost more than they help": (
        SmallTown(
            levers={"helpers_effect": 0.0, "helpers_coordinator_hours": 0.5},
            changes=((5, "helpers_recruitment", 40.0), (40, "helpers_coordinator_hours", 0.1)),
        ),
        BUSY | WAITS,
    ),
    "circles": (
        SmallTown(weeks=104, changes=((5, "circles_number", 5.0), (60, "circles_effect", 0.2))),
        BUSY,
    ),
    "so many circles that recovery meets its bound": (
        SmallTown(levers={"circles_effect": 2.0}, changes=((5, "circles_number", 20.0),)),
        {"requested", "recovered_alone"},
    ),
}
STAFF: Final = {
    "positions that come and go": (
        SmallTown(
            weeks=104,
            changes=tuple((9 * n, "team_fte_factor", (1.6, 0.4, 1.0)[n % 3]) for n in range(11)),
        ),
        BUSY | WAITS,
    ),
    "everyone ill": (
        SmallTown(figures={"long_rate": 9.0, "long_length": 1e9}),
        {"given_up", "requested"},
    ),
    "more vacancies than positions": (
        SmallTown(figures={"departure_rate": 0.3, "vacancy_length": 300.0}),
        {"given_up", "requested"},
    ),
    "nobody ill and nobody leaving": (
        SmallTown(figures={"short_rate": 0.0, "long_rate": 0.0, "departure_rate": 0.0}),
        BUSY,
    ),
    "a team of one": (SmallTown(figures={"fte_per_person": 1.0}), BUSY),
    "a last position of a sliver": (
        SmallTown(fte=0.9, figures={"fte_per_person": 0.3}, changes=((9, "team_fte_factor", 1.0),)),
        BUSY,
    ),
    "spells and vacancies of days": (
        SmallTown(
            figures={
                "short_rate": 0.5,
                "short_length": 0.2,
                "long_rate": 0.3,
                "long_length": 0.4,
                "departure_rate": 0.2,
                "vacancy_length": 0.3,
            }
        ),
        BUSY,
    ),
    "levers on staff": (
        SmallTown(
            weeks=104,
            changes=(
                (5, "staff_absence_factor", 2.0),
                (20, "staff_departure_factor", 3.0),
                (30, "staff_vacancy_factor", 0.4),
                (50, "staff_absence_factor", 0.3),
                (60, "staff_vacancy_factor", 3.0),
                (61, "team_fte_factor", 1.5),
            ),
        ),
        BUSY | WAITS,
    ),
    "strain from the first day": (
        SmallTown(run_in=52, weeks=104, fte=0.7, figures={"strain_reference": 0.3}),
        BUSY | WAITS,
    ),
    "strain that is relieved": (
        SmallTown(
            run_in=52,
            weeks=104,
            fte=0.6,
            changes=((0, "team_fte_factor", 2.5), (60, "staff_strain_factor", 0.0)),
        ),
        BUSY | WAITS,
    ),
    "newcomers without onboarding": (
        SmallTown(figures={"onboarding": 0.0, "departure_rate": 0.05}),
        BUSY,
    ),
    "newcomers for ever": (
        SmallTown(figures={"newcomer_until": 1e6, "onboarding": 200.0, "departure_rate": 0.05}),
        BUSY | WAITS,
    ),
}
WORLD: Final = {
    "a shock of everything": (
        SmallTown(
            weeks=104,
            shocks=(
                (10, 30, "growth", 1.4),
                (12, 40, "vacancy", 4.0),
                (14, 44, "departure", 3.0),
                (20, 46, "partner", 3.0),
                (25, 50, "informal", 0.5),
                (30, 60, "formation", 0.6),
                (35, 80, "holding", 0.5),
            ),
        ),
        BUSY | WAITS,
    ),
    "people who do more for themselves than the bound": (
        SmallTown(world={"informal": 2.0}),
        BUSY | {"recovered_alone"},
    ),
    "a town that cuts its formation": (
        SmallTown(world={"formation": 0.7}, shocks=((20, 40, "formation", 1.3),)),
        BUSY | WAITS,
    ),
}
TOWNS_BY_PART: Final = {
    **PARTNERS,
    **RESPONSES,
    **PREVENTION,
    **HELPING,
    **STAFF,
    **WORLD,
}
