"""What every document is: frozen data, no unknown keys, no silent conversion, a format number."""

from typing import ClassVar, Final, Literal

from pydantic import BaseModel, ConfigDict

STRICT: Final = ConfigDict(
    frozen=True,
    extra="forbid",
    strict=True,
    allow_inf_nan=False,
    validate_default=True,
    validate_by_alias=True,
)


class Part(BaseModel):
    """A piece inside a document; sequences in it are tuples.

    `written` says how the canonical text shows it: a list of `tables` as `[[wijk]]`, `inline` as
    `{ kind = "single" }`, `dotted` as `label.nl = "…"`. A part that stands alone is inline.
    """

    model_config = STRICT
    written: ClassVar[Literal["tables", "inline", "dotted"]] = "tables"


class Wording(Part):
    """A text for people, by language."""

    written: ClassVar[Literal["tables", "inline", "dotted"]] = "dotted"
    nl: str


class Document(BaseModel):
    """A whole document of one kind; a subclass says what its keys are.

    Use tuples for lists and `Field(alias=…)` where the key in the file is not the attribute.
    """

    model_config = STRICT
    format: Literal[1]

    def check(self) -> None:
        """What no single field can show; a subclass raises a `DraagkrachtError` with a place."""
