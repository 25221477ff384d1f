"""The town model against its port to SimPy: the same story first, then the clock."""

import json
import math
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import town_ours
from findings import Disagreement, Part, Target, spread, table
from rounds import alternate
from town_everything import with_everything
from town_ours import Frame, Prepared

HERE: Final = Path(__file__).parent
TEAMS: Final = ("zuid", "oost", "potmarge")  # no list, a list, the longest one
KOERSEN: Final = ("doorgaan_zoals_nu", "twee_sporen")
YEARS: Final = 8
OURS_A_ROUND: Final = 16  # stories of each team
LOOKS: Final = (32, 128)  # stories in SimPy; a second look with luck of its own decides
OURS_A_LOOK: Final = 256
ALONE, TOGETHER = 4.0, 3.0  # standard errors: for one team in one koers, and for all of them
WAIT: Final = 3600  # seconds

Story = Mapping[str, float]
Stories = Mapping[str, Sequence[Story]]  # by team


@dataclass(frozen=True)
class Setting:
    """Teams in a koers, and whether they live side by side; `file` tells SimPy of them."""

    name: str
    teams: Sequence[Prepared]
    file: Path
    together: bool = False

    @property
    def names(self) -> list[str]:
        """Of the teams."""
        return [given.team.name for given in self.teams]


def bench(peers: Path, rounds: int) -> Part:
    """Compare. Raises: Disagreement."""
    part = Part(f"The town model: teams of voorbeeldstad, {YEARS} years after the run-in")
    with tempfile.TemporaryDirectory() as folder:
        settings = []
        for koers in KOERSEN:
            file = Path(folder) / f"{koers}.json"
            settings.append(Setting(koers, town_ours.prepare(koers, YEARS, TEAMS), file))
        two = with_everything(settings[0].teams[:2])
        settings.append(Setting("everything", two, Path(folder) / "everything.json", together=True))
        for setting in settings:
            town_ours.export(setting.teams, setting.file)
        _agree(part, peers, settings)
        _race(part, peers, settings[0], rounds)
    return part


def _agree(part: Part, peers: Path, settings: Sequence[Setting]) -> None:
    """The means of both must agree; if they do not, once more with four times as many stories."""
    off: list[str] = []
    for look, stories in enumerate(LOOKS):
        here = OURS_A_LOOK * stories // LOOKS[0]
        z, means = {}, {}
        for number, setting in enumerate(settings):
            seed = 100_000 * (look + 1) + 10_000 * number
            theirs = _in_simpy(part, peers, setting, seed, stories)
            ours = (_side_by_side if setting.together else _in_ours)(setting.teams, seed, here)
            for team in setting.names:
                for name in _measures(ours[team][0]):
                    key = name, setting.name, team
                    pair = [[story[name] for story in side[team]] for side in (ours, theirs)]
                    z[key] = _apart(*pair)
                    means[key] = [statistics.fmean(side) for side in pair]
        names = list(dict.fromkeys(name for name, _, _ in z))
        pooled = {name: _pooled([v for (n, _, _), v in z.items() if n == name]) for name in names}
        off = [f"{' in '.join(key)} ({v:+.1f})" for key, v in z.items() if abs(v) > ALONE]
        off += [f"{name} ({value:+.1f})" for name, value in pooled.items() if abs(value) > TOGETHER]
        if not off:
            break
        print(f"  apart, in standard errors: {', '.join(off)}", flush=True)
    else:
        raise Disagreement(f"SimPy and Draagkracht tell another story: {', '.join(off)}")
    part.say(
        f"Means of {stories} stories in SimPy and {here} here, team by team in the koersen "
        f"{', '.join(setting.name for setting in settings)}; in the last every mechanism moves "
        "and two teams share hours. Under z how many standard errors of the difference they are "
        f"apart: all together (bound {TOGETHER:g}), and the most for one (bound {ALONE:g}).",
        "",
    )
    shown = (settings[-1].name, settings[-1].names[-1])
    rows = []
    for name in names:
        most = max((v for (n, _, _), v in z.items() if n == name), key=abs)
        both = [f"{mean:.4g}" for mean in means[(name, *shown)]]
        rows.append([name, *both, f"{pooled[name]:+.2f}", f"{most:+.2f}"])
    heads = ("", f"{shown[1]} in {shown[0]}: here", "in SimPy", "z, all", "z, most")
    part.say(*table(heads, rows))


