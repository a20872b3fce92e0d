"""Events from elsewhere: text, tables, mails, calendars and web pages read into candidates.

Law: whatever the bytes, reading ends, adds nothing by itself, and says in a sentence what it could not read.
A candidate is a proposal for ``eventlists.add``; people look at it first.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage

from editor.core.base.errors import InputRejected, UserFacingError
from editor.core.base.messages import translate
from editor.core.events import calendar_link
from editor.core.events.model import EntryKind, EventData
from editor.core.events.reading import read_event_data
from editor.core.importers import calendars, pages, text
from editor.core.importers.candidate import Candidate, ImportContext, ImportResult, is_over
from editor.core.issue.issue import Issue, parse_issue
from editor.core.markdown.inline import plain_text
from editor.core.places.gazetteer import fold_key

MAX_BYTES = 5 * 2**20
MAX_CANDIDATES = 500


def import_events(data: bytes, name: str, context: ImportContext) -> ImportResult:
    """The events in a file or an answer of the network; ``name`` helps to tell what it is.

    Raises InputRejected where nothing can be read.
    """
    if len(data) > MAX_BYTES:
        raise InputRejected(
            translate("core", "“{name}” is too large: {size} MB. Up to {most} MB are read.").fill(
                name=name, size=len(data) // 2**20, most=5
            )
        )
    reader = _reader(data, name.lower())
    found = reader(data, name, context)
    if len(found.candidates) > MAX_CANDIDATES:
        extra = len(found.candidates) - MAX_CANDIDATES
        more = translate(
            "core", "“{name}” holds {count} events more; the first {most} are shown."
        ).fill(name=name, count=extra, most=MAX_CANDIDATES)
        found = ImportResult(
            found.candidates[:MAX_CANDIDATES], (*found.problems, more), found.linked
        )
    return found


ImportReader = Callable[[bytes, str, ImportContext], ImportResult]


def _reader(data: bytes, name: str) -> ImportReader:
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


def _calendar(data: bytes, name: str, context: ImportContext) -> ImportResult:
    return calendars.read_calendar(data, context)


def _page(data: bytes, name: str, context: ImportContext) -> ImportResult:
    return pages.read_page(pages.decode_page(data, name), context)


def _text(data: bytes, name: str, context: ImportContext) -> ImportResult:
    return text.read_lines(decode_text(data, name), context)


def decode_text(data: bytes, name: str) -> str:
    """Text in UTF-8, or in UTF-16 that says so. Raises InputRejected for other encodings."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise InputRejected(
            translate("core", "“{name}” is not written in UTF-8; nothing was read from it.").fill(
                name=name
            )
        ) from None


def _issue(data: bytes, name: str, context: ImportContext) -> ImportResult:
    """The entries of an earlier issue that are not over."""
    issue = parse_issue(decode_text(data, name), context.profile)
    found = [
        Candidate(
            read_event_data(entry, issue.text), href=entry.href.of(issue.text) if entry.href else ""
        )
        for entry in issue.entries
    ]
    named = tuple(
        replace(one, uid=calendar_link.read_uid(one.href) if one.href else "")
        for one in found
        if one.values.title
    )
    left = tuple(
        one
        for one in named
        if not (one.values.kind != EntryKind.MEETING and is_over(one.values.when, context.day))
    )
    if not named:
        raise InputRejected(translate("core", "No event was found in “{name}”.").fill(name=name))
    past = translate("core", "{count} events are over at publication and were left out.").fill(
        count=len(named) - len(left)
    )
    return ImportResult(left, (past,) if len(named) > len(left) else ())


Importer = Callable[[EmailMessage, str, ImportContext], ImportResult]


def _way_calendar(part: EmailMessage, subject: str, context: ImportContext) -> ImportResult:
    data = part.get_payload(decode=True)
    return calendars.read_calendar(data if isinstance(data, bytes) else b"", context)


def _way_text(part: EmailMessage, subject: str, context: ImportContext) -> ImportResult:
    return text.read_lines(subject + part.get_content(), context)


def _way_page(part: EmailMessage, subject: str, context: ImportContext) -> ImportResult:
    return pages.read_page(part.get_content(), context)


def _way_words(part: EmailMessage, subject: str, context: ImportContext) -> ImportResult:
    return text.read_lines(subject + pages.page_words(part.get_content()), context)


def _mail(data: bytes, name: str, context: ImportContext) -> ImportResult:
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
    ways: list[tuple[EmailMessage, Importer]] = [(part, _way_calendar) for part in calendars_]
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
            return way(part, subject, context)
        except UserFacingError:
            continue
        except (LookupError, ValueError, UnicodeError, AttributeError):
            raise InputRejected(
                translate(
                    "core", "“{name}” is not written in UTF-8; nothing was read from it."
                ).fill(name=name)
            ) from None
    raise InputRejected(translate("core", "No event was found in “{name}”.").fill(name=name))


# --- what is there already ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PresentEntries:
    """The entries an issue has, to tell what comes twice."""

    uids: frozenset[str] = frozenset()
    days: frozenset[tuple[str, date | None]] = field(default_factory=frozenset)

    def has(self, one: Candidate) -> bool:
        """Whether there is an entry of the same UID, or of the same title and day (or series)."""
        return bool(one.uid and one.uid in self.uids) or entry_key(one.values) in self.days


def present_entries(issue: Issue) -> PresentEntries:
    uids = {
        calendar_link.read_uid(entry.href.of(issue.text)) for entry in issue.entries if entry.href
    }
    return PresentEntries(
        frozenset(uids - {""}),
        frozenset(entry_key(read_event_data(entry, issue.text)) for entry in issue.entries),
    )


def entry_key(values: EventData) -> tuple[str, date | None]:
    """What makes two entries one: folded title, and day; series have none."""
    return fold_key(
        plain_text(values.title)
    ), values.when.start if values.when and values.kind != EntryKind.MEETING else None


def mark_duplicates(
    candidates: tuple[Candidate, ...], there: PresentEntries
) -> tuple[Candidate, ...]:
    """The candidates, those that come twice marked as double."""
    seen: set[tuple[str, date | None]] = set()
    marked = []
    for one in candidates:
        marked.append(replace(one, double=there.has(one) or entry_key(one.values) in seen))
        seen.add(entry_key(one.values))
    return tuple(marked)
