"""Every check in a table: what it finds, what it lets pass, and what its fix makes of it. Then the real issues."""

import re
from collections import Counter

import pytest
from editor.app.services import profile_registry
from editor.app.services.gazetteer_loading import load_gazetteer
from editor.core.base.edits import apply, invert, line_number
from editor.core.base.errors import UserFacingError
from editor.core.calendar.entry import decode_link, encode_link
from editor.core.checks import table
from editor.core.checks.table import CHECKS, CheckContext, PictureFacts, fix_edits, run_checks
from editor.core.issue.issue import parse_issue
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.corpus import ISSUES, needs_corpus, text_of

SHELF = profile_registry.load_profiles()
KNOWN = load_gazetteer()[0]
HEAD = """---
title: "Los – Out in the Open Januar 2026"
author: A
date: '2026-02-09T08:00:00+01:00'
excerpt: E
topic: t
images:
- imgname: out-in-the-open-2026-01-header.jpg
  attribution: 'Foto von [A](https://a.example) auf [Pixabay](https://pixabay.com/photos/x-1/)'
  alt: Ein Tor
og_image: out-in-the-open-2026-01-header.jpg
type: blog
---

"""
FILE = "2026-02-09-out-in-the-open-january-2026.md"
PICTURES = PictureFacts(("out-in-the-open-2026-01-header.jpg",), (800, 533), 90_000)


def entry(*lines):
    data = "\r\n".join(
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:x",
            "BEGIN:VEVENT",
            "UID:1@x",
            "DTSTAMP:20260201T000000Z",
            *lines,
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]
    )
    return (
        f' <a download="a.ics" href="data:text/calendar;base64,{encode_link(data.encode())}">x</a>'
    )


def found(body="", head=HEAD, profile="newsletter", **context):
    issue = parse_issue(head + body, SHELF.named(profile))
    return issue, run_checks(
        issue, CheckContext(KNOWN, **{"file_name": FILE, "pictures": PICTURES, **context})
    )


def codes(*arguments, **context):
    return [diagnostic.code for diagnostic in found(*arguments, **context)[1]]


def mended(body, head=HEAD, **context):
    issue, diagnostics = found(body, head, **context)
    return apply(issue.text, fix_edits(issue.text, diagnostics))


def test_a_good_issue_has_no_problem():
    body = "Prosa mit [Link](https://a.example/b) und **fett**.\n\n## Veranstaltungen\n* Mittwoch, 11.02.2026, 10:00-11:00, online: **Eins**\n  * https://eins.example/x\n"
    assert codes(body) == []


# --- front matter and pictures ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "code", "after"),
    [
        ("+01:00'", "+02:00'", "offset", "+01:00'"),
        ("Januar 2026", "January 2026", "month-language", "Januar 2026"),
        ("2026-02-09T", "2026-02-10T", "date-file", "2026-02-09T"),
        (
            "og_image: out-in-the-open-2026-01",
            "og_image: out-in-the-open-2025-12",
            "image-name",
            "og_image: out-in-the-open-2026-01",
        ),
        ("author: A", "autor: A", "unknown-key", "author: A"),
        ("date: '2026-02-09T08:00:00+01:00'", "date: bald", "type", None),
        ("excerpt: E", "excerpt:", "required", None),
        ("  alt: Ein Tor\n", "", "image-alt", None),
        ("author: A", "author: A\nauthor: B", "double-key", None),
        (" – Out in the Open Januar 2026", "", "title", None),
    ],
)
def test_front_matter(old, new, code, after):
    head = HEAD.replace(old, new)
    assert head != HEAD
    assert code in codes("", head)
    if after is not None:
        assert after in mended("", head)


def test_a_tab_is_found_and_mended():
    head = "---\ntitle: x\nimages:\n- imgname: a\n\tattribution: b\n---\n"
    assert "tab" in codes("", head, profile="blog")
    assert "\t" not in mended("", head)


def test_front_matter_nobody_can_read():
    assert codes("", "---\na: [\n---\n") == ["front-matter"]


