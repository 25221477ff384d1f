"""What a session keeps of one member: its world, its run-ins, and where each team stands today."""

from dataclasses import dataclass, field
from threading import Lock

from draagkracht.simulation.checkpoint import Checkpoint, taken
from draagkracht.simulation.ground import Basis, Ground, basis_of
from draagkracht.simulation.run_in import Fit
from draagkracht.simulation.stop import Stop
from draagkracht.simulation.worker import Worker


@dataclass
class KeptMember:
    """One member, solved team by team as far as it was asked; never solved twice."""

    member: int
    basis: Basis
    known: tuple[Fit, ...] = ()  # from the same member in another scenario
    fits: list[Fit] = field(default_factory=list)
    todays: list[Checkpoint] = field(default_factory=list)
    solved: bool = False
    _lock: Lock = field(default_factory=Lock)

    @property
    def nbytes(self) -> int:
        """Memory that today takes."""
        return sum(today.nbytes for today in self.todays)

    def solve(self, worker: Worker, teams: int, stop: Stop) -> bool:
        """Solve the run-ins that are still to do; whether there were any. Raises: Stopped.

        What is done when it is stopped stays done.
        """
        with self._lock:
            if self.solved:
                return False
            while len(self.fits) < teams:
                place = len(self.fits)
                known = self.known[place] if place < len(self.known) else None
                fit = worker.solve(self.basis, place, stop, known)
                self.todays.append(taken(worker.today))
                self.fits.append(fit)
            self.solved = True
            return True


def kept_member(ground: Ground, member: int, known: tuple[Fit, ...] = ()) -> KeptMember:
    """A member that has not been run in yet; `known` are its fits in another scenario."""
    return KeptMember(member, basis_of(ground, member), known)
