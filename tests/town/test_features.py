"""The closed list of what CBS may know of a wijk."""

from draagkracht.town.features import FEATURES, SCALES


def test_every_feature_has_a_scale_and_a_dutch_label() -> None:
    assert tuple(SCALES) == FEATURES
    assert all(scale.label_nl and scale.low < scale.high for scale in SCALES.values())
