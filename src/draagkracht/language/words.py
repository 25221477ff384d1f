"""The Dutch word for every name in our closed lists: one word for one thing, everywhere."""

from collections.abc import Mapping
from typing import Final

KIND_WORDS: Final[Mapping[str, str]] = {
    "single": "enkelvoudig",
    "multiple": "samengesteld",
    "crisis": "crisis",
}

DOMAIN_WORDS: Final[Mapping[str, str]] = {
    "finances": "geld",
    "care": "zorg en huishouden",
    "mental_health": "psychische gezondheid",
    "addiction": "verslaving",
    "parenting": "opvoeden en gezin",
    "housing": "wonen",
    "participation": "meedoen en werk",
    "safety": "veiligheid",
}

STATUS_WORDS: Final[Mapping[str, str]] = {
    "sourced": "uit een bron",
    "derived": "afgeleid uit bronnen",
    "calibrated": "opgelost in de aanloop",
    "assumed": "aanname",
    "local": "van de gemeente zelf",
}

BASIS_WORDS: Final[Mapping[str, str]] = {
    "reported": "het bereik staat in de bron",
    "several_sources": "het bereik komt uit meer bronnen",
    "assumed": "het bereik is onze schatting",
}

GRADE_WORDS: Final[Mapping[str, str]] = {
    "A": "experiment of overzicht van experimenten",
    "B": "vergelijking met een controlegroep, of een groep in de tijd gevolgd",
    "C": "monitor, telling of vergelijking voor en na",
    "D": "losse gevallen of deskundigen",
    "E": "geen onderzoek gevonden",
}

MEASURE_WORDS: Final[Mapping[str, str]] = {
    "requests": "vragen",
    "waiting_time": "wachttijd",
    "waiting_time_p90": "wachttijd van de langst wachtende tiende",
    "waiting_list": "wachtlijst",
    "given_up": "opgegeven",
    "escalated": "erger geworden tijdens het wachten",
    "crisis_requests": "crisisvragen",
    "open_cases_per_fte": "open zaken per fte",
    "lead_time": "doorlooptijd",
    "pressure": "druk",
    "direct_share": "werktijd aan zaken",
    "administration_share": "werktijd aan registratie",
    "meeting_share": "werktijd aan overleg en scholing",
    "overhead_share": "werktijd aan overhead",
    "prevention_share": "werktijd aan preventie",
    "tasks_undone": "taken die blijven liggen",
    "strain": "overbelasting",
    "absence": "ziekteverzuim",
    "vacancies": "openstaande formatie",
    "departures": "vertrek",
    "vulnerable_households": "kwetsbare huishoudens",
    "recovered": "hersteld",
    "recurrence": "teruggekomen",
    "helped_per_100_vulnerable": "geholpen per 100 kwetsbare huishoudens",
    "helpers_active": "actieve helpers",
    "helper_hours": "uren van helpers",
    "resident_hours_asked": "uren die van inwoners worden gevraagd",
    "referrals": "verwijzingen",
    "costs": "kosten",
    "hours_balance": "urenbalans",
    "euro_balance": "geldbalans",
}
