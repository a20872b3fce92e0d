"""Texts that were made to keep the preview busy, or to get something past it."""

import time

import pytest
from editor.core.base.errors import UserFacingError
from editor.core.calendar.codec import read_entries
from editor.core.calendar.entry import decode_link, encode_link
from editor.core.events import calendar_link
from editor.core.events.consistency import compare_event
from editor.core.issue.issue import parse_issue
from editor.core.publishing.page import write_page
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


@pytest.mark.parametrize("engine", ["newsletter", "odis-news", "mkdocs"])
@pytest.mark.parametrize("name", SLOW)
def test_no_text_keeps_the_preview_busy(shelf, name, engine):
    started = time.process_time()
    assert render_page(parse_issue(SLOW[name], shelf.named(engine)))
    assert time.process_time() - started < 5  # they took minutes


def body(shelf, text):
    return render_body_html(parse_issue(text, shelf.named("newsletter")))


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
def test_data_addresses_are_calendars_or_nothing(shelf, address):
    assert "text/html" not in body(shelf, f'<a href="{address}">x</a>') and "svg" not in body(
        shelf, f'<img src="{address}">'
    )


def test_deep_text_is_not_dropped(shelf):
    assert "tief" in body(
        shelf, "".join("  " * depth + "* a\n" for depth in range(30)) + "  " * 30 + "* tief\n"
    )


def test_an_item_that_writes_list_tags_is_no_item_of_its_own(shelf):
    blocks = render_body(
        parse_issue("* a</li><li>b\n* c\n" + "* d\n" * 9, shelf.named("newsletter"))
    )
    assert not any(block.items for block in blocks)


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
def test_heading_ids_are_goldmarks(shelf, text, ids):
    import re

    assert re.findall(r'<h\d[^>]* id="([^"]*)"', body(shelf, text)) == ids


def test_the_exported_page_runs_and_fetches_nothing(shelf):
    issue = parse_issue(
        '![x](/etc/x.png)<img data-src="/a.png" src="//host/b.png">', shelf.named("newsletter")
    )
    content = write_page(issue, "body{} </style><script>", images="data:")
    assert "default-src 'none'; img-src data:;" in content and "</style><script>" not in content


def entry(lines):
    return "\r\n".join(
        [
            "BEGIN:VCALENDAR",
            "BEGIN:VEVENT",
            "UID:u",
            "SUMMARY:Eins",
            *lines,
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]
    ).encode()


def compared(shelf, line, data):
    issue = parse_issue(
        f'## Termine\n* {line}: **Eins** <a href="data:text/calendar;base64,{encode_link(data)}">x</a>\n',
        shelf.named("newsletter"),
    )
    return compare_event(issue.events[0], issue.text, issue.profile)


def test_entries_that_are_written_otherwise_agree(shelf):
    timed = entry(["DTSTART:20260304T180000Z", "DURATION:PT2H"])
    assert compared(shelf, "Mittwoch, 04.03.2026, 19:00-21:00", timed).differs == ()
    day = entry(["DTSTART:20260304T000000", "DTEND:20260305T000000"])
    assert compared(shelf, "Mittwoch, 04.03.2026", day).differs == ()
    last = entry(["DTSTART:99991231T235959Z"])
    assert "start" in compared(shelf, "Mittwoch, 04.03.2026, 19:00", last).differs


def test_base64_is_read_as_browsers_read_it():
    data = entry(["DTSTART:20260304T180000Z"])
    word = encode_link(data).rstrip("=")
    assert (
        decode_link(f"data:text/calendar;base64,{word}")
        == data
        == decode_link(f"data:text/calendar; base64,{word}")
    )
    with pytest.raises(UserFacingError):
        decode_link("data:text/calendar;base64,ab!c")
    assert calendar_link.read_link(f"data:text/calendar;base64,{word}") == read_entries(data)[0]
