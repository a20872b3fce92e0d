"""A text is parsed again from an issue that it mostly is: the result is that of parsing it."""

import random

import pytest
from editor.core.base.edits import Edit, apply
from editor.core.issue.issue import parse_issue, parse_like
from editor.core.markdown.headings_again import read_headings_again
from editor.core.markdown.outline import read_headings
from hypothesis import given
from hypothesis import strategies as st

from helpers.corpus import EVERYTHING, REAL_ISSUES, SAMPLE, some_of, text_of
from helpers.random_edits import play_edits

PIECES = (
    "", "", "", "a", " ", "\n", "\n\n", "\r\n", "  ", "\t", "* ", "- ", "1. ", "## ", "# A\n", "#",
    "===\n", "---\n", "\n---\n", "   ===", "```\n", "~~~\n", "<!-- ", "-->", "<div>\n", "</div>\n",
    "<script>", "\n   ## Schief\n", "\nAbsatz\n===\n", "    ", ">", "> # Zitat\n", "ä", "📅", "**",
    "## Veranstaltungen\n", "## Fristen\n* [B](https://c.example), bis 4. April 2026\n", "+++\n",
    "* Montag, 2. März 2026, 19 Uhr: **Neu**\n", "* 3.4. online: **A**\n  * https://b.example\n",
    "  * Anmeldung bis 1.3.2026\n", "* jeden Mittwoch, 19:00, online: **Treff**\n", ", abgesagt",
    "title: x\n", "date: 2026-04-01\n", "\n\n### Online\n", "\x85", "\u2028", "\x0b",
)  # fmt: skip
LINES = (
    "# A",
    "  # B",
    "   # C",
    "* x",
    "  y",
    "===",
    " ---",
    "```",
    "~~~",
    "<!--",
    "-->",
    "t",
    "",
)


def play(text, profile, seed, count):
    """Edit a text at random, parsing it again after each edit."""
    issue = parse_issue(text, profile)
    for edited in play_edits(text, seed, PIECES, count):
        issue = parse_like(issue, edited, profile)
        assert issue == parse_issue(edited, profile)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", ["newsletter", "generic"])
def test_any_edit_is_parsed_as_the_whole_is(shelf, name, seed):
    play(text_of(SAMPLE), shelf.named(name), seed, 250)


@pytest.mark.slow
@pytest.mark.parametrize("path", some_of(REAL_ISSUES, 4), ids=lambda path: path.stem)
def test_any_edit_of_real_issues_is_parsed_as_the_whole_is(shelf, path):
    play(text_of(path), shelf.named("newsletter"), path.stem, 3000 if EVERYTHING else 60)


HEADS = (
    "",
    "---\ntitle: A\ndate: 2026-03-01\n---\n", "---\ntitle: A\n...\n", "---\ntitle: A\n",
    "+++\ntitle = 'A'\n+++\n", '{"title": "A",\n "date": "2026-03-01"}\n', "{\n}\n",
    "Title: A\nDate: 2026-03-01\n\n", "Title: A\n", "Title: A\n  more\nTags: b\n\n\n", "---\n---\n",
)  # fmt: skip
BODY = (
    "Text.\n\n## Veranstaltungen\n* Montag, 2. März, 19 Uhr: **Neu**\n* 3.4. online: **A**\n\n# B\n"
)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("kind", ["newsletter", "generic", "mkdocs"])
def test_what_the_front_matter_is_may_change_with_the_body(shelf, kind, end):
    rng, profile = random.Random(end + kind), shelf.named(kind)
    for head in HEADS:
        text = (head + BODY).replace("\n", end)
        issue = parse_issue(text, profile)
        for _ in range(40):
            at = rng.randrange(min(len(head) + 12, len(text)))
            size = rng.choice((0, 0, 1, 2, 9))
            later = apply(
                text, [Edit(at, min(at + size, len(text)), rng.choice((*PIECES, *HEADS)))]
            )
            assert parse_like(issue, later, profile) == parse_issue(later, profile)


@given(
    st.lists(st.sampled_from(LINES), max_size=14).map("\n".join),
    st.lists(st.sampled_from(LINES), max_size=3).map("\n".join),
    st.data(),
)
def test_headings_are_read_again_around_any_change(before, new, data):
    start = data.draw(st.integers(0, len(before)))
    change = Edit(start, data.draw(st.integers(start, len(before))), new)
    text = apply(before, [change])
    known = read_headings(before)
    assert read_headings_again(before, known, text, change, 0) == read_headings(text)


@pytest.mark.parametrize(
    "below",
    ["   https://x.example\n", "   * 4.4. online: **B**\n", "   Titel\n   ===\n", "  \n    ## C\n"],
)
@pytest.mark.parametrize("wide_first", [True, False])
def test_an_item_takes_in_what_stands_below_an_empty_line(shelf, below, wide_first):
    """Blanks behind its marker say which lines below belong to it (CommonMark §5.2)."""
    profile = shelf.named("newsletter")
    head = "---\ntitle: A\ndate: 2026-03-01\n---\n\n## Veranstaltungen\n"
    texts = [f"{head}*{blanks}3.4. online: **A**\n\n{below}" for blanks in ("    ", " ")]
    before, after = texts if wide_first else reversed(texts)
    assert parse_like(parse_issue(before, profile), after, profile) == parse_issue(after, profile)


@pytest.mark.parametrize("end", ["}\n", ', "x": 1}\nText\n'])
def test_front_matter_that_becomes_readable_is_read(shelf, end):
    profile, start = shelf.named("generic"), '{"title": "T", "params": {\n}\n\n'
    before, after = parse_issue(start + "x" + end, profile), start + end
    assert parse_like(before, after, profile) == parse_issue(after, profile)


def test_a_text_of_its_own_is_parsed_as_well(shelf):
    issue, generic = parse_issue(text_of(SAMPLE), shelf.named("newsletter")), shelf.named("generic")
    for text in ("", "# x\n", "---\ntitle: x\n---\n", issue.text):
        whole = parse_issue(text, issue.profile)
        assert parse_like(issue, text, issue.profile) == whole
        assert parse_like(whole, issue.text, issue.profile) == issue
        assert parse_like(issue, text, generic) == parse_issue(text, generic)
