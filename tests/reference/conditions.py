"""What a slow team lives under: plain numbers, lists and names."""

from dataclasses import dataclass
from types import SimpleNamespace

from draagkracht.engine.arrays import FloatArray


@dataclass(frozen=True)
class Start:
    """How the run-in begins."""

    open_cases: int
    open_multiple: float  # share of the open cases
    open_crisis: float
    waiting: int
    waiting_multiple: float  # share of the waiting
    single_vulnerable: float  # share of the single cases that vulnerable households have
    wait: float  # ages of the waiting lie between 0 and this
    vulnerable: tuple[float, ...]  # chance by household
    helped_vulnerable: float  # share of them whose case closed within the year before
    helped_self_reliant: float
    after_closing: float  # factor on their requests


@dataclass(frozen=True)
class Conditions:
    """Everything that is given. Rates are in 1/time; `tick` is a week in that unit of time."""

    figures: SimpleNamespace  # one value a figure that the model reads
    growth_bound: tuple[float, ...]  # on the growth of the hazard, by year
    domains: FloatArray  # cumulative shares of the main life domain
    domain_hours: tuple[float, ...]  # hours of a case over the mean of its kind
    partner_chance: list[list[float]]  # by kind and domain
    partner_wait: tuple[float, ...]  # mean, by domain
    routes: list[list[list[int]]]  # destination before and in the task package, by kind and domain
    routes_from: int  # week in which the task package starts
    levers: tuple[SimpleNamespace, ...]  # today, then week by week from today
    world: tuple[SimpleNamespace, ...]  # factors by week, from the run-in's start
    today: int  # week in which the run-in ends
    tick: float
    fte: float
    residents: float  # thousands
    start: Start