def _race(part: Part, peers: Path, setting: Setting, rounds: int) -> None:
    _in_ours(setting.teams, 1, 1)  # compile, if that is still to be done
    found = alternate(
        {
            "Draagkracht": lambda seed: _in_ours(setting.teams, 1000 * seed, OURS_A_ROUND),
            "SimPy": lambda seed: _in_simpy(part, peers, setting, seed, 1),
        },
        rounds,
    )
    seconds = {
        engine: [{team: _seconds(stories[team]) for team in TEAMS} for stories in by_round]
        for engine, by_round in found.items()
    }
    for by_round in seconds.values():
        for row in by_round:
            row["together"] = sum(row.values())
    rows, ratios = [], {}
    for team in (*TEAMS, "together"):
        ours, theirs = ([row[team] for row in seconds[name]] for name in ("Draagkracht", "SimPy"))
        ratios[team] = [there / here for here, there in zip(ours, theirs, strict=True)]
        milli = [spread([1000 * x for x in side]) for side in (ours, theirs)]
        rows.append([team, *milli, spread(ratios[team])])
    part.say("Milliseconds for one team in one toekomst, at its median; and the ratio.", "")
    part.say(*table(("team", "Draagkracht (ms)", "SimPy (ms)", "ratio"), rows))
    events = statistics.fmean(story["events"] for run in found["SimPy"] for story in run[TEAMS[-1]])
    part.say(f"SimPy handles {events:,.0f} events in a story of {TEAMS[-1]}.", "")
    heads = ("round", *(f"{engine}, {team} (ms)" for engine in seconds for team in TEAMS))
    part.raw += table(
        heads,
        [
            [str(k + 1), *(f"{1000 * seconds[e][k][t]:.4g}" for e in seconds for t in TEAMS)]
            for k in range(rounds)
        ],
    )
    worst = min(ratios["together"])
    part.targets.append(Target("the town model against SimPy", worst, 100, 300, "×"))


def _in_ours(prepared: Sequence[Prepared], seed: int, stories: int) -> Stories:
    found = {}
    for given in prepared:
        groups = len(given.team.groups)
        frame = Frame(groups, given.weeks)
        frame.load(given)
        found[given.team.name] = [
            {
                "seconds": frame.live(given, seed + k),
                **town_ours.outcome(frame.accounts, given.weeks),
            }
            for k in range(stories)
        ]
    return found


def _side_by_side(prepared: Sequence[Prepared], seed: int, stories: int) -> Stories:
    found = [town_ours.live_together(prepared, seed + k) for k in range(stories)]
    return {given.team.name: [story[given.team.name] for story in found] for given in prepared}


def _in_simpy(part: Part, peers: Path, setting: Setting, seed: int, stories: int) -> Stories:
    command: list[str | Path] = [peers, "-m", "town_simpy.run", setting.file]
    command += ["--seed", str(seed), "--times", str(stories)]
    command += ["--together"] if setting.together else []
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=sys.stderr, check=True, timeout=WAIT, cwd=HERE
    )
    told = json.loads(done.stdout)
    part.versions["SimPy"] = told["engine"].removeprefix("SimPy ")
    return {team: [run[team] for run in told["runs"]] for team in setting.names}


def _seconds(stories: Sequence[Story]) -> float:
    return statistics.median(story["seconds"] for story in stories)


def _measures(story: Story) -> list[str]:
    return [name for name in story if name not in {"seconds", "events"}]


def _apart(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Standard errors between the means of two samples."""
    error = math.sqrt(sum(statistics.variance(side) / len(side) for side in (ours, theirs)))
    difference = statistics.fmean(theirs) - statistics.fmean(ours)
    if error == 0.0:
        return 0.0 if difference == 0.0 else math.inf
    return difference / error


def _pooled(values: Sequence[float]) -> float:
    """Of independent standard errors."""
    return sum(values) / math.sqrt(len(values))
