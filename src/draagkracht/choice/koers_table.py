"""The table koers by scenario, and which koers is the best in it beyond what chance would give."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from draagkracht.choice.colours import ColourBalance
from draagkracht.choice.koers_cell import KoersCell, Told
from draagkracht.choice.spans import Span, estimated
from draagkracht.model.measures import MEASURES
from draagkracht.plans.plan import Plan
from draagkracht.scenarios.scenario import Scenario
from draagkracht.simulation.record import Record
from draagkracht.simulation.warning import Warned

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_TODAY: Final = "current"


@dataclass(frozen=True)
class KoersTable:
    """Cells by scenario and koers, in the order of `scenarios` and, within one, of `koersen`.

    The first koers is carrying on. `records` has one for each scenario, of all koersen together.
    """

    koersen: tuple[Plan, ...]
    scenarios: tuple[Scenario, ...]
    measures: tuple[str, ...]
    cells: tuple[KoersCell, ...]
    records: tuple[Record, ...]
    worked_example: bool
    warnings: tuple[Warned, ...]

    @property
    def record(self) -> Record:
        """What these numbers were made of, in the first scenario."""
        return self.records[0]

    @property
    def carrying_on(self) -> str:
        """The koers that the others are set off against."""
        return self.koersen[0].name

    def cell(self, koers: str, scenario: str) -> KoersCell:
        """One koers in one scenario. Raises: KeyError."""
        return self._by_name[koers, scenario]

    def best(self, measure: str, scenario: str, *, span: Span = "horizon") -> str | None:
        """The koers that is better on a measure than each of the others, beyond the rekenfout.

        None where the best and another cannot be told apart, where no direction is better, or
        where a value does not exist. Carrying on takes part. A koers with another form of
        organisation does not: forms differ mainly by figures that we assume, so that calling one
        the best would call our assumptions the best.
        """
        wanted = MEASURES[measure].better
        rivals = [self.cell(plan.name, scenario) for plan in self.koersen if _takes_part(plan)]
        if wanted is None or len(rivals) < 2:
            return None
        found = [
            cell.koers
            for cell in rivals
            if all(
                _beats(cell, other, measure, span, lower=wanted == "lower")
                for other in rivals
                if other is not cell
            )
        ]
        return found[0] if found else None

    def as_json(
        self,
        *,
        colours: Sequence[ColourBalance] = (),
        warnings: Sequence[Warned] | None = None,
    ) -> str:
        """The document of `koersen`, one cell a line; `scenario` in the record has one for each.

        `warnings` take the place of those of the table, as where a page adds its own.

        Raises: ValueError for a number that is not finite.
        """
        scenarios = [record.scenario for record in self.records]
        record = {**self.record.as_json(), "scenario": scenarios}
        parts = [f'"record": {_ENCODER.encode(record)}', _listed("cells", self._rows())]
        if colours:
            parts.append(
                _listed("colours", (_ENCODER.encode(balance.as_json()) for balance in colours))
            )
        known = self.warnings if warnings is None else warnings
        told = (_ENCODER.encode(warning.as_json()) for warning in known)
        return "{" + ",\n".join([*parts, _listed("warnings", told)]) + "}\n"

    def _rows(self) -> Iterator[str]:
        return (_ENCODER.encode(cell.as_json()) for cell in self.cells)

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], KoersCell]:
        return {(cell.koers, cell.scenario): cell for cell in self.cells}


def _takes_part(plan: Plan) -> bool:
    return plan.organisation.form == _TODAY


def _beats(one: KoersCell, other: KoersCell, measure: str, span: Span, *, lower: bool) -> bool:
    """Whether one koers is better than another, toekomst by toekomst, beyond the rekenfout."""
    ours: Told = one.of(measure, span)
    theirs: Told = other.of(measure, span)
    difference = estimated(
        ours.values - theirs.values,
        one.weights,
        measure=measure,
        plan=one.koers,
        difference=True,
    )
    return difference is not None and difference.real and (difference.median < 0) == lower


def _listed(name: str, rows: Iterator[str]) -> str:
    inside = ",\n".join(rows)
    return f'"{name}": [\n{inside}\n]'
