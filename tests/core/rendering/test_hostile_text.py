"""Texts that were made to keep the preview busy, or to get something past it."""

import re
import time

import pytest
from editor.core.issue.issue import parse_issue
from editor.core.rendering.page import render_body, render_body_html, render_page

SLOW = {
    "unclosed shortcodes": "{{% a " * 40_000,
    "unclosed angle shortcodes": "{{< " * 50_000,
    "unclosed template tags": "{% " * 60_000,
    "a tag that is never closed": ("<" + "a" * 15_000 + " wort " * 3000 + "\n") * 3,
    "shortcodes shown as text": "{{%/* " * 30_000 + "*/",
    "brackets": "[" * 15_000,
    "spaced brackets": "[ " * 9_000,
    "quotes in quotes": "> " * 40 + "x\n",
}
SECONDS = 60
"""They take less than a second; where a pattern goes back over the text, they take many minutes."""


@pytest.mark.parametrize("profile", ["newsletter", "odis-news", "mkdocs"])
@pytest.mark.parametrize("name", SLOW)
def test_no_text_keeps_the_preview_busy(shelf, name, profile):
    started = time.process_time()
    assert render_page(parse_issue(SLOW[name], shelf.named(profile)))
    assert time.process_time() - started < SECONDS


@pytest.fixture(scope="module")
def html_of(shelf):
    def html_of(text):
        return render_body_html(parse_issue(text, shelf.named("newsletter")))

    return html_of


@pytest.mark.parametrize(
    "address",
    [
        "data:text/html,x",
        "da\tta:text/html,x",
        "&#1;data:text/html,x",
        "d&#10;ata:text/html,x",
        " data:image/svg+xml,x",
    ],
)
def test_data_addresses_are_calendars_or_nothing(html_of, address):
    link, picture = html_of(f'<a href="{address}">x</a>'), html_of(f'<img src="{address}">')
    for html in (link, picture):
        assert "text/html" not in html
        assert "svg" not in html


def test_deep_text_is_not_dropped(html_of):
    lines = [f"{'  ' * depth}* a\n" for depth in range(30)]
    assert "tief" in html_of("".join(lines) + "  " * 30 + "* tief\n")


def test_an_item_that_writes_list_tags_is_no_item_of_its_own(shelf):
    text = "* a</li><li>b\n* c\n" + "* d\n" * 9
    blocks = render_body(parse_issue(text, shelf.named("newsletter")))
    assert [block.items for block in blocks if block.items] == []


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("## A\n\n## A 1\n\n## A\n", ["a", "a-1", "a-2"]),
        ("## A {#a}\n\n## A {#a}\n\n## A\n", ["a", "a", "a-1"]),
        ("## T {.c}\n", ["t"]),
        ("> ## A\n\n* ## A\n\n## A\n", ["a", "a-1", "a-2"]),
        ("<div>\n\n## A\n\n</div>\n\n## A\n", ["a", "a-1"]),
    ],
)
def test_heading_ids_are_goldmarks(html_of, text, ids):
    assert re.findall(r'<h\d[^>]* id="([^"]*)"', html_of(text)) == ids
