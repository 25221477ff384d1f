"""One toekomst of one team in Dutch sentences, so that a team leader can say: it goes like this."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from draagkracht.language.numbers import dutch_number
from draagkracht.language.sentences import listed, sentence_case
from draagkracht.language.units import dutch_amount, dutch_amount_range
from draagkracht.model.kinds import KINDS
from draagkracht.report.quarter_label import quarter_label
from draagkracht.scenarios.world import LEGAL_NL
from draagkracht.simulation.warning import Warned

if TYPE_CHECKING:
    from draagkracht.simulation.explaining import OneFuture
    from draagkracht.simulation.standout import Standout
    from draagkracht.simulation.team_quarter import TeamQuarter

_TREND: Final = "trend"
_BALANCE: Final = (0.95, 1.05)  # pressure within which work and hours are called in balance
_LITTLE: Final = 0.015  # of a case or of prevention: less is not told
_FEW_HOURS: Final = 0.5  # hours a week: less is not told
_FEW_FTE: Final = 0.1
_SOME: Final = 0.5  # households
_QUEUE: Final = 5.0  # households: a line that asks for a reason when there is room
_UNLIKELY: Final = 0.01
_EXACT: Final = 9  # what is counted in one toekomst is counted
_KINDS: Final = {
    "single": ("enkelvoudige", "enkelvoudige"),
    "multiple": ("samengestelde", "samengestelde"),
    "crisis": ("crisisvraag", "crisisvragen"),
}


@dataclass(frozen=True, slots=True)
class ToldQuarter:
    """A quarter with at most six lines: what starts, who came, who waited, how the team fared."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """The whole story; `beware` says what it is not, `figures` what makes this toekomst special."""

    title: str
    beware: tuple[Warned, ...]
    figures: tuple[str, ...]
    quarters: tuple[ToldQuarter, ...]
    closing: tuple[str, ...]


def told(one: "OneFuture") -> Told:
    """The story of a team in one toekomst, in plain Dutch; numbers have at most two digits."""
    return Told(
        title=_title(one),
        beware=tuple(_beware(one)),
        figures=tuple(_figure(each) for each in one.standouts),
        quarters=tuple(
            ToldQuarter(quarter_label(one.town.start, number), tuple(_lines(one, number)))
            for number in range(1, len(one.quarters) + 1)
        ),
        closing=_CLOSING,
    )


_CLOSING: Final = (
    "Gaat het bij u ook zo? Wat klopt niet? Wat u mist of anders ziet, is belangrijker dan een "
    "getal: daar is het model nog niet goed.",
    "Vragen, zaken en huishoudens zijn geteld, de rest is afgerond en het gemiddelde van het "
    "kwartaal. Een ander nummer (--member) geeft een andere toekomst.",
)


def _title(one: "OneFuture") -> str:
    what = f"met de koers ‘{one.plan.label.nl}’" if one.compares else "als alles doorgaat zoals nu"
    return f"Kijk in één toekomst: {one.team.label}, {what}"


def _beware(one: "OneFuture") -> list[Warned]:
    found = [
        Warned(
            "one_future",
            f"Dit is toekomst {one.member}, een van de {one.members} die wij doorrekenen "
            f"(genummerd 0 tot en met {one.members - 1}). Het is geen voorspelling: in de andere "
            "toekomsten gaat het anders.",
        ),
        Warned("not_tested", "Het model is nog niet getoetst aan uitkomsten."),
    ]
    if one.scenario.name != _TREND:
        law = f" {LEGAL_NL}" if one.scenario.legal else ""
        found.append(Warned("scenario", f"Scenario: {one.scenario.label.nl}.{law}"))
    if one.town.worked_example:
        found.append(
            Warned(
                "worked_example",
                "Rekenvoorbeeld: niet alle vijf cijfers zijn van de gemeente zelf. Dit gaat niet "
                "over een echt team.",
            )
        )
    if one.weight < _UNLIKELY:
        found.append(
            Warned(
                "implausible",
                "Om op de cijfers van vandaag uit te komen, moest deze toekomst ver gaan. Zij "
                "telt in de uitkomsten bijna niet mee. Kies liever een andere.",
            )
        )
    return found


def _figure(each: "Standout") -> str:
    figure = each.figure
    value = dutch_amount(each.value, figure.unit)
    usual = dutch_amount_range(figure.low, figure.high, figure.unit)
    way = "hoog" if each.is_high else "laag"
    return f"{figure.label_nl}: {way}, {value}. In 8 van de 10 toekomsten is dat {usual}."


def _lines(one: "OneFuture", number: int) -> list[str]:
    now = one.quarters[number - 1]
    before = one.quarters[number - 2] if number > 1 else None
    starts = [f"‘{label}’" for label in one.begins.get(number, ())]
    found = []
    if starts:
        verb = "begint" if len(starts) == 1 else "beginnen"
        found.append(f"Nu {verb} {listed(starts)}.")
    found += [_came(now), _waited(now), _worked(now), _staff(now)]
    found.append(_meant(now, before))
    if one.compares:
        found[-1] += _against(now, one.carrying_on[number - 1])
    return found


def _came(now: "TeamQuarter") -> str:
    total = sum(now.requests)
    if not total:
        return "Er kwam geen enkele vraag."
    kinds = [
        f"{count} {_KINDS[kind][count != 1]}"
        for kind, count in zip(KINDS, now.requests, strict=True)
        if count
    ]
    text = f"Er {'kwam' if total == 1 else 'kwamen'} {_count(total, 'vraag', 'vragen')}"
    went = [
        f"{count} {many if count != 1 else one}"
        for count, one, many in (
            (now.at_once, "was meteen klaar", "waren meteen klaar"),
            (now.to_desk, "ging naar het loket", "gingen naar het loket"),
            (now.to_partner, "ging naar een partner", "gingen naar een partner"),
            (now.turned_away, "kreeg geen hulp", "kregen geen hulp"),
        )
        if count
    ]
    text = f"{text}: {listed(kinds)}."
    return f"{text} Daarvan: {listed(went)}." if went else text


def _waited(now: "TeamQuarter") -> str:
    if now.waiting < _SOME:
        text = "Bijna niemand hoefde te wachten."
    else:
        text = f"Gemiddeld wachtten {_count(round(now.waiting), 'huishouden', 'huishoudens')}"
        if round(now.waiting) == 1:
            text = "Gemiddeld wachtte 1 huishouden"
        if now.waiting_time is not None:
            text += f"; een nieuwe vraag wachtte gemiddeld {_wait(now.waiting_time)}"
        text += "."
    left = [
        f"{_count(count, 'huishouden', 'huishoudens')} {one if count == 1 else many}"
        for count, one, many in (
            (now.given_up, "gaf het wachten op", "gaven het wachten op"),
            (now.settled, "loste het zelf op", "losten het zelf op"),
        )
        if count
    ]
    if now.worse:
        left.append(f"bij {_count(now.worse, 'huishouden', 'huishoudens')} werd het erger")
    return f"{text} {sentence_case(listed(left))}." if left else text


def _wait(weeks: float) -> str:
    if weeks < 1:
        return "minder dan een week"
    return dutch_amount(weeks, "week")


def _worked(now: "TeamQuarter") -> str:
    pressure = _pressure(now)
    low, high = _BALANCE
    if now.pressure > high:
        text = f"De werkdruk was {pressure}: meer werk dan uren."
    elif now.pressure < low:
        text = f"De werkdruk was {pressure}: minder werk dan uren."
        if now.waiting >= _QUEUE:
            text += " Toch was er een rij: het team had zoveel zaken open als het tegelijk aankan."
    else:
        text = f"De werkdruk was {pressure}: werk en uren waren in balans."
    did = []
    less = 1.0 - now.effort
    if abs(less) >= _LITTLE:
        way = "minder" if less > 0 else "meer"
        did.append(f"gaf een zaak {dutch_amount(abs(less), 'share')} {way} tijd dan gewoon")
    if now.overtime >= _FEW_HOURS:
        did.append(f"werkte samen {_hours(now.overtime)} over")
    if now.time_off >= _FEW_HOURS:
        did.append(f"nam {_hours(now.time_off)} vrij voor eerder overwerk")
    planned = now.prevention + now.crowded_out
    if planned > 0 and now.crowded_out / planned >= _LITTLE:
        share = dutch_amount(now.crowded_out / planned, "share")
        did.append(f"liet {share} van de preventie liggen")
    return f"{text} Het team {listed(did)}." if did else text


def _pressure(now: "TeamQuarter") -> str:
    return dutch_amount(now.pressure, "share")


def _staff(now: "TeamQuarter") -> str:
    away = []
    if now.absent >= _FEW_FTE:
        away.append(f"was {_fte(now.absent)} ziek")
    if now.vacant >= _FEW_FTE:
        away.append(f"stond {_fte(now.vacant)} open")
    whole = _fte(now.fte)
    text = f"Van de {whole} {listed(away)}." if away else f"Bijna alle {whole} was aan het werk."
    if now.left > 0:
        text += f" Er vertrok {_fte(now.left)}."
    if now.onboarding >= _FEW_HOURS:
        text += f" Nieuwe collega’s inwerken kostte {_hours(now.onboarding)}."
    return text


def _meant(now: "TeamQuarter", before: "TeamQuarter | None") -> str:
    closed = (
        f"{_count(now.closed, 'zaak', 'zaken')} {'ging' if now.closed == 1 else 'gingen'} dicht"
    )
    recovered = (
        f"{_count(now.recovered, 'huishouden', 'huishoudens')} "
        f"{'redt' if now.recovered == 1 else 'redden'} het weer alleen"
    )
    text = f"De uitkomst: {closed}, {recovered}"
    if before is None:
        return f"{text}."
    change = round(now.waiting) - round(before.waiting)
    if not change:
        return f"{text}, en de rij bleef even lang."
    way = "langer" if change > 0 else "korter"
    return f"{text}, en de rij werd {_count(abs(change), 'huishouden', 'huishoudens')} {way}."


def _against(now: "TeamQuarter", carrying_on: "TeamQuarter") -> str:
    """What this same quarter would be without the koers, where it reads differently."""
    parts = []
    wait, without = now.waiting_time, carrying_on.waiting_time
    if wait is not None and without is not None and _wait(wait) != _wait(without):
        parts.append(f"de wachttijd {_wait(without)}")
    if _pressure(now) != _pressure(carrying_on):
        parts.append(f"de werkdruk {_pressure(carrying_on)}")
    return f" Zonder de koers was {listed(parts)}." if parts else ""


def _count(number: int, one: str, many: str) -> str:
    text = dutch_number(number, _EXACT)
    return f"{text} {one if text == '1' else many}"


def _hours(number: float) -> str:
    return f"{dutch_number(number)} uur per week"


def _fte(number: float) -> str:
    return f"{dutch_number(number)} fte"
