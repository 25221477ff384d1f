"""Where cases stand: a household that asks gets a slot, and gives it back when all is over."""

from numba.extending import register_jitable

from draagkracht.engine import calendar
from draagkracht.engine.arrays import Records, Word
from draagkracht.engine.draws import beside, fill
from draagkracht.model import state as s


@register_jitable
def entity_of(team: Records, who: int) -> Word:
    """Who draws for a household."""
    return beside(team.wijken[team.households[who].wijk].entity, who)


@register_jitable
def group_of(team: Records, who: int) -> int:
    """The wijk group under which a household is counted."""
    return int(team.wijken[team.households[who].wijk].group)


@register_jitable
def no_slots(team: Records) -> None:
    """Begin with no case at all."""
    team.own.slots = 0
    team.own.free = calendar.NOBODY


@register_jitable
def take_slot(team: Records, who: int) -> int:
    """The slot for the next case of a household: one that came free, or the first never used."""
    own = team.own
    slot = own.free
    if slot == calendar.NOBODY:
        slot = own.slots
        own.slots += 1
        calendar.welcome(team.calendar, slot)
        calendar.welcome(team.closings, slot)
    else:
        own.free = team.cases[slot].link
    household = team.households[who]
    household.slot = slot
    case = team.cases[slot]
    case.household = who
    case.entity = entity_of(team, who)
    case.group = group_of(team, who)
    case.episode = household.requests
    household.requests += 1
    fill(case.luck, team.keys, case.entity, case.episode)
    return int(slot)


@register_jitable
def give_back_slot(team: Records, slot: int) -> None:
    """The case is over, and its slot free."""
    case = team.cases[slot]
    case.phase = s.NONE
    case.link = team.own.free
    team.own.free = slot
    team.households[case.household].slot = calendar.NOBODY
