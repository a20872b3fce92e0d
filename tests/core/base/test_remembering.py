"""Results of texts are remembered, within bounds."""

import pytest
from editor.core.base.remembering import remember


def make_counted(count=100):
    computed = []

    @remember(count, at=1)
    def double(number: int, text: str) -> str:
        """Twice a text."""
        computed.append((number, len(text)))
        return text * 2

    return double, computed


@pytest.mark.parametrize("length", [3, 1_999, 2_001, 60_000])
def test_a_text_is_computed_once(length):
    double, computed = make_counted()
    assert double(1, "x" * length) == double(1, "x" * length) == "x" * length * 2
    assert len(computed) == 1
    double(2, "x" * length)
    assert len(computed) == 2
    double.cache_clear()
    double(1, "x" * length)
    assert len(computed) == 3
    assert double.__doc__ == "Twice a text."


def test_long_texts_make_room_for_others_and_endless_ones_are_not_kept():
    double, computed = make_counted()
    for number in range(60):
        double(number, "x" * 60_000)
    assert len(computed) == 60
    double(59, "x" * 60_000)
    double(40, "x" * 60_000)
    assert len(computed) == 60
    double(0, "x" * 60_000)
    assert len(computed) == 61
    double(0, "x" * 2_000_000)
    double(0, "x" * 2_000_000)
    assert len(computed) == 63
