"""M13: teams that lend each other hours of this week by what was asked in the last, at some loss.

Only with pooling do teams touch each other: then "a team that nothing is done to keeps its
future to the last bit" no longer holds, and the comparison says so.
"""

from numba.extending import register_jitable

from draagkracht.engine.arrays import Records


@register_jitable
def pooled_hours(put: float, pool: float, loss: float, claims: float, all_claims: float) -> float:
    """Hours a team borrows, or lends (below 0): the pool goes where the claims are.

    What is lost is lost of the hours that go to another team.

    >>> pooled_hours(10.0, 30.0, 0.1, 50.0, 100.0), pooled_hours(20.0, 30.0, 0.1, 50.0, 100.0)
    (4.5, -5.0)
    """
    if all_claims <= 0.0:
        return 0.0
    net = pool * claims / all_claims - put
    return net * (1.0 - loss) if net > 0.0 else net


@register_jitable
def arrange_pool(frames: Records, levers: Records, row: int) -> None:
    """Set what every team lends or borrows: hours of this week, by the claims of the last."""
    pool = 0.0
    all_claims = 0.0
    teams = 0
    for place in range(frames.shape[0]):
        share = levers[place, row].organisation_pooled_share
        if share > 0.0:
            pool += share * frames[place].own.own_hours
            all_claims += frames[place].own.claims
            teams += 1
    for place in range(frames.shape[0]):
        own = frames[place].own
        lever = levers[place, row]
        own.pooled = 0.0
        if lever.organisation_pooled_share > 0.0 and teams > 1:
            put = lever.organisation_pooled_share * own.own_hours
            own.pooled = pooled_hours(
                put, pool, lever.organisation_pooling_loss, own.claims, all_claims
            )
