"""The check of how much a page weighs."""


def test_a_long_page_is_heavy(codes_of):
    assert "weight" in codes_of("Wort " * 25_000)


def test_a_page_of_the_usual_length_is_not(codes_of):
    assert "weight" not in codes_of("Wort " * 5_000)
