"""M3: a request goes to nobody, a partner, an answer at once, a desk, or the team."""

from bisect import insort

from draagkracht.model.front_door import answered_at_once, domain_of
from draagkracht.model.households import kind_of
from draagkracht.model.kinds import CRISIS, MULTIPLE, SINGLE, TO_DESK, TO_NONE, TO_PARTNER
from reference.team import RETURN
from reference.waiting import TeamWithLines


class TeamWithDoor(TeamWithLines):
    """Requests, from the moment they are asked."""

    def ask(self, who: int, now: float) -> None:
        household, case, f = self.households[who], self.case_of(who), self.figures
        u = self.luck.uniform("kind", household.entity, case.episode)
        if household.vulnerable:
            case.kind = kind_of(u, f.multiple_share_vulnerable, f.crisis_share_vulnerable)
        else:
            case.kind = kind_of(u, f.multiple_share_self_reliant, f.crisis_share_self_reliant)
        self.note("requested", who)
        if now < household.closed_until:
            self.note("recurred", who)
        if case.kind != SINGLE:
            self.lose_footing(who, now / self.tick)
        self.send(who, now)

    def send(self, who: int, now: float) -> None:
        household, case, f = self.households[who], self.case_of(who), self.figures
        u = self.luck.uniform("domain", household.entity, case.episode)
        phase = 1 if now / self.tick >= self.given.routes_from else 0
        to = self.given.routes[phase][case.kind][domain_of(u, self.given.domains)]
        if to == TO_NONE:
            self.note("turned_away", who)
            self.give_up(who, now)
            return self.set_free(who, now)
        if to == TO_PARTNER:
            self.note("to_partner", who)
            return self.end_help(who, now)
        single = self.lever.access_answered_at_once_single
        chance = answered_at_once(case.kind, single, f.answered_at_once_multiple)
        if self.luck.uniform("at_once", household.entity, case.episode) < chance:
            self.advice += f.advice_hours
            self.note("answered_at_once", who)
            return self.set_free(who, now)
        u = self.luck.uniform("diverted", household.entity, case.episode)
        if to == TO_DESK or (case.kind == SINGLE and u < self.lever.access_diverted_share):
            return self.help_at_desk(who, now)
        u = self.luck.uniform("formal_decision", household.entity, case.episode)
        formal = case.kind != CRISIS and u < self.lever.access_decision_share
        self.set_work(who, self.lever.casework_hours_factor)
        self.enter(who, now, 0.0, self.lever.access_decision_delay if formal else 0.0)
        return None

    def help_at_desk(self, who: int, now: float) -> None:
        case = self.case_of(who)
        self.advice += self.lever.access_desk_hours
        self.note("to_desk", who)
        u = self.luck.uniform("missed", self.households[who].entity, case.episode)
        if u < self.lever.access_missed_multiple:
            self.note("missed", who)
            case.phase = "returning"
            insort(self.agenda, (now + self.figures.missed_return_delay, RETURN, who))
        else:
            self.end_help(who, now)

    def come_back(self, who: int, now: float) -> None:
        """What the desk missed is multiple, and heavier by now."""
        self.case_of(who).kind = MULTIPLE
        self.lose_footing(who, now / self.tick)
        self.set_work(who, self.lever.casework_hours_factor * self.figures.missed_hours_factor)
        self.enter(who, now, self.figures.missed_return_delay, 0.0)
