"""Something in the catalogue that is not in order, with what to do about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Code = Literal[
    "figure_missing",
    "figure_unused",
    "source_missing",
    "source_unused",
    "source_held_back",
    "poll_as_mix",
    "evidence_missing",
    "evidence_too_weak",
    "evidence_not_background",
    "report_not_named",
    "report_too_strong",
    "number_twice",
    "formula_missing",
    "formula_wrong",
    "formula_not_needed",
    "because_missing",
    "ask_missing",
    "range_too_narrow",
    "local_missing",
    "share_out_of_bounds",
]

_SENTENCES: Final[Mapping[Code, str]] = {
    "figure_missing": "Het model gebruikt dit cijfer, maar het staat in geen bestand.",
    "figure_unused": "Niemand gebruikt dit cijfer. Haal het weg of sluit het aan.",
    "source_missing": "Deze bron wordt genoemd door {detail}, maar staat in geen bestand.",
    "source_unused": "Niemand noemt deze bron. Haal haar weg.",
    "source_held_back": "De bron {detail} toetst het model en mag geen cijfer bepalen.",
    "poll_as_mix": "De peiling {detail} telt meer antwoorden per persoon en is geen verdeling.",
    "evidence_missing": "Geen bron bepaalt de waarde. Noem haar of maak het een aanname.",
    "evidence_too_weak": "De bron {detail} heeft graad E: dan is het cijfer een aanname.",
    "evidence_not_background": '{detail} kan geen aanname bepalen. Zet role = "background".',
    "report_not_named": "De bron {detail} is niet zelf gelezen. Noem bij reported_by waar wel.",
    "report_too_strong": "De bron {detail} is via een ander gelezen: de graad is hoogstens C.",
    "number_twice": "Twee bronnen geven een getal met de naam {detail}. Noem ze verschillend.",
    "formula_missing": "Een afgeleid cijfer heeft een formule nodig.",
    "formula_wrong": "De formule geeft {detail}.",
    "formula_not_needed": "Alleen een afgeleid cijfer heeft een formule.",
    "because_missing": "Zeg bij because.nl waar de waarde op rust.",
    "ask_missing": "Zeg bij ask.nl wie het zou kunnen weten.",
    "range_too_narrow": "Het bereik is nauwer dan een factor 2. Zeg bij narrow.nl waarom.",
    "local_missing": "Een eigen cijfer heeft local nodig: wie, wanneer, welk systeem.",
    "share_out_of_bounds": 'Een aandeel ligt tussen 0 en 1 en heeft bounds = "both".',
}


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One finding: `subject` is the name of a figure or the id of a source."""

    subject: str
    code: Code
    detail: str = ""

    @property
    def sentence(self) -> str:
        """What is not in order and what to do, in Dutch."""
        return _SENTENCES[self.code].format(detail=self.detail)
