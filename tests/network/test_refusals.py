"""Networks that cannot work are refused: one Dutch sentence with the place, and what to do."""

from pathlib import Path
from typing import Any

import pytest

import draagkracht as dk
from network.samples import desk, exponential, fixed, network

BACK = {"name": "back", "servers": 1, "service": fixed(1.0)}
TWO_KINDS = [{"kind": "urgent", "rate": 1.0}, {"kind": "routine", "rate": 1.0}]


def routed(**to: float) -> list[dict[str, Any]]:
    return [{"from": 0.0, "to": to}]


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        (
            network(desk(routes=routed(back=0.7, end=0.5)), BACK),
            "station 1 (desk) › routes 1 › to: De aandelen zijn samen 1.2 en niet 1. Verander de "
            'aandelen; wie nergens heen gaat, gaat naar "end".',
        ),
        (
            network(desk(routes=routed(back=0.5)), BACK),
            "station 1 (desk) › routes 1 › to: De aandelen zijn samen 0.5 en niet 1. Verander de "
            'aandelen; wie nergens heen gaat, gaat naar "end".',
        ),
        (
            network(desk(routes=routed(bakc=0.5, end=0.5)), BACK),
            'station 1 (desk) › routes 1 › to: Er is geen station met de naam "bakc". '
            'Bedoelt u "back"?',
        ),
        (
            network(desk(routes=routed(back=-0.5, end=1.5)), BACK),
            "station 1 (desk) › routes 1 › to › back: -0.5 kan hier niet. Geef een getal van ten "
            "minste 0 en ten hoogste 1.",
        ),
        (
            network(desk(arrivals=[{"kind": "call", "rate": -1.0}])),
            "station 1 (desk) › arrivals 1 › rate: -1 kan hier niet. Geef een getal van ten minste "
            "0.",
        ),
        (
            network(desk(arrivals=None)),
            "station: Er komt niemand aan, bij geen enkel station. Geef ten minste één station "
            "arrivals.",
        ),
        (
            network(),
            "station: Deze waarde is leeg. Vul haar in of haal de regel weg.",
        ),
        (
            network(desk(), desk()),
            'station 2 (desk) › name: De naam "desk" komt twee keer voor (station). '
            "Gebruik elke naam één keer.",
        ),
        (
            network(desk(name="end")),
            'station 1 (end) › name: De naam "end" betekent in routes: wie het netwerk verlaat. '
            "Geef het station een andere naam.",
        ),
        (
            network(desk(routes=routed(desk=1.0))),
            'station 1 (desk) › routes: Wie van soort "call" bij "desk" komt, blijft eeuwig '
            'rondgaan. Geef een deel van de routes het doel "end".',
        ),
        (
            network(desk(), warmup=300.0),
            "warmup: Hier is warmup (300) niet kleiner dan horizon (210). Maak warmup kleiner dan "
            "horizon.",
        ),
        (
            network(desk(), report=[[10.0, 300.0]]),
            "report 1: 300 kan hier niet. Geef een getal van ten minste 10 en ten hoogste 210.",
        ),
        (
            network(desk(), report=[[90.0, 20.0]]),
            "report 1: Hier is het begin (90) niet kleiner dan het eind (20). Maak het begin "
            "kleiner dan het eind.",
        ),
        (
            network(desk(arrivals=TWO_KINDS, service={"urgent": fixed(1.0)})),
            'station 1 (desk): Bij "desk" komt ook soort "routine", maar service zegt er niets '
            "over. Voeg toe: service.routine = …",
        ),
        (
            network(desk(arrivals=TWO_KINDS, priority=["urgent"])),
            'station 1 (desk): Bij "desk" komt ook soort "routine", maar priority zegt er niets '
            'over. Zet "routine" in de lijst priority.',
        ),
        (
            network(desk(arrivals=TWO_KINDS, service={"urgnt": fixed(1.0), "routine": fixed(1)})),
            'station 1 (desk) › service: Er is geen soort met de naam "urgnt". Bedoelt u "urgent"?',
        ),
        (
            network(desk(priority=["cal"])),
            'station 1 (desk) › priority 1: Er is geen soort met de naam "cal". Bedoelt u "call"?',
        ),
        (
            network(desk(service={"mean": 2.0})),
            'station 1 (desk) › service: Hier ontbreekt "family". Voeg toe: family = …',
        ),
        (
            network(desk(service={"family": "exponentiel", "mean": 2.0})),
            'station 1 (desk) › service › family: "exponentiel" kan hier niet. '
            'Bedoelt u "exponential"?',
        ),
        (
            network(desk(service={"family": "exponential", "meen": 2.0})),
            'station 1 (desk) › service: De naam "meen" is hier niet bekend. Bedoelt u "mean"?',
        ),
        (
            network(desk(service=2.0)),
            'station 1 (desk) › service: Hier hoort een tabel zoals { family = "exponential", '
            "mean = 2.0 }, maar er staat 2.0. Verbeter de waarde.",
        ),
        (
            network(desk(service={"family": "empirical", "values": [1, 2], "weights": [1.0]})),
            "station 1 (desk) › service: Bij values staan 2 getallen en bij weights 1. "
            "Maak beide lijsten even lang.",
        ),
        (
            network(desk(service={"family": "empirical", "values": [1, -2]})),
            "station 1 (desk) › service › values 2: -2 kan hier niet. Geef een getal van ten "
            "minste 0 en ten hoogste 1000000000000.",
        ),
        (
            network(desk(service={"family": "uniform", "low": 3, "high": 2})),
            "station 1 (desk) › service: Hier is low (3) niet kleiner dan high (2). Maak low "
            "kleiner dan high.",
        ),
        (
            network(desk(patience=fixed(2.0))),
            'station 1 (desk) › patience › family: "deterministic" kan hier niet. Toegestaan: '
            "exponential, loglogistic, risk.",
        ),
        (
            network(desk(servers=2.5)),
            "station 1 (desk) › servers: Hier hoort een heel getal, maar er staat 2.5. Verbeter de "
            "waarde.",
        ),
        (
            network(desk(servers=-1)),
            "station 1 (desk) › servers: -1 kan hier niet. Geef een getal van ten minste 0 en ten "
            "hoogste 1000000.",
        ),
        (
            network(desk(servers=[{"from": 5.0, "value": 2}])),
            "station 1 (desk) › servers 1: De eerste stap begint pas op 5; daarvoor geldt er "
            "niets. Laat de eerste stap beginnen met from = 0.",
        ),
        (
            network(desk(servers=[{"from": 0.0, "value": 2}, {"from": 0.0, "value": 3}])),
            "station 1 (desk) › servers 2: Deze stap begint op 0, en de stap ervoor op 0. Zet de "
            "stappen op volgorde van from, elk moment één keer.",
        ),
        (
            network(desk(cap_per_case=1.0)),
            "station 1 (desk) › cap_per_case: cap_per_case hoort bij een station dat zijn tempo "
            "verdeelt. Zet erbij: sharing = true, of haal deze regel weg.",
        ),
        (
            network(desk(arrivals=[{"kind": "call", "rate": 1e9}])),
            "horizon: Hier staan 210000000000 verwachte aankomsten; het hoogste aantal is "
            "10000000000. Kies een kortere horizon.",
        ),
        (
            network(desk(server=3)),
            'station 1 (desk): De naam "server" is hier niet bekend. Bedoelt u "servers"?',
        ),
        (
            network({"name": "desk", "servers": 2, "arrivals": [{"kind": "call", "rate": 1}]}),
            'station 1 (desk): Hier ontbreekt "service". Voeg toe: service = …',
        ),
    ],
    ids=range(33),
)  # fmt: skip
def test_what_cannot_work_is_refused(tables: dict[str, Any], message: str) -> None:
    with pytest.raises(dk.DraagkrachtError) as caught:
        dk.network(tables)
    assert str(caught.value) == message
    assert caught.value.exit_code == 2


def test_a_fault_in_a_file_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "net.toml"
    path.write_text("time_unit = 3\n", encoding="utf-8")
    with pytest.raises(dk.DraagkrachtError, match=r"net\.toml: time_unit: Hier hoort een tekst"):
        dk.read_network(path)


def test_a_cycle_that_some_leave_by_giving_up_is_no_cycle_without_end() -> None:
    tables = network(desk(routes=routed(desk=1.0), patience=exponential(1.0)))
    assert dk.network(tables).station("desk").gave_up.mean


def test_a_kind_that_never_comes_to_a_station_needs_no_service_there() -> None:
    service = {"urgent": fixed(1.0)}
    routes = {"urgent": routed(back=1.0), "routine": routed(end=1.0)}
    back = {"name": "back", "servers": 1, "service": service}
    outcome = dk.network(network(desk(arrivals=TWO_KINDS, routes=routes), back))
    assert outcome.station("back", kind="routine").arrivals.mean == 0
