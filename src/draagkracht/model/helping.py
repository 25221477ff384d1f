"""M9: people who help, as volunteers beside a team and in circles of their own.

They cost coordination always, and change a team's hours only as far as a figure says so: where
controlled studies found no effect that figure is 0. Hours of residents are a cost too.
"""

from numba.extending import register_jitable

WEEKS_A_YEAR = 52.0


@register_jitable
def helpers_after_week(
    helpers: float, recruited: float, giving_back: float, drop_out: float, most: float
) -> float:
    """Helpers a week later: who was found and who gives back come in, a share stops.

    `recruited` in persons a year (times the length of a week, 1 unless time is told in another
    unit), `drop_out` is the share that stops in the week, `most` the supply in persons.

    >>> (
    ...     helpers_after_week(10.0, 52.0, 0.5, 0.1, 100.0),
    ...     helpers_after_week(10.0, 520.0, 0.0, 0.0, 12.0),
    ... )
    (10.5, 12.0)
    """
    return min(most, helpers + recruited / WEEKS_A_YEAR + giving_back - drop_out * helpers)


@register_jitable
def eased_hours(effect: float, replaceable: float, hours: float, arriving: float) -> float:
    """Factor on the hours of new cases; `hours` of fitting help and `arriving` work, a week.

    >>> eased_hours(0.5, 0.1, 20.0, 100.0), eased_hours(0.0, 0.1, 20.0, 100.0)
    (0.95, 1.0)
    """
    if arriving <= 0.0:
        return 1.0
    return 1.0 - effect * min(replaceable, hours / arriving)


@register_jitable
def recovery_in_circles(effect: float, members: float, vulnerable: float) -> float:
    """Factor on natural recovery when `members` of the vulnerable households sit in a circle.

    >>> recovery_in_circles(0.5, 20.0, 200.0), recovery_in_circles(0.0, 20.0, 200.0)
    (1.05, 1.0)
    """
    if vulnerable <= 0.0:
        return 1.0
    return 1.0 + effect * min(1.0, members / vulnerable)
