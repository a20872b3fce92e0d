"""What tests of the checks share: an issue without a problem, and checks over its variants."""

import pytest
from editor.app.services.gazetteer_loading import load_country
from editor.core.base.edits import apply
from editor.core.calendar.entry import encode_link
from editor.core.checks.diagnostic import CheckContext, PictureFacts
from editor.core.checks.fixing import fix_edits
from editor.core.checks.table import run_checks
from editor.core.issue.issue import parse_issue
from editor.core.places.gazetteer import Gazetteer
from msgspec.structs import replace

FILE_NAME = "2026-02-09-out-in-the-open-january-2026.md"
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
PICTURES = PictureFacts(("out-in-the-open-2026-01-header.jpg",), (800, 533), 90_000)


@pytest.fixture(scope="session")
def head() -> str:
    """A front matter without a problem, and the empty line behind it."""
    return HEAD


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The towns and postcodes that come with the program, and no venue."""
    return Gazetteer(load_country())


@pytest.fixture(scope="session")
def context(gazetteer) -> CheckContext:
    """What is known beside an issue with the front matter of ``head``: all is as it should be."""
    return CheckContext(gazetteer, FILE_NAME, PICTURES)


@pytest.fixture(scope="session")
def diagnose(shelf, context):
    """Check an issue of this body and front matter: gives the issue and its problems."""

    def diagnose(body="", head=HEAD, profile="newsletter", **known):
        issue = parse_issue(head + body, shelf.named(profile))
        return issue, run_checks(issue, replace(context, **known))

    return diagnose


@pytest.fixture(scope="session")
def codes_of(diagnose):
    """The codes of the problems of an issue, in the order of the text."""

    def codes_of(*arguments, **known):
        _, diagnostics = diagnose(*arguments, **known)
        return [diagnostic.code for diagnostic in diagnostics]

    return codes_of


@pytest.fixture(scope="session")
def fix_all(diagnose):
    """The text of an issue after all fixes at once."""

    def fix_all(*arguments, **known):
        issue, diagnostics = diagnose(*arguments, **known)
        return apply(issue.text, fix_edits(issue.text, diagnostics))

    return fix_all


@pytest.fixture(scope="session")
def calendar_link():
    """A calendar link, a space before it, whose entry has these lines."""

    def calendar_link(*lines):
        entry = (
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
        )
        data = encode_link("\r\n".join(entry).encode())
        return f' <a download="a.ics" href="data:text/calendar;base64,{data}">x</a>'

    return calendar_link
