"""What a case brings and how long it has patience: keyed by the case and its visit."""

import math

from numba.extending import register_jitable

from draagkracht.engine.arrays import FloatArray, Records
from draagkracht.engine.clocks import exponential, log_logistic
from draagkracht.engine.distributions import between, gamma, listed, lognormal
from draagkracht.engine.draws import EPISODES, beside, uniform
from draagkracht.engine.risk import risk_time_in
from draagkracht.network import layout as at


@register_jitable
def episode_of(case: Records) -> int:
    """How many stations the case came to before; who goes round for ever begins again."""
    return case.visit % EPISODES


@register_jitable
def work_of(
    run: Records, group: Records, case: Records, amounts: FloatArray, reached: FloatArray
) -> float:
    """Work, or time in service, that the case brings to this visit."""
    family = group.service
    if family == at.DETERMINISTIC:
        return group.service_a
    if family == at.GAMMA:
        drawn = gamma(run.keys[at.SERVICE], case.entity, episode_of(case), group.service_a)
        return drawn * group.service_b
    u = uniform(run.keys[at.SERVICE], case.entity, episode_of(case))
    if family == at.EXPONENTIAL:
        return exponential(u, group.service_a)
    if family == at.LOGNORMAL:
        return lognormal(u, group.service_a, group.service_b)
    if family == at.UNIFORM:
        return between(u, group.service_a, group.service_b)
    return listed(u, amounts, reached, group.first_amount, group.amounts)


@register_jitable
def patience_of(run: Records, group: Records, case: Records, risks: FloatArray) -> float:
    """How long the case will wait on this visit; infinite for who never gives up."""
    family = group.patience
    if family == at.PATIENT:
        return math.inf
    u = uniform(run.keys[at.PATIENCE], case.entity, episode_of(case))
    if family == at.IMPATIENT_EXPONENTIAL:
        return exponential(u, group.patience_a)
    if family == at.IMPATIENT_LOGLOGISTIC:
        return log_logistic(u, group.patience_b, group.patience_a)
    exposure = exponential(u, 1.0)
    return risk_time_in(risks[group.table], exposure, group.patience_a, group.patience_b)


@register_jitable
def next_arrival(run: Records, stream: Records, rates: Records, now: float) -> float:
    """When the next case of a stream comes, the last one having come at `now`.

    One unit of integrated rate to each: a higher rate brings the same cases sooner.
    """
    entity = beside(stream.first, stream.rank)
    exposure = exponential(uniform(run.keys[at.ARRIVAL], entity, 0), 1.0)
    while True:
        piece = rates[stream.piece]
        end = math.inf
        if stream.piece + 1 < stream.end_of_pieces:
            end = rates[stream.piece + 1].start
        if piece.value > 0.0:
            time = now + exposure / piece.value
            if time <= end:
                return time
            exposure -= piece.value * (end - now)
        if end == math.inf:
            return math.inf
        now = end
        stream.piece += 1
