"""Events from elsewhere: text, tables, mails, calendars and web pages read into candidates.

Law: whatever the bytes, reading ends, adds nothing by itself, and says in a message what it could
not read. A candidate is a proposal for ``add_entries``; the user looks at it first.
"""

import re
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage

from msgspec.structs import replace

from editor.core.base.errors import InputRejected, UserFacingError
from editor.core.base.messages import translate
from editor.core.events.link_reading import read_uid
from editor.core.events.model import Event
from editor.core.events.reading import read_event_data
from editor.core.importers import calendars, pages, text
from editor.core.importers.candidate import (
    MAX_CANDIDATES,
    Candidate,
    ImportContext,
    ImportResult,
    is_past,
    report_past,
)
from editor.core.importers.limits import MAX_BYTES
from editor.core.importers.titles import doubt_hours, split_changes
from editor.core.issue.issue import Issue, parse_issue
from editor.core.sites.configuration import PAGE_SUFFIXES


def import_events(data: bytes, name: str, context: ImportContext) -> ImportResult:
    """Read the events in a file or an answer of the network.

    Args:
        data: What was read, at most ``MAX_BYTES``.
        name: The name of the file, or the address; it helps to tell what it is.
        context: The issue they are read for.

    Returns:
        At most ``MAX_CANDIDATES`` candidates, and what could not be read.

    Raises:
        InputRejected: If nothing can be read.
    """
    if len(data) > MAX_BYTES:
        message = translate("core", "“{name}” is too large: {size} MB. Up to {most} MB are read.")
        raise InputRejected(
            message.fill(name=name, size=len(data) // 2**20, most=MAX_BYTES // 2**20)
        )
    reader = _choose_reader(data, name.lower())
    result = reader(data, name, context)
    candidates = tuple(doubt_hours(split_changes(each)) for each in result.candidates)
    return _limit(replace(result, candidates=candidates), name)


def _limit(result: ImportResult, name: str) -> ImportResult:
    extra = len(result.candidates) - MAX_CANDIDATES
    if extra <= 0:
        return result
    message = translate("core", "“{name}” holds {count} events more; the first {most} are shown.")
    problem = message.fill(name=name, count=extra, most=MAX_CANDIDATES)
    return ImportResult(
        result.candidates[:MAX_CANDIDATES], (*result.problems, problem), result.linked
    )


_Reader = Callable[[bytes, str, ImportContext], ImportResult]

_MAIL_HEADERS = (b"received:", b"return-path:", b"delivered-to:", b"mime-version:")
_PAGE_STARTS = (b"<!doctype", b"<html", b"<?xml")


def _choose_reader(data: bytes, name: str) -> _Reader:
    """The reader for what a name in lower case, or else the beginning of the data, stands for."""
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if name.endswith((".ics", ".ical", ".ifb")) or head.startswith(b"begin:vcalendar"):
        return _read_calendar
    if name.endswith(".eml") or head.startswith(_MAIL_HEADERS):
        return _read_mail
    if name.endswith(PAGE_SUFFIXES):
        return _read_issue
    if name.endswith((".html", ".htm", ".xhtml")):
        return _read_page
    if head.startswith(_PAGE_STARTS) or b"<html" in head:
        return _read_page
    return _read_text


def _read_calendar(data: bytes, name: str, context: ImportContext) -> ImportResult:
    return calendars.read_calendar(data, context)


def _read_page(data: bytes, name: str, context: ImportContext) -> ImportResult:
    base = name if name.startswith(("http://", "https://")) else ""
    return pages.read_page(pages.decode_page(data, name), context, base)


def _read_text(data: bytes, name: str, context: ImportContext) -> ImportResult:
    return text.read_text(_decode_text(data, name), context)


def _decode_text(data: bytes, name: str) -> str:
    """Text in UTF-8, or in UTF-16 with a byte order mark."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise _reject_encoding(name) from None


def _reject_encoding(name: str) -> InputRejected:
    message = translate("core", "“{name}” is not written in UTF-8; nothing was read from it.")
    return InputRejected(message.fill(name=name))


def _reject_no_events(name: str) -> InputRejected:
    message = translate("core", "No event was found in “{name}”.")
    return InputRejected(message.fill(name=name))


# --- earlier issues -------------------------------------------------------------------------------


def _read_issue(data: bytes, name: str, context: ImportContext) -> ImportResult:
    """The entries of an earlier issue that are not over."""
    issue = parse_issue(_decode_text(data, name), context.profile)
    candidates = [_make_candidate(entry, issue) for entry in issue.entries]
    titled = [candidate for candidate in candidates if candidate.data.title]
    if not titled:
        raise _reject_no_events(name)
    coming = tuple(candidate for candidate in titled if not is_past(candidate, context.day))
    return ImportResult(coming, report_past(len(titled) - len(coming)))


def _make_candidate(entry: Event, issue: Issue) -> Candidate:
    data = read_event_data(entry, issue.text)
    if not entry.href:
        return Candidate(data)
    href = entry.href.of(issue.text)
    return Candidate(data, read_uid(href), href)


# --- mails ----------------------------------------------------------------------------------------

_PartReader = Callable[[EmailMessage, str, ImportContext], ImportResult]


def _read_mail(data: bytes, name: str, context: ImportContext) -> ImportResult:
    """The calendars in a mail, else its text, else its page: the first that tells of an event."""
    try:
        return _read_parts(parse_mail(data, name), name, context)
    except (RecursionError, IndexError, AttributeError, AssertionError):
        # the email package fails so on headers and nesting that were made to hurt
        raise _reject_mail(name) from None


def _reject_mail(name: str) -> InputRejected:
    message = translate("core", "The mail “{name}” cannot be read: it is nested too deeply.")
    return InputRejected(message.fill(name=name))


def parse_mail(data: bytes, name: str) -> EmailMessage:
    """Parse a mail without its overlong lines in headers: the email package takes them apart.

    Args:
        data: The mail (RFC 5322).
        name: What to call it in a message.

    Returns:
        The mail.

    Raises:
        InputRejected: If it is nested too deeply.
    """
    nested = data.lower().count(b"boundary=") + data.lower().count(b"message/rfc822")
    if nested > _MAX_NESTED_PARTS:
        raise _reject_mail(name)
    head, gap, body = data.partition(b"\n\n") if b"\n\n" in data else data.partition(b"\r\n\r\n")
    kept = [line for line in _UNFOLD.sub(b" ", head).split(b"\n") if len(line) <= _MAX_HEADER]
    mail = message_from_bytes(b"\n".join(kept) + gap + body, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


_UNFOLD = re.compile(rb"\r?\n[ \t]+")
_MAX_HEADER = 8 * 1024
_MAX_NESTED_PARTS = 60


def _read_parts(mail: EmailMessage, name: str, context: ImportContext) -> ImportResult:
    subject = f"Betreff: {mail['subject'] or ''}\n\n"
    for part, reader in _order_parts(mail):
        try:
            return reader(part, subject, context)
        except UserFacingError:
            continue
        except (LookupError, ValueError, UnicodeError, AttributeError):
            raise _reject_encoding(name) from None
    raise _reject_no_events(name)


def _order_parts(mail: EmailMessage) -> list[tuple[EmailMessage, _PartReader]]:
    """The parts of a mail with their readers, in the order in which to try them."""
    parts = [
        part for part in mail.walk() if isinstance(part, EmailMessage) and not part.is_multipart()
    ]
    attached = [part for part in parts if _is_calendar(part)]
    others = [part for part in parts if part not in attached]
    ordered: list[tuple[EmailMessage, _PartReader]] = []
    ordered += [(part, _read_calendar_part) for part in attached]
    for part in others:
        if part.get_content_type() == "text/plain":
            ordered.append((part, _read_text_part))
    for part in others:
        if part.get_content_type() == "text/html":
            ordered += [(part, _read_page_part), (part, _read_page_words)]
    return ordered


def _is_calendar(part: EmailMessage) -> bool:
    if part.get_content_type() == "text/calendar":
        return True
    return (part.get_filename() or "").lower().endswith(".ics")


def _read_calendar_part(part: EmailMessage, subject: str, context: ImportContext) -> ImportResult:
    data = part.get_payload(decode=True)
    return calendars.read_calendar(data if isinstance(data, bytes) else b"", context)


def _read_text_part(part: EmailMessage, subject: str, context: ImportContext) -> ImportResult:
    return text.read_text(subject + part.get_content(), context)


def _read_page_part(part: EmailMessage, subject: str, context: ImportContext) -> ImportResult:
    return pages.read_page(part.get_content(), context)


def _read_page_words(part: EmailMessage, subject: str, context: ImportContext) -> ImportResult:
    return text.read_text(subject + pages.extract_page_text(part.get_content()), context)