@pytest.mark.parametrize(
    ("pictures", "code"),
    [
        (PictureFacts(), "image-missing"),
        (PictureFacts(("Out-in-the-open-2026-01-Header.JPG",)), "image-case"),
        (PictureFacts(PICTURES.names, (500, 333), 1), "image-size"),
        (PictureFacts(PICTURES.names, (800, 800), 1), "image-size"),
        (PictureFacts(PICTURES.names, (800, 533), 300 * 1024), "image-weight"),
        (None, None),
    ],
)
def test_the_headers_picture(pictures, code):
    assert codes("", pictures=pictures) == ([code] if code else [])


def test_who_made_the_picture():
    line = HEAD[HEAD.index("  attribution") : HEAD.index("  alt")]
    assert codes("", HEAD.replace(line, "  attribution: ''\n")) == ["image-attribution"]
    assert codes("", HEAD.replace("[A](https://a.example)", "?")) == ["image-attribution"]
    assert codes(
        "", HEAD.replace("https://pixabay.com/photos/x-1/", "https://www.flickr.com/photos/a/1")
    ) == ["image-licence"]
    assert codes("![](/a.png) <img src='/b.png'> ![gut](/c.png)\n").count("image-alt") == 2


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("2026-02-31-out-in-the-open-january-2026.md", "file-date"),
        ("2026-02-09-anders.md", "file-name"),
        (FILE, None),
        ("", None),
    ],
)
def test_the_files_name(file, code):
    assert codes("", file_name=file) == ([code] if code else [])


def test_weight():
    assert "weight" in codes("Wort " * 25_000)
    assert "weight" not in codes("Wort " * 5_000)


# --- events -----------------------------------------------------------------------------------------

EVENTS = "## Veranstaltungen\n"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("* Dienstag, 11.02.2026, online: **Eins**\n", ["weekday"]),
        ("* Mittwoch, 32.02.2026, online: **Eins**\n", ["date-broken"]),
        ("* Mittwoch, 11.02.2026, 10:00-:11:00, online: **Eins**\n", ["date-broken"]),
        ("* Mittwoch, 11.02.2026, 12:00-11:00, online: **Eins**\n", ["end"]),
        ("* Sonntag, 01.02.2026, online: **Eins**\n", ["past"]),
        (
            "* Donnerstag, 12.02.2026, online: **Eins**\n* Mittwoch, 11.02.2026, online: **Zwei**\n",
            ["order"],
        ),
        (
            "* Mittwoch, 11.02.2026, online: **Eins**\n* Mittwoch, 11.02.2026, 10:00, online: **Eins**\n",
            ["double"],
        ),
        ("* Mittwoch, 11.02.2026, Haus, Weg 1, 14195 Leipzig: **Eins**\n", ["postcode"]),
        (
            "* Mittwoch, 11.02.2026, online: **151. Abend für alle**\n* Donnerstag, 12.02.2026, online: **151. Abend für alle**\n",
            ["number"],
        ),
        (
            "* Mittwoch, 11.02.2026, online: **Apfel**\n  * https://a.example/x/y\n* Donnerstag, 12.02.2026, online: **Birne**\n  * https://a.example/x/y\n",
            ["same-link"],
        ),
        ("* Gruppe\n  * Ulm: jeden zweiten Montag, 19:00, online\n", ["rule-doubt"]),
        (
            "* Gruppe\n  * Ulm: jeden zweiten oder dritten Montag im Monat, online\n",
            ["rule-choice"],
        ),
        ("* Gruppe\n  * Ulm: jeden. Mittwoch, online\n", ["rule-typo"]),
        ("* Mittwoch, 11.02.2026, 10:00 (Anmeldung bis 12:00 am 3.2.), online: **Eins**\n", []),
        (
            "* Mittwoch, 11.02.2026, online: **Eins**\n* Mittwoch, 11.02.2026, 10:00, online: **Zwei**\n",
            [],
        ),
    ],
)
def test_events(lines, expected):
    assert codes(EVENTS + lines) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "* Mittwoch, 11.02.2026, 10:00, online: **Eins**"
            + entry("SUMMARY:Eins", "DTSTART:20260211T090000Z"),
            [],
        ),
        (
            "* Mittwoch, 11.02.2026, 10:00, online: **Eins**"
            + entry("SUMMARY:Eins", "DTSTART:20260211T100000Z"),
            ["link-differs"],
        ),
        (
            "* Mittwoch, 11.02.2026, 10:00, online: **Eins**"
            + entry("SUMMARY:Ganz anders", "DTSTART:20260211T090000Z"),
            ["link-title"],
        ),
        (
            "* Mittwoch, 11.02.2026, 10:00, online: **Eins**"
            + entry(
                "SUMMARY:Eins", "LOCATION:online", "LOCATION:online", "DTSTART:20260211T090000Z"
            ),
            ["link-standard"],
        ),
        (
            "* Gruppe\n  * Ulm: jeden Mittwoch, 19:00, online"
            + entry("SUMMARY:Ulm", "DTSTART:20260211T180000Z"),
            ["series-once"],
        ),
        (
            "* Gruppe\n  * Ulm: jeden Mittwoch, 19:00, online"
            + entry("SUMMARY:Ulm", "DTSTART:20250212T180000Z", "RRULE:FREQ=WEEKLY;BYDAY=WE"),
            ["series-stale"],
        ),
        (
            "* Gruppe\n  * Ulm: jeden Mittwoch, 19:00, online"
            + entry("SUMMARY:Ulm", "DTSTART:20260212T180000Z", "RRULE:FREQ=WEEKLY;BYDAY=WE"),
            ["series-start"],
        ),
        (
            "* Gruppe\n  * Ulm: jeden Mittwoch, 19:00, online"
            + entry("SUMMARY:Ulm", "DTSTART:20260212T180000Z", "RRULE:FREQ=WEEKLY;BYDAY=TH"),
            ["rule-entry"],
        ),
        (
            "* Mittwoch, 11.02.2026, online: **Eins** <a title='a'b' href=\"data:text/calendar;base64,eA==\">x</a>",
            ["link-breaks-page", "link-damaged"],
        ),
        (
            "* Mittwoch, 11.02.2026, online: **Eins** [📅](data:text/calendar;base64,eA==)",
            ["link-markdown"],
        ),
    ],
)
def test_calendar_links(line, expected):
    assert set(expected) <= set(codes(EVENTS + line + "\n")) <= {*expected, "link-standard"}


