"""What an outcome was made of: equal records, equal outcomes to the last byte."""

import platform
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import llvmlite.binding
import numba
import numpy as np

import draagkracht
from draagkracht.documents.digest import digest
from draagkracht.engine.compiled import source_digest
from draagkracht.engine.draws import Generator
from draagkracht.network.document import Network


@dataclass(frozen=True)
class NetworkRecord:
    """Digest of the document, versions, machine, and the size of the run."""

    network: str
    seed: int
    replications: int
    generator: str
    library: str
    code: str  # digest of the engine, the network's kernel, compiler and processor
    numba: str
    numpy: str
    python: str
    platform: str
    processor: str

    def as_json(self) -> dict[str, object]:
        """Plain names and values."""
        return asdict(self)


@cache
def _code_digest() -> str:
    """Digest of what computes: it stays what it is while we run."""
    return source_digest(Path(draagkracht.__file__).parent, "network")


def record_of(network: Network, *, generator: Generator) -> NetworkRecord:
    """The record of simulating a network on this machine."""
    return NetworkRecord(
        network=digest(network),
        seed=network.seed,
        replications=network.replications,
        generator=generator,
        library=draagkracht.__version__,
        code=_code_digest(),
        numba=numba.__version__,
        numpy=np.__version__,
        python=platform.python_version(),
        platform=f"{platform.system()} {platform.machine()}",
        processor=llvmlite.binding.get_host_cpu_name(),
    )
