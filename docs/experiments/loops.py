"""Writes docs/nl/kringlopen.md: six loops of the model, worked through for Voorbeeldstad.

Run `python docs/experiments/loops.py` after a change of the model; it takes minutes. Sentences
say what was found, never what was hoped for: a change within its error, or one whose sign differs
between toekomsten, is *onbeslist*.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from trial import Move, trials

import draagkracht as dk
from draagkracht.engine.arrays import FloatArray
from draagkracht.language.numbers import dutch_number
from draagkracht.simulation.break_even import break_even_effect
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.quantiles import error_of_median, weighted_quantile
from draagkracht.simulation.strata import BLOCK

PAGE = Path(__file__).resolve().parents[1] / "nl" / "kringlopen.md"
TOWN, YEARS, MEMBERS = "voorbeeldstad", 8, 64
STAFF_LOOP = ("strain_on_absence", "strain_on_leaving")
SHOCK = {"shock": (Move("team.capacity_factor", "scale", 0.85, 9),)}
DIVERTED = (
    Move("access.diverted_share", "replace", 0.4),
    Move("access.desk_hours", "replace", 3.0),
    Move("access.missed_multiple", "replace", 0.05),
)
HELPERS = (
    Move("helpers.recruitment", "replace", 1.0),
    Move("helpers.give_back_share", "replace", 0.05),
)
LOOPS = {
    **SHOCK,
    "protected": (Move("prevention.protected", "replace", 1.0),),
    "more_prevention": (
        Move("prevention.protected", "replace", 1.0),
        Move("team.prevention_share", "replace", 0.08),
    ),
    "lower_cap": (Move("casework.caseload_cap", "scale", 0.8),),
    "higher_cap": (Move("casework.caseload_cap", "scale", 1.2),),
    "desk": DIVERTED,
    "desk_that_misses": (*DIVERTED[:2], Move("access.missed_multiple", "replace", 0.2)),
    "desk_that_costs": (
        DIVERTED[0],
        Move("access.desk_hours", "replace", 5.0),
        DIVERTED[2],
    ),
    "helpers": HELPERS,
    "helpers_that_half_work": (*HELPERS, Move("helpers.effect", "replace", 0.5)),
    "helpers_that_work": (*HELPERS, Move("helpers.effect", "replace", 1.0)),
    "less_registration": (Move("team.administration_share", "add", -0.05),),
}


def main() -> None:
    """Run everything and write the page."""
    usual = trials(TOWN, LOOPS, years=YEARS, members=MEMBERS)
    calm = trials(TOWN, SHOCK, years=YEARS, members=MEMBERS, without=STAFF_LOOP)
    strong = trials(
        TOWN,
        SHOCK,
        years=YEARS,
        members=MEMBERS,
        changed={"staff.strain_hazard_ratio": 1.64, "staff.departure_strain": 1.5},
    )
    fte = dk.read_town(TOWN).fte
    blocks = [
        "# Zes kringlopen, doorgerekend",
        "<!-- Gemaakt door docs/experiments/loops.py; draai dat opnieuw na een wijziging. -->",
        f"Voorbeeldstad is een rekenvoorbeeld: {MEMBERS} toekomsten, acht jaar, scenario trend. "
        "Elk getal is het verschil met doorgaan zoals nu in dezelfde toekomsten: de middelste, met "
        "tussen haakjes waar acht van de tien toekomsten liggen. *Onbeslist* staat er als het "
        "verschil niet groter is dan de rekenfout, of als meer dan een derde van de toekomsten een "
        "andere kant op gaat dan de rest. De cijfers erachter zijn voor het grootste deel "
        "aannames; wie andere invult, krijgt iets anders.",
        "## 1. Drukte maakt ziek, en ziek maakt druk",
        "Negen maanden lang levert elke fte 15 % minder uren op. Daarna is alles weer als "
        "tevoren. Wat blijft er hangen? Wij tellen de extra wachtenden per fte op over acht jaar "
        "(kwartalen keer huishoudens), en kijken hoeveel er in jaar 8 nog over is.",
        table(
            ("rekenwijze", "extra wachten, opgeteld per fte", "extra wachtenden in jaar 8"),
            [
                ("met de cijfers van de catalogus", *lasting(usual, fte)),
                ("zonder verzuim en vertrek door spanning", *lasting(calm, fte)),
                ("met sterke cijfers (1,64 keer verzuim, 1,5 vertrek)", *lasting(strong, fte)),
            ],
        ),
        staff_loop_text(usual, calm, fte),
        strain_text(usual),
        "## 2. Preventie beschermen",
        "Onder druk maakt preventie plaats voor zaken. Wie dat verbiedt, krijgt minder uren voor "
        "zaken en later misschien minder kwetsbare huishoudens.",
        table(
            HEADS,
            [
                ("preventie beschermd", *told(usual, "protected")),
                ("beschermd, en 8 % van de werktijd", *told(usual, "more_prevention")),
            ],
        ),
        break_even_text(),
        "## 3. Een lagere grens aan de caseload",
        "Een lagere grens verplaatst werk naar de wachtlijst. Daar staat tegenover dat elke open "
        "zaak uren kost om open te houden.",
        table(
            HEADS,
            [
                ("grens 20 % lager", *told(usual, "lower_cap")),
                ("grens 20 % hoger", *told(usual, "higher_cap")),
            ],
        ),
        "## 4. Een loket voor enkelvoudige vragen",
        "Vier van de tien enkelvoudige vragen gaan naar een loket. Het loket mist soms dat er "
        "meer speelt; zo'n vraag komt dertien weken later zwaarder terug.",
        table(
            HEADS,
            [
                ("3 uur per vraag, 5 % gemist", *told(usual, "desk")),
                ("3 uur per vraag, 20 % gemist", *told(usual, "desk_that_misses")),
                ("5 uur per vraag, 5 % gemist", *told(usual, "desk_that_costs")),
            ],
        ),
        "## 5. Vrijwilligers",
        "Elk jaar één nieuwe vrijwilliger per 1.000 inwoners, en één op de twintig herstelde "
        "huishoudens die gaat helpen. Begeleiden kost altijd uren. Gecontroleerd onderzoek vond "
        "geen besparing van teamuren; daarom staat het effect in de catalogus op nul.",
        table(
            HEADS,
            [
                ("geen effect op teamuren (catalogus)", *told(usual, "helpers")),
                ("half effect", *told(usual, "helpers_that_half_work")),
                ("vol effect", *told(usual, "helpers_that_work")),
            ],
        ),
        "Wat hulp voor inwoners zelf betekent, staat hier niet in: dit gaat over uren van teams.",
        "## 6. Minder registratie",
        "Vijf procentpunt minder werktijd aan registratie.",
        table(HEADS, [("5 procentpunt minder", *told(usual, "less_registration"))]),
        "Zo rekent ook de som uit Colorado: daalt registratie van 38 naar 30 % van de tijd, dan "
        "komt er 8 van de 62 delen bij, 13 % meer uren voor al het andere.",
    ]
    PAGE.write_text("\n\n".join(blocks) + "\n", "utf-8")


HEADS = (
    "wat er verandert",
    "wachtlijst jaar 2",
    "wachtlijst jaar 8",
    "afgehaakt jaar 8",
    "kwetsbaar jaar 8",
    "uren terug per jaar",
)


def told(outcome: Outcome, plan: str) -> tuple[str, ...]:
    """The cells of one row: changes of a trial against carrying on."""
    return (
        change(outcome, plan, "waiting_list", year=2, unit="huishoudens"),
        change(outcome, plan, "waiting_list", year=8, unit="huishoudens"),
        change(outcome, plan, "given_up", year=8, unit="per 1.000 per jaar"),
        change(outcome, plan, "vulnerable_households", year=8, unit="procentpunt", scale=100.0),
        change(outcome, plan, "hours_balance", year=None, unit="uur"),
    )


def change(
    outcome: Outcome, plan: str, measure: str, *, year: int | None, unit: str, scale: float = 1.0
) -> str:
    """Median and spread of a change, or onbeslist."""
    values = scale * (of_year(outcome, plan, measure, year) - of_year(outcome, NOW, measure, year))
    return worded(values, outcome.weights, unit)


NOW = "doorgaan_zoals_nu"


def of_year(outcome: Outcome, plan: str, measure: str, year: int | None) -> FloatArray:
    """Mean over the quarters of a year, by member; None: over the horizon."""
    if year is None:
        return outcome.by_member(measure, plan=plan)
    quarters = range(4 * year - 3, 4 * year + 1)
    found = [outcome.by_member(measure, plan=plan, quarter=quarter) for quarter in quarters]
    return np.asarray(np.mean(found, axis=0))


def worded(values: FloatArray, weights: FloatArray, unit: str) -> str:
    """A change with its spread; onbeslist within its error or when signs are divided."""
    middle = float(weighted_quantile(values, weights, 0.5))
    low, high = (float(weighted_quantile(values, weights, p)) for p in (0.1, 0.9))
    error = float(error_of_median(values, weights, BLOCK))
    spread = f"{signed(low)} tot {signed(high)}"
    if abs(middle) <= error or (low < 0.0 < high and min(share(values, weights)) > 0.35):
        return f"onbeslist ({spread})"
    return f"{signed(middle)} {unit}".strip() + f" ({spread})"


def share(values: FloatArray, weights: FloatArray) -> tuple[float, float]:
    """Weighted shares of toekomsten in which a change is below and above nothing."""
    total = weights.sum()
    return float(weights[values < 0].sum() / total), float(weights[values > 0].sum() / total)


def signed(value: float) -> str:
    """With a plus or a real minus sign, at most two digits."""
    text = dutch_number(abs(value))
    if text == "0":
        return text
    return f"+{text}" if value > 0 else f"−{text}"


def summed_extra(outcome: Outcome, fte: float) -> FloatArray:
    """Extra waiting after the shock summed over quarters, a fte, by member."""
    extra = [
        outcome.by_member("waiting_list", plan="shock", quarter=quarter)
        - outcome.by_member("waiting_list", plan=NOW, quarter=quarter)
        for quarter in range(1, 4 * YEARS + 1)
    ]
    return np.asarray(np.sum(extra, axis=0)) / fte


def lasting(outcome: Outcome, fte: float) -> tuple[str, str]:
    """Extra waiting after the shock, summed over quarters a fte, and what is left in year 8."""
    return (
        worded(summed_extra(outcome, fte), outcome.weights, ""),
        change(outcome, "shock", "waiting_list", year=8, unit="huishoudens"),
    )


def staff_loop_text(usual: Outcome, calm: Outcome, fte: float) -> str:
    """What absence and leaving by strain add to what lingers, toekomst by toekomst."""
    added = summed_extra(usual, fte) - summed_extra(calm, fte)
    weights = np.sqrt(usual.weights * calm.weights)
    whole = float(weighted_quantile(summed_extra(usual, fte), usual.weights, 0.5))
    middle = float(weighted_quantile(added, weights, 0.5))
    error = float(error_of_median(added, weights, BLOCK))
    if abs(middle) <= error:
        return (
            "Wat verzuim en vertrek door spanning aan het nawerken toevoegen, is in dezelfde "
            f"toekomsten niet te onderscheiden van nul ({worded(added, weights, '')}). Dat een "
            "schok nawerkt komt ook zonder hen: wachten verergert, wat verergert kost meer uren, "
            "en bij vaste uren herstellen er minder."
        )
    return (
        f"Verzuim en vertrek door spanning voegen in dezelfde toekomsten {signed(middle)} toe "
        f"aan de {signed(whole)}. De rest van het nawerken komt zonder hen: wachten verergert, wat "
        "verergert kost meer uren, en bij vaste uren herstellen er minder."
    )


def strain_text(outcome: Outcome) -> str:
    """How much room strain still has, where the town stands now."""
    now = outcome.estimate("strain", plan=NOW, quarter=1)
    assert now is not None
    return (
        "Sterke cijfers maken hier weinig uit omdat de spanning nu al "
        f"{dutch_number(100 * now.median)} % van het hoogste is (een aanname over wat vol is): "
        "veel hoger kan zij niet. In een "
        "rustige gemeente is er meer ruimte om ziek te worden van een schok."
    )


def break_even_text() -> str:
    """At which effect of prevention more of it pays for itself in hours."""
    values = {name: figure.central for name, figure in dk.read_catalogue().figures.items()}
    town = dk.read_town(TOWN)
    needed = break_even_effect(
        values,
        more=0.03,
        residents_per_fte=sum(wijk.residents for wijk in town.wijken) / town.fte,
        households_per_fte=sum(wijk.households for wijk in town.wijken) / town.fte,
    )
    known = values["prevention.max_effect"]
    return (
        f"Wanneer verdient meer preventie zich terug in uren? Bij de middelste cijfers en 3 "
        f"procentpunt meer werktijd moet volle preventie {dutch_number(100 * needed)} % van het "
        f"kwetsbaar worden voorkomen. De catalogus gaat uit van {dutch_number(100 * known)} %, een "
        "aanname. Andere redenen voor preventie dan uren van teams staan hier buiten."
    )


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [" | ".join(heads), "|".join(["---"] * len(heads))]
    lines += [" | ".join(cell.strip() for cell in row) for row in rows]
    return "\n".join(f"| {line} |" for line in lines)


if __name__ == "__main__":
    main()