def test_coordinates_that_were_copied():
    lines = "".join(
        f"* Mittwoch, 11.02.2026, 10:00, Haus, Weg 1, {town}: **{town[6:]}**"
        + entry(f"SUMMARY:{town[6:]}", "DTSTART:20260211T090000Z", "GEO:52.52;13.41")
        + "\n"
        for town in ("10179 Berlin", "14467 Potsdam")
    )
    assert "coordinates-shared" in codes(EVENTS + lines)
    assert (
        "GEO"
        not in decode_link(
            parse_issue(mended(EVENTS + lines), SHELF.named("newsletter"))
            .events[1]
            .href.of(mended(EVENTS + lines))
        ).decode()
    )


# --- links and prose --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code", "after"),
    [
        ("[a](https://https://a.example)", "target", "[a](https://a.example)"),
        ("[a](ttps://a.example/x)", "target", "[a](https://a.example/x)"),
        ("[a](okfn.de)", "target", "[a](https://okfn.de)"),
        ("[a]((https://a.example))", "target", "[a](https://a.example)"),
        ("[a](Unfug)", "target", "[a](Unfug)"),
        ("[a]()", "target", "[a]()"),
        ("[a](http:/a.example)", "target", "[a](http://a.example)"),
        ("[https://a.example](Wort)", "swapped", "[Wort](https://a.example)"),
        ("[a] (https://a.example)", "unrendered", "[a](https://a.example)"),
        ("[a](https://a.example", "unrendered", "[a](https://a.example)"),
        ("[a](http://a.example)", "http", "[a](https://a.example)"),
        ("https://a.example/?utm_source=x&b=1", "tracking", "https://a.example/?b=1"),
        (
            "[a](https://twitter.com/x/status/1?s=20&t=x)",
            "session",
            "[a](https://twitter.com/x/status/1)",
        ),
        ("[a](https://a.example/b;jsessionid=123?x=1)", "session", "[a](https://a.example/b?x=1)"),
        (
            '<a href="https://a.example/?b=1&amp;utm_source=x&amp;c=2">a</a>',
            "tracking",
            '<a href="https://a.example/?b=1&amp;c=2">a</a>',
        ),
        ("[a](https://bit.ly/x)", "shortener", "[a](https://bit.ly/x)"),
        ("Ein **Wort ** mehr", "bold", "Ein **Wort** mehr"),
        ("Ein ** Wort** mehr", "bold", "Ein **Wort** mehr"),
        ("eine (Klammer ohne Ende", "brackets", None),
        ("# Titel", "heading-1", None),
        ("## A\n\n#### B", "heading-jump", None),
        ("## A\n\nx\n\n## A", "heading-twice", None),
        ("Wort\n   \nWort", "blanks", "Wort\n\nWort"),
        ("das ist ist doppelt", "doubled", "das ist doppelt"),
        ("{{< fgure src=x >}}", "shortcode-name", "{{< figure src=x >}}"),
        ("{{< figure src=x %}}", "shortcode", None),
    ],
)
def test_links_and_prose(text, code, after):
    assert code in codes(text + "\n")
    if after is not None:
        assert mended(text + "\n") == HEAD + after + "\n"


