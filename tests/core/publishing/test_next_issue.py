"""The next issue: the rule on real issues, what is kept byte for byte, and what follows from month and day."""

import re
from datetime import date

import pytest
from editor.app.services import profile_registry
from editor.app.services.gazetteer_loading import load_sources
from editor.core.attribution.line import read_attribution, write_attribution
from editor.core.attribution.parsing import recognize_credit
from editor.core.base.errors import UserFacingError
from editor.core.calendar.entry import decode_link
from editor.core.calendar.rfc5545 import find_breaches
from editor.core.frontmatter.reading import read_front_matter
from editor.core.issue import naming
from editor.core.issue.issue import calendar_hrefs, parse_issue
from editor.core.publishing import issue_head, next_issue
from editor.core.publishing.issue_head import NextIssue
from editor.core.publishing.next_issue import CarryOver

from helpers.corpus import ISSUES, SEEDS, needs_corpus, needs_seeds, text_of

SOURCES = load_sources()
CHOICES = CarryOver(sources=SOURCES)
OLD = """---
title: "Neu – Out in the Open Januar 2026" # Spruch zuerst
author: 'Ada'
date: '2026-02-09T08:00:00+02:00'
excerpt: Überblick
topic: community
images:
- imgname: out-in-the-open-2026-01-header.jpg
  attribution: <a href="https://pixabay.com/photos/eins-1/">Foto</a> von <a href="https://pixabay.com/users/ada-2/">ada</a> auf <a href="https://pixabay.com/">Pixabay</a>
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
        (False, "over on 27.02.2026"),
        (True, "open until 02.03.2026"),
        (False, "has begun by 01.03.2026"),
        (True, "still to come on 01.03.2026"),
        (True, "takes place regularly"),
        (False, "ended on 20.02.2026"),
    ]


def test_people_may_decide_otherwise():
    old = issue()
    text = next_issue.make_next_issue(old, FEBRUARY, CarryOver(kept=old.entries, sources=SOURCES))
    assert [entry.title for entry in parse_issue(text, old.profile).entries] == [
        entry.title for entry in old.entries
    ]
    none = parse_issue(
        next_issue.make_next_issue(old, FEBRUARY, CarryOver(kept=(), sources=SOURCES)), old.profile
    )
    assert not none.entries
    assert (
        "Fristen" not in none.text and "niemand versteht" in none.text
    )  # text that is no entry is nobody's to drop


def test_a_photo_is_an_attribution_or_an_address():
    old = issue()
    assert issue_head.assumed_photographer(old, FEBRUARY, SOURCES) == "ada"
    whole = "Foto von [Bo](https://unsplash.com/@bo) auf [Unsplash](https://unsplash.com/photos/x)"
    text = next_issue.make_next_issue(old, NextIssue(2026, 2, date(2026, 3, 2), "", whole), CHOICES)
    assert parse_issue(text, old.profile).front.text("images", 0, "attribution") == (
        '<a href="https://unsplash.com/photos/x">Foto</a> von <a href="https://unsplash.com/@bo">Bo</a> auf <a href="https://unsplash.com/">Unsplash</a>'
    )
    none = parse_issue(
        next_issue.make_next_issue(old, NextIssue(2026, 2, date(2026, 3, 2)), CHOICES), old.profile
    ).front
    assert (none.text("images", 0, "attribution"), none.text("title")) == (
        "",
        "Out in the Open Februar 2026",
    )
    with pytest.raises(UserFacingError, match="neither an attribution nor the address"):
        next_issue.make_next_issue(
            old, NextIssue(2026, 2, date(2026, 3, 2), "", "mein Foto"), CHOICES
        )


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
    assert front.text("date") in ("", "2026-03-02T08:00:00+01:00")


def test_other_line_ends_and_missing_sections_are_taken_in_stride():
    text = next_issue.make_next_issue(issue(OLD.replace("\n", "\r\n")), FEBRUARY, CHOICES)
    assert "\n" not in text.replace("\r\n", "")
    bare = next_issue.make_next_issue(issue(OLD[: OLD.index("## Recap")]), FEBRUARY, CHOICES)
    assert bare.endswith("---\n\n## Veranstaltungen\n")


@pytest.mark.parametrize(
    "text", ["hello\n", "+++\ntitle = 'x'\n+++\nText\n", "---\nauthor: x\n---\n"]
)
def test_a_page_without_a_head_is_no_issue(text):
    with pytest.raises(UserFacingError, match="no title"):
        next_issue.make_next_issue(issue(text), FEBRUARY, CHOICES)


@pytest.mark.parametrize(
    "title", ["X – Out in the Open Dezember 9999", "X – Out in the Open Januar 0000", "X"]
)
@pytest.mark.parametrize("day", ["0001-01-09", "9999-12-31", "2026-02-09"])
def test_the_ends_of_the_calendar(title, day):
    found = issue(
        OLD.replace("Neu – Out in the Open Januar 2026", title).replace(
            "2026-02-09T08:00:00+02:00", day
        )
    )
    wish = issue_head.propose_next(found, date(2026, 2, 20))
    assert 1970 <= wish.year < 2200
    next_issue.make_next_issue(found, wish, CHOICES)


def test_broken_front_matter_is_refused():
    with pytest.raises(UserFacingError):
        next_issue.make_next_issue(
            issue(OLD.replace("author: 'Ada'", "author: [Ada")), FEBRUARY, CHOICES
        )


# --- the real issues ------------------------------------------------------------------------------


@needs_corpus
@needs_seeds
def test_a_seed_is_the_next_issue_of_the_issue_before_it():
    """Seed 001, from the issue before it, the punch line, the day and the photo: every byte but the wrong offset."""
    path = next(path for path in ISSUES if path.name.startswith("2025-11-10"))
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


@needs_corpus
def test_renewed_links_are_valid_and_keep_who_they_are():
    path = next(path for path in ISSUES if path.name.startswith("2025-11-10"))
    old = SHELF.parse(text_of(path), path)
    new = parse_issue(
        next_issue.make_next_issue(
            old, NextIssue(2025, 11, date(2025, 12, 8)), CarryOver(renew=True)
        ),
        old.profile,
    )
    again = parse_issue(
        next_issue.make_next_issue(
            new, NextIssue(2025, 12, date(2026, 1, 12)), CarryOver(renew=True)
        ),
        old.profile,
    )
    for entries in (new, again):
        broken = [link for link in map(decode_link, calendar_hrefs(entries)) if find_breaches(link)]
        assert [b"Code for Berlin" in link for link in broken] == [
            True
        ]  # “zweiten oder dritten” asks
    identities = [
        [re.search(rb"UID:(\S+)", decode_link(entry.href.of(one.text))) for entry in one.meetings]
        for one in (new, again)
    ]
    assert [found and found[1] for found in identities[0]] == [
        found and found[1] for found in identities[1]
    ]
    starts = [
        re.findall(rb"DTSTART[^:]*:(\d{8})", decode_link(entry.href.of(new.text)))[-1]
        for entry in new.meetings
    ]
    assert sum(start >= b"20251208" for start in starts) >= len(starts) - 1


KEYS = ("title", "author", "date", "excerpt", "topic", "imgname", "og_image", "type")


def _entries(found, kind, first=None):
    return {
        (entry.title, entry.when)
        for entry in found.entries
        if entry.kind == kind and (first is None or entry.when.start >= first)
    }


@needs_corpus
def test_how_much_of_every_next_issue_is_foreseen(capsys):
    """For every pair of issues in a row: which part of the front matter, and which of the events still to come."""
    shown, hits, fields, kept, right, there = [], 0, 0, 0, 0, 0
    for before, after in zip(ISSUES, ISSUES[1:], strict=False):
        old, new = (SHELF.parse(text_of(path), path) for path in (before, after))
        year, month = naming.issue_month(new)
        if not new.day or old.front.problem or new.front.problem:
            continue
        punch = new.front.text("title").partition(" – ")[0]
        made = parse_issue(
            next_issue.make_next_issue(old, NextIssue(year, month, new.day, punch), CHOICES),
            old.profile,
        )
        pairs = [(_head(made, key), _head(new, key)) for key in KEYS if _head(new, key)]
        same = sum(one == other for one, other in pairs)
        foreseen, real = _entries(made, "event"), _entries(new, "event")
        hits, fields = hits + same, fields + len(pairs)
        kept, right, there = kept + len(foreseen), right + len(foreseen & real), there + len(real)
        shown.append(
            f"{after.name[:10]}: front matter {same}/{len(pairs)}, events kept {len(foreseen)}, of them in the issue {len(foreseen & real)}, of its {len(real)}"
        )
    assert hits / fields > 0.7
    assert right / kept > 0.6
    with capsys.disabled():
        print("\n".join(["", *shown]))
        print(
            f"foreseen: front matter {hits}/{fields}; events: precision {right}/{kept}, recall {right}/{there}"
        )


def _head(found, key):
    if key == "imgname":
        return found.front.text("images", 0, "imgname")
    return found.front.text(key)[:19] if key == "date" else found.front.text(key)


# --- credits ---------------------------------------------------------------------------------------


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
            'Bild von <a href="https://pixabay.com/de/users/bo-1/?utm_source=link-attribution">Bo</a> auf '
            '<a href="https://pixabay.com/de//?utm_source=link-attribution">Pixabay</a>',
            {
                "author": "Bo",
                "author_url": "https://pixabay.com/de/users/bo-1/",
                "platform": "Pixabay",
            },
        ),
        (
            'Photo by <a href="https://unsplash.com/@bo?utm_content=x">Bo on By</a> on <a href="https://unsplash.com/photos/x?utm_content=y">Unsplash</a>',
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
            "Jane Doe, CC BY-SA 4.0 <https://creativecommons.org/licenses/by-sa/4.0>, via Wikimedia Commons",
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
            "Foto von [Bo](https://b.example) auf [Flickr](https://flickr.com/photos/b/1), [CC BY 2.0](https://c.example)",
            {"license": "CC BY 2.0"},
        ),
    ],
)
def test_pasted_credits_are_recognised(pasted, expected):
    found = recognize_credit(pasted, SOURCES)
    assert found is not None
    assert {name: getattr(found, name) for name in expected} == expected
    assert read_attribution(write_attribution(found)) == found or not found.author


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
    assert all(platform.license in ("", *SOURCES.licenses) for platform in SOURCES.platforms)
