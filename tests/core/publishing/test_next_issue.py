"""The next issue: what is kept byte for byte, and what follows from the month and the day."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest
from editor.app.services import profile_registry
from editor.app.services.gazetteer_loading import load_sources
from editor.core.attribution.line import read_attribution, write_attribution
from editor.core.attribution.parsing import recognize_credit
from editor.core.base.errors import UserFacingError
from editor.core.calendar.entry import decode_link, read_identity
from editor.core.calendar.rfc5545 import find_breaches
from editor.core.events.link_reading import read_link
from editor.core.frontmatter.reading import read_front_matter
from editor.core.issue import naming
from editor.core.issue.issue import calendar_hrefs, parse_issue
from editor.core.publishing import issue_head, next_issue
from editor.core.publishing.issue_head import NextIssue
from editor.core.publishing.next_issue import CarryOver

from helpers.corpus import (
    ISSUES,
    REAL_ISSUES,
    SEEDS,
    needs_corpus,
    needs_seeds,
    text_of,
)

SOURCES = load_sources()
CHOICES = CarryOver(sources=SOURCES)
OLD_ATTRIBUTION = (
    '<a href="https://pixabay.com/photos/eins-1/">Foto</a> von '
    '<a href="https://pixabay.com/users/ada-2/">ada</a> auf '
    '<a href="https://pixabay.com/">Pixabay</a>'
)
OLD = f"""---
title: "Neu – Out in the Open Januar 2026" # Spruch zuerst
author: 'Ada'
date: '2026-02-09T08:00:00+02:00'
excerpt: Überblick
topic: community
images:
- imgname: out-in-the-open-2026-01-header.jpg
  attribution: {OLD_ATTRIBUTION}
  alt: "Ein Tor"
og_image: out-in-the-open-2026-01-header.jpg
type: blog
---

