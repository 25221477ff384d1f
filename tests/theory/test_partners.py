"""Cases that wait for a partner are open, held, and take their place under the cap (M6).

By Little (1961, doi 10.1287/opre.9.3.383) as many are held as go to a partner in the time that one
lets wait. Hours abound here, so a case takes its hours over the intensity cap, and the wait at its
partner: a mean wait w for a share c makes the mean lead time (1 - c) W / i + c (W' / i + w), with
W' what the team does itself.
"""

from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from draagkracht.model import ledger as book
from draagkracht.model.kinds import DOMAINS, KINDS
from draagkracht.simulation.conditions import member_conditions
from draagkracht.simulation.layout import TownLayout
from draagkracht.town.features import FEATURES
from theory.agreement import assert_agrees
from theory.one_team import OneTeam, begun, lived, request_rate
from theory.usual_team import by_domain, central_values

HOUSEHOLDS = 16384
FUTURES = 30
ARRIVING = 30.0
INTENSITY = 1.0
WORK = 5.0
CHANCE = 0.4
BEFORE, KEPT = 0.4, 0.6
OWN = WORK * (BEFORE + (1.0 - BEFORE) * KEPT)  # hours of a case with a partner
LAST = (0.0,) * 7


def lead(wait: float) -> float:
    return (1.0 - CHANCE) * WORK / INTENSITY + CHANCE * (OWN / INTENSITY + wait)


def team(wait: float, cap: float = 1e12, waiting: int = 0) -> OneTeam:
    asking = 0.0 if waiting else ARRIVING
    return OneTeam(
        households=HOUSEHOLDS,
        figures={
            "request_rate_self_reliant": request_rate(asking, HOUSEHOLDS, ARRIVING * lead(wait)),
            "contract_hours": 1e9,
            "hours_single": WORK,
            "hours_log_sd": 0.8,
            "intensity_cap": INTENSITY,
            "partner_hours_before": BEFORE,
            "partner_hours_kept": KEPT,
            "partner_fixed_share": 0.3,
        },
        levers={"casework_caseload_cap": cap},
        waiting=waiting,
        partner_chance=((*LAST, CHANCE),) * 3,
        partner_wait=(wait,) * 8,
    )


SINCE = 6


@pytest.mark.parametrize("wait", [4.0, 10.0])
def test_the_cases_held_are_the_rate_times_the_wait(wait: float) -> None:
    weeks = 13 * 18
    held, leads, shares, own_work = [], [], [], []
    for luck in range(FUTURES):
        start = begun(team(wait), luck, weeks)
        seen = []
        for week in range(weeks):
            start.live(week, week + 1)
            seen.append(int(start.frame["own"]["held_single"][0]))
        held.append(float(np.mean(seen[13 * SINCE :])))
        counts = start.accounts.counts[0, SINCE:, :, :].sum(axis=(0, 1))
        leads.append(counts[book.LEAD_TIME] / book.PARTS / counts[book.CLOSED])
        shares.append(counts[book.REFERRED] / counts[book.STARTED])
        hours = start.accounts.hours[0, SINCE:].sum(axis=0)
        own_work.append(hours[book.H_DONE] / counts[book.CLOSED])
    assert_agrees(f"cases held at a wait of {wait}", held, ARRIVING * CHANCE * wait)
    assert_agrees(f"lead time at a wait of {wait}", leads, lead(wait))
    assert_agrees("share with a partner", shares, CHANCE)
    theory = (1.0 - CHANCE) * WORK + CHANCE * OWN
    assert_agrees("standard hours the team does itself", own_work, theory)


