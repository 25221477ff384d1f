"""What CBS may know of a wijk that goes with the risk of becoming vulnerable: a closed list.

A wijk carries the features that are known of it. What is not known is left out and never filled
in with an average: the risk of that wijk is then less certain, and the model says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, get_args

Feature = Literal[
    "aged_65_plus",
    "rented",
    "household_size",
    "lowest_40_income",
    "social_assistance",
    "disability",
    "one_person",
]
FEATURES: Final[tuple[Feature, ...]] = get_args(Feature)


@dataclass(frozen=True, slots=True)
class FeatureScale:
    """The unit of a feature and the values that it can have at all."""

    label_nl: str
    unit: Literal["share", "person/household"]
    low: float
    high: float


def _share(label_nl: str) -> FeatureScale:
    return FeatureScale(label_nl, "share", 0.0, 1.0)


SCALES: Final[Mapping[Feature, FeatureScale]] = MappingProxyType(
    {
        "aged_65_plus": _share("Aandeel inwoners van 65 jaar en ouder"),
        "rented": _share("Aandeel woningen dat geen koopwoning is"),
        "household_size": FeatureScale("Inwoners per huishouden", "person/household", 1.0, 10.0),
        "lowest_40_income": _share("Aandeel inwoners met een inkomen in de laagste 40 %"),
        "social_assistance": _share("Aandeel inwoners met bijstand"),
        "disability": _share("Aandeel inwoners met een arbeidsongeschiktheidsuitkering"),
        "one_person": _share("Aandeel huishoudens van één persoon"),
    }
)