@pytest.mark.parametrize(
    "text",
    [
        '[a](https://a.example  ) [b](/seite/) [c](#x) [d](mailto:a@b.example) [e]({{< ref "x.md" >}}) [f](../x.md) [g](https://de.wikipedia.org/wiki/A_(B))',
        "`[a] (https://a.example)` und `**x **`",
        "```\n[a](ttps://x)\ndas ist ist\n```",
        "alle, die die Daten haben, und der der geht",
        "a) eins b) zwei :) und (drei)",
        "2 * 3 ** 4 und **fett** am **Stück**",
        "2 ** 3 ** 4",
        "| a ** b | c ** d |",
        "Wir **a** sahen **b\nc** und **d** e **f\ng** Ende.",
        "1. x\n\n   ```python\n   a ** b ** c\n   ```",
        "~~~\n[x] (https://a.example)\n~~~",
        "Text\n\n    [foo](Unfug) ** b**\n",
        "> ```\n> [foo](Unfug)\n> ```",
        "`` `[b](Unfug)` ``",
        "<pre>\n[b](Unfug)\n</pre>",
        '[a](https://a.example/x\n"Titel")',
        "[a](https://a.example 'T') [b](https://a.example (T)) [c](<https://a.example/b c>)",
        "- [x] (https://a.example) fertig",
        "Text[^1] (https://a.example), [2] (https://b.example) und [text][1] (https://c.example)\n\n[^1]: x\n[1]: /x",
        "[x](kontakt) [y](ueber-uns#team) [2](3) [z](README.info) https://[2001:db8::1]/x",
        "\\[x\\] (https://a.example)",
        "${{ secrets.X }} und \\frac{{a}}{{b}} und {{< figures >}}",
        '<a download href="data:text/calendar,x">x</a> <a download = "x" href="data:text/calendar,x" title="A > B">x</a>',
        "<img src=x alt=foo> <img src=x alt=''>",
        "https://a.example/index.php?sid=12345&lang=de",
        "https://x.example/a_(b)#c",
        "ein [Link](https://x.example/a\n) geht weiter",
        "[a](https://x.example/?e=[UNIQID]&x=1) und https://x.example/?e=[UNIQID]&x=1 so",
    ],
)
def test_what_is_right_passes(text):
    assert codes(text + "\n") == []


def test_links_of_earlier_issues():
    assert codes(
        "[neu](https://a.example/b)\n", earlier_links={"https://a.example/b": "2025-12.md"}
    ) == ["repeated"]
    assert (
        codes("[neu](https://a.example/c)\n", earlier_links={"https://a.example/b": "2025-12.md"})
        == []
    )


# --- silence -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "das ist ist so <!-- rundbrief off: doubled -->",
        "<!-- rundbrief off: doubled, http -->\ndas ist ist so",
        "<!-- rundbrief off file: doubled -->\n\nx\n\ndas ist ist so",
        "das ist ist so <!-- rundbrief off: all -->",
    ],
)
def test_a_comment_silences(text):
    assert codes(text + "\n") == []


