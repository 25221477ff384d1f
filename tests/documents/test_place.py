import pytest

from draagkracht.documents.place import Location, order_of, place_of, value_at

RAW = {
    "name": "Dorp",
    "team": ({"name": "zuid", "fte": 1}, {"name": "noord", "features": {"rented": "x"}}),
    "wijk": ({"code": "WK01"}, {"households": 3}, 7),
}


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ((), ""),
        (("name",), "name"),
        (("team", 1, "features", "rented"), "team 2 (noord) › features › rented"),
        (("wijk", 0, "residents"), "wijk 1 (WK01) › residents"),
        (("wijk", 1), "wijk 2"),
        (("wijk", 2), "wijk 3"),
    ],
)
def test_a_place_reads_as_its_writer_thinks_of_it(location: Location, place: str) -> None:
    assert place_of(location, RAW) == place


def test_order_is_that_of_the_file_with_missing_keys_last_in_their_table() -> None:
    in_order: list[Location] = [
        ("name",),
        ("team", 0, "fte"),
        ("team", 0, "missing"),
        ("team", 1, "name"),
        ("wijk", 0, "code"),
        ("missing",),
    ]
    assert sorted(set(in_order), key=lambda place: order_of(place, RAW)) == in_order


def test_the_value_at_a_place_that_is_not_there_is_nothing() -> None:
    assert value_at(("team", 9, "fte"), RAW) is None
    assert value_at(("name", "x"), RAW) is None
    assert value_at(("team", 0, "fte"), RAW) == 1
