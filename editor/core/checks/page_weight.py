"""The check of a page's weight: on the site and as a mail."""

import re
from collections.abc import Iterator

from editor.core.base.edits import Span
from editor.core.base.messages import translate
from editor.core.checks.diagnostic import CheckContext, Diagnostic
from editor.core.issue.issue import Issue

_PAGE_LIMIT = 300 * 1024
"""Bytes of a page that still loads quickly."""
_MAIL_LIMIT = 102 * 1024
"""Bytes of a mail that Gmail shows whole."""
_MAIL_GROWTH = 1.13
"""Bytes of a mail for each byte of the body without its calendar data.

Measured on the issues of 2025.
"""
_CALENDAR_DATA = re.compile(r"data:text/calendar[^\"'\s)]*")


def page_weight(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """The page takes long to load, or is too heavy for a mail."""
    body = issue.text[issue.front.body :]
    page_bytes = len(body.encode())
    mail_bytes = len(_CALENDAR_DATA.sub("", body).encode()) * _MAIL_GROWTH
    if page_bytes > _PAGE_LIMIT:
        message = translate("core", "The page weighs {weight} kB without its pictures.")
        yield Diagnostic(Span(0, 0), message.fill(weight=page_bytes // 1024))
    elif mail_bytes > _MAIL_LIMIT:
        message = translate(
            "core", "As a mail it weighs about {weight} kB; Gmail cuts mails off at 102 kB."
        )
        yield Diagnostic(Span(0, 0), message.fill(weight=round(mail_bytes / 1024)))
