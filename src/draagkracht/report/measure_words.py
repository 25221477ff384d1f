"""How a page speaks of each measure: its unit, what more and less are called, what it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from draagkracht.model.measures import MEASURES

_PERCENT: Final = 100.0
_YEARLY: Final = "per 1.000 huishoudens per jaar"
_POINT: Final = "procentpunt"
_HOURS: Final = "uur per jaar"
_HOURS_A_WEEK: Final = "uur per week"
_EUROS: Final = "euro per jaar"


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """Words for one measure; a value times `scale` is what is shown.

    `subject` takes the verb in a sentence. `unit` and `one` follow a value, `change` follows a
    difference, `axis` stands above a chart. `meaning` tells a reader what is counted.
    """

    measure: str
    subject: str
    unit: str
    more: str
    less: str
    axis: str
    meaning: str
    one: str = ""
    change: str = ""
    scale: float = 1.0

    @property
    def label(self) -> str:
        """What the measure is called everywhere."""
        return MEASURES[self.measure].label_nl

    def after(self, number: str) -> str:
        """The unit as it follows a number already written in Dutch."""
        return self.one if self.one and number == "1" else self.unit

    def after_change(self, number: str) -> str:
        """The unit as it follows a difference."""
        return self.change or self.after(number)


def _weeks(measure: str, subject: str, meaning: str) -> MeasureWords:
    return MeasureWords(measure, subject, "weken", "langer", "korter", "weken", meaning, one="week")


def _yearly(measure: str, subject: str, meaning: str) -> MeasureWords:
    return MeasureWords(measure, subject, _YEARLY, "hoger", "lager", _YEARLY, meaning)


def _share(measure: str, subject: str, of: str, meaning: str) -> MeasureWords:
    axis = f"% van {of}"
    return MeasureWords(
        measure, subject, "%", "groter", "kleiner", axis, meaning, change=_POINT, scale=_PERCENT
    )


_ALL: Final = (
    _weeks(
        "waiting_time",
        "de wachttijd",
        "Zo lang wacht een nieuwe vraag op hulp. Wie nog wacht of afhaakt, telt mee. "
        "Elke vraag telt voor hoogstens 52 weken.",
    ),
    _yearly(
        "given_up",
        "het aantal afhakers",
        "Huishoudens die het wachten opgeven, en wie geen hulp krijgt omdat de gemeente die taak "
        "niet meer doet.",
    ),
    MeasureWords(
        "pressure",
        "de werkdruk",
        "%",
        "hoger",
        "lager",
        "% van de uren die er zijn",
        "Het werk dat er ligt, in procenten van de uren die het team heeft. Bij 100 % zijn "
        "werk en uren in balans.",
        change=_POINT,
        scale=_PERCENT,
    ),
    _share(
        "vulnerable_households",
        "het aandeel kwetsbare huishoudens",
        "de huishoudens",
        "Huishoudens die het op dit moment niet alleen redden.",
    ),
    MeasureWords(
        "hours_balance",
        "de urenbalans",
        _HOURS,
        "hoger",
        "lager",
        _HOURS,
        "Werk dat er minder is dan bij doorgaan zoals nu. Meer dan nul: de koers geeft uren terug. "
        "Minder dan nul: zij vraagt er uren bij. Werk telt als het gevraagd wordt, ook als het "
        "blijft liggen.",
    ),
    _weeks(
        "waiting_time_p90",
        "de wachttijd van 9 op de 10 vragen",
        "Binnen deze tijd krijgen 9 van de 10 vragen hulp.",
    ),
    MeasureWords(
        "waiting_list",
        "de wachtlijst",
        "huishoudens",
        "langer",
        "korter",
        "huishoudens",
        "Huishoudens die gemiddeld op hulp wachten.",
        one="huishouden",
    ),
    _yearly(
        "escalated",
        "het aantal vragen dat verergert",
        "Vragen die zwaarder worden terwijl het huishouden wacht.",
    ),
    _yearly("crisis_requests", "het aantal crisisvragen", "Vragen die niet kunnen wachten."),
    _yearly(
        "recovered",
        "het aantal huishoudens dat weer op eigen benen staat",
        "Kwetsbare huishoudens die het weer alleen redden.",
    ),
    _share(
        "recurrence",
        "het aandeel vragen binnen een jaar na afsluiten",
        "de vragen",
        "Nieuwe vragen van huishoudens waarvan een zaak korter dan een jaar geleden dichtging.",
    ),
    MeasureWords(
        "helped_per_100_vulnerable",
        "de hulp per 100 kwetsbare huishoudens",
        "keer per 100 kwetsbare huishoudens per jaar",
        "hoger",
        "lager",
        "keer per 100 kwetsbare huishoudens per jaar",
        "Alle hulp telt: van het team, meteen bij de vraag, aan het loket en bij een partner. Naar "
        "het aantal kwetsbare huishoudens.",
    ),
    _share(
        "tasks_undone",
        "het deel van de preventie dat blijft liggen",
        "de uren die erbij horen",
        "Uren voor preventie die het team niet geeft, van de uren die bij het aantal inwoners "
        "horen. Hoeveel uren dat zijn, is een aanname.",
    ),
    _share(
        "strain",
        "de spanning in het team",
        "volle spanning",
        "Druk die lang aanhoudt. Bij 0 % is er geen spanning, bij 100 % is zij op haar hoogst.",
    ),
    _share(
        "absence",
        "het verzuim",
        "de gevulde formatie",
        "Het deel van de medewerkers dat ziek is.",
    ),
    _share(
        "vacancies",
        "het aandeel vacatures",
        "de formatie",
        "Het deel van de formatie dat niet vervuld is.",
    ),
    MeasureWords(
        "departures",
        "het vertrek",
        "fte per jaar",
        "hoger",
        "lager",
        "fte per jaar",
        "Formatie die in een jaar vertrekt.",
    ),
    _share(
        "direct_share",
        "de tijd voor inwoners",
        "de contracturen",
        "Het deel van de contracturen dat naar inwoners gaat.",
    ),
    _share(
        "administration_share",
        "de tijd aan registratie",
        "de contracturen",
        "Het deel van de contracturen dat naar registratie en verantwoording gaat.",
    ),
    _share(
        "overhead_share",
        "de tijd aan overhead",
        "de contracturen",
        "Het deel van de contracturen dat een andere organisatievorm extra vraagt.",
    ),
    _share(
        "prevention_share",
        "de tijd aan preventie",
        "de contracturen",
        "Het deel van de contracturen dat naar preventie gaat.",
    ),
    MeasureWords(
        "costs",
        "het totaal aan kosten",
        _EUROS,
        "hoger",
        "lager",
        _EUROS,
        "Formatie die vervuld is, overwerk dat betaald wordt, vrijwilligers, verwijzingen en wat "
        "kaarten in euro’s kosten. Tegen prijzen van nu.",
    ),
    MeasureWords(
        "euro_balance",
        "de eurobalans",
        _EUROS,
        "hoger",
        "lager",
        _EUROS,
        "Kosten bij doorgaan zoals nu min de kosten met de koers.",
    ),
    MeasureWords(
        "resident_hours_asked",
        "het aantal uren dat van inwoners wordt gevraagd",
        _HOURS_A_WEEK,
        "hoger",
        "lager",
        _HOURS_A_WEEK,
        "Uren van vrijwilligers, van wie in een kring zit, en die kaarten van inwoners vragen.",
    ),
    MeasureWords(
        "helpers_active",
        "het aantal vrijwilligers erbij",
        "vrijwilligers",
        "hoger",
        "lager",
        "vrijwilligers",
        "Vrijwilligers die door de koers naast het team helpen.",
        one="vrijwilliger",
    ),
    MeasureWords(
        "helper_hours",
        "het aantal uren van vrijwilligers",
        _HOURS_A_WEEK,
        "hoger",
        "lager",
        _HOURS_A_WEEK,
        "Uren die deze vrijwilligers geven.",
    ),
    _yearly(
        "referrals",
        "het aantal verwijzingen naar partners",
        "Vragen en zaken die naar een gespecialiseerde partner gaan. Meer kan ook betekenen dat "
        "eerder gezien wordt wat er speelt.",
    ),
    MeasureWords(
        "requests",
        "het aantal vragen",
        "vragen per jaar",
        "hoger",
        "lager",
        "vragen per jaar",
        "Vragen die bij het team of het loket binnenkomen.",
        one="vraag per jaar",
    ),
    MeasureWords(
        "open_cases_per_fte",
        "het aantal open zaken per fte",
        "zaken per fte",
        "hoger",
        "lager",
        "zaken per fte",
        "Zaken die een team tegelijk open heeft. Dit is geen norm.",
        one="zaak per fte",
    ),
    _weeks("lead_time", "de doorlooptijd", "Van het begin van de hulp tot het afsluiten."),
    _share(
        "meeting_share",
        "de tijd aan overleg en scholing",
        "de contracturen",
        "Het deel van de contracturen dat naar overleg en scholing gaat.",
    ),
)

# In the order in which pages tell them.
MEASURE_WORDS: Final[Mapping[str, MeasureWords]] = MappingProxyType(
    {words.measure: words for words in _ALL}
)
