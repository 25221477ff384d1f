"""The queue in Ciw, from its own parts: priority classes, reneging, exponential distributions."""

import json
import sys
import time

import ciw
from ciw.dists import Exponential


def main() -> None:
    """Model and seed come in as arguments, one line of JSON goes out."""
    model, seed = json.loads(sys.argv[1]), int(sys.argv[2])
    names = ("urgent", "routine")
    network = ciw.create_network(
        arrival_distributions={
            name: [Exponential(rate=rate)] for name, rate in zip(names, model["rates"], strict=True)
        },
        service_distributions={name: [Exponential(rate=1.0)] for name in names},
        reneging_time_distributions={
            name: [Exponential(rate=1.0 / model["patience"])] for name in names
        },
        priority_classes={name: place for place, name in enumerate(names)},
        number_of_servers=[model["servers"]],
        routing={name: [[0.0]] for name in names},
    )
    ciw.seed(seed)
    simulation = ciw.Simulation(network)
    clock = time.perf_counter()
    simulation.simulate_until_max_customers(model["arrivals"], method="Arrive")
    seconds = time.perf_counter() - clock
    waits: dict[str, list[float]] = {name: [] for name in names}
    served = 0
    records = simulation.get_all_records()
    for record in records:
        waits[record.customer_class].append(record.waiting_time)
        served += record.record_type == "service"
    found = {
        "engine": f"Ciw {ciw.__version__}",
        "seconds": seconds,
        "arrivals": model["arrivals"],
        "served": served,
        "gave_up": len(records) - served,
        **{f"wait_{name}": sum(each) / len(each) for name, each in waits.items()},
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
