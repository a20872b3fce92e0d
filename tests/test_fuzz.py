"""What fuzzing has found once, and some inputs for each target: nothing raises, nothing hangs."""

import random
import time

import pytest

from campaigns import fuzz

KEPT = sorted(fuzz.KEPT.glob("*-*"))


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_what_was_found_stays_mended(path):
    begun = time.process_time()
    fuzz.TARGETS[path.name.partition("-")[0]](path.read_bytes())
    assert time.process_time() - begun < fuzz.SECONDS


@pytest.mark.parametrize("name", fuzz.TARGETS)
def test_some_inputs_for_each_target(name):
    chance, seeds = random.Random(name), fuzz.seeds_of(name)
    for _ in range(60):
        fuzz.TARGETS[name](fuzz.mutate(chance.choice(seeds), chance, seeds))
