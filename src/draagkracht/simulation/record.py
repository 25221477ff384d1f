"""What a run was made of: equal records, equal outcomes to the last byte."""

import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

import llvmlite.binding
import numba
import numpy as np

import draagkracht
from draagkracht.documents.digest import digest, digest_of
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.plans.menu import Menu
from draagkracht.plans.plan import Plan
from draagkracht.scenarios.scenario import Scenario
from draagkracht.simulation.strata import BLOCK
from draagkracht.town.town import Town


@dataclass(frozen=True)
class Record:
    """Digests of all documents, versions, platform, and the size of the run."""

    town: str
    plan: tuple[str, ...]
    scenario: str
    catalogue: str
    menu: str
    library: str
    code: str  # digest of every source of the package
    numba: str
    numpy: str
    scipy: str
    python: str
    platform: str
    processor: str
    seed: int
    years: int
    members: int
    blocks: int
    without: tuple[str, ...] = ()  # mechanisms switched off

    def as_json(self) -> dict[str, object]:
        """Plain names and values."""
        return asdict(self)


def _code_digest() -> str:
    """Digest of the package's sources: a version number alone says little between releases."""
    package = Path(draagkracht.__file__).parent
    files = sorted(package.rglob("*.py"))
    return digest_of(
        [part for file in files for part in (_name(file, package), file.read_text("utf-8"))]
    )


def _name(file: Path, package: Path) -> str:
    return file.relative_to(package).as_posix()


def record_of(
    town: Town,
    plans: Sequence[Plan],
    scenario: Scenario,
    catalogue: Catalogue,
    menu: Menu,
    *,
    seed: int,
    years: int,
    members: int,
    without: Sequence[str] = (),
) -> Record:
    """The record of a run with these documents on this machine."""
    return Record(
        town=digest(town),
        plan=tuple(digest(plan) for plan in plans),
        scenario=digest(scenario),
        catalogue=catalogue.digest,
        menu=menu.digest,
        library=draagkracht.__version__,
        code=_code_digest(),
        numba=numba.__version__,
        numpy=np.__version__,
        scipy=version("scipy"),
        python=platform.python_version(),
        platform=f"{platform.system()} {platform.machine()}",
        processor=llvmlite.binding.get_host_cpu_name(),
        seed=seed,
        years=years,
        members=members,
        blocks=members // BLOCK,
        without=tuple(sorted(set(without))),
    )