def test_comments_in_a_row_silence_the_next_line():
    assert (
        codes(
            "<!-- rundbrief off: doubled -->\n<!-- rundbrief off: http -->\ndas ist ist http://a.example/\n"
        )
        == []
    )
    assert (
        codes(
            "das ist ist http://a.example/ <!-- rundbrief off: doubled --> <!-- rundbrief off: http -->\n"
        )
        == []
    )
    assert codes("<!-- rundbrief off: dubbled -->\n") == ["silence"]


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ('[a](okfn.de "Titel")', '[a](https://okfn.de "Titel")'),
        ('[c](https://a.example/?a=1&utm_source=x "Titel")', '[c](https://a.example/?a=1 "Titel")'),
        ("[www.a.de](okfn)", "[okfn](https://www.a.de)"),
    ],
)
def test_a_fix_keeps_what_stands_around(body, after):
    assert mended(body + "\n") == HEAD + after + "\n"


def test_tabs_that_are_values_stay():
    head = HEAD.replace("excerpt: E", "excerpt: |\n  Zeile\n  \tEingerückt")
    assert codes("", head) == []


def test_front_matter_without_an_end():
    assert codes("", "---\ntitle: x\n\nProsa\n", profile="blog") == ["front-matter"]
    assert codes("", "---\n\nProsa\n", profile="generic") == []


def test_another_case_is_mended_in_all_places():
    name = "Out-in-the-open-2026-01-Header.JPG"
    issue, diagnostics = found("", pictures=PictureFacts((name,)))
    assert apply(issue.text, fix_edits(issue.text, diagnostics)).count(name) == 2


@pytest.mark.parametrize(
    "line",
    [
        "DURATION:x",
        "DTEND:20260211T100000X",
        "RRULE:FREQ=FOO",
        "RRULE:FREQ=DAILY;UNTIL=x",
        "GEO:x",
        "DTSTAMP:x",
    ],
)
def test_an_odd_calendar_entry_ends_no_check(line):
    text = "* Mittwoch, 11.02.2026, 10:00, online: **Eins**" + entry(
        "SUMMARY:Eins", "DTSTART:20260211T090000Z", line
    )
    _, diagnostics = found(EVENTS + text + "\n")
    assert {diagnostic.code for diagnostic in diagnostics} <= {"link-standard", "link-damaged"}
    assert not any("could not be checked" in str(diagnostic.message) for diagnostic in diagnostics)


def test_a_check_that_stumbles_takes_no_other_with_it(monkeypatch):
    def stumbles(issue, context):
        raise KeyError("x")
        yield

    rows = [table.CheckRow("weekday", "error", stumbles), table.find_check("doubled")]
    diagnostics = run_checks(parse_issue(HEAD + "das ist ist so\n"), rows=rows)
    assert [diagnostic.code for diagnostic in diagnostics] == [
        "weekday",
        "doubled",
    ] and "could not be checked" in diagnostics[0].message


def test_a_comment_silences_no_more_than_it_says():
    assert codes("<!-- rundbrief off: doubled -->\nx\n\ndas ist ist so\n") == ["doubled"]
    assert codes("das ist ist so <!-- rundbrief off: http -->\n") == ["doubled"]


def test_a_profile_chooses():
    from editor.core.profiles.profile import CheckSettings
    from msgspec.structs import replace

    kind = replace(SHELF.named("newsletter"), checks=CheckSettings(("doubled",), {"http": "error"}))
    diagnostics = run_checks(
        parse_issue(HEAD + "das ist ist http://a.example/\n", kind),
        CheckContext(KNOWN, FILE, PICTURES),
    )
    assert [(diagnostic.code, diagnostic.severity) for diagnostic in diagnostics] == [
        ("http", "error")
    ]


def test_codes_are_unique_and_words():
    names = [row.code for row in CHECKS]
    assert len(set(names)) == len(names) and all(
        re.fullmatch(r"[a-z0-9-]+", name) for name in names
    )


# --- the real issues -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real():
    every = []
    for path in ISSUES:
        issue = SHELF.parse(text_of(path), path)
        every.append((path, issue, run_checks(issue, CheckContext(KNOWN, path.name))))
    return every


