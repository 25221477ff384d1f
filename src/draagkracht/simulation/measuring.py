"""From the ledger of one member to the closed list of measures."""

from collections.abc import Mapping, Sequence

import numpy as np

from draagkracht.engine.arrays import CountArray, FloatArray
from draagkracht.model import ledger as book
from draagkracht.model.curves import waiting
from draagkracht.model.kinds import CRISIS, TASKS
from draagkracht.model.ledger import Accounts
from draagkracht.model.measures import MEASURES
from draagkracht.model.money import running_costs
from draagkracht.model.work import work_asked
from draagkracht.simulation.places import Place, group_ranges

_QUARTERS_A_YEAR = 4.0


def measure(
    accounts: Accounts,
    places: tuple[Place, ...],
    values: Mapping[str, float],
    costs: FloatArray,
    by_municipality: CountArray,
) -> dict[str, FloatArray]:
    """Every measure by name: shape (places, quarters + 1, parts), the last quarter the horizon.

    Parts are the kinds or tasks of a measure and all together where it has them, else one.
    `accounts` holds the quarters from today on, with `hours` of shape (teams, quarters, HOURS);
    `values` are the member's figures, `costs` the euros of each team and quarter (teams,
    quarters), those of cards among them; `by_municipality` puts the wijk groups in the order of
    municipalities. What does not exist at a place or in a quarter is NaN here, and left out of
    any report. The two balances are still what is asked and spent: `balanced` sets them off.
    """
    found = _of_residents(accounts, places)
    municipal = tuple(place for place in places if place.level == "municipality")
    if municipal:
        theirs = _of_residents(_in_order(accounts, by_municipality), municipal)
        rows = [number for number, place in enumerate(places) if place in municipal]
        for name, table in theirs.items():
            found[name][rows] = table
    hours = _hours_over_places(accounts.hours, places)
    found["open_cases_per_fte"] = _over(found["open_cases_per_fte"], _fte(hours))
    found.update(_of_teams(hours))
    found["tasks_undone"] = _tasks_undone(hours, places, values)
    found.update(_of_helpers(hours))
    found["costs"] = _costs_over_places(costs, places)
    found["hours_balance"] = work_asked(hours).sum(axis=-1)[..., None] / _years(hours)[..., None]
    found["euro_balance"] = found["costs"]
    return {name: _told(name, found[name], places) for name in MEASURES}


def balanced(
    found: Mapping[str, FloatArray], carrying_on: Mapping[str, FloatArray]
) -> dict[str, FloatArray]:
    """The measures of a koers with its balances set off against carrying on: more is better."""
    against = {name: carrying_on[name] - found[name] for name in ("hours_balance", "euro_balance")}
    return {**found, **against}


def _over_places(counts: CountArray, places: tuple[Place, ...]) -> CountArray:
    """Counts by place, quarter and horizon, kind and all kinds: sums of whole numbers."""
    by_place = np.stack([counts[p.first_group : p.last_group].sum(axis=0) for p in places])
    with_horizon = np.concatenate([by_place, by_place.sum(axis=1, keepdims=True)], axis=1)
    all_kinds = with_horizon.sum(axis=2, keepdims=True)
    return np.concatenate([with_horizon, all_kinds], axis=2)


def _in_order(accounts: Accounts, order: CountArray) -> Accounts:
    """The same accounts with the wijk groups in another order."""
    return accounts._replace(
        counts=accounts.counts[order],
        exposed=accounts.exposed[order],
        spared=accounts.spared[order],
        started=accounts.started[order],
    )


def _of_residents(accounts: Accounts, places: tuple[Place, ...]) -> dict[str, FloatArray]:
    """What follows from the counts of wijk groups, and how long residents wait."""
    counts = _over_places(accounts.counts, places)
    first, last = group_ranges(places)
    curves = np.zeros((len(places), counts.shape[1], book.KIND_COUNT + 1, 2))
    waiting(
        accounts.counts, accounts.exposed, accounts.spared, accounts.started, first, last, curves
    )
    found = _of_counts(counts, places)
    found["waiting_time"] = curves[..., 0]
    found["waiting_time_p90"] = curves[..., 1]
    return found


def _of_counts(counts: CountArray, places: tuple[Place, ...]) -> dict[str, FloatArray]:
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
        "referrals": (every[..., book.REFERRED] + every[..., book.TO_PARTNER]) * yearly,
        "open_cases_per_fte": every[..., book.TIME_OPEN] / book.PARTS / ticks,  # over fte later
    }


def _hours_over_places(hours: FloatArray, places: tuple[Place, ...]) -> FloatArray:
    """Hours by place, quarter and horizon: (places, quarters + 1, HOURS)."""
    by_quarter = np.stack([hours[p.first_team : p.last_team].sum(axis=0) for p in places])
    return np.concatenate([by_quarter, by_quarter.sum(axis=1, keepdims=True)], axis=1)


def _years(hours: FloatArray) -> FloatArray:
    """Length of each quarter and of the horizon: (1, quarters + 1)."""
    quarters = hours.shape[1] - 1
    return np.array([[1.0] * quarters + [float(quarters)]]) / _QUARTERS_A_YEAR


