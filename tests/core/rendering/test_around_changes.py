"""A page that is rendered around a change is the page that is rendered anew."""

import operator

import pytest
from editor.core.issue.issue import parse_issue, parse_like
from editor.core.rendering.page import render_page

from helpers.corpus import EVERYTHING, REAL_ISSUES, SAMPLE, some_of, text_of
from helpers.random_edits import play_edits

PIECES = (
    "", "", "", "a", " ", "\n", "\n\n", "* ", "## ", "# A\n\n", "\n===\n", "---\n", "```\n",
    "<div>", "</div>", "<!-- ", "[^1]", "[a]: https://a.example\n", '"', "'", "„", "“", ' "x" ',
    "## Eins\n\n", "## Eins {#eigen}\n\n", "* eins\n* zwei\n", "title: y\n", "(c)", "--",
    "## Termin\n\nWann?\n\n",
)  # fmt: skip


def play(text, profile, seed, count):
    """Edit a text at random and render its page around each change."""
    issue = parse_issue(text, profile)
    page = render_page(issue)
    for edited in play_edits(text, seed, PIECES, count):
        before, issue = (issue, page), parse_like(issue, edited, profile)
        page, anew = render_page(issue, before=before), render_page(issue)
        assert list(page) == list(anew)
        assert page.is_free == anew.is_free
        assert [each.quotes for each in page.chunks] == [each.quotes for each in anew.chunks]
        assert [each.alone.ids for each in page.chunks] == [each.alone.ids for each in anew.chunks]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", ["newsletter", "generic"])
def test_a_page_is_rendered_around_any_edit(shelf, name, seed):
    text = text_of(SAMPLE) + "\n## Termin\n\nWann?\n" * 3
    play(text, shelf.named(name), seed, 100)


@pytest.mark.slow
@pytest.mark.parametrize("path", some_of(REAL_ISSUES, 3), ids=lambda path: path.stem)
def test_a_real_page_is_rendered_around_any_edit(shelf, path):
    play(text_of(path), shelf.named("newsletter"), path.stem, 300 if EVERYTHING else 25)


def test_ids_that_come_and_go_give_the_same_chunks(shelf):
    profile = shelf.named("newsletter")
    without = "".join(f"## Termin\n\nNummer {number}.\n\n" for number in range(20))
    issue = parse_issue(without, profile)
    page, seen = render_page(issue), {}
    for _ in range(6):
        for text in ("## Termin\n\nOben.\n\n" + without, without):
            before, issue = (issue, page), parse_issue(text, profile)
            page = render_page(issue, before=before)
            chunks = [placed.chunk for placed in page.chunks]
            assert all(map(operator.is_, seen.setdefault(text, chunks), chunks))


def test_chunks_far_from_a_change_are_taken_over(shelf):
    profile = shelf.named("newsletter")
    text = "Oben\n\n" + "".join(f"## Teil {number}\n\nText.\n\n" for number in range(50))
    issue = parse_issue(text, profile)
    page = render_page(issue)
    later = parse_issue(text.replace("Teil 20\n\nText", "Teil 20\n\nNeuer Text"), profile)
    after = render_page(later, before=(issue, page))
    same = [one.chunk is other.chunk for one, other in zip(page.chunks, after.chunks, strict=True)]
    assert same.count(False) == 1
    assert after.chunks[-1].start == page.chunks[-1].start + len("Neuer ")
