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
    "Hoe medewerkers op druk reageren. Ziekte, vertrek, overwerk en haast blijven hier gelijk, "
    "ook als de druk stijgt.",
    "Wat preventie op lange termijn oplevert. De uren tellen mee, het effect nog niet.",
    "Wat inwoners voor elkaar doen. Vrijwilligers en mantelzorgers rekenen nog niet mee.",
    "Hoe lang een huishouden wacht op een specialist of een andere organisatie.",
    "Wat het in euro’s kost of oplevert. Alleen uren zijn doorgerekend.",
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
        "Hoe sterk teams zelf bijsturen als de lijst groeit. Het model laat hen dat nog niet doen. "
        "Daardoor loopt een wachtlijst dicht bij de grens ook zonder groei op."
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