def _fte(hours: FloatArray) -> FloatArray:
    """Mean formation by place and quarter: (places, quarters + 1, 1)."""
    weeks = _years(hours) * _QUARTERS_A_YEAR * book.QUARTER
    return np.asarray((hours[..., book.H_FTE] / weeks)[..., None], dtype=np.float64)


def _of_teams(hours: FloatArray) -> dict[str, FloatArray]:
    weeks = _years(hours) * _QUARTERS_A_YEAR * book.QUARTER
    contract = hours[..., book.H_CONTRACT]
    direct = sum(
        hours[..., column] for column in (book.H_SHARED, book.H_HELD, book.H_CONTACT, book.H_ADVICE)
    )
    fte = hours[..., book.H_FTE]
    filled = fte - hours[..., book.H_VACANT]
    shares: Mapping[str, FloatArray] = {
        "direct_share": _over(np.asarray(direct), contract),
        "administration_share": _over(hours[..., book.H_ADMINISTRATION], contract),
        "meeting_share": _over(hours[..., book.H_MEETING], contract),
        "overhead_share": _over(hours[..., book.H_OVERHEAD], contract),
        "prevention_share": _over(hours[..., book.H_PREVENTION], contract),
        "pressure": _over(hours[..., book.H_PRESSURE], fte),
        "strain": _over(hours[..., book.H_STRAIN], fte),
        "absence": _over(hours[..., book.H_ABSENT], filled),
        "vacancies": _over(hours[..., book.H_VACANT], fte),
        "departures": hours[..., book.H_LEFT] * 52.0 / weeks,
    }
    return {name: part[..., None] for name, part in shares.items()}


def _tasks_undone(
    hours: FloatArray, places: tuple[Place, ...], values: Mapping[str, float]
) -> FloatArray:
    """Share of the norm that is not given, by task and together (M8): (places, quarters + 1, 5).

    More than the norm for one task does not make up for another.
    """
    weeks = _years(hours) * _QUARTERS_A_YEAR * book.QUARTER
    residents = np.array([place.residents / 1000.0 for place in places])[:, None]
    norm = values["prevention.norm"] * residents * weeks
    tasks = np.array([values[f"prevention.task_{task}"] for task in TASKS])
    given = np.array([values[f"prevention.given_{task}"] for task in TASKS])
    wanted = norm[..., None] * tasks / tasks.sum()
    done = np.minimum(wanted, hours[..., book.H_PREVENTION, None] * given / given.sum())
    by_task = _over(wanted - done, wanted)
    together = _over((wanted - done).sum(axis=-1), norm)
    return np.concatenate([by_task, together[..., None]], axis=-1)


def _of_helpers(hours: FloatArray) -> dict[str, FloatArray]:
    weeks = _years(hours) * _QUARTERS_A_YEAR * book.QUARTER
    return {
        "helpers_active": (hours[..., book.H_HELPERS] / weeks)[..., None],
        "helper_hours": (hours[..., book.H_HELPER_HOURS] / weeks)[..., None],
        "resident_hours_asked": (hours[..., book.H_RESIDENT] / weeks)[..., None],
    }


def work_of(accounts: Accounts) -> FloatArray:
    """Work of the town by line of the work ledger, hour/year: shape (quarters + 1, LINES)."""
    by_quarter = accounts.hours.sum(axis=0)
    hours = np.concatenate([by_quarter, by_quarter.sum(axis=0, keepdims=True)])
    return np.asarray(work_asked(hours) / _years(hours[None])[0][:, None])


def running_of(
    accounts: Accounts, teams: Sequence[Place], values: Mapping[str, float]
) -> FloatArray:
    """What the teams themselves cost, by team and quarter (M12): shape (teams, quarters)."""
    by_group = accounts.counts[..., book.REFERRED] + accounts.counts[..., book.TO_PARTNER]
    referrals = np.stack([by_group[p.first_group : p.last_group].sum(axis=(0, 2)) for p in teams])
    return running_costs(accounts.hours, referrals, values)


def _costs_over_places(costs: FloatArray, places: tuple[Place, ...]) -> FloatArray:
    """Euro a year by place, quarter and horizon: (places, quarters + 1, 1)."""
    by_place = np.stack([costs[p.first_team : p.last_team].sum(axis=0) for p in places])
    whole = np.concatenate([by_place, by_place.sum(axis=1, keepdims=True)], axis=1)
    return np.asarray((whole / _years(whole[..., None]))[..., None], dtype=np.float64)


def _over(part: FloatArray | CountArray, whole: FloatArray | CountArray) -> FloatArray:
    """`part / whole`, NaN where there is no whole."""
    top = np.asarray(part, dtype=np.float64)
    low = np.broadcast_to(np.asarray(whole, dtype=np.float64), top.shape)
    return np.divide(top, low, out=np.full(top.shape, np.nan), where=low > 0)


def _told(name: str, values: FloatArray, places: tuple[Place, ...]) -> FloatArray:
    """Only at the places where the measure is told."""
    if not MEASURES[name].by_wijk:
        hidden = np.array([place.level in ("wijk", "municipality") for place in places])
        values = np.where(hidden[:, None, None], np.nan, values)
    return np.ascontiguousarray(values)
