"""Networks for tests: small ones by hand, and random ones of every form there is."""

from typing import Any

from hypothesis import strategies as st

Tables = dict[str, Any]

KINDS = ("urgent", "routine")


def exponential(mean: float) -> Tables:
    return {"family": "exponential", "mean": mean}


def fixed(value: float) -> Tables:
    return {"family": "deterministic", "value": value}


def desk(**changes: Any) -> Tables:
    """One station with two servers and one kind."""
    station: Tables = {
        "name": "desk",
        "servers": 2,
        "service": exponential(1.0),
        "arrivals": [{"kind": "call", "from": 0.0, "rate": 1.5}],
    }
    return {key: value for key, value in (station | changes).items() if value is not None}


def network(*stations: Tables, **changes: Any) -> Tables:
    """A network of these stations."""
    tables: Tables = {
        "time_unit": "hour",
        "warmup": 10.0,
        "horizon": 210.0,
        "replications": 2,
        "seed": 1,
    }
    return tables | changes | {"station": list(stations)}


SERVICES = st.one_of(
    st.floats(0.1, 2.0).map(exponential),
    st.sampled_from([0.0, 0.5, 1.0]).map(fixed),
    st.just({"family": "empirical", "values": [1, 0.5, 2], "weights": [0.2, 0.5, 0.3]}),
    st.just({"family": "lognormal", "mu": -0.5, "sigma": 0.8}),
    st.just({"family": "uniform", "low": 0.2, "high": 1.4}),
    st.just({"family": "erlang", "shape": 3, "mean": 0.9}),
    st.just({"family": "gamma", "shape": 0.4, "mean": 0.7}),
)
PATIENCES = st.one_of(
    st.floats(0.2, 5.0).map(exponential),
    st.just({"family": "loglogistic", "shape": 2.0, "scale": 1.5}),
    st.just({"family": "risk", "shape": 3.0, "scale": 1.0}),
)


def shares(draw: st.DrawFn, targets: list[str]) -> Tables:
    """Shares in eighths, of which at least one eighth goes to the end."""
    cuts = draw(st.lists(st.sampled_from(targets), min_size=0, max_size=5))
    to = {name: cuts.count(name) / 8 for name in targets if name in cuts}
    to["end"] = to.get("end", 0.0) + (8 - len(cuts)) / 8
    return to


def by_kind(draw: st.DrawFn, strategy: st.SearchStrategy[Any]) -> Any:
    """One for all kinds, or one for each."""
    if draw(st.booleans()):
        return draw(strategy)
    return {kind: draw(strategy) for kind in KINDS}


@st.composite
def stations(draw: st.DrawFn, name: str, names: list[str]) -> Tables:
    """A station of any form."""
    sharing = draw(st.sampled_from([False, False, True]))
    servers: Any = draw(st.integers(1, 4))
    if draw(st.booleans()):
        values = draw(st.lists(st.integers(0, 4), min_size=2, max_size=4))
        servers = [{"from": 12.5 * place, "value": value} for place, value in enumerate(values)]
    station: Tables = {
        "name": name,
        "servers": servers,
        "sharing": sharing,
        "service": by_kind(draw, SERVICES),
        "routes": [
            {"from": 20.0 * place, "to": shares(draw, [*names, "end"])}
            for place in range(draw(st.integers(1, 2)))
        ],
        "arrivals": [
            {"kind": kind, "from": start, "rate": draw(st.floats(0.0, 1.5))}
            for kind in KINDS
            for start in ((0.0,) if draw(st.booleans()) else (5.0, 30.0))
        ],
    }
    if sharing and draw(st.booleans()):
        station |= {"cap_per_case": 0.8, "max_cases": draw(st.integers(1, 5))}
    if draw(st.booleans()):
        station["priority"] = draw(st.permutations(KINDS))
    if draw(st.booleans()):
        station["patience"] = by_kind(draw, PATIENCES)
        if draw(st.booleans()):
            station["gave_up_to"] = shares(draw, [*names, "end"])
    return station


@st.composite
def lonely(draw: st.DrawFn, name: str) -> Tables:
    """A station that can live by itself, with few and fixed servers."""
    station: Tables = {
        "name": name,
        "servers": draw(st.integers(1, 4)),
        "service": by_kind(draw, SERVICES),
        "arrivals": [
            {"kind": kind, "from": start, "rate": draw(st.floats(0.0, 2.5))}
            for kind in draw(st.sampled_from([KINDS, KINDS[1:]]))
            for start in (0.0, 30.0)
        ],
    }
    if draw(st.booleans()):
        station["priority"] = list(KINDS)
    if draw(st.booleans()):
        station["patience"] = by_kind(draw, PATIENCES)
    return station


@st.composite
def networks_with_lonely(draw: st.DrawFn) -> Tables:
    """A network with one or two stations that live by themselves, before and after the rest."""
    tables = draw(networks())
    tables["station"].insert(0, draw(lonely("alone")))
    if draw(st.booleans()):
        tables["station"].append(draw(lonely("apart")))
    return tables


@st.composite
def networks(draw: st.DrawFn) -> Tables:
    """A network of one to three stations, with windows that overlap or touch."""
    names = ["first", "second", "third"][: draw(st.integers(1, 3))]
    report = draw(st.sampled_from([None, [[10.0, 60.0]], [[10.0, 25.0], [25.0, 60.0], [20, 30]]]))
    changes: Tables = {"warmup": 10.0, "horizon": 60.0, "seed": draw(st.integers(0, 9))}
    if report is not None:
        changes["report"] = report
    return network(*(draw(stations(name, names)) for name in names), **changes)
