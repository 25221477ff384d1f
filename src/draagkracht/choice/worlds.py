"""One town in one scenario after another, its run-ins searched for once."""

from collections.abc import Iterator, Sequence

from draagkracht.evidence.catalogue import Catalogue
from draagkracht.plans.menu import Menu
from draagkracht.scenarios.scenario import Scenario
from draagkracht.simulation.session import Session, open_session
from draagkracht.town.town import Town


def in_worlds(
    town: Town,
    worlds: Sequence[Scenario],
    *,
    years: int,
    members: int,
    seed: int,
    threads: int,
    catalogue: Catalogue,
    menu: Menu,
) -> Iterator[tuple[Scenario, Session]]:
    """Each scenario (at least one) with a session in it, closed before the next one opens.

    Raises: what `open_session` raises.

    >>> from draagkracht import read_catalogue, read_menu, read_scenario, read_town
    >>> names = []
    >>> for world, session in in_worlds(
    ...     read_town("voorbeelddorp"),
    ...     [read_scenario("trend"), read_scenario("rustig")],
    ...     years=1,
    ...     members=8,
    ...     seed=1,
    ...     threads=1,
    ...     catalogue=read_catalogue(),
    ...     menu=read_menu(),
    ... ):
    ...     names.append((world.name, session.run().scenario))
    >>> names
    [('trend', 'trend'), ('rustig', 'rustig')]
    """
    session = open_session(
        town,
        scenario=worlds[0],
        years=years,
        members=members,
        seed=seed,
        threads=threads,
        catalogue=catalogue,
        menu=menu,
    )
    for number, world in enumerate(worlds):
        if number:
            session = session.under(world)
        with session:
            yield world, session
