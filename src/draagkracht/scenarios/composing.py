"""Several scenarios as one world: what each of them holds, and all their shocks."""

from itertools import pairwise
from typing import Final

from draagkracht.documents.errors import DoubleName, EmptyValue
from draagkracht.scenarios.errors import HeldApart
from draagkracht.scenarios.scenario import Component, Hold, Scenario, joined

_TREND: Final = "trend"


def compose_scenarios(*scenarios: Scenario) -> Scenario:
    """The scenario in which all of `scenarios` hold; the order does not matter, one is itself.

    A figure that two hold at the same quantile is held once. Shocks of one figure that overlap
    multiply. Name, label and story are those of the parts, in the order of their names. What holds
    and shocks nothing, as the trend, drops out beside others; of several such, one is left.

    Raises: HeldApart for a figure held at two quantiles; DoubleName for a scenario that is there
    twice; EmptyValue without a scenario.

    >>> from draagkracht.scenarios.reading import read_scenario
    >>> both = compose_scenarios(read_scenario("hardere_groei"), read_scenario("bezuiniging"))
    >>> both.name, both.label.nl
    ('bezuiniging+hardere_groei', 'Bezuiniging + Hardere groei')
    """
    if not scenarios:
        raise EmptyValue(place="scenario")
    scenarios = tuple(each for each in scenarios if each.figures) or (min(scenarios, key=_order),)
    if len(scenarios) == 1:
        return scenarios[0]
    components = sorted(
        (row for scenario in scenarios for row in _components(scenario)), key=lambda row: row.name
    )
    for one, other in pairwise(components):
        if one.name == other.name:
            raise DoubleName(what="scenario", name=one.name)
    _, (name, label, story) = joined(components)
    shocks = [shock for scenario in scenarios for shock in scenario.shocks]
    return Scenario(
        format=1,
        name=name,
        label=label,
        story=story,
        legal=any(scenario.legal for scenario in scenarios),
        component=tuple(components),
        hold=_united(scenarios),
        shock=tuple(sorted(shocks, key=lambda shock: shock.order)),
    )


def _order(scenario: Scenario) -> tuple[bool, str, str, str]:
    """Which of the scenarios that change nothing is left: the trend if it is there."""
    name = scenario.name
    return name != _TREND, name, scenario.label.nl, scenario.story.nl


def _components(scenario: Scenario) -> tuple[Component, ...]:
    alone = Component(name=scenario.name, label=scenario.label, story=scenario.story)
    return scenario.components or (alone,)


def _united(scenarios: tuple[Scenario, ...]) -> tuple[Hold, ...]:
    """Each figure held once, in alphabetical order."""
    found: dict[str, tuple[Hold, str]] = {}
    for scenario in scenarios:
        for hold in scenario.holds:
            earlier, by = found.setdefault(hold.figure, (hold, scenario.name))
            if earlier.quantile != hold.quantile:
                raise HeldApart(
                    figure=hold.figure,
                    first=by,
                    first_quantile=earlier.quantile,
                    second=scenario.name,
                    second_quantile=hold.quantile,
                )
    return tuple(found[figure][0] for figure in sorted(found))
