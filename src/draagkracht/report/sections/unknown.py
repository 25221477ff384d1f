"""What we do not know: of this town, of this koers, and what the model leaves out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from draagkracht.report.material import Material
from draagkracht.report.phrases import listed
from draagkracht.town.features import FEATURES
from draagkracht.town.observed import OBSERVED_SCALES
from draagkracht.town.summary import summarise

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


@dataclass(frozen=True, slots=True)
class Unknown:
    """Three lists of plain sentences."""

    of_town: tuple[str, ...]
    of_koers: tuple[str, ...]
    left_out: tuple[str, ...]


def unknown_section(material: Material) -> Unknown:
    """What is not known here."""
    return Unknown(
        of_town=tuple(_of_town(material)),
        of_koers=tuple(_of_koers(material)),
        left_out=LEFT_OUT,
    )


def _of_town(material: Material) -> Iterator[str]:
    summary = summarise(material.town)
    not_own = [row.label_nl.lower() for row in summary.five if row.whose != "own"]
    if not_own:
        yield f"De eigen cijfers van de gemeente over: {listed(not_own)}."
    if summary.missing:
        labels = [OBSERVED_SCALES[figure].label_nl.lower() for figure in summary.missing]
        yield f"Niet opgegeven, en welkom: {listed(labels)}."
    yield (
        "Of de wachtlijst van nu stijgt of daalt. De aanloop neemt aan dat zij ongeveer gelijk "
        "is gebleven; een lijst van een jaar geleden telt nog niet mee."
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
    unread = [card.label.nl for _, card in material.laid if not card.legal_read]
    if unread:
        yield (
            f"Of de wet het zo toelaat. Bij {listed(unread)} is de wettekst nog niet nagelezen en "
            "heeft nog geen jurist getekend."
        )