Prosa mit [Link](https://a.example).

## Recap
* [Video](https://v.example)

## Fristen
* [Preis](https://p.example), Einreichungen bis 27.02.2026
* [Preis](https://q.example), Einreichungen bis 02.03.2026

## Veranstaltungen ([Karte](https://k.example))
* Mittwoch, 25.02.2026, bis Dienstag, 03.03.2026, online: **Begonnen**
* Sonntag, 01.03.2026, online: **Bleibt**
  * https://b.example
* etwas, das niemand versteht
* Regelmäßige Treffen
  * Ulm: jeden Mittwoch, 19:00-22:00, online: **Ulm**
  * Bonn: jeden Montag bis 20.02.2026, 19:00, online: **Bonn**
"""
SHELF = profile_registry.load_profiles()


def issue(text=OLD):
    return parse_issue(text, SHELF.named("newsletter"))


FEBRUARY = NextIssue(2026, 2, date(2026, 3, 2), "Frühling", "https://pixabay.com/photos/zwei-2/")


def test_what_is_kept_keeps_its_bytes_and_the_head_follows():
    assert next_issue.make_next_issue(issue(), FEBRUARY, CHOICES) == (
        OLD.replace("Neu – Out in the Open Januar 2026", "Frühling – Out in the Open Februar 2026")
        .replace("2026-02-09T08:00:00+02:00", "2026-03-02T08:00:00+01:00")
        .replace("2026-01-header", "2026-02-header")
        .replace("photos/eins-1/", "photos/zwei-2/")
        .replace('"Ein Tor"', '""')
        .replace(OLD[OLD.index("Prosa") : OLD.index("## Fristen")], "")
        .replace("* [Preis](https://p.example), Einreichungen bis 27.02.2026\n", "")
        .replace("* Mittwoch, 25.02.2026, bis Dienstag, 03.03.2026, online: **Begonnen**\n", "")
        .replace("  * Bonn: jeden Montag bis 20.02.2026, 19:00, online: **Bonn**\n", "")
    )


def test_every_fate_has_its_reason():
    assert [(fate.kept, str(fate.why)) for fate in next_issue.entry_fates(issue(), FEBRUARY)] == [
        (True, "open until 02.03.2026"),
        (True, "still to come on 01.03.2026"),
        (True, "takes place regularly"),
        (False, "over on 27.02.2026"),
        (False, "has begun by 01.03.2026"),
        (False, "ended on 20.02.2026"),
    ]


def test_people_may_decide_otherwise():
    old = issue()
    text = next_issue.make_next_issue(old, FEBRUARY, CarryOver(kept=old.entries, sources=SOURCES))
    assert [entry.title for entry in parse_issue(text, old.profile).entries] == [
        entry.title for entry in old.entries
    ]


def test_text_that_is_no_entry_is_kept_even_where_no_entry_is():
    text = next_issue.make_next_issue(issue(), FEBRUARY, CarryOver(kept=(), sources=SOURCES))
    assert parse_issue(text, issue().profile).entries == ()
    assert "Fristen" not in text
    assert "niemand versteht" in text


def test_a_photo_is_an_attribution_or_an_address():
    old = issue()
    assert issue_head.assumed_photographer(old, FEBRUARY, SOURCES) == "ada"
    whole = "Foto von [Bo](https://unsplash.com/@bo) auf [Unsplash](https://unsplash.com/photos/x)"
    text = next_issue.make_next_issue(old, NextIssue(2026, 2, date(2026, 3, 2), "", whole), CHOICES)
    assert parse_issue(text, old.profile).front.text("images", 0, "attribution") == (
        '<a href="https://unsplash.com/photos/x">Foto</a> von '
        '<a href="https://unsplash.com/@bo">Bo</a> auf '
        '<a href="https://unsplash.com/">Unsplash</a>'
    )


def test_a_photo_that_is_neither_is_refused():
    wish = NextIssue(2026, 2, date(2026, 3, 2), "", "mein Foto")
    with pytest.raises(UserFacingError, match="neither an attribution nor the address"):
        next_issue.make_next_issue(issue(), wish, CHOICES)


def test_without_a_photo_and_a_punch_line_their_places_stay_empty():
    wish = NextIssue(2026, 2, date(2026, 3, 2))
    front = read_front_matter(next_issue.make_next_issue(issue(), wish, CHOICES))
    assert front.text("images", 0, "attribution") == ""
    assert front.text("title") == "Out in the Open Februar 2026"


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("Spruch", "Spruch – Out in the Open Februar 2026"),
        (" Spruch ", "Spruch – Out in the Open Februar 2026"),
        ("Anders – Out in the Open Februar 2026", "Anders – Out in the Open Februar 2026"),
        ("Anders – Out in the Open Januar 2026", "Anders – Out in the Open Februar 2026"),
    ],
)
def test_the_title_is_completed_once(title, whole):
    assert (
        NextIssue(2026, 2, date(2026, 3, 2), title).names(SHELF.named("newsletter")).title == whole
    )


def test_days_and_months_are_proposed():
    wish = issue_head.propose_next(issue(), date(2026, 2, 20))
    assert (wish.year, wish.month, wish.day) == (2026, 2, date(2026, 3, 2))
    assert issue_head.propose_next(issue(), date(2026, 3, 3)).day == date(2026, 3, 9)
    assert issue_head.propose_next(issue(), date(2026, 3, 20)).day == date(2026, 3, 23)
    bare = issue_head.propose_next(None, date(2026, 1, 20))
    assert (bare.year, bare.month) == (2025, 12)


@pytest.mark.parametrize("profile", [profile.name for profile in SHELF.profiles])
def test_an_issue_may_start_from_none(profile):
    kind = SHELF.named(profile)
    text = next_issue.make_blank_issue(kind, FEBRUARY, SOURCES)
    front = read_front_matter(text)
    assert front.problem is None
    assert front.text("title") == FEBRUARY.names(kind).title
    assert front.text("date") in ("", "2026-03-02", "2026-03-02T08:00:00+01:00")


def test_other_line_ends_and_missing_sections_are_taken_in_stride():
    text = next_issue.make_next_issue(issue(OLD.replace("\n", "\r\n")), FEBRUARY, CHOICES)
    assert "\n" not in text.replace("\r\n", "")
    bare = next_issue.make_next_issue(issue(OLD[: OLD.index("## Recap")]), FEBRUARY, CHOICES)
    assert bare.endswith("---\n\n## Veranstaltungen\n")


@pytest.mark.parametrize(
    "text", ["hello\n", "+++\nauthor = 'x'\n+++\nText\n", "---\nauthor: x\n---\n"]
)
def test_a_page_without_a_head_is_no_issue(text):
    with pytest.raises(UserFacingError, match="no title|left as it is"):
        next_issue.make_next_issue(issue(text), FEBRUARY, CHOICES)


@pytest.mark.parametrize(
    "title", ["X – Out in the Open Dezember 9999", "X – Out in the Open Januar 0000", "X"]
)
@pytest.mark.parametrize("day", ["0001-01-09", "9999-12-31", "2026-02-09"])
def test_the_ends_of_the_calendar(title, day):
    text = OLD.replace("Neu – Out in the Open Januar 2026", title)
    old = issue(text.replace("2026-02-09T08:00:00+02:00", day))
    wish = issue_head.propose_next(old, date(2026, 2, 20))
    assert wish.year in range(1970, 2200)
    new = parse_issue(next_issue.make_next_issue(old, wish, CHOICES), old.profile)
    assert new.day == wish.day


def test_broken_front_matter_is_refused():
    with pytest.raises(UserFacingError):
        next_issue.make_next_issue(
            issue(OLD.replace("author: 'Ada'", "author: [Ada")), FEBRUARY, CHOICES
        )


# --- whole issues ---------------------------------------------------------------------------------


def test_every_next_issue_holds_what_is_to_come_as_it_was():
    for path in ISSUES:
        old = SHELF.parse(text_of(path), path)
        if not old.day or old.front.problem:
            continue
        year, month = naming.issue_month(old)
        wish = NextIssue(year + month // 12, month % 12 + 1, old.day + timedelta(days=30), "Weiter")
        fates = next_issue.entry_fates(old, wish)
        new = parse_issue(next_issue.make_next_issue(old, wish, CHOICES), old.profile)
        assert new.day == wish.day, path
        assert [entry.span.of(new.text).strip() for entry in new.entries] == [
            fate.event.span.of(old.text).strip() for fate in fates if fate.kept
        ], path


@needs_corpus
@needs_seeds
def test_a_seed_is_the_next_issue_of_the_issue_before_it():
    """From the issue before, punch line, day and photo: every byte but the offset, wrong there."""
    path = next(path for path in REAL_ISSUES if path.name.startswith("2025-11-10"))
    old = SHELF.parse(text_of(path), path)
    wish = NextIssue(
        2025,
        11,
        date(2025, 12, 8),
        "Allostatische Last",
        "https://pixabay.com/photos/open-open-sign-sushi-leipzig-9799996/",
    )
    seed = text_of(next(path for path in SEEDS if path.name.startswith("001")))
    assert next_issue.make_next_issue(old, wish, CHOICES) == seed.replace(
        "T08:00:00+02:00", "T08:00:00+01:00"
    )
    assert wish.names(old.profile).file == "2025-12-08-out-in-the-open-november-2025.md"


@pytest.fixture(scope="module")
def renewed_twice():
    """The issues after a real one and after that, their calendar links renewed."""
    path = next(path for path in REAL_ISSUES if path.name.startswith("2025-11-10"))
    issues = [SHELF.parse(text_of(path), path)]
    for wish in (NextIssue(2025, 11, date(2025, 12, 8)), NextIssue(2025, 12, date(2026, 1, 12))):
        text = next_issue.make_next_issue(issues[-1], wish, CarryOver(renew=True))
        issues.append(parse_issue(text, issues[-1].profile))
    return issues[1:]


@needs_corpus
def test_renewed_links_are_valid_but_where_the_line_asks(renewed_twice):
    for whole_issue in renewed_twice:
        links = map(decode_link, calendar_hrefs(whole_issue))
        (undecided,) = [link for link in links if find_breaches(link)]
        assert b"Code for Berlin" in undecided  # every “zweiten oder dritten” Monday


@needs_corpus
def test_renewed_links_keep_who_they_are(renewed_twice):
    first, second = (
        [
            read_identity(decode_link(meeting.href.of(whole_issue.text)))[0]
            for meeting in whole_issue.meetings
        ]
        for whole_issue in renewed_twice
    )
    assert first == second


@needs_corpus
def test_renewed_series_start_after_publication_but_the_undecided_one(renewed_twice):
    next_one, _ = renewed_twice
    starts = [
        read_link(meeting.href.of(next_one.text)).start.date() for meeting in next_one.meetings
    ]
    assert len([start for start in starts if start < date(2025, 12, 8)]) <= 1


HEAD_KEYS = {
    "title": ("title",),
    "author": ("author",),
    "date": ("date",),
    "excerpt": ("excerpt",),
    "topic": ("topic",),
    "picture": ("images", 0, "imgname"),
    "og_image": ("og_image",),
    "type": ("type",),
}


def head_of(whole_issue):
    """The values of the front matter; the date without its offset, which is often wrong."""
    values = {name: whole_issue.front.text(*path) for name, path in HEAD_KEYS.items()}
    values["date"] = values["date"][: len("2026-02-09T08:00:00")]
    return {name: value for name, value in values.items() if value}


def dated_events(whole_issue):
    return {(event.title, event.when) for event in whole_issue.events}


@needs_corpus
def test_how_much_of_every_next_issue_is_foreseen(capsys):
    """Of issues in a row: most values of the front matter, and most events still to come."""
    report, total = [], Counter()
    for before, after in pairwise(REAL_ISSUES):
        old, real = (SHELF.parse(text_of(path), path) for path in (before, after))
        if not real.day or old.front.problem or real.front.problem:
            continue
        punch_line = real.front.text("title").partition(" – ")[0]
        wish = NextIssue(*naming.issue_month(real), real.day, punch_line)
        made = parse_issue(next_issue.make_next_issue(old, wish, CHOICES), old.profile)
        foreseen, come_true = dated_events(made), dated_events(real)
        counts = Counter(
            values=len(head_of(real)),
            values_foreseen=len(head_of(real).items() & head_of(made).items()),
            events=len(come_true),
            events_kept=len(foreseen),
            events_foreseen=len(foreseen & come_true),
        )
        total += counts
        report.append(f"{after.name[:10]}: {dict(counts)}")
    with capsys.disabled():
        print("", *report, f"foreseen: {dict(total)}", sep="\n")
    assert total["values_foreseen"] / total["values"] > 0.7
    assert total["events_foreseen"] / total["events_kept"] > 0.6


# --- credits --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        (
            "https://pixabay.com/de/photos/schild-1234/",
            {
                "platform": "Pixabay",
                "platform_url": "https://pixabay.com/",
                "photo_url": "https://pixabay.com/de/photos/schild-1234/",
                "license": "",
            },
        ),
        (
            "https://unsplash.com/de/fotos/ein-tor-AbC_12-x?utm_source=x",
            {"platform": "Unsplash", "photo_url": "https://unsplash.com/de/fotos/ein-tor-AbC_12-x"},
        ),
        ("https://www.pexels.com/photo/tor-123/", {"platform": "Pexels"}),
        (
            "https://commons.wikimedia.org/wiki/File:Tor.jpg",
            {"platform": "Wikimedia Commons", "license": ""},
        ),
        (
            "https://www.flickr.com/photos/ada/123/in/album-1",
            {
                "platform": "Flickr",
                "author": "ada",
                "author_url": "https://www.flickr.com/photos/ada/",
            },
        ),
        (
            "Bild von "
            '<a href="https://pixabay.com/de/users/bo-1/?utm_source=link-attribution">Bo</a> auf '
            '<a href="https://pixabay.com/de//?utm_source=link-attribution">Pixabay</a>',
            {
                "author": "Bo",
                "author_url": "https://pixabay.com/de/users/bo-1/",
                "platform": "Pixabay",
            },
        ),
        (
            'Photo by <a href="https://unsplash.com/@bo?utm_content=x">Bo on By</a> on '
            '<a href="https://unsplash.com/photos/x?utm_content=y">Unsplash</a>',
            {
                "author": "Bo on By",
                "author_url": "https://unsplash.com/@bo",
                "platform": "Unsplash",
                "photo_url": "https://unsplash.com/photos/x",
            },
        ),
        (
            "Foto von Bo Li: https://www.pexels.com/de-de/foto/tor-12/",
            {
                "author": "Bo Li",
                "platform": "Pexels",
                "photo_url": "https://www.pexels.com/de-de/foto/tor-12/",
            },
        ),
        ("Eigene Aufnahme (Ada)", {"own": "Ada"}),
        (
            "Jane Doe, CC BY-SA 4.0 <https://creativecommons.org/licenses/by-sa/4.0>,"
            " via Wikimedia Commons",
            {"author": "Jane Doe", "license": "CC BY-SA 4.0", "platform": "Wikimedia Commons"},
        ),
        (
            "Foto: Max Muller / Wikimedia Commons, CC BY-SA 4.0",
            {"author": "Max Muller", "platform": "Wikimedia Commons", "license": "CC BY-SA 4.0"},
        ),
        (
            '"Sonne" by Hans is licensed under CC BY 2.0.',
            {"author": "Hans", "license": "CC BY 2.0"},
        ),
        (
            'Foto: <a href="https://unsplash.com/@jd">Jane Doe</a> / Unsplash',
            {"author": "Jane Doe", "author_url": "https://unsplash.com/@jd"},
        ),
        ("© Stadt Leipzig 2025", {"author": "Stadt Leipzig"}),
        (
            "Photo by Jane Doe (https://unsplash.com/@jd) on Unsplash",
            {"author": "Jane Doe", "author_url": "https://unsplash.com/@jd"},
        ),
        (
            "Foto von [Bo](https://b.example) auf [Flickr](https://flickr.com/photos/b/1),"
            " [CC BY 2.0](https://c.example)",
            {"license": "CC BY 2.0"},
        ),
    ],
)
def test_pasted_credits_are_recognised(pasted, expected):
    credit = recognize_credit(pasted, SOURCES)
    assert credit is not None
    assert {name: getattr(credit, name) for name in expected} == expected
    if credit.author:
        assert read_attribution(write_attribution(credit)) == credit


@pytest.mark.parametrize(
    "pasted",
    [
        "",
        "ein Wort",
        "https://example.org/photo",
        "https://pixabay.com/",
        "https://evilpixabay.com/photos/x-1/",
        "Foto",
        "https://unsplash.com",
    ],
)
def test_other_words_are_no_credits(pasted):
    assert recognize_credit(pasted, SOURCES) is None


def test_every_platforms_licence_is_a_known_one():
    for platform in SOURCES.platforms:
        assert platform.license in ("", *SOURCES.licenses), platform


def test_headings_of_the_text_may_stay():
    choices = CarryOver(keep_headings=True, sources=SOURCES)
    old = issue()
    text = next_issue.make_next_issue(old, FEBRUARY, choices)
    kept = [section.heading.title for section in parse_issue(text, old.profile).sections]
    before = [section.heading.title for section in old.sections]
    assert [title for title in before if title in kept] == kept
    assert len(kept) >= len(
        parse_issue(next_issue.make_next_issue(old, FEBRUARY, CHOICES), old.profile).sections
    )
