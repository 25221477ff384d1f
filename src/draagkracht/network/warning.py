"""What a reader must know of an outcome besides its numbers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NetworkWarning:
    """A code for programs and a Dutch sentence for people."""

    code: str
    text: str

    def as_json(self) -> dict[str, str]:
        """Plain names and values."""
        return {"code": self.code, "text": self.text}
