"""What is counted: events by quarter and kind, levels over time, hours by quarter."""

from collections import defaultdict

import simpy

from town_simpy.given import QUARTER


class Account:
    """Counts and times of one team."""

    def __init__(self, env: simpy.Environment, quarters: int) -> None:
        self.env = env
        self.counts: list[dict[tuple[str, int], int]] = [
            defaultdict(int) for _ in range(quarters + 1)
        ]
        self.spent: list[dict[str, float]] = [defaultdict(float) for _ in range(quarters + 1)]
        self.waits: list[tuple[float, int, float]] = []  # when, kind, how long

    def note(self, what: str, kind: int = 0) -> None:
        """One event, now."""
        self.counts[int(self.env.now / QUARTER)][what, kind] += 1

    def spend(self, what: str, amount: float) -> None:
        """Hours of this week, or whatever else is summed over weeks."""
        self.spent[int(self.env.now / QUARTER)][what] += amount


class Level:
    """How many there are, and the time they spent being there."""

    def __init__(self, env: simpy.Environment) -> None:
        self.env = env
        self.now = 0
        self.time = 0.0
        self.since = 0.0

    def change(self, by: int) -> None:
        """Raise or lower."""
        time = self.env.now
        self.time += self.now * (time - self.since)
        self.since = time
        self.now += by

    def time_spent(self) -> float:
        """Up to now, since the start."""
        self.change(0)
        return self.time
