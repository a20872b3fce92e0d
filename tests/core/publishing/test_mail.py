"""The mail, the plain text and the feed: what leaves the program for other programs."""

import re
from datetime import date, datetime, timedelta

import icalendar
import pytest
import recurring_ical_events
import vobject
from editor.app.services import profile_registry
from editor.app.site.export_formats import EXPORT_FORMATS, ExportSource, make_zip
from editor.app.site.site import find_site
from editor.core.issue.issue import parse_issue
from editor.core.publishing.calendar_files import make_calendar_files
from editor.core.publishing.mail import GMAIL_CLIPS_AT, write_mail
from editor.core.publishing.plain_text import write_plain_text
from editor.core.publishing.rolling_feed import write_issue_feed
from editor.core.publishing.site_files import (
    CalendarSiteFiles,
    calendar_site_files,
    feed_file,
    page_file,
    picture_file,
    upload_guide,
)
from editor.resources import resource
from selectolax.lexbor import LexborHTMLParser

from helpers.corpus import ISSUES, REAL_ISSUES, SAMPLE, needs_corpus, some_of, text_of

SHELF = profile_registry.load_profiles()
CSS = resource("css", "mail.css").read_text(encoding="utf-8")


def issue(body, head="title: T\ndate: '2026-02-09T08:00:00+01:00'\n"):
    return parse_issue(f"---\n{head}---\n\n{body}", SHELF.named("newsletter"))


@pytest.fixture(scope="module")
def sample():
    return SHELF.parse(text_of(SAMPLE), SAMPLE)


def requests(page):
    """Every address a mail program would load by itself."""
    tree = LexborHTMLParser(page)
    return [
        *(node.attributes["src"] for node in tree.css("[src]")),
        *(node.attributes["background"] for node in tree.css("[background]")),
        *(node.attributes.get("href") for node in tree.css("link")),
        *re.findall(r"url\([^)]*\)|@import", page),
    ]


def test_a_mail_has_no_data_links_and_loads_only_its_picture(sample):
    page = write_mail(sample, CSS)
    for forbidden in ("data:", "<style", "<script"):
        assert forbidden not in page
    assert requests(page) == ["https://codefor.de/blog/out-in-the-open-2026-02-header.jpg"]
    assert 'href="https://codefor.de/calendar/2026-03-09-out-in-the-open-february-2026/' in page
    assert "style=" in page
    assert 'alt="' in page
    assert len(page.encode()) < GMAIL_CLIPS_AT


def test_every_calendar_link_of_a_mail_leads_to_an_exported_file(sample):
    exported = {file.path.removeprefix("static/") for file in calendar_site_files(sample).files}
    linked = re.findall(r'href="https://codefor\.de/(calendar/[^"]*)"', write_mail(sample, CSS))
    assert linked
    assert set(linked) <= exported


def test_pictures_of_other_sites_and_dead_links_are_no_requests():
    page = write_mail(
        issue(
            "![fremd](https://other.example/x.png) ![eigen](/blog/y.png) [lokal](/seite/)"
            " [unten](#x)\n\n<img src='//z.example/a.gif'>\n"
        ),
        CSS,
    )
    assert requests(page) == ["https://codefor.de/blog/y.png"]
    assert '<a href="https://other.example/x.png">[fremd]</a>' in page
    assert 'href="https://codefor.de/seite/"' in page
    assert 'href="#x"' in page


def test_what_no_calendar_can_say_loses_its_link():
    page = write_mail(
        issue(
            "## Veranstaltungen\n"
            '* 03.03.2026: **A** <a href="data:text/calendar;base64,eA==">&#x1F4C5;</a> Text\n'
        ),
        CSS,
    )
    assert "data:" not in page


def test_code_and_footnotes_stay():
    page = write_mail(
        issue('`<div id="main" class="x" data-a="b">` und Fuß[^1]\n\n[^1]: Note\n'), CSS
    )
    assert '&lt;div id="main" class="x" data-a="b"&gt;' in page
    targets = re.findall(r'href="#([^"]+)"', page)
    assert targets
    for target in targets:
        assert f'id="{target}"' in page


