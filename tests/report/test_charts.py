"""Pictures: the same everywhere, described in words, and without anything of Vega's own."""

import datetime as dt
import re
from xml.etree import ElementTree as ET

import pytest

import draagkracht as dk
from draagkracht.report.charts import palette
from draagkracht.report.charts.fan import Level, draw_fan
from draagkracht.report.charts.spans import draw_spans, spans
from draagkracht.report.comparison import all_compared
from draagkracht.report.course import course
from report.outcomes import with_changes

KOERS = "twee_sporen"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def fan(outcome: dk.Outcome) -> str:
    start = dt.date(2027, 1, 1)
    shown = course(outcome, "pressure", plan=KOERS, start=start, difference=False)
    assert shown is not None
    level = Level(100.0, "lijn: in balans")
    return draw_fan(shown, name="druk", title="Druk & werk", description="Zo.", level=level)


@pytest.fixture(scope="module")
def overview(outcome: dk.Outcome) -> str:
    changes = {"waiting_time": -0.2, "pressure": 0.2, "given_up": 0.0001}
    made = with_changes(outcome, KOERS, changes, noise=0.0)
    rows = all_compared(made, plan=KOERS)
    return draw_spans(spans(rows), name="alles", title="Alles", description="Zo.")


def root_of(picture: str) -> ET.Element:
    return ET.fromstring(picture)  # noqa: S314 - our own picture


def words_in(picture: str) -> list[str]:
    return [text.text or "" for text in root_of(picture).iter(f"{SVG}text")]


def test_a_picture_names_and_describes_itself(fan: str) -> None:
    root = root_of(fan)
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == "druk-t druk-d"
    assert [(each.tag, each.text, each.attrib["id"]) for each in list(root)[:2]] == [
        (f"{SVG}title", "Druk & werk", "druk-t"),
        (f"{SVG}desc", "Zo.", "druk-d"),
    ]


def test_vegas_own_roles_are_gone(fan: str, overview: str) -> None:
    for picture in (fan, overview):
        assert len(re.findall(r"\brole=", picture)) == 1
        assert re.findall(r"aria-(?!labelledby)", picture) == []


def test_a_picture_scales_with_its_place(fan: str) -> None:
    attributes = root_of(fan).attrib
    assert attributes["viewBox"] == "0 0 360 252"
    assert "width" not in attributes


def test_a_picture_asks_for_nothing(fan: str, overview: str) -> None:
    for picture in (fan, overview):
        assert re.findall(r"url\(|href|<script|<style|@import", picture) == []


def test_the_key_names_every_kind_of_line_and_band(fan: str) -> None:
    words = words_in(fan)
    assert {"midden", "5 op de 10", "8 op de 10", "één toekomst"} <= set(words)
    assert "% van de uren die er zijn; lijn: in balans" in words


def test_years_and_numbers_are_written_in_dutch(fan: str, overview: str) -> None:
    assert {"2027", "2028", "2029"} <= set(words_in(fan))
    assert not any("." in word for word in words_in(fan))
    assert any(re.fullmatch(r"−\d+ %", word) for word in words_in(overview))


def test_a_fan_has_two_bands_a_middle_and_five_toekomsten(fan: str) -> None:
    marks = re.findall(r'class="mark-\w+ role-mark (\w+)_marks"><path', fan)
    assert {"wide", "narrow", "median"} <= set(marks)
    assert fan.count(f'stroke="{palette.SAMPLE}"') == 5 + 1  # one stands in the key


def test_better_and_worse_differ_by_shape_and_by_word(overview: str) -> None:
    signs = dict(re.findall(r'role-mark (\w+)Sign_marks"><path[^>]* d="([^"]*)"', overview))
    assert "A" in signs["better"]
    assert "A" not in signs["worse"]
    assert {"beter", "slechter"} <= set(words_in(overview))


def test_right_is_better_whatever_way_a_measure_goes(outcome: dk.Outcome) -> None:
    made = with_changes(outcome, KOERS, {"waiting_time": -0.2, "recovered": 0.2, "given_up": 0.2})
    found = {span.comparison.words.measure: span for span in spans(all_compared(made, plan=KOERS))}
    assert found["waiting_time"].median > 0
    assert found["recovered"].median > 0
    assert found["given_up"].median < 0
    assert all(span.low <= span.median <= span.high for span in found.values())


def test_what_does_not_change_is_not_drawn(outcome: dk.Outcome) -> None:
    assert spans(all_compared(with_changes(outcome, KOERS, {}), plan=KOERS)) == ()


def test_the_same_chart_gives_the_same_bytes(outcome: dk.Outcome) -> None:
    start = dt.date(2027, 1, 1)
    shown = course(outcome, "given_up", plan=KOERS, start=start, difference=True)
    assert shown is not None
    once, again = (
        draw_fan(shown, name="x", title="t", description="d", level=None) for _ in range(2)
    )
    assert once == again


def test_a_rekenfout_beyond_every_spread_stops_at_the_edge(outcome: dk.Outcome) -> None:
    changes = {"waiting_time": 0.1, "pressure": 0.1}
    made = with_changes(outcome, KOERS, changes, noise=0.2)
    shown = spans(all_compared(made, plan=KOERS))
    edges = (min(span.low for span in shown), max(span.high for span in shown))
    for number, span in enumerate(shown):
        row = span.row(number, edges=edges)
        assert edges[0] <= float(row["least"]) <= float(row["most"]) <= edges[1]
