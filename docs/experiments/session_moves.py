"""Measures a session of Voorbeeldstad: moves, their reach, stopping and memory; prints a table.

Run `python docs/experiments/session_moves.py` on a machine that does nothing else. Times of moves
are medians over alternating rounds, so that what slows one slows the other.
"""

import statistics
import threading
import time
from collections.abc import Callable

import draagkracht as dk
from draagkracht.engine.arrays import Records
from draagkracht.model.kernel import advance
from draagkracht.plans.plan import Plan
from draagkracht.simulation import worker as hands

TOWN, YEARS, MEMBERS, ROUNDS = "voorbeeldstad", 8, 64, 5
MOVES, SECONDS = 30, 2.0
PLAN = dk.read_plan("twee_sporen")


def main() -> None:
    """Measure and print."""
    town = dk.read_town(TOWN)
    teams = sorted(team.name for team in town.teams)
    dk.run(town, years=1, members=8)  # translates the kernel
    session, opened = timed(lambda: dk.open_session(town, years=YEARS, members=MEMBERS))
    say("open the session", opened)
    say("first sketch: 8 toekomsten with their run-ins", timed(lambda: session.sketch(PLAN))[1])
    say("first run: 64, the other 56 with their run-ins", timed(lambda: session.run(PLAN))[1])
    print(
        f"kept after this: {session.nbytes / 1e6:.0f} MB, "
        f"{session.nbytes / 1e6 / MEMBERS:.2f} a member"
    )
    measure_moves(session, teams)
    say("kernel alone, a koers on all teams, 8 toekomsten, summed over threads", kernel(session, 8))
    measure_stops(session)
    print(f"kept at the end: {session.nbytes / 1e6:.0f} MB")
    session.close()


def measure_moves(session: dk.Session, teams: list[str]) -> None:
    """All teams, one team, one team late; each round a koers that was never asked before."""
    found: dict[str, list[float]] = {}
    for number in range(ROUNDS):
        strength = 0.5 + 0.04 * number
        one = teams[number % len(teams)]
        for name, plan, members in (
            ("sketch of a koers on all ten teams", move(strength), 8),
            ("sketch of a koers on one team", move(strength + 0.01, one), 8),
            ("all 64, a koers on all ten teams", move(strength + 0.02), MEMBERS),
            ("all 64, a koers on one team", move(strength + 0.03, one), MEMBERS),
            ("all 64, on one team, from year 6", move(strength, one, month=60), MEMBERS),
            ("the same, a month later", move(strength, one, month=61), MEMBERS),
            ("all 64, a koers that was asked before", move(strength + 0.02), MEMBERS),
        ):
            _, spent = timed(lambda plan=plan, members=members: session.run(plan, members=members))
            found.setdefault(name, []).append(spent)
    for name, spent in found.items():
        say(name, statistics.median(spent))
    whole, part = found["all 64, a koers on all ten teams"], found["all 64, a koers on one team"]
    ratios = sorted(few / all_teams for few, all_teams in zip(part, whole, strict=True))
    print(f"one team over all teams: {ratios[0]:.3f} to {ratios[-1]:.3f}, in pairs")


def kernel(session: dk.Session, members: int) -> float:
    """Time within the compiled kernel of one move on all teams, over all threads."""
    spent = []

    def clocked(frames: Records, *rest: object) -> None:
        begin = time.perf_counter()
        advance(frames, *rest)  # type: ignore[arg-type]
        spent.append(time.perf_counter() - begin)

    hands.advance = clocked  # type: ignore[assignment]
    try:
        session.run(move(0.333), members=members)
    finally:
        hands.advance = advance
    return sum(spent)


def measure_stops(session: dk.Session) -> None:
    """Thirty moves in two seconds, each stopping the one before: how fast does that go."""
    late: list[float] = []
    ended: list[int] = []
    asked: list[float] = []

    def work(number: int, stop: dk.Stop) -> None:
        try:
            session.run(move(0.7 + 0.005 * number), stop=stop)
            ended.append(number)
        except dk.Stopped:
            late.append(time.perf_counter() - asked[number])

    threads, before = [], None
    for number in range(MOVES):
        if before is not None:
            asked.append(time.perf_counter())
            before.set()
        before = dk.Stop()
        thread = threading.Thread(target=work, args=(number, before))
        thread.start()
        threads.append(thread)
        time.sleep(SECONDS / MOVES)
    for thread in threads:
        thread.join()
    worst, usual = 1000 * max(late), 1000 * statistics.median(late)
    print(
        f"{MOVES} moves in {SECONDS:g} s: {len(ended)} ended, {len(late)} stopped, at the latest "
        f"{worst:.0f} ms after it was asked (median {usual:.0f})"
    )


def move(strength: float, team: str | None = None, month: int = 0) -> Plan:
    """The cards of the koers with this strength, on one team or on all, from a month on."""
    where = None if team is None else (team,)
    laid = {"intensity": strength, "teams": where, "starts_month": month}
    cards = tuple(card.model_copy(update=laid) for card in PLAN.cards)
    return PLAN.model_copy(update={"cards": cards})


def timed(do: Callable[[], object]) -> tuple[object, float]:
    """What it gives, and in how many seconds."""
    begin = time.perf_counter()
    found = do()
    return found, time.perf_counter() - begin


def say(what: str, seconds: float) -> None:
    """One line of the table."""
    print(f"{1000 * seconds:8.0f} ms  {what}")


if __name__ == "__main__":
    main()
