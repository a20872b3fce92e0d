"""Sections are moved with all that is under them, and nothing else changes."""

import pytest
from editor.core.base.edits import apply
from editor.core.base.errors import EditRejected
from editor.core.events.item_reading import CALENDAR_ANCHOR
from editor.core.issue.issue import parse_issue
from editor.core.issue.sections import (
    count_words,
    find_neighbor,
    insert_section,
    move_section,
    offer_sections,
)
from hypothesis import given
from hypothesis import strategies as st

from helpers.corpus import ISSUES, SAMPLE, text_of

TEXT = "---\ntitle: x\n---\n\nVor\n\n## A\n\na\n\n### A1\n\naa\n\n## B\n\nb\n\n\n## C\n\nc"


def titles(text):
    return [section.heading.title for section in parse_issue(text).sections]


@pytest.mark.parametrize(
    ("index", "target", "order"),
    [
        (0, 3, ["B", "A", "A1", "C"]),
        (0, 4, ["B", "C", "A", "A1"]),
        (2, 0, ["B", "A", "A1", "C"]),
        (3, 0, ["C", "A", "A1", "B"]),
        (1, 4, ["A", "B", "C", "A1"]),
        (1, 3, ["A", "B", "A1", "C"]),
    ],
)
def test_a_section_moves_with_all_that_is_under_it(index, target, order):
    issue = parse_issue(TEXT)
    text = apply(TEXT, move_section(issue, index, target))
    assert titles(text) == order
    assert text.startswith("---\ntitle: x\n---\n\nVor\n\n## ")
    assert sorted(text.split()) == sorted(TEXT.split())
    assert text.endswith("\n") == TEXT.endswith("\n")


def test_a_section_that_stays_or_goes_into_itself():
    issue = parse_issue(TEXT)
    assert move_section(issue, 0, 0) == []
    assert move_section(issue, 0, 2) == []
    with pytest.raises(EditRejected, match="into itself"):
        move_section(issue, 0, 1)


def test_neighbors_are_of_the_same_level():
    issue = parse_issue(TEXT)
    assert find_neighbor(issue, 0, up=True) is None
    assert find_neighbor(issue, 0, up=False) == 3
    assert find_neighbor(issue, 2, up=True) == 0
    assert find_neighbor(issue, 2, up=False) == 4
    assert find_neighbor(issue, 3, up=False) is None
    assert find_neighbor(issue, 1, up=False) is None


@pytest.mark.parametrize("path", ISSUES[:3], ids=lambda path: path.name)
@given(st.data())
def test_moving_there_and_back_gives_the_same_text(path, data):
    issue = parse_issue(text_of(path))
    index = data.draw(st.integers(0, len(issue.sections) - 1))
    target = find_neighbor(issue, index, up=False)
    if target is None:
        return
    moved = parse_issue(apply(issue.text, move_section(issue, index, target)))
    title = issue.sections[index].heading
    now = next(
        at
        for at, section in enumerate(moved.sections)
        if (section.heading.level, section.heading.title) == (title.level, title.title)
        and at > index
    )
    back = find_neighbor(moved, now, up=True)
    assert apply(moved.text, move_section(moved, now, back)).split() == issue.text.split()


@pytest.mark.parametrize(
    ("text", "at", "wanted"),
    [
        ("## A\n\na\n\n## B\n\nb\n", 6, "## A\n\na\n\n## Neu\n\n## B\n\nb\n"),
        ("## A\n\na\n", 6, "## A\n\na\n\n## Neu\n"),
        ("Vor\n\n## A\n", 1, "Vor\n\n## Neu\n\n## A\n"),
        ("", 0, "## Neu\n"),
        ("---\nt: x\n---\n", 12, "---\nt: x\n---\n\n## Neu\n"),
        (
            "# T\n\nx\n\n## A\n\na\n\n### A1\n\ny",
            25,
            "# T\n\nx\n\n## A\n\na\n\n### A1\n\ny\n\n## Neu\n",
        ),
    ],
)
def test_a_section_is_inserted_behind_the_one_of_the_place(text, at, wanted):
    assert apply(text, insert_section(parse_issue(text), at, "Neu")) == wanted


def test_headings_of_earlier_issues_are_offered():
    earlier = [parse_issue("## Recap\n\n## Klima\n"), parse_issue("## Klima\n\n### Tief\n")]
    assert offer_sections(parse_issue("## Recap\n"), earlier) == ["Klima"]


def test_words_are_counted_without_calendar_links():
    text = '## A\n\nEins zwei <a href="data:text/calendar;base64,QUJD">x</a>\n'
    issue = parse_issue(text)
    assert count_words(issue, issue.sections[0].span) <= 5


def test_words_are_counted_by_parts_as_at_once(shelf):
    issue = shelf.parse(text_of(SAMPLE), SAMPLE)
    for span in (issue.body, *(section.body for section in issue.sections)):
        words = CALENDAR_ANCHOR.sub("", span.of(issue.text)).split()
        expected = sum(any(char.isalnum() or char == "_" for char in word) for word in words)
        assert count_words(issue, span) == expected
