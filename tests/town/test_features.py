"""The closed list of what CBS may know of a wijk."""

from draagkracht.model import kinds
from draagkracht.town.features import FEATURES, SCALES


def test_the_town_and_the_model_know_the_same_features_in_the_same_order() -> None:
    assert FEATURES == kinds.FEATURES


def test_every_feature_has_a_scale_and_a_dutch_label() -> None:
    assert tuple(SCALES) == FEATURES
    assert all(scale.label_nl and scale.low < scale.high for scale in SCALES.values())
