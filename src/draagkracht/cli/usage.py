"""A command line that cannot be understood: what is wrong with it, in Dutch."""

from dataclasses import dataclass
from typing import Literal

from draagkracht.documents.errors import DraagkrachtError

Reason = Literal["option", "no_value", "missing", "too_many", "value", "bare_plan", "other"]


@dataclass(kw_only=True, eq=False)
class WrongUsage(DraagkrachtError):
    """An option or argument that does not fit; `place` is the command as typed."""

    reason: Reason
    name: str = ""
    nearest: str | None = None
    expected: str = ""

    def sentence(self) -> str:
        return {
            "option": f"De optie {self.name} bestaat niet.",
            "no_value": f"Bij de optie {self.name} ontbreekt de waarde, of past er geen.",
            "missing": f"Er ontbreekt iets: {self.name}.",
            "too_many": "Er staan meer gegevens achter deze opdracht dan erbij horen.",
            "bare_plan": "Bij compare staat de koers zonder --plan:",
            "value": f"De waarde van {self.name} past niet.",
            "other": "Deze opdracht is niet te begrijpen.",
        }[self.reason]

    @property
    def remedy(self) -> str:
        if self.reason == "bare_plan":
            return "draagkracht compare GEMEENTE KOERS"
        if self.nearest is not None:
            return f"Bedoelt u {self.nearest}?"
        if self.expected:
            return f"Geef {self.expected}."
        return f"Uitleg: {self.place} --help"