def test_the_words_of_a_picture_are_escaped_once():
    page = write_mail(issue("![Tom & Jerry](data:image/png;base64,eA==)\n"), CSS)
    assert "[Tom &amp; Jerry]" in page
    assert "data:" not in page


def test_a_numbered_list_keeps_its_first_number():
    assert "5. a\n6. b\n" in write_plain_text(issue("5. a\n6. b\n"))


def test_deep_nesting_ends_in_words():
    assert "Ende" in write_plain_text(issue("<div>" * 3000 + "Ende\n"))


@pytest.mark.parametrize("path", ISSUES, ids=lambda path: path.name[:10])
def test_the_mail_of_a_whole_issue_loads_only_pictures_of_its_site(path):
    page = write_mail(SHELF.parse(text_of(path), path), CSS)
    assert not re.search(r'(?:href|src)="data:', page)
    for address in requests(page):
        assert re.fullmatch(r"https://codefor\.de/.+\.(?:png|jpe?g|svg|webp)", address)


@needs_corpus
def test_mails_of_real_issues_are_not_clipped_but_the_longest(capsys):
    paths = [path for path in REAL_ISSUES if path.name.startswith("2025")]
    weights = [len(write_mail(SHELF.parse(text_of(path), path), CSS).encode()) for path in paths]
    with capsys.disabled():
        print(
            "\nmails of 2025, kB:",
            *(weight // 1024 for weight in weights),
            f"(clipped at {GMAIL_CLIPS_AT // 1024})",
        )
    assert len([weight for weight in weights if weight >= GMAIL_CLIPS_AT]) <= 1


def test_plain_text():
    text = write_plain_text(
        issue(
            "## Kopf\n\nEin [Link](https://a.example) und **fett**, https://b.example.\n\n"
            "* eins\n  * zwei\n* [wir](mailto:x@y.example)\n\n1. a\n2. b\n\n"
            "> Zitat\n\n```\ncode  x\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nEnde<br>neu\n"
        )
    )
    assert text == (
        "T\n=\n\n09.02.2026\n\n"
        "Kopf\n----\n\nEin Link <https://a.example> und fett, https://b.example.\n\n"
        "* eins\n  * zwei\n* wir <mailto:x@y.example>\n\n"
        "1. a\n2. b\n\n> Zitat\n\n    code  x\n\na | b\n1 | 2\n\nEnde\nneu\n"
    )


@pytest.mark.parametrize("path", ISSUES, ids=lambda path: path.name[:10])
def test_a_whole_issue_as_plain_text_has_no_markup_and_loses_no_heading(path):
    whole_issue = SHELF.parse(text_of(path), path)
    text = write_plain_text(whole_issue)
    assert "</a>" not in text
    for section in whole_issue.sections:
        if not re.search(r"[\[<&]", section.heading.title):
            for word in re.findall(r"[^\W_]{4,}", section.heading.title):
                assert word in text


# --- the feed -------------------------------------------------------------------------------------


def _read(data):
    """A feed, read by three readers."""
    calendar = icalendar.Calendar.from_ical(data)
    assert [error for component in calendar.walk() for error in component.errors] == []
    assert len(list(vobject.readOne(data.decode()).vevent_list)) == len(calendar.walk("VEVENT"))
    return calendar


def test_the_feed_can_be_subscribed_to(sample):
    data = write_issue_feed(sample)
    calendar = _read(data)
    assert (str(calendar["NAME"]), calendar["REFRESH-INTERVAL"].dt) == (
        "Out in the Open",
        timedelta(days=1),
    )
    assert calendar["X-WR-CALNAME"] == calendar["NAME"]
    uids = [str(event["UID"]) for event in calendar.walk("VEVENT")]
    assert len(set(uids)) == len(uids)
    assert len(uids) == sum(len(file.entry.series) for file in make_calendar_files(sample))
    assert write_issue_feed(sample) == data
    assert all(len(line.encode()) <= 75 for line in data.decode().split("\r\n"))
    assert recurring_ical_events.of(calendar).between(date(2026, 3, 1), date(2026, 5, 1))


@pytest.mark.slow
def test_a_feed_without_events_is_none():
    assert write_issue_feed(issue("Text\n")) == b""


@pytest.mark.slow
def test_real_feeds_and_files_are_read_by_three_readers():
    count = 0
    for path in some_of((path for path in ISSUES if path.name.startswith(("2024", "2025"))), 8):
        whole_issue = SHELF.parse(text_of(path), path)
        feed = write_issue_feed(whole_issue)
        if not feed:
            continue
        calendar = _read(feed)
        recurring_ical_events.of(calendar).between(date(2024, 1, 1), date(2026, 6, 1))
        for file in calendar_site_files(whole_issue).files:
            assert _read(file.data).walk("VEVENT")
            count += 1
    assert count > (150 if REAL_ISSUES else 90)


# --- parcels --------------------------------------------------------------------------------------


def test_everything_has_its_place(sample):
    page, picture, feed = (
        page_file(sample, b"x"),
        picture_file(sample, b"y"),
        feed_file(sample),
    )
    assert page.path == f"content/blog/{SAMPLE.name}"
    assert picture.path == "static/blog/out-in-the-open-2026-02-header.jpg"
    assert feed.path == "static/calendar/out-in-the-open.ics"
    assert all(
        piece.path.startswith(f"static/calendar/{SAMPLE.stem}/")
        for piece in calendar_site_files(sample).files
    )
    bare = parse_issue("Text", SHELF.named("generic"))
    assert picture_file(bare, b"") is None
    assert feed_file(bare) is None
    assert calendar_site_files(bare) == CalendarSiteFiles()


def test_a_zip_is_the_same_every_time_and_says_what_to_do(sample):
    pieces = [page_file(sample, b"x"), picture_file(sample, b"y")]
    first = make_zip(pieces, upload_guide(sample, pieces), sample.stamp)
    assert first == make_zip(pieces, upload_guide(sample, pieces), sample.stamp)
    assert make_zip(pieces, "", datetime(1970, 1, 1))
    for language in ("de", "en"):
        page = upload_guide(sample, pieces, language)
        assert page.count("<li>") == 3
        assert "out-in-the-open-2026-02" in page
        assert "content/, static/" in page


@pytest.mark.parametrize("name", EXPORT_FORMATS)
def test_every_export_format_gives_something(sample, name):
    site = find_site(SAMPLE, sample.profile)
    source = ExportSource(sample, SAMPLE.read_bytes(), SAMPLE.name, site)
    export = EXPORT_FORMATS[name].export(source)
    assert export.content
    assert not export.problems


def test_a_mail_is_one_document_and_its_pictures_have_a_width(sample):
    page = write_mail(sample, CSS, width_of=lambda _: 800)
    assert page.count("<!DOCTYPE") == 1
    assert page.startswith("<!DOCTYPE html>\n<html")
    images = LexborHTMLParser(page).css("img")
    assert [image.attributes["width"] for image in images] == ["600"] * len(images)


@pytest.mark.parametrize(
    ("markup", "known", "width", "height"),
    [
        ("![a](/blog/a.jpg)", 300, "300", None),
        ("![a](/blog/a.jpg)", None, "600", None),
        ('<img src="/blog/a.jpg" width="200" height="100" alt="a">', 800, "200", "100"),
        ('<img src="/blog/a.jpg" width="900" height="450" alt="a">', 900, "600", None),
        ('<img src="/blog/a.jpg" width="50%" alt="a">', 400, "400", None),
    ],
)
def test_a_picture_is_never_wider_than_the_mail(markup, known, width, height):
    page = write_mail(issue(markup + "\n"), CSS, width_of=lambda _: known)
    attributes = LexborHTMLParser(page).css_first("img").attributes
    assert (attributes["width"], attributes.get("height")) == (width, height)
