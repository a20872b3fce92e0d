"""A document edited at random, for laws that hold after any edit."""

import random

from editor.core.base.edits import Edit, apply

SIZES = (0, 0, 0, 1, 1, 2, 5, 40, 400)
"""How many characters go; most edits only put something in."""


def edit_at_random(text, rng, pieces):
    """Return a text with a random part of it replaced by one of some pieces."""
    start = rng.randrange(len(text) + 1)
    end = min(len(text), start + rng.choice(SIZES))
    return apply(text, [Edit(start, end, rng.choice(pieces))])


def play_edits(text, seed, pieces, count):
    """Yield what random edits make of a text, one after the other.

    It begins anew where half of it has gone; with an odd number as seed its lines end in CR LF.
    """
    rng = random.Random(seed)
    if isinstance(seed, int) and seed % 2:
        text = text.replace("\n", "\r\n")
    edited = text
    for _ in range(count):
        edited = edit_at_random(edited, rng, pieces)
        if len(edited) < len(text) // 2:
            edited = text
        yield edited
