"""The queue in SimPy, as people write it: a process for each customer."""

import json
import random
import sys
import time
from collections.abc import Generator
from typing import Any

import simpy


class Desk:
    """Servers before which people wait by priority."""

    def __init__(self, model: dict[str, Any], seed: int) -> None:
        self.env = simpy.Environment()
        self.random = random.Random(seed)
        self.model = model
        self.servers = simpy.PriorityResource(self.env, model["servers"])
        self.waits: tuple[list[float], list[float]] = ([], [])
        self.served = self.given_up = 0

    def customer(self, kind: int) -> Generator[simpy.Event, Any, None]:
        """From asking to leaving."""
        came = self.env.now
        with self.servers.request(priority=kind) as turn:
            patience = self.env.timeout(self.random.expovariate(1.0 / self.model["patience"]))
            result = yield turn | patience
            self.waits[kind].append(self.env.now - came)
            if turn in result:
                yield self.env.timeout(self.random.expovariate(1.0))
                self.served += 1
            else:
                self.given_up += 1

    def source(self) -> Generator[simpy.Event, Any, None]:
        """Everyone who comes."""
        urgent, routine = self.model["rates"]
        for _ in range(self.model["arrivals"]):
            yield self.env.timeout(self.random.expovariate(urgent + routine))
            kind = 0 if self.random.random() * (urgent + routine) < urgent else 1
            self.env.process(self.customer(kind))


def main() -> None:
    """Model and seed come in as arguments, one line of JSON goes out."""
    model, seed = json.loads(sys.argv[1]), int(sys.argv[2])
    desk = Desk(model, seed)
    desk.env.process(desk.source())
    clock = time.perf_counter()
    desk.env.run()
    seconds = time.perf_counter() - clock
    urgent, routine = desk.waits
    found = {
        "engine": f"SimPy {simpy.__version__}",
        "seconds": seconds,
        "arrivals": len(urgent) + len(routine),
        "served": desk.served,
        "gave_up": desk.given_up,
        "wait_urgent": sum(urgent) / len(urgent),
        "wait_routine": sum(routine) / len(routine),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
