"""A town that cannot be computed is refused with the place and what to do about it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draagkracht.documents.errors import DraagkrachtError
from draagkracht.documents.reading import parse_document
from draagkracht.town.town import Town
from town.texts import TOWN


def refusal(text: str) -> str:
    with pytest.raises(DraagkrachtError) as caught:
        parse_document(text, Town)
    assert caught.value.exit_code == 2
    return str(caught.value)


def verdict(text: str) -> Town | DraagkrachtError:
    try:
        return parse_document(text, Town)
    except DraagkrachtError as error:
        return error


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param(
            "fte   = 14.0",
            "fte   = -2",
            "team 1 (noord) › fte: -2 kan hier niet. Geef een getal groter dan 0.",
            id="negative fte",
        ),
        pytest.param(
            "fte   = 14.0",
            'fte   = "14.0"',
            'team 1 (noord) › fte: Hier hoort een getal, maar er staat "14.0". '
            "Haal de aanhalingstekens weg.",
            id="a quoted number",
        ),
        pytest.param(
            "households = 5120",
            "households = 0",
            "wijk 1 (Havenwijk) › households: 0 kan hier niet. Geef een getal van ten minste 1.",
            id="zero households",
        ),
        pytest.param(
            "households = 5120",
            "households = 200001",
            "wijk 1 (Havenwijk) › households: 200001 kan hier niet. "
            "Geef een getal van ten hoogste 200000.",
            id="too many households",
        ),
        pytest.param(
            'team = "noord"\nhouseholds',
            "households",
            'wijk 1 (Havenwijk): Hier ontbreekt "team". Voeg toe: team = …',
            id="a wijk without the key team",
        ),
        pytest.param(
            'team = "noord"\nhouseholds',
            'team = " "\nhouseholds',
            "wijk 1 (Havenwijk) › team: Deze waarde is leeg. Vul haar in of haal de regel weg.",
            id="a wijk without team",
        ),
        pytest.param(
            'team = "noord"\nhouseholds',
            'team = "nord"\nhouseholds',
            'wijk 1 (Havenwijk) › team: Er is geen team met de naam "nord". Bedoelt u "noord"?',
            id="a wijk of an unknown team",
        ),
        pytest.param(
            'team = "noord"\nhouseholds',
            'team = "zuid"\nhouseholds',
            'team 1 (noord): Het team "noord" heeft geen wijk. '
            "Geef ten minste één wijk dit team, of haal het team weg.",
            id="a team without wijk",
        ),
        pytest.param(
            'municipality = "GM0080"',
            'municipality = "GM0098"',
            'wijk 1 (Havenwijk) › municipality: Er is geen gemeente met de naam "GM0098". '
            'Bedoelt u "GM0080"?',
            id="an unknown municipality",
        ),
        pytest.param(
            'code = "GM0080"',
            'code = "0080"',
            'municipality 1 (Leeuwarden) › code: "0080" heeft niet de juiste vorm. '
            "Schrijf het zoals GM0080.",
            id="a wrong municipality code",
        ),
        pytest.param(
            '"WK008001"',
            '"BU00800100"',
            'wijk 1 (Havenwijk) › code: "BU00800100" heeft niet de juiste vorm. '
            "Schrijf het zoals WK008001.",
            id="the code of a buurt",
        ),
        pytest.param(
            '"WK0080AA"',
            '"WK0080aa"',
            'wijk 2 (Molenwijk) › code: "WK0080aa" heeft niet de juiste vorm. '
            "Schrijf het zoals WK008001.",
            id="small letters in a code",
        ),
        pytest.param(
            '"WK008003"',
            '"WK008001"',
            'wijk 3 (Parkwijk) › code: De naam "WK008001" komt twee keer voor (wijk). '
            "Gebruik elke naam één keer.",
            id="a doubled wijk code",
        ),
        pytest.param(
            '"Parkwijk"',
            '"Havenwijk"',
            'wijk 3 (Havenwijk) › name: De naam "Havenwijk" komt twee keer voor (wijk). '
            "Gebruik elke naam één keer.",
            id="a doubled wijk name",
        ),
        pytest.param(
            'name  = "zuid"',
            'name  = "noord"',
            'team 2 (noord) › name: De naam "noord" komt twee keer voor (team). '
            "Gebruik elke naam één keer.",
            id="a doubled team name",
        ),
        pytest.param(
            '"Wijkteam Zuid"',
            '"Wijkteam Noord"',
            'team 2 (zuid) › label: De naam "Wijkteam Noord" komt twee keer voor (team). '
            "Gebruik elke naam één keer.",
            id="a doubled team label",
        ),
        pytest.param(
            "rented = 0.52",
            "rented = 52",
            "wijk 1 (Havenwijk) › features › rented: 52 kan hier niet. "
            "Geef een getal van ten minste 0 en ten hoogste 1 (52 % is 0.52).",
            id="a percentage instead of a share",
        ),
        pytest.param(
            "household_size = 2.2",
            "household_size = 0.5",
            "wijk 2 (Molenwijk) › features › household_size: 0.5 kan hier niet. "
            "Geef een getal van ten minste 1 en ten hoogste 10.",
            id="households smaller than one person",
        ),
        pytest.param(
            "rented = 0.52",
            "rental = 0.52",
            'wijk 1 (Havenwijk) › features: De naam "rental" is hier niet bekend. '
            'Bedoelt u "rented"?',
            id="an unknown feature",
        ),
        pytest.param(
            '"requests_per_year"',
            '"request_per_year"',
            'observed 1 (request_per_year) › figure: "request_per_year" kan hier niet. '
            'Bedoelt u "requests_per_year"?',
            id="an unknown observed figure",
        ),
        pytest.param(
            'team   = "zuid"',
            'team   = "zuit"',
            "observed 2 (requests_per_year) › team: "
            'Er is geen team met de naam "zuit". Bedoelt u "zuid"?',
            id="an observation of an unknown team",
        ),
        pytest.param(
            'team   = "zuid"',
            'team   = "noord"',
            "observed 2 (requests_per_year): Dit cijfer staat er twee keer voor het team "
            '"noord" op 2026-10-01. Houd één van beide, of geef ze elk hun eigen datum.',
            id="a doubled observation",
        ),
        pytest.param(
            "value  = 400",
            "value  = -1",
            "observed 2 (requests_per_year) › value: -1 kan hier niet. "
            "Geef een getal van ten minste 0.",
            id="a negative observation",
        ),
        pytest.param(
            'figure = "requests_per_year"\nteam   = "noord"',
            'figure = "absence"\nteam   = "noord"',
            "observed 1 (absence) › value: 940 kan hier niet. "
            "Geef een getal van ten minste 0 en ten hoogste 1.",
            id="a share above one",
        ),
        pytest.param(
            "start  = 2027-01-01",
            'start  = "2027-01-01"',
            'start: Hier hoort een datum zoals 2027-01-01, maar er staat "2027-01-01". '
            "Verbeter de waarde.",
            id="a quoted date",
        ),
    ],
)
def test_a_wrong_town_is_refused_with_place_and_remedy(
    town_text: str, old: str, new: str, message: str
) -> None:
    assert refusal(changed(town_text, old, new)) == message


def test_a_team_may_not_carry_the_word_for_the_whole_town(town_text: str) -> None:
    message = refusal(town_text.replace('"noord"', '"town"'))
    assert message.startswith('team 1 (town) › name: De naam "town" staat in de uitkomsten')


def test_a_municipality_without_wijk_is_refused(town_text: str) -> None:
    second = '[[municipality]]\ncode = "GM0098"\nname = "Weststellingwerf"\n\n[[wijk]]'
    message = refusal(changed(town_text, "[[wijk]]", second))
    assert message == (
        'municipality 2 (Weststellingwerf): De gemeente "Weststellingwerf" heeft geen wijk. '
        "Voeg haar wijken toe of haal de gemeente weg."
    )


def test_a_town_without_wijken_is_refused(town_text: str) -> None:
    head, _, _ = town_text.partition("[[wijk]]")
    teams = town_text[town_text.index("[[team]]") : town_text.index("[[observed]]")]
    assert refusal(head + teams) == 'Hier ontbreekt "wijk". Voeg toe: wijk = …'


@pytest.mark.parametrize(
    ("what", "bound", "row"),
    [
        (
            "wijken",
            500,
            'code = "WK{0:04}00"\nname = "w{0}"\nmunicipality = "GM0000"\nteam = "t0"\n'
            'households = 1\nresidents = 1\nsource = "x"',
        ),
        ("teams", 200, 'name = "t{0}"\nlabel = "T{0}"\nfte = 1'),
        ("gemeenten", 10, 'code = "GM{0:04}"\nname = "g{0}"'),
    ],
)
def test_more_than_the_bound_is_refused_with_the_bound(what: str, bound: int, row: str) -> None:
    tables = {"gemeenten": "municipality", "wijken": "wijk", "teams": "team"}
    rows = {
        "municipality": 'code = "GM0000"\nname = "g"',
        "wijk": 'code = "WK000000"\nname = "w"\nmunicipality = "GM0000"\nteam = "t0"\n'
        'households = 1\nresidents = 1\nsource = "x"',
        "team": 'name = "t0"\nlabel = "T"\nfte = 1',
    }
    text = 'format = 1\nname = "groot"\nstart = 2027-01-01\n'
    for table, single in rows.items():
        many = [row.format(number) for number in range(bound + 1)]
        for each in many if table == tables[what] else [single]:
            text += f"\n[[{table}]]\n{each}\n"
    assert refusal(text) == (
        f"Hier staan {bound + 1} {what}; het hoogste aantal is {bound}. "
        "Voeg samen of verdeel over meer documenten."
    )


@pytest.mark.parametrize(
    ("second", "message"),
    [
        (
            'code = "GM0080"\nname = "Weststellingwerf"',
            'municipality 2 (Weststellingwerf) › code: De naam "GM0080" komt twee keer voor '
            "(gemeente). Gebruik elke naam één keer.",
        ),
        (
            'code = "GM0098"\nname = "Leeuwarden"',
            'municipality 2 (Leeuwarden) › name: De naam "Leeuwarden" komt twee keer voor '
            "(gemeente). Gebruik elke naam één keer.",
        ),
    ],
    ids=["code", "name"],
)
def test_a_doubled_municipality_is_refused(town_text: str, second: str, message: str) -> None:
    text = changed(town_text, "[[wijk]]", f"[[municipality]]\n{second}\n\n[[wijk]]")
    assert refusal(text) == message


@given(data=st.data())
def test_a_town_with_lines_lost_doubled_or_moved_is_read_or_refused(data: st.DataObject) -> None:
    lines = TOWN.splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        number = data.draw(st.integers(0, len(lines) - 1))
        line = lines.pop(number)
        copies = data.draw(st.integers(0, 2))
        place = data.draw(st.integers(0, len(lines)))
        lines[place:place] = [line] * copies
    found = verdict("\n".join(lines))
    if isinstance(found, Town):
        assert {wijk.team for wijk in found.wijken} == {team.name for team in found.teams}
    else:
        assert found.exit_code == 2
        assert found.sentence()
        assert found.remedy


@pytest.mark.parametrize("fte", ["-14.5", "0"])
def test_the_wrong_fte_of_the_only_team_is_told_and_not_that_there_is_no_team(
    town_text: str, fte: str
) -> None:
    text = town_text.replace('team = "zuid"', 'team = "noord"').replace("14.0", fte)
    head, _, tail = text.partition('[[team]]\nname  = "zuid"')
    with pytest.raises(DraagkrachtError) as caught:
        parse_document(head + tail[tail.index("[[observed]]") :], Town)
    assert str(caught.value) == (
        f"team 1 (noord) › fte: {fte} kan hier niet. Geef een getal groter dan 0."
    )