EXPECTED = {
    "weekday": 2, "end": 4, "past": 85, "order": 4, "offset": 13, "date-file": 8, "file-date": 2, "month-language": 3,
    "series-once": 40, "series-stale": 57, "rule-typo": 10, "coordinates": 10, "postcode": 2, "same-link": 2,
    "link-breaks-page": 2, "target": 9, "swapped": 1, "http": 13, "tracking": 3, "session": 13, "bold": 2,
    "heading-1": 1, "heading-twice": 6, "doubled": 11, "image-alt": 36, "image-attribution": 2, "link-standard": 409,
}  # fmt: skip
"""What was found and looked at, class by class. domain.md counts the same classes over 58 issues, of which 36 are here:
weekday 8/6, end 8/7, past 143/23, order 24/13, offset 18/18, date not the file name's 12/12, file name date 2/2, month 4/4,
series without rule 63/7, stale 50/6, typos 14/7, coordinates 12/9, postcode 2/2, copied URL 2, apostrophe 2/1, targets 15/14,
http 24/18, tracking 3/3, sessions 29/17, bold 2/2, h1 1, headings 9/6, doubled 17/17, alt 58/58, attribution 4/4."""


@needs_corpus
def test_every_class_of_defects_is_found(real, capsys):
    counts = Counter(diagnostic.code for _, _, diagnostics in real for diagnostic in diagnostics)
    files = Counter(
        code
        for _, _, diagnostics in real
        for code in {diagnostic.code for diagnostic in diagnostics}
    )
    assert {code: counts[code] for code in EXPECTED} == EXPECTED
    with capsys.disabled():
        print(
            "\n"
            + ", ".join(
                f"{row.code} {counts[row.code]}/{files[row.code]}"
                for row in CHECKS
                if counts[row.code]
            )
        )


@needs_corpus
@pytest.mark.slow
def test_every_fix_keeps_the_laws(real):
    """Made alone: it undoes, its problem is gone, no other comes, and everything it does not touch stays."""
    for path, issue, diagnostics in real:
        before = Counter((diagnostic.code, str(diagnostic.message)) for diagnostic in diagnostics)
        seen = Counter()
        for diagnostic in diagnostics:
            seen[diagnostic.code] += 1
            if diagnostic.fix is None or seen[diagnostic.code] > 3:
                continue
            try:
                edits = diagnostic.fix()
            except UserFacingError:
                continue
            if not edits:
                continue
            text = apply(issue.text, edits)
            assert apply(text, invert(issue.text, edits)) == issue.text
            after = run_checks(parse_issue(text, issue.profile), CheckContext(KNOWN, path.name))
            now = Counter(one.code for one in after)
            assert now[diagnostic.code] < sum(
                count for (code, _), count in before.items() if code == diagnostic.code
            ), (
                path.name,
                diagnostic.code,
                str(diagnostic.message),
            )
            new = {
                code
                for code in now
                if now[code] > sum(count for (known, _), count in before.items() if known == code)
            }
            if diagnostic.code == "date-file":
                new -= {"past"}  # by a later day more is over
            assert not new, (
                path.name,
                line_number(issue.text, diagnostic.span.start),
                diagnostic.code,
                new,
            )


@needs_corpus
def test_what_is_called_fixable_is(real):
    """A report says so before anybody has computed the fix."""
    for path, _, diagnostics in real:
        for diagnostic in diagnostics:
            assert not diagnostic.fixable or diagnostic.fix(), (path.name, diagnostic)


@needs_corpus
def test_all_of_a_kind_are_mended_together(real):
    for _, issue, diagnostics in real[-6:]:
        for code in {diagnostic.code for diagnostic in diagnostics}:
            same = [
                diagnostic
                for diagnostic in diagnostics
                if diagnostic.code == code and diagnostic.fix
            ]
            text = apply(issue.text, fix_edits(issue.text, same))
            parse_issue(text, issue.profile)


def test_fixes_that_touch_each_other_do_not_meet():
    issue, diagnostics = found("[a](http://https://a.example/?utm_source=x)\n")
    assert apply(issue.text, fix_edits(issue.text, diagnostics)) != issue.text


FALSE_ALARMS = {("2025-03-10", 288, "same-link")}
"""Up to nine findings of every class were drawn (random.Random(2026)) and looked at beside page and calendar entry on
2026-11-21. The first round, 230 findings, had thirteen false alarms: three addresses with blanks around them (allowed), five
brackets inside addresses, four events of one series with one page, and “werden werden”; each was mended in its check. The
second round, 217 findings: errors 0 of 71 false; warnings 1 of 82 (two workshops of charta28.de that may really share a
page); hints 0 of 64. A third round by other eyes, over everything the command line says of the issues and of 300 other pages,
found three errors that were none (a second range of hours, two lines that name only days), links whose bracket closes on the
next line, and headings of one name in different chapters, which are a hint since; the others pass."""


