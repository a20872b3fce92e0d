"""Checks of prose: bold that shows its stars, brackets, headings, spaces and doubled words."""

import pytest


@pytest.mark.parametrize(
    ("text", "code", "fixed"),
    [
        ("Ein **Wort ** mehr", "bold", "Ein **Wort** mehr"),
        ("Ein ** Wort** mehr", "bold", "Ein **Wort** mehr"),
        ("Wort\n   \nWort", "blanks", "Wort\n\nWort"),
        ("das ist ist doppelt", "doubled", "das ist doppelt"),
    ],
)
def test_prose_is_mended(codes_of, fix_all, head, text, code, fixed):
    assert code in codes_of(text + "\n")
    assert fix_all(text + "\n") == head + fixed + "\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("eine (Klammer ohne Ende", "brackets"),
        ("# Titel", "heading-1"),
        ("## A\n\n#### B", "heading-jump"),
        ("## A\n\nx\n\n## A", "heading-twice"),
    ],
)
def test_what_only_the_author_can_mend_is_found(codes_of, text, code):
    assert code in codes_of(text + "\n")


@pytest.mark.parametrize(
    "text",
    [
        "```\n[a](ttps://x)\ndas ist ist\n```",
        "alle, die die Daten haben, und der der geht",
        "a) eins b) zwei :) und (drei)",
        "2 * 3 ** 4 und **fett** am **Stück**",
        "2 ** 3 ** 4",
        "| a ** b | c ** d |",
        "Wir **a** sahen **b\nc** und **d** e **f\ng** Ende.",
        "1. x\n\n   ```python\n   a ** b ** c\n   ```",
        "Text\n\n    [foo](Unfug) ** b**\n",
    ],
)
def test_what_is_right_passes(codes_of, text):
    assert codes_of(text + "\n") == []


def test_asterisks_do_not_become_the_end_of_an_address(codes_of, fix_all, head):
    text = "**[a](https://a.example/x \u00a0**\n"
    assert "bold" in codes_of(text)
    assert fix_all(text) == head + text
