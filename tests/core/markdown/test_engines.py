"""Pages of other people's sites are shown as their own engines make them."""

import pytest

from campaigns import engines
from helpers.corpus import needs_sites

LEAST = {
    "Hugo": 0.99,
    "Zola": 0.99,
    "Hexo": 0.99,
    "Eleventy": 0.99,
    "Pelican": 0.99,
    "Jekyll": 0.97,
}


@needs_sites
@pytest.mark.slow
@pytest.mark.parametrize("name", LEAST)
def test_most_blocks_are_those_of_the_engine(name):
    share = engines.share_of(name)
    if share is None:
        pytest.skip(f"{name} is not installed ({engines.ENGINES[name][2]})")
    assert share >= LEAST[name]
