"""Events from elsewhere: text, tables, mails, calendars and web pages read into candidates.

Law: whatever the bytes, reading ends, adds nothing by itself, and says in a sentence what it could not read.
A candidate is a proposal for ``eventlists.add``; people look at it first.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage

from editor.core import callink, events
from editor.core.callink import Values, plain_text
from editor.core.intake import calendars, lines, pages
from editor.core.intake.candidate import Candidate, Frame, Read, over
from editor.core.issue import Issue, parse
from editor.core.knowledge import folded
from editor.core.text import Refused, translate

MOST_BYTES = 5 * 2**20
MOST_CANDIDATES = 500


def read(data: bytes, name: str, frame: Frame) -> Read:
    """The events in a file or an answer of the network; ``name`` helps to tell what it is.

    Raises Refused where nothing can be read.
    """
    if len(data) > MOST_BYTES:
        raise Refused(
            translate("core", "“{name}” is too large: {size} MB. Up to {most} MB are read.").fill(
                name=name, size=len(data) // 2**20, most=5
            )
        )
    reader = _reader(data, name.lower())
    found = reader(data, name, frame)
    if len(found.candidates) > MOST_CANDIDATES:
        extra = len(found.candidates) - MOST_CANDIDATES
        more = translate(
            "core", "“{name}” holds {count} events more; the first {most} are shown."
        ).fill(name=name, count=extra, most=MOST_CANDIDATES)
        found = Read(found.candidates[:MOST_CANDIDATES], (*found.problems, more), found.linked)
    return found


Reader = Callable[[bytes, str, Frame], Read]


def _reader(data: bytes, name: str) -> Reader:
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if name.endswith((".ics", ".ical", ".ifb")) or head.startswith(b"begin:vcalendar"):
        return _calendar
    if name.endswith(".eml") or head.startswith(
        (b"received:", b"return-path:", b"delivered-to:", b"mime-version:")
    ):
        return _mail
    if name.endswith((".md", ".markdown")):
        return _issue
    if (
        name.endswith((".html", ".htm", ".xhtml"))
        or head.startswith((b"<!doctype", b"<html", b"<?xml"))
        or b"<html" in head
    ):
        return _page
    return _text


def _calendar(data: bytes, name: str, frame: Frame) -> Read:
    return calendars.read(data, frame)


def _page(data: bytes, name: str, frame: Frame) -> Read:
    return pages.read(pages.decoded(data, name), frame)


def _text(data: bytes, name: str, frame: Frame) -> Read:
    return lines.read(decoded(data, name), frame)


def decoded(data: bytes, name: str) -> str:
    """Text in UTF-8, or in UTF-16 that says so. Raises Refused for other encodings."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Refused(
            translate("core", "“{name}” is not written in UTF-8; nothing was read from it.").fill(
                name=name
            )
        ) from None


def _issue(data: bytes, name: str, frame: Frame) -> Read:
    """The entries of an earlier issue that are not over."""
    issue = parse(decoded(data, name), frame.profile)
    found = [
        Candidate(
            events.values(entry, issue.text), href=entry.href.of(issue.text) if entry.href else ""
        )
        for entry in issue.entries
    ]
    named = tuple(
        replace(one, uid=callink.identity_of(one.href) if one.href else "")
        for one in found
        if one.values.title
    )
    left = tuple(
        one
        for one in named
        if not (one.values.kind != "meeting" and over(one.values.when, frame.day))
    )
    if not named:
        raise Refused(translate("core", "No event was found in “{name}”.").fill(name=name))
    past = translate("core", "{count} events are over at publication and were left out.").fill(
        count=len(named) - len(left)
    )
    return Read(left, (past,) if len(named) > len(left) else ())


Way = Callable[[EmailMessage, str, Frame], Read]


def _way_calendar(part: EmailMessage, subject: str, frame: Frame) -> Read:
    data = part.get_payload(decode=True)
    return calendars.read(data if isinstance(data, bytes) else b"", frame)


def _way_text(part: EmailMessage, subject: str, frame: Frame) -> Read:
    return lines.read(subject + part.get_content(), frame)


def _way_page(part: EmailMessage, subject: str, frame: Frame) -> Read:
    return pages.read(part.get_content(), frame)


def _way_words(part: EmailMessage, subject: str, frame: Frame) -> Read:
    return lines.read(subject + pages.words_of(part.get_content()), frame)


def _mail(data: bytes, name: str, frame: Frame) -> Read:
    """The calendars in a mail, else its text, else its page: the first that tells of an event."""
    mail = message_from_bytes(data, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    parts = [
        part for part in mail.walk() if isinstance(part, EmailMessage) and not part.is_multipart()
    ]
    calendars_ = [
        part
        for part in parts
        if part.get_content_type() == "text/calendar"
        or (part.get_filename() or "").lower().endswith(".ics")
    ]
    ways: list[tuple[EmailMessage, Way]] = [(part, _way_calendar) for part in calendars_]
    for kind, readers in (("text/plain", (_way_text,)), ("text/html", (_way_page, _way_words))):
        ways += [
            (part, reader)
            for part in parts
            if part.get_content_type() == kind and part not in calendars_
            for reader in readers
        ]
    subject = f"Betreff: {mail['subject'] or ''}\n\n"
    for part, way in ways:
        try:
            return way(part, subject, frame)
        except Refused:
            continue
        except (LookupError, ValueError, UnicodeError, AttributeError):
            raise Refused(
                translate(
                    "core", "“{name}” is not written in UTF-8; nothing was read from it."
                ).fill(name=name)
            ) from None
    raise Refused(translate("core", "No event was found in “{name}”.").fill(name=name))


# --- what is there already ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Present:
    """The entries an issue has, to tell what comes twice."""

    uids: frozenset[str] = frozenset()
    days: frozenset[tuple[str, date | None]] = field(default_factory=frozenset)

    def has(self, one: Candidate) -> bool:
        """Whether there is an entry of the same UID, or of the same title and day (or series)."""
        return bool(one.uid and one.uid in self.uids) or key(one.values) in self.days


def present(issue: Issue) -> Present:
    uids = {callink.identity_of(entry.href.of(issue.text)) for entry in issue.entries if entry.href}
    return Present(
        frozenset(uids - {""}),
        frozenset(key(events.values(entry, issue.text)) for entry in issue.entries),
    )


def key(values: Values) -> tuple[str, date | None]:
    """What makes two entries one: folded title, and day; series have none."""
    return folded(
        plain_text(values.title)
    ), values.when.start if values.when and values.kind != "meeting" else None


def unlike(candidates: tuple[Candidate, ...], there: Present) -> tuple[Candidate, ...]:
    """The candidates, those that come twice marked as double."""
    seen: set[tuple[str, date | None]] = set()
    marked = []
    for one in candidates:
        marked.append(replace(one, double=there.has(one) or key(one.values) in seen))
        seen.add(key(one.values))
    return tuple(marked)
