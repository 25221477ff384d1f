"""From the ledger of one member to the closed list of measures."""

from collections.abc import Mapping

import numpy as np

from draagkracht.engine.arrays import CountArray, FloatArray
from draagkracht.model import ledger as book
from draagkracht.model.curves import waiting
from draagkracht.model.kinds import CRISIS
from draagkracht.model.ledger import Accounts
from draagkracht.model.measures import MEASURES
from draagkracht.simulation.places import Place, group_ranges

_QUARTERS_A_YEAR = 4.0


def measure(accounts: Accounts, places: tuple[Place, ...]) -> dict[str, FloatArray]:
    """Every measure by name: shape (places, quarters + 1, kinds), the last quarter the horizon.

    Kinds are single, multiple, crisis and all together where a measure has kinds, else one.
    `accounts` holds the quarters from today on, with `hours` of shape (teams, quarters, HOURS).
    What does not exist at a place or in a quarter is NaN here, and left out of any report.
    """
    first, last = group_ranges(places)
    counts = _over_places(accounts.counts, places)
    values = _of_residents(counts, places)
    curves = np.zeros((len(places), counts.shape[1], book.KIND_COUNT + 1, 2))
    waiting(
        accounts.counts, accounts.exposed, accounts.spared, accounts.started, first, last, curves
    )
    values["waiting_time"] = curves[..., 0]
    values["waiting_time_p90"] = curves[..., 1]
    values.update(_of_teams(counts, accounts.hours, places))
    return {name: _told(name, values[name], places) for name in MEASURES}


def _over_places(counts: CountArray, places: tuple[Place, ...]) -> CountArray:
    """Counts by place, quarter and horizon, kind and all kinds: sums of whole numbers."""
    by_place = np.stack([counts[p.first_group : p.last_group].sum(axis=0) for p in places])
    with_horizon = np.concatenate([by_place, by_place.sum(axis=1, keepdims=True)], axis=1)
    all_kinds = with_horizon.sum(axis=2, keepdims=True)
    return np.concatenate([with_horizon, all_kinds], axis=2)


def _of_residents(counts: CountArray, places: tuple[Place, ...]) -> dict[str, FloatArray]:
    households = np.array([float(place.households) for place in places])[:, None, None]
    quarters = counts.shape[1] - 1
    years = np.full((1, quarters + 1, 1), 1 / _QUARTERS_A_YEAR)
    years[0, -1, 0] = quarters / _QUARTERS_A_YEAR
    ticks = years * _QUARTERS_A_YEAR * book.QUARTER
    yearly = 1000.0 / households / years
    crisis = (
        counts[:, :, CRISIS : CRISIS + 1, book.REQUESTED]
        + (counts[:, :, CRISIS : CRISIS + 1, book.ESCALATED_IN])
    )
    every = counts[:, :, -1:]
    vulnerable = every[..., book.TIME_VULNERABLE] / book.PARTS / ticks
    helped = every[..., book.STARTED] + every[..., book.ANSWERED_AT_ONCE]
    helped = helped + every[..., book.TO_DESK] - every[..., book.MISSED]
    helped = helped + every[..., book.TO_PARTNER]
    recovered = every[..., book.RECOVERED] + every[..., book.RECOVERED_ALONE]
    return {
        "requests": counts[..., book.REQUESTED] / years,
        "waiting_list": counts[..., book.TIME_WAITING] / book.PARTS / ticks,
        "given_up": (counts[..., book.GIVEN_UP] + counts[..., book.TURNED_AWAY]) * yearly,
        "escalated": counts[..., book.ESCALATED_OUT] * yearly,
        "crisis_requests": crisis * yearly,
        "lead_time": _over(counts[..., book.LEAD_TIME] / book.PARTS, counts[..., book.CLOSED]),
        "vulnerable_households": vulnerable / households,
        "recovered": recovered * yearly,
        "recurrence": _over(every[..., book.RECURRED], every[..., book.REQUESTED]),
        "helped_per_100_vulnerable": _over(100.0 * helped / years, vulnerable),
    }


def _of_teams(
    counts: CountArray, hours: FloatArray, places: tuple[Place, ...]
) -> dict[str, FloatArray]:
    by_quarter = np.stack([hours[p.first_team : p.last_team].sum(axis=0) for p in places])
    ticks = np.full((by_quarter.shape[1],), float(book.QUARTER))
    total = np.concatenate([by_quarter, by_quarter.sum(axis=1, keepdims=True)], axis=1)
    every = np.concatenate([ticks, [ticks.sum()]])[None, :]
    contract = total[..., book.H_CONTRACT]
    direct = sum(
        total[..., column] for column in (book.H_SHARED, book.H_HELD, book.H_CONTACT, book.H_ADVICE)
    )
    fte = total[..., book.H_FTE] / every
    open_cases = counts[:, :, -1, book.TIME_OPEN] / book.PARTS / every
    shares: Mapping[str, FloatArray] = {
        "direct_share": np.asarray(direct),
        "administration_share": total[..., book.H_ADMINISTRATION],
        "meeting_share": total[..., book.H_MEETING],
        "overhead_share": total[..., book.H_OVERHEAD],
        "prevention_share": total[..., book.H_PREVENTION],
    }
    values = {name: _over(part, contract)[..., None] for name, part in shares.items()}
    values["open_cases_per_fte"] = _over(open_cases, fte)[..., None]
    values["pressure"] = _over(total[..., book.H_PRESSURE], total[..., book.H_FTE])[..., None]
    return values


def _over(part: FloatArray | CountArray, whole: FloatArray | CountArray) -> FloatArray:
    """`part / whole`, NaN where there is no whole."""
    top = np.asarray(part, dtype=np.float64)
    low = np.broadcast_to(np.asarray(whole, dtype=np.float64), top.shape)
    return np.divide(top, low, out=np.full(top.shape, np.nan), where=low > 0)


def _told(name: str, values: FloatArray, places: tuple[Place, ...]) -> FloatArray:
    """Only at the places where the measure is told."""
    if not MEASURES[name].by_wijk:
        hidden = np.array([place.level == "wijk" for place in places])
        values = np.where(hidden[:, None, None], np.nan, values)
    return np.ascontiguousarray(values)
