"""Reading a koers: a file of one's own, or one that comes with the package."""

from pathlib import Path

from draagkracht.documents.errors import DraagkrachtError
from draagkracht.documents.reading import read_document
from draagkracht.plans.menu import Menu, read_menu
from draagkracht.plans.package import check_package
from draagkracht.plans.plan import Plan
from draagkracht.town.packaged import locate


def read_plan(path: Path | str, menu: Menu | None = None) -> Plan:
    """The koers in a file, or one of the packaged ones, such as `twee_sporen`.

    Its cards and form must stand in `menu` (default: the packaged one) and go together. Whether
    its teams exist is known only with a town: `compose` says so.

    Raises: a `DraagkrachtError` with file, place and remedy.

    >>> [card.name for card in read_plan("twee_sporen").cards][:2]
    ['split_front_door', 'shorter_procedure']
    """
    found = locate(path, "koersen", what="koers")
    plan = read_document(found, Plan)
    try:
        check_package(plan, read_menu() if menu is None else menu)
    except DraagkrachtError as error:
        raise error.in_file(str(found)) from None
    return plan
