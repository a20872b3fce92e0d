"""Entries are remembered by their text: what is read warm is what is read cold, wherever it is."""

import random
from datetime import date

import pytest
from editor.core.base.edits import Span
from editor.core.events import reading
from editor.core.events.item_reading import ItemReader
from editor.core.issue.issue import parse_issue
from editor.core.markdown.list_items import read_items

from helpers.corpus import SAMPLE, text_of

PIECES = (
    "", "\n", "\n\n", " ", "  ", "* ", "    * ", "1. ", "## ", "### Online\n", "---\n", "```\n",
    "<!-- ", "-->", "\t", "\r\n", "ä", "📅", "**", "~~", "[a](https://a.example)",
    "* Montag, 2. März 2026, 19 Uhr: **Neu**\n", "* 3.4. online: **A**\n  * https://b.example\n",
    "  * Anmeldung bis 1.3.2026\n", "* jeden Mittwoch, 19:00, online: **Treff**\n",
    "## Fristen\n* [B](https://c.example), bis 4. April 2026\n", ", abgesagt",
)  # fmt: skip


def edit_at_random(text, rng):
    start = rng.randrange(len(text) + 1)
    end = min(len(text), start + rng.choice((0, 0, 0, 1, 5, 40, 400)))
    return text[:start] + rng.choice(PIECES) + text[end:]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_what_is_remembered_is_what_would_be_read(shelf, monkeypatch, seed):
    rng, text = random.Random(seed), text_of(SAMPLE)
    profile = shelf.named("newsletter")
    for _ in range(120):
        text = edit_at_random(text, rng) or text_of(SAMPLE)
        warm = parse_issue(text, profile)
        with monkeypatch.context() as cold:
            cold.setattr(reading, "item_reader", ItemReader)
            assert warm == parse_issue(text, profile)


def test_an_entry_is_found_where_it_stands_now(shelf):
    profile, text = shelf.named("newsletter"), text_of(SAMPLE)
    before = parse_issue(text, profile)
    after = parse_issue(text.replace("\n## ", "\nEin Satz mehr.\n\n## ", 1), profile)
    assert len(before.entries) == len(after.entries)
    for old, new in zip(before.entries, after.entries, strict=True):
        assert new.span.of(after.text) == old.span.of(before.text)
        assert new == old.moved(new.span.start - old.span.start)
        assert new.moved(0) == new


def test_an_item_moves_with_all_that_it_holds():
    text = "* eins\n  mehr\n  * zwei\n    drei\n"
    (item,) = read_items(text, Span(0, len(text)))
    before = "Vorher\n\n"
    whole = before + text
    (there,) = read_items(whole, Span(len(before), len(whole)))
    assert there == item.moved(len(before))


def test_the_year_that_is_meant_is_not_remembered(shelf):
    profile = shelf.named("newsletter")
    page = "---\ndate: {0}\n---\n## Veranstaltungen\n* 3.4., online: **A**\n"
    for day in ("2024-03-01", "2026-03-01", "2024-03-01"):
        (event,) = parse_issue(page.format(day), profile).events
        assert event.when.start == date(int(day[:4]), 4, 3)
