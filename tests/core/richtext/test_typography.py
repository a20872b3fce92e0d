"""What typed characters become."""

import pytest
from editor.core.richtext.typography import typeset


@pytest.mark.parametrize(
    ("before", "typed", "language", "after"),
    [
        ("", '"', "de", "„"),
        ("Er sagt ", '"', "de", "Er sagt „"),
        ("„so", '"', "de", "„so“"),
        ("(", '"', "en", "(“"),
        ("“so", '"', "en", "“so”"),
        ("geht", "'", "de", "geht’"),
        (" ", "'", "de", " ‚"),
        ("‚so", "'", "de", "‚so‘"),
        ("‘so", "'", "en", "‘so’"),
        ("a -", " ", "de", "a – "),
        ("a --", " ", "de", "a – "),
        ("a-", " ", "de", None),
        ("-", " ", "de", None),
        ("und..", ".", "de", "und…"),
        ("und...", ".", "de", None),
        ("a", "b", "de", None),
        ("", '"', "fr", None),
        ("https://a.example/", "'", "de", None),
        ("www.a.example..", ".", "de", None),
    ],
)
def test_typed_signs_are_typographic(before, typed, language, after):
    found = typeset(before, typed, language)
    if after is None:
        assert found is None
    else:
        assert before[: len(before) - found.removed] + found.words == after
