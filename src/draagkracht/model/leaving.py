"""M11: who leaves, how long the place stays empty, and what a newcomer can and costs.

As with absence, departures are those seen under the strain of today.
"""

from numba.extending import register_jitable


@register_jitable
def departure_factor(effect: float, strain: float, present: float, sensitivity: float) -> float:
    """Factor on departures at strain sigma; newcomers feel it `sensitivity` times as much.

    >>> departure_factor(0.5, 0.4, 0.4, 1.5), round(departure_factor(0.5, 1.0, 0.4, 1.5), 12)
    (1.0, 1.45)
    """
    return max(0.0, 1.0 + effect * sensitivity * (strain - present))


@register_jitable
def productivity(service: float, at_first: float, onboarding: float) -> float:
    """What someone does after `service`, growing in a straight line over `onboarding` time.

    >>> productivity(13.0, 0.5, 26.0), productivity(80.0, 0.5, 26.0), productivity(0.0, 0.5, 0.0)
    (0.75, 1.0, 1.0)
    """
    if service >= onboarding:
        return 1.0
    return at_first + (1.0 - at_first) * service / onboarding


def vacancy_time(vacancies: float, absence: float, departures: float) -> float:
    """How long a place stays empty when `vacancies` is the vacant share and absent do not leave.

    Of who fills a place, `absence` is ill; departures are a rate (1/time) of who is present.

    >>> round(vacancy_time(0.05, 0.0, 0.1), 6), vacancy_time(0.0, 0.1, 0.0)
    (0.526316, 0.0)
    """
    if vacancies <= 0.0 or departures <= 0.0:
        return 0.0
    return vacancies / (1.0 - vacancies) / (departures * (1.0 - absence))
