"""What holds around a team this week: the world, prevention, outreach, and people who help."""

from typing import Final

from numba.extending import register_jitable

from draagkracht.engine.arrays import Records
from draagkracht.model import ledger as book
from draagkracht.model.helping import eased_hours, helpers_after_week, recovery_in_circles
from draagkracht.model.pressure import smoothed
from draagkracht.model.prevention import outreach_factor, relative_to_present

WEEKS_A_YEAR: Final = 52


@register_jitable
def watch_present(own: Records, week: int, today: int) -> None:
    """Note what prevention and strain are in the last year before today: that is the present.

    Without a run-in the present is the first week.
    """
    if not max(0, today - WEEKS_A_YEAR) <= week < max(1, today):
        return
    own.seen += 1.0
    own.reach_now += (own.reach - own.reach_now) / own.seen
    own.strain_now += (own.strain - own.strain_now) / own.seen
    own.stock = own.reach_now


@register_jitable
def set_surroundings(
    team: Records, lever: Records, world: Records, week: int, followed: bool
) -> None:
    """Set what holds for households this week: growth, prevention, outreach, partners, circles.

    `followed` says whether today has come: before it prevention is what it is.
    """
    own = team.own
    figures = team.figures
    own.growth = world.growth
    own.growth_bound = team.growth_bound[min(week // WEEKS_A_YEAR, team.years - 1)]
    own.informal = world.informal
    own.referring = lever.partners_referral_factor
    own.partner_time = lever.partners_time_factor * world.partner
    outreach = 1.0
    own.staying = 1.0
    if followed:
        own.stock = smoothed(own.stock, own.reach, figures.prevention_lag / team.tick)
        own.staying = relative_to_present(
            own.stock, own.reach_now, figures.prevention_most, figures.prevention_curvature
        )
        outreach = outreach_factor(
            figures.outreach_effect, own.reach, own.reach_now, figures.asking_bound
        )
    own.asking = min(figures.asking_bound, lever.access_request_factor * outreach)
    members = lever.circles_number * own.residents * figures.circle_members
    circles = recovery_in_circles(lever.circles_effect, members, float(own.vulnerable))
    own.recovering = min(figures.recovery_bound, world.informal * circles)


@register_jitable
def set_helpers(team: Records, lever: Records) -> None:
    """Let helpers come and go, and set how much they ease the hours of new cases."""
    own = team.own
    figures = team.figures
    own.helpers = helpers_after_week(
        own.helpers,
        lever.helpers_recruitment * own.residents * team.tick,
        lever.helpers_give_back_share * own.giving_back,
        min(1.0, figures.helper_drop_out * team.tick),
        figures.helper_supply * own.residents,
    )
    own.giving_back = 0.0
    helping = own.helpers * figures.helper_hours
    own.eased = eased_hours(
        lever.helpers_effect,
        figures.helper_replaceable,
        helping * figures.helper_suitable,
        own.arriving,
    )
    members = lever.circles_number * own.residents * figures.circle_members
    asked = helping + members * figures.circle_member_hours + lever.residents_card_hours
    hours = team.ledger.hours
    hours[book.H_HELPERS] += own.helpers
    hours[book.H_HELPER_HOURS] += helping * team.tick
    hours[book.H_RESIDENT] += asked * team.tick