@needs_corpus
def test_the_sample_is_still_what_was_looked_at(real):
    there = {
        (path.name[:10], line_number(issue.text, diagnostic.span.start), diagnostic.code)
        for path, issue, diagnostics in real
        for diagnostic in diagnostics
    }
    assert there >= FALSE_ALARMS


@needs_corpus
@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_fixes_together_keep_the_laws(real, data):
    """Any problems of any issue, mended at once: sorted and disjoint edits, the way back, and every word that no edit touches."""
    path, issue, diagnostics = data.draw(
        st.sampled_from([one for one in real if any(diagnostic.fix for diagnostic in one[2])]),
        label="issue",
    )
    fixable = [diagnostic for diagnostic in diagnostics if diagnostic.fix]
    chosen = data.draw(
        st.lists(
            st.sampled_from(fixable),
            min_size=1,
            max_size=4,
            unique_by=lambda diagnostic: (diagnostic.code, diagnostic.span),
        ),
        label="problems",
    )
    edits = fix_edits(issue.text, chosen)
    text = apply(issue.text, edits)
    assert apply(text, invert(issue.text, edits)) == issue.text
    at = 0
    for edit in edits:  # what lies between the edits is there, in its order
        between = issue.text[at : edit.start]
        assert between in text, (path.name, between[:60])
        at = edit.end
    assert text.endswith(issue.text[at:])
    after = run_checks(parse_issue(text, issue.profile), CheckContext(KNOWN, path.name))
    assert sum(diagnostic.severity == "error" for diagnostic in after) <= sum(
        diagnostic.severity == "error" for diagnostic in diagnostics
    ), path.name


# --- nasty pages --------------------------------------------------------------------------------------

PIECES = (
    "[a](okfn.de) ", "[a](ttps://a.example/x 'T') ", "[a] (https://a.example) ", "[a](https://a.example/x ", "](", "[", ")", "**", " ** ", "`", "```\n",
    "~~~\n", "    ", "\n", "\n\n", "\t", "> ", "* ", "  * ", "## Veranstaltungen\n", "### Termine\n", "## Regelmäßige Treffen\n", "das ist ist ", "Wort",
    "Mittwoch, 11.02.2026, 10:00-11:00, online: **Eins** ", "Dienstag, 11.02.2026, Haus, Weg 1, 14195 Leipzig: **Zwei**", "Ulm: jeden. Mittwoch, 19:00, online",
    '<a title=\'Girls\'Day\' download=\'event.ics\' href="data:text/calendar;base64,QkVHSU4=">x</a>', "<a href='x'>", "<!-- rundbrief off: bold -->", "<!--", "-->",
    "{{< figure >}}", "{{% fgure >}}", "{{< ", "http://a.example/?utm_source=x&amp;b=1 ", "<img src=x> ", "![](x.png) ", "| a | b |\n|---|---|\n", "[^1]", "[^1]: x\n",
    "<pre>", "</pre>", "\\", "\u2028", "😀", "e\u0308", "\u00a0", "\r\n", "[x] ", "https://", "[https://a.example](Wort) ",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_fixes_of_nasty_pages_keep_the_laws(body):
    """No check stumbles; a fix undoes, its problem is gone, no error comes instead, and the front matter stays."""
    issue, diagnostics = found("\n" + body)
    before = Counter(diagnostic.code for diagnostic in diagnostics)
    for diagnostic in diagnostics:
        assert "could not be checked" not in diagnostic.message, (diagnostic, body)
        edits = diagnostic.fix() if diagnostic.fixable else []
        if not edits:
            continue
        text = apply(issue.text, edits)
        assert apply(text, invert(issue.text, edits)) == issue.text
        assert text.startswith(HEAD)
        after = Counter(
            one.code
            for one in run_checks(
                parse_issue(text, issue.profile), CheckContext(KNOWN, FILE, PICTURES)
            )
        )
        assert after[diagnostic.code] < before[diagnostic.code], (
            diagnostic.code,
            body,
            text[len(HEAD) :],
        )
        worse = {
            code
            for code in after
            if after[code] > before[code] and table.find_check(code).severity == "error"
        }
        assert not worse, (diagnostic.code, worse, body, text[len(HEAD) :])
