"""Every family of service as a document has it, and its law; means near 1.5."""

from typing import Final

from theory import laws
from theory.network.documents import Table, exponential

WORKS: Final[dict[str, tuple[Table, laws.Law]]] = {
    "exponential": (exponential(1.5), laws.exponential(1.5)),
    "deterministic": ({"family": "deterministic", "value": 1.5}, laws.constant(1.5)),
    "lognormal": ({"family": "lognormal", "mu": 0.1, "sigma": 0.8}, laws.lognormal(0.1, 0.8)),
    "uniform": ({"family": "uniform", "low": 0.5, "high": 3.0}, laws.uniform(0.5, 3.0)),
    "erlang": ({"family": "erlang", "shape": 3, "mean": 1.5}, laws.gamma(3.0, 1.5)),
    "gamma": ({"family": "gamma", "shape": 0.5, "mean": 1.5}, laws.gamma(0.5, 1.5)),
    "empirical": (
        {"family": "empirical", "values": [0.5, 1.0, 4.0], "weights": [2.0, 5.0, 3.0]},
        laws.listed((0.5, 1.0, 4.0), (2.0, 5.0, 3.0)),
    ),
}
