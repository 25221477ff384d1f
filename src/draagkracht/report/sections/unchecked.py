"""What we could not look into: law, assumptions, figures of the town, the model, the reading."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from draagkracht.evidence.age import last_year, stale_figures
from draagkracht.language.dates import dutch_date
from draagkracht.language.sentences import listed, sentence_case
from draagkracht.report.amount import Amount, counted
from draagkracht.report.cell import Row
from draagkracht.report.figure_words import figure_range
from draagkracht.report.material import Material
from draagkracht.simulation.mechanisms import MECHANISMS
from draagkracht.town.features import FEATURES
from draagkracht.town.observed import OBSERVED_SCALES
from draagkracht.town.summary import summarise

_WIDEST: Final = 10

# What this version of the model leaves out, whatever the town or the koers.
LEFT_OUT: Final = (
    "Of dit model klopt met wat er later gebeurt. Het is nog niet getoetst aan gemeten uitkomsten.",
    "Hoe sterk een team op drukte reageert. Kortere hulp, overwerk, minder preventie, ziekte en "
    "vertrek rekenen mee. Hoe sterk zij zijn, is voor een groot deel een aanname.",
    "Wat preventie op lange termijn oplevert. Zij werkt hier langzaam door, en nooit sterker dan "
    "wij aannemen.",
    "Of vrijwilligers een team uren schelen. Onderzoek met een controlegroep vond geen effect. "
    "Daarom is het midden hier nul; hun begeleiding kost wel uren.",
    "Hoe het partners vergaat. Een zaak wacht op hen, maar hun eigen rijen en hun eigen mensen "
    "zitten niet in het model.",
    "Wat het buiten de teams kost of oplevert. De euro’s gaan over formatie, overwerk, "
    "vrijwilligers, verwijzingen en kaarten. Zorg, uitkeringen en andere hulp tellen niet mee.",
    "Wat mensen in een team van elkaar verschillen. Iedere medewerker die ingewerkt is, telt "
    "hier even zwaar.",
)
# Without effect beyond its error on any measure of Voorbeeldstad that the page below looks at:
# docs/explanation/mechanism-sizes.md, to which a test holds this list.
NOT_SHOWN: Final = ("formal_decision", "prevention", "strain_on_leaving")


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Tables and plain sentences; what is empty is left out."""

    law: tuple[Row, ...]
    assumed: tuple[Row, ...]
    assumed_count: Amount
    of_town: tuple[str, ...]
    of_koers: tuple[str, ...]
    mechanisms: tuple[str, ...]
    left_out: tuple[str, ...]
    second_hand: tuple[Row, ...]
    stale: tuple[Row, ...]
    stale_on: str


def unchecked_section(material: Material) -> Unchecked:
    """Everything that nobody looked into, or could."""
    used = {figure.name for figure in material.figures}
    assumed = [row for row in material.catalogue.assumed_widest_first() if row.name in used]
    start = material.town.start
    stale = [row for row in stale_figures(material.catalogue, today=start) if row.name in used]
    return Unchecked(
        law=tuple(_law(material)),
        assumed=tuple(
            (row.label_nl, figure_range(row), "" if row.ask is None else row.ask.nl)
            for row in assumed[:_WIDEST]
        ),
        assumed_count=counted(len(assumed), "cijfer", "cijfers"),
        of_town=tuple(_of_town(material)),
        of_koers=tuple(_of_koers(material)),
        mechanisms=tuple(
            sentence_case(MECHANISMS[name].label_nl) for name in NOT_SHOWN if name in MECHANISMS
        ),
        left_out=LEFT_OUT,
        second_hand=tuple(_second_hand(material)),
        stale=tuple((row.label_nl, f"Jaar {last_year(row, material.catalogue)}") for row in stale),
        stale_on=dutch_date(start),
    )


def _law(material: Material) -> Iterator[Row]:
    for document in material.documents:
        if document.legal is not None and not document.legal_read:
            yield document.label.nl, document.legal.nl


def _knows_the_list_of_before(material: Material) -> bool:
    """Whether the town gave its waiting list at more than one moment, of itself or a team."""
    places = (None, *(team.name for team in material.town.teams))
    return any(len(material.town.observations("waiting_list", team=place)) > 1 for place in places)


def _of_town(material: Material) -> Iterator[str]:
    summary = summarise(material.town)
    not_own = [row.label_nl.lower() for row in summary.five if row.whose != "own"]
    if not_own:
        yield f"De eigen cijfers van de gemeente over: {listed(not_own)}."
    yield from (
        warned.text for warned in material.outcome.warnings if warned.code == "observed_unused"
    )
    if summary.missing:
        labels = [OBSERVED_SCALES[figure].label_nl.lower() for figure in summary.missing]
        yield f"Niet opgegeven, en welkom: {listed(labels)}."
    if not _knows_the_list_of_before(material):
        yield (
            "Of de wachtlijst van nu stijgt of daalt. Een wachtlijst van een jaar geleden is niet "
            "opgegeven; de aanloop neemt aan dat zij ongeveer gelijk is gebleven."
        )
    yield (
        "Hoe deze teams op drukte reageren. Dat is hier niet gemeten: elk team krijgt dezelfde "
        "aannames."
    )
    wijken = material.town.wijken
    incomplete = sum(not set(FEATURES) <= set(wijk.features) for wijk in wijken)
    if incomplete:
        yield (
            f"Sommige kenmerken van {incomplete} van de {len(wijken)} wijken. Wat ontbreekt, is "
            "niet ingevuld: de uitkomst is daar breder."
        )


def _of_koers(material: Material) -> Iterator[str]:
    for _, card in material.laid:
        if card.grade in ("D", "E"):
            yield f"Of ‘{card.label.nl}’ werkt: er is geen onderzoek met een vergelijking."
        elif card.limits or card.directness == "far":
            yield f"Of het onderzoek naar ‘{card.label.nl}’ ook voor dit werk geldt."
        if not card.evidence:
            yield f"Wat bronnen over ‘{card.label.nl}’ zeggen: er staat geen bron bij deze kaart."
        if not card.effects:
            yield f"Wat ‘{card.label.nl}’ doet: in het model verandert deze kaart niets."


def _second_hand(material: Material) -> Iterator[Row]:
    """Sources that were read in another source, once each."""
    known = material.catalogue.sources
    via: dict[str, str] = {}
    rows = [
        *((row.source, row.reported_by) for each in material.figures for row in each.evidence),
        *((row.source, row.reported_by) for each in material.documents for row in each.evidence),
    ]
    for name, reported_by in rows:
        source = known.get(name)
        told = reported_by or (None if source is None else source.reported_by)
        if source is not None and told in known:
            via.setdefault(source.title, known[str(told)].title)
    yield from sorted(via.items())
