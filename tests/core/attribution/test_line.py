"""Attributions: every known form reads, changes in its place and writes back; others stay."""

import pytest
from editor.core.attribution.line import (
    Attribution,
    change_attribution,
    read_attribution,
    write_attribution,
)
from editor.core.frontmatter.reading import read_front_matter
from hypothesis import given
from hypothesis import strategies as st

from helpers.corpus import REAL_ISSUES, needs_corpus, text_of

FORMS = {
    "canonical": (
        '<a href="https://p.example/1">Foto</a> von <a href="https://p.example/u">Ada L.</a>'
        ' auf <a href="https://p.example/">Pixabay</a>'
    ),
    "markdown": "Foto von [Ada](https://u.example/@a) auf [Unsplash](https://u.example/photos/x)",
    "photo on platform": (
        'Foto von <a href="https://p.example/u">Ada</a>'
        ' auf <a href="https://p.example/1">Pixabay</a>'
    ),
    "with a note": (
        "Foto (nachbearbeitet) von [Ada](https://p.example/@a) auf [pexels.com](https://p.example/1)"
    ),
    "with a licence": (
        "Foto von [v](https://f.example/p@N00) auf [Commons](https://c.example/File:Open_(40)_(x).jpg),"
        " [CC BY 2.0](https://l.example/by)"
    ),
    "own": "Eigene Aufnahme (Parktag am 20.9. in der Allee, Leipzig)",
}


@pytest.mark.parametrize("line", FORMS.values(), ids=FORMS)
def test_the_six_forms_read_and_write_back(line):
    assert write_attribution(read_attribution(line)) == line


def test_the_parts_are_what_they_say():
    parts = read_attribution(FORMS["canonical"])
    assert (parts.author, parts.platform, parts.photo_url) == (
        "Ada L.",
        "Pixabay",
        "https://p.example/1",
    )
    parts = read_attribution(FORMS["with a licence"])
    assert (parts.license, parts.photo_url) == (
        "CC BY 2.0",
        "https://c.example/File:Open_(40)_(x).jpg",
    )
    assert read_attribution(FORMS["own"]).own.startswith("Parktag")


def test_a_changed_part_changes_nothing_else():
    parts = change_attribution(read_attribution(FORMS["canonical"]), author="Grace H.")
    assert write_attribution(parts) == FORMS["canonical"].replace("Ada L.", "Grace H.")


def test_other_lines_are_left_alone():
    assert read_attribution("Portrait von X, Lizenz (c) X") is None
    assert read_attribution("") is None


@given(st.text(max_size=60))
def test_reading_is_total_and_faithful(text):
    for line in (text, f"Foto von {text} auf X", f'<a href="{text}">Foto</a> von {text}'):
        parts = read_attribution(line)
        if parts is not None:
            assert write_attribution(parts) == line


@given(
    st.text(st.characters(categories=["L", "N", "Zs"]), max_size=20),
    st.text(st.characters(codec="ascii", categories=["L", "N"]), max_size=20),
)
def test_a_form_filled_from_nothing_reads_back(name, path):
    parts = change_attribution(
        Attribution(),
        author=name or "x",
        author_url=f"https://a.example/{path}",
        platform="P",
        photo_url="https://p.example",
    )
    assert read_attribution(write_attribution(parts)) == parts


@needs_corpus
def test_real_attributions_are_read():
    lines = [
        line
        for path in REAL_ISSUES
        if (line := read_front_matter(text_of(path)).text("images", 0, "attribution"))
    ]
    unread = [line for line in lines if read_attribution(line) is None]
    print(f"attributions: {len(lines) - len(unread)} of {len(lines)} read")
    assert unread == []
