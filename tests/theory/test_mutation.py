"""A fault in a part that both kernels share turns the theory tests of both red.

The parts in engine/ (queue, sharing, clocks, draws) are the same functions for the town and for
the network. Here the sources are copied, a fault is planted in the copy, and a few theory tests
of each kernel are run on it, compiled anew in a home of their own. They must fail, and by what
they measure: not by an import, nor by a crash. On a copy without a fault they must pass.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

import draagkracht

PACKAGE: Final = Path(draagkracht.__file__).parent
LINES: Final = (
    "tests/theory/test_lines.py::"
    "test_multiple_before_single_with_giving_up_is_the_two_dimensional_chain"
)
NETWORK_LINES: Final = (
    "tests/theory/network/test_giving_up.py::"
    "test_two_priorities_with_giving_up_are_the_two_dimensional_chain[True]"
)
SHARING: Final = (
    "tests/theory/test_processor_sharing.py::"
    "test_mean_sojourn_is_that_of_processor_sharing_whatever_the_shape[exponential-0.5]"
)
NETWORK_SHARING: Final = (
    "tests/theory/network/test_shared_rate.py::"
    "test_mean_sojourn_is_that_of_processor_sharing_whatever_the_law[exponential-0.5]"
)
PATIENCE: Final = (
    "tests/theory/test_general_lines.py::"
    "test_with_log_logistic_patience_waits_and_who_leaves_are_as_theory_says[1-1.2]"
)
NETWORK_PATIENCE: Final = (
    "tests/theory/network/test_giving_up.py::"
    "test_with_patience_of_any_law_waits_and_who_leaves_are_as_theory_says[loglogistic-1-1.3]"
)
NETWORK_FEEDBACK: Final = (
    "tests/theory/network/test_stations_together.py::"
    "test_with_feedback_each_station_is_as_if_by_itself"
)


@dataclass(frozen=True)
class Fault:
    """A piece of a file of the engine, what stands there instead, and who must see it."""

    file: str
    sound: str
    planted: str
    network: str
    town: str


FAULTS: Final = {
    # Who leaves and is not unlinked would be served for ever: a hang or a crash, no failure. That
    # is for tests/engine/test_queue.py; here are faults that leave the lines whole.
    "who_joins_a_line_stands_at_its_head": Fault(
        "queue.py",
        "    last = links[line].before\n    links[place].before = last\n"
        "    links[place].behind = line\n    links[last].behind = place\n"
        "    links[line].before = place\n",
        "    head = links[line].behind\n    links[place].before = line\n"
        "    links[place].behind = head\n    links[head].before = place\n"
        "    links[line].behind = place\n",
        NETWORK_PATIENCE,
        PATIENCE,
    ),
    "the_order_of_service_is_turned_round": Fault(
        "queue.py",
        "        place = links[line].behind\n        if place != line:\n"
        "            return int(place - posts)\n        line += 1\n",
        "        last -= 1\n        place = links[last].behind\n        if place != last:\n"
        "            return int(place - posts)\n",
        NETWORK_LINES,
        LINES,
    ),
    "weight_is_ignored_in_sharing": Fault(
        "sharing.py",
        "    return min(most, left / weight)\n",
        "    return min(most, left)\n",
        NETWORK_SHARING,
        SHARING,
    ),
    "a_clock_runs_a_tenth_too_fast": Fault(
        "clocks.py",
        "    return -math.log(u) / rate\n",
        "    return -math.log(u) / (1.1 * rate)\n",
        NETWORK_LINES,
        LINES,
    ),
    "every_episode_has_the_same_draw": Fault(
        "draws.py",
        "    return (np.uint64(entity) << _EPISODE_BITS) + np.uint64(episode)\n",
        "    return np.uint64(entity) << _EPISODE_BITS\n",
        NETWORK_FEEDBACK,
        SHARING,
    ),
}
_NETWORK: Final = tuple(dict.fromkeys(fault.network for fault in FAULTS.values()))
_TOWN: Final = tuple(dict.fromkeys(fault.town for fault in FAULTS.values()))

Result = subprocess.CompletedProcess[str]


def on_a_copy(folder: Path, checkout: Path, fault: Fault | None, tests: tuple[str, ...]) -> Result:
    """Run tests on a copy of the sources in `folder`, with a fault in it if one is given."""
    source = folder / "src" / "draagkracht"
    shutil.copytree(PACKAGE, source, ignore=shutil.ignore_patterns("__pycache__"))
    if fault is not None:
        file = source / "engine" / fault.file
        text = file.read_text(encoding="utf-8")
        assert text.count(fault.sound) == 1, f"{fault.file} has changed: plant the fault anew"
        file.write_text(text.replace(fault.sound, fault.planted), encoding="utf-8")
    options = ["-q", "--tb=line", "--assert=plain", "-p", "no:cacheprovider"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options, *tests],
        cwd=checkout,
        env={
            **os.environ,
            "HOME": str(folder / "home"),
            "PYTHONPATH": str(source.parent),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


Runs = dict[tuple[str, str], Future[Result]]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Iterator[Runs]:
    """Every run, two at a time, since most of it is compiling."""
    jobs: dict[tuple[str, str], tuple[Fault | None, tuple[str, ...]]] = {
        ("sound", "town"): (None, _TOWN),
        ("sound", "network"): (None, _NETWORK),
    }
    for name, fault in FAULTS.items():
        jobs[name, "town"] = fault, (fault.town,)
        jobs[name, "network"] = fault, (fault.network,)
    with ThreadPoolExecutor(2) as pool:
        yield {
            job: pool.submit(on_a_copy, tmp_path_factory.mktemp("copy"), checkout, fault, tests)
            for job, (fault, tests) in jobs.items()
        }
        pool.shutdown(cancel_futures=True)


@pytest.mark.parametrize("kernel", ["network", "town"])
def test_a_copy_without_a_fault_passes(runs: Runs, kernel: str) -> None:
    result = runs["sound", kernel].result()
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("kernel", ["network", "town"])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_a_shared_part_turns_the_tests_of_both_kernels_red(
    runs: Runs, fault: str, kernel: str
) -> None:
    result = runs[fault, kernel].result()
    told = result.stdout + result.stderr
    assert result.returncode == 1, told
    failures = re.findall(r"^\S+\.py:\d+: (\w+)", result.stdout, re.MULTILINE)
    print(fault, kernel, re.findall(r"^\S+\.py:\d+: .*", result.stdout, re.MULTILINE))
    assert failures, told
    # By what was measured: no error on the way, in collecting or in compiling.
    assert set(failures) == {"AssertionError"}, told
    assert " error" not in result.stdout.splitlines()[-1], told