@pytest.mark.parametrize("wait", [0.0, 10.0, 20.0])
def test_the_cap_counts_who_is_held_so_a_longer_wait_fills_the_caseload(wait: float) -> None:
    """With a line that never ends closings a week are cap / lead time, and the held their share."""
    cap, weeks = 150, 13 * 12
    rates, held = [], []
    for luck in range(FUTURES):
        start = begun(team(wait, float(cap), 6000), luck, weeks)
        seen = []
        for week in range(weeks):
            start.live(week, week + 1)
            seen.append(int(start.frame["own"]["held_single"][0]))
        counts = start.accounts.counts[0, SINCE:, :, :].sum(axis=(0, 1))
        assert (start.accounts.counts[0, 1:, 0, book.TIME_OPEN] == cap * 13 * 2**32).all()
        assert start.frame["own"]["waiting"][0] > 0
        rates.append(counts[book.CLOSED] / (weeks - 13 * SINCE))
        held.append(float(np.mean(seen[13 * SINCE :])))
    assert_agrees(f"closings at the cap, wait {wait}", rates, cap / lead(wait))
    if wait > 0.0:
        share = CHANCE * wait / lead(wait)
        assert_agrees(f"share of the cap held, wait {wait}", np.array(held) / cap, share)


def test_levers_and_world_stretch_the_wait_and_the_chance() -> None:
    levers = {"partners_referral_factor": 1.5, "partners_time_factor": 0.5}
    base = team(6.0)
    changed = OneTeam(
        households=HOUSEHOLDS,
        figures=base.figures,
        levers={**base.levers, **levers},
        world={"partner": 3.0},
        partner_chance=base.partner_chance,
        partner_wait=base.partner_wait,
    )
    leads, shares = [], []
    for luck in range(FUTURES):
        history = lived(changed, luck, 13 * 18)
        closed = history.total(book.CLOSED, since=SINCE)
        leads.append(history.total(book.LEAD_TIME, since=SINCE) / closed)
        started = history.total(book.STARTED, since=SINCE)
        shares.append(history.total(book.REFERRED, since=SINCE) / started)
    chance = 1.5 * CHANCE
    assert_agrees("share with a partner under a factor", shares, chance)
    theory = (1.0 - chance) * WORK + chance * (OWN + 6.0 * 0.5 * 3.0)
    assert_agrees("lead time under factors", leads, theory)


MIX = (0.25, 0.2, 0.15, 0.05, 0.1, 0.1, 0.1, 0.05)


def test_the_chance_goes_by_kind_and_domain() -> None:
    chances = np.outer((0.1, 0.35, 0.3), np.linspace(0.4, 1.8, 8))
    kinds = (0.5, 0.4, 0.1)
    one = OneTeam(
        households=HOUSEHOLDS,
        figures={
            "request_rate_self_reliant": 60.0 / HOUSEHOLDS,
            "request_rate_vulnerable": 60.0 / HOUSEHOLDS,
            "multiple_share_self_reliant": kinds[1],
            "multiple_share_vulnerable": kinds[1],
            "crisis_share_self_reliant": kinds[2],
            "crisis_share_vulnerable": kinds[2],
            "contract_hours": 1e9,
        },
        domains=MIX,
        partner_chance=chances.tolist(),
    )
    histories = [lived(one, luck, 13 * 40) for luck in range(FUTURES)]
    for kind, name in enumerate(KINDS):
        shares = [h.total(book.REFERRED, kind) / h.total(book.STARTED, kind) for h in histories]
        theory = float((chances[kind] * MIX).sum())
        assert_agrees(f"share of {name} with a partner", shares, theory, sharp=0.02)


def test_whatever_the_domains_the_chance_of_a_kind_is_its_figure_over_the_mix() -> None:
    """Ratios by domain move who goes, never how many; and so for the hours by domain."""
    values = central_values()
    values |= {f"casework.hours_domain_{d}": 0.7 + 0.1 * n for n, d in enumerate(DOMAINS)}
    one_wijk = SimpleNamespace(
        wijk_codes=("WK000001",),
        wijk_households=np.ones(1),
        features=np.zeros((1, len(FEATURES))),
        own_lists=(),
        teams=(),
    )
    found = member_conditions(cast("TownLayout", one_wijk), values, 1, 0)
    mix = by_domain(values, "access.domain")
    mix = mix / mix.sum()
    assert np.ptp(found.partner_chance[1]) > 0.1
    for kind, name in enumerate(KINDS):
        chance = values[f"partners.chance_{name}"]
        assert float((found.partner_chance[kind] * mix).sum()) == pytest.approx(chance, rel=1e-12)
    assert float((found.domain_hours * mix).sum()) == pytest.approx(1.0, rel=1e-12)
