"""M3: a request goes to nobody, an answer at once, a desk, or the team."""

from bisect import insort

from draagkracht.model.front_door import answered_at_once, domain_of
from draagkracht.model.households import kind_of
from draagkracht.model.kinds import CRISIS, MULTIPLE, SINGLE, TO_DESK, TO_NONE
from reference.household import Household
from reference.team import RETURN
from reference.waiting import TeamWithLines


class TeamWithDoor(TeamWithLines):
    """Requests, from the moment they are asked."""

    def ask(self, who: int, now: float) -> None:
        household, case = self.households[who], self.case_of(who)
        u = self.luck.uniform("kind", household.entity, case.episode)
        case.kind = kind_of(u, *self.mix_of(household))
        self.find_domain(who)
        self.note("requested", who)
        if now < household.closed_until:
            self.note("recurred", who)
        if case.kind != SINGLE:
            self.lose_footing(who, now / self.tick)
        self.send(who, now)

    def mix_of(self, household: Household) -> tuple[float, float]:
        """Shares of multiple and crisis in what a household asks."""
        f = self.figures
        if household.vulnerable:
            return f.multiple_share_vulnerable, f.crisis_share_vulnerable
        return f.multiple_share_self_reliant, f.crisis_share_self_reliant

    def find_domain(self, who: int) -> None:
        case = self.case_of(who)
        u = self.luck.uniform("domain", self.households[who].entity, case.episode)
        case.domain = domain_of(u, self.given.domains)

    def destination(self, who: int, now: float) -> int:
        case = self.case_of(who)
        phase = 1 if now / self.tick >= self.given.routes_from else 0
        return self.given.routes[phase][case.kind][case.domain]

    def send(self, who: int, now: float) -> None:
        household, case, f = self.households[who], self.case_of(who), self.figures
        to = self.destination(who, now)
        if to == TO_NONE:
            self.note("turned_away", who)
            self.give_up(who, now)
            return self.set_free(who, now)
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
        self.set_work(who, self.factor_on_hours())
        self.enter(who, now, 0.0, self.lever.access_decision_delay if formal else 0.0)
        return None

    def factor_on_hours(self) -> float:
        """Of new cases."""
        return float(self.lever.casework_hours_factor)

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
        self.set_work(who, self.factor_on_hours() * self.figures.missed_hours_factor)
        self.enter(who, now, self.figures.missed_return_delay, 0.0)
