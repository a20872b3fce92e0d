"""Where postcodes lie: coarse, and silent where the tables know nothing."""

import pytest
from editor.app.services.gazetteer_loading import load_country
from editor.core.places.geography import Geography

BERLIN = (52.52, 13.41)


@pytest.fixture(scope="module")
def germany():
    return load_country()


def test_the_whole_country_is_known(germany):
    assert len(germany.regions) >= 90
    assert len(germany.towns) > 500


def test_no_region_is_away_from_itself(germany):
    for code, region in germany.regions.items():
        assert germany.distance(f"{code}000", region.center) == 0


def test_another_end_of_the_country_is_far_away(germany):
    assert germany.distance("89231", BERLIN) > 400


@pytest.mark.parametrize(
    ("postcode", "coordinates"),
    [("8005", BERLIN), ("", (0, 0)), ("67000", (48.58, 7.75))],
    ids=["Swiss", "none", "French"],
)
def test_other_postcodes_are_nowhere(germany, postcode, coordinates):
    assert germany.distance(postcode, coordinates) == 0


def test_empty_tables_know_nothing():
    assert Geography().distance("10179", (0, 0)) == 0


@pytest.mark.parametrize(
    ("postcode", "town", "clashes"),
    [
        ("14195", "Wiesbaden", True),
        ("4103", "Leipzig", True),
        ("65183", "Wiesbaden", False),
        ("1010", "Wien", False),
    ],
)
def test_a_postcode_clashes_with_another_town(germany, postcode, town, clashes):
    assert bool(germany.mismatch(postcode, town)) == clashes
