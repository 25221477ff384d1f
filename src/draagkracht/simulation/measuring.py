"""From what teams lived through to the closed list of measures, at every place of a town."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from draagkracht.engine.arrays import CountArray, FloatArray
from draagkracht.model import ledger as book
from draagkracht.model.curves import Desk, add_sums, tell_sums
from draagkracht.model.kinds import TASKS
from draagkracht.model.measures import MEASURES
from draagkracht.model.money import running_costs
from draagkracht.model.work import work_asked
from draagkracht.simulation.division import QUARTERS_A_YEAR, over, years_of
from draagkracht.simulation.layout import TownLayout
from draagkracht.simulation.places import Place
from draagkracht.simulation.residents import COLUMNS, WIDTH, resident_table
from draagkracht.simulation.team_lived import TeamLived, empty_desk, team_places


@dataclass(frozen=True)
class TownPlaces:
    """Which rows of a table of places are whose."""

    places: tuple[Place, ...]
    of_teams: tuple[CountArray, ...]  # by team: where the rows of its table go
    sums: CountArray  # rows of the town and, where a document has several, its municipalities
    sums_of_blocks: tuple[CountArray, ...]  # by team: to which of those each of its blocks adds
    staffed: slice | CountArray  # rows of the town and its teams: hours are known of these alone
    staff: tuple[Place, ...]  # the places themselves
    households: FloatArray  # of the rows in `sums`

    def __len__(self) -> int:
        return len(self.places)


def town_places(layout: TownLayout, places: tuple[Place, ...]) -> TownPlaces:
    """Where each of the places finds its numbers."""
    row = {(place.level, place.name): number for number, place in enumerate(places)}
    of_teams = tuple(
        np.array(
            [
                row["team", team.name],
                *(row["wijk", group.name] for group in team.groups if group.published),
            ]
        )
        for team in layout.teams
    )
    codes = [place.name for place in places if place.level == "municipality"]
    staffed = [n for n, place in enumerate(places) if place.level in ("town", "team")]
    sums = np.array([row["town", "town"], *(row["municipality", code] for code in codes)])
    return TownPlaces(
        places=places,
        of_teams=of_teams,
        sums=sums,
        sums_of_blocks=tuple(
            np.array(
                [1 + codes.index(code) if codes else 0 for code in team_places(team).municipalities]
            )
            for team in layout.teams
        ),
        staffed=_in_a_row(staffed),
        staff=tuple(places[number] for number in staffed),
        households=np.array([float(places[number].households) for number in sums]),
    )


def _in_a_row(rows: list[int]) -> slice | CountArray:
    """A slice where rows follow each other, as they do in a town of one municipality."""
    if rows == list(range(rows[0], rows[-1] + 1)):
        return slice(rows[0], rows[-1] + 1)
    return np.array(rows)


def resident_rows(teams: Sequence[TeamLived], places: TownPlaces, desk: Desk) -> FloatArray:
    """Measures of residents at every place, side by side: (places, quarters + 1, WIDTH).

    What teams were told stands as it is; the town and its municipalities are summed over teams.
    """
    quarters = teams[0].hours.shape[0]
    kinds, rows = book.KIND_COUNT, places.sums.size
    counted = np.zeros((rows, quarters + 1, kinds + 1, book.COUNTERS), np.int64)
    waits = np.zeros((rows, quarters + 1, kinds + 1, 2))
    desk.ages[:] = 0
    for team, blocks in zip(teams, places.sums_of_blocks, strict=True):
        add_sums(team.sums, blocks, counted, desk)
    tell_sums(counted, waits, desk)
    table = np.empty((len(places), quarters + 1, WIDTH))
    table[places.sums] = resident_table(counted, waits, places.households)
    for team, own in zip(teams, places.of_teams, strict=True):
        table[own] = team.table
    return table


def town_desk(places: TownPlaces, quarters: int) -> Desk:
    """Room to add up the curves of a town and its municipalities."""
    return empty_desk(places.sums.size, quarters)


def staff_measures(
    hours: FloatArray, costs: FloatArray, places: TownPlaces, values: Mapping[str, float]
) -> dict[str, FloatArray]:
    """Measures of hours, staff and money where they are known: (staffed, quarters + 1, parts).

    `hours` is (teams, quarters, HOURS); `costs` euros by team and quarter, those of cards among
    them; `values` the member's figures. What has nothing to be divided by is NaN. The two balances
    are still what is asked and spent: `balanced` sets them off.
    """
    staffed = places.staff
    summed = _over_places(hours, staffed)
    years = years_of(hours.shape[1])[None, :]
    costs = (_over_places(costs[..., None], staffed)[..., 0] / years)[..., None]
    return {
        **_of_teams(summed, years),
        "tasks_undone": _tasks_undone(summed, staffed, values, years),
        **_of_helpers(summed, years),
        "costs": costs,
        "hours_balance": work_asked(summed).sum(axis=-1)[..., None] / years[..., None],
        "euro_balance": costs,
        "open_cases_per_fte": _fte(summed, years)[..., None],  # what open cases go over
    }


def measures(
    table: FloatArray,
    staff: Mapping[str, FloatArray],
    places: TownPlaces,
    into: Mapping[str, FloatArray],
) -> None:
    """Write one member: by measure (places, quarters + 1, parts), NaN where it is not told."""
    staffed = places.staffed
    of_staffed = table[staffed]
    for name, found in into.items():
        if name in COLUMNS and MEASURES[name].by_wijk:
            found[...] = table[..., COLUMNS[name]]
            continue
        found.fill(np.nan)
        if name == "open_cases_per_fte":
            found[staffed] = over(of_staffed[..., COLUMNS[name]], staff[name])
        elif name in COLUMNS:
            found[staffed] = of_staffed[..., COLUMNS[name]]
        else:
            found[staffed] = staff[name]


def balanced(
    found: Mapping[str, FloatArray], carrying_on: Mapping[str, FloatArray]
) -> dict[str, FloatArray]:
    """The measures of a koers with its balances set off against carrying on: more is better."""
    against = {name: carrying_on[name] - found[name] for name in ("hours_balance", "euro_balance")}
    return {**found, **against}


def _over_places(of_teams: FloatArray, places: Sequence[Place]) -> FloatArray:
    """Sums over the teams of each place, by quarter and over the horizon."""
    by_quarter = np.stack([of_teams[p.first_team : p.last_team].sum(axis=0) for p in places])
    return np.concatenate([by_quarter, by_quarter.sum(axis=1, keepdims=True)], axis=1)


def _fte(hours: FloatArray, years: FloatArray) -> FloatArray:
    """Mean formation by place and quarter."""
    return np.asarray(hours[..., book.H_FTE] / _weeks(years), dtype=np.float64)


def _weeks(years: FloatArray) -> FloatArray:
    return years * QUARTERS_A_YEAR * book.QUARTER


def _of_teams(hours: FloatArray, years: FloatArray) -> dict[str, FloatArray]:
    contract = hours[..., book.H_CONTRACT]
    direct = sum(
        hours[..., column] for column in (book.H_SHARED, book.H_HELD, book.H_CONTACT, book.H_ADVICE)
    )
    fte = hours[..., book.H_FTE]
    filled = fte - hours[..., book.H_VACANT]
    shares: Mapping[str, FloatArray] = {
        "direct_share": over(np.asarray(direct), contract),
        "administration_share": over(hours[..., book.H_ADMINISTRATION], contract),
        "meeting_share": over(hours[..., book.H_MEETING], contract),
        "overhead_share": over(hours[..., book.H_OVERHEAD], contract),
        "prevention_share": over(hours[..., book.H_PREVENTION], contract),
        "pressure": over(hours[..., book.H_PRESSURE], fte),
        "strain": over(hours[..., book.H_STRAIN], fte),
        "absence": over(hours[..., book.H_ABSENT], filled),
        "vacancies": over(hours[..., book.H_VACANT], fte),
        "departures": hours[..., book.H_LEFT] * 52.0 / _weeks(years),
    }
    return {name: part[..., None] for name, part in shares.items()}


def _tasks_undone(
    hours: FloatArray, places: Sequence[Place], values: Mapping[str, float], years: FloatArray
) -> FloatArray:
    """Share of the norm that is not given, by task and together (M8): (places, quarters + 1, 5).

    More than the norm for one task does not make up for another.
    """
    residents = np.array([place.residents / 1000.0 for place in places])[:, None]
    norm = values["prevention.norm"] * residents * _weeks(years)
    tasks = np.array([values[f"prevention.task_{task}"] for task in TASKS])
    given = np.array([values[f"prevention.given_{task}"] for task in TASKS])
    wanted = norm[..., None] * tasks / tasks.sum()
    done = np.minimum(wanted, hours[..., book.H_PREVENTION, None] * given / given.sum())
    by_task = over(wanted - done, wanted)
    together = over((wanted - done).sum(axis=-1), norm)
    return np.concatenate([by_task, together[..., None]], axis=-1)


def _of_helpers(hours: FloatArray, years: FloatArray) -> dict[str, FloatArray]:
    weeks = _weeks(years)
    return {
        "helpers_active": (hours[..., book.H_HELPERS] / weeks)[..., None],
        "helper_hours": (hours[..., book.H_HELPER_HOURS] / weeks)[..., None],
        "resident_hours_asked": (hours[..., book.H_RESIDENT] / weeks)[..., None],
    }


def work_of(hours: FloatArray) -> FloatArray:
    """Work of the town by line of the work ledger, hour/year: shape (quarters + 1, LINES).

    `hours` is (teams, quarters, HOURS).
    """
    by_quarter = hours.sum(axis=0)
    together = np.concatenate([by_quarter, by_quarter.sum(axis=0, keepdims=True)])
    return np.asarray(work_asked(together) / years_of(by_quarter.shape[0])[:, None])


def running_of(
    teams: Sequence[TeamLived], hours: FloatArray, values: Mapping[str, float]
) -> FloatArray:
    """What the teams themselves cost, by team and quarter (M12): shape (teams, quarters)."""
    sent = [
        team.sums.counts[..., column].sum(axis=(0, 2))
        for team in teams
        for column in (book.REFERRED, book.TO_PARTNER)
    ]
    referrals = np.stack([sent[2 * n] + sent[2 * n + 1] for n in range(len(teams))])
    return running_costs(hours, referrals, values)
