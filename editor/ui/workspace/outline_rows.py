"""The rows of the outline: the pages of the issue, and the sections of its text.

Their texts are translated in the context of the outline.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from editor.core.base.remembering import remember
from editor.core.events.model import EntryKind
from editor.core.events.reading import kind_of_section
from editor.core.issue.issue import Issue
from editor.core.markdown.inline import plain_text
from editor.ui.workspace.outline_delegate import RowLook
from editor.ui.workspace.pages import Page

_DEEPEST = 4
"""Headings below this depth stand at it."""


class OutlinePart(Struct, frozen=True):
    """A page of the middle pane, and a position of the text for the source."""

    page: str
    position: int = 0


_PLAIN = RowLook(is_page=False)


class OutlineRow(NamedTuple):
    """A row of the tree: its depth, from 0, its title, the part it leads to, and how it looks."""

    depth: int
    title: str
    part: OutlinePart
    look: RowLook = _PLAIN


def list_rows(issue: Issue, waiting: int) -> list[OutlineRow]:
    """List the rows for an issue.

    Args:
        issue: The issue.
        waiting: How many bookmarks wait in the inbox.

    Returns:
        The rows, from above.
    """
    translate = QCoreApplication.translate
    details, events = translate("Outline", "Details"), translate("Outline", "Events")
    inbox, links = translate("Outline", "Inbox"), translate("Outline", "Links")
    head = RowLook("newspaper", details)
    rows = [OutlineRow(0, translate("Outline", "Title and details"), OutlinePart(Page.HEAD), head)]
    if issue.profile.image.name:
        image = OutlinePart(Page.IMAGE)
        title = translate("Outline", "Header picture")
        rows.append(OutlineRow(0, title, image, RowLook("image")))
    counts = Counter([entry.reading.kind for entry in issue.entries])
    meetings, deadlines = counts[EntryKind.MEETING], counts[EntryKind.DEADLINE]
    listed = counts[EntryKind.EVENT] + len(issue.unread)
    for page, title, icon, group, count in (
        (Page.EVENTS, events, "calendar-days", events, listed),
        (Page.MEETINGS, translate("Outline", "Meetings"), "repeat", "", meetings),
        (Page.DEADLINES, translate("Outline", "Deadlines"), "hourglass", "", deadlines),
        (Page.INBOX, inbox, "inbox", links, waiting),
    ):
        rows.append(OutlineRow(0, title, OutlinePart(page), RowLook(icon, group, count)))
    whole = RowLook("file-text", translate("Outline", "Text"))
    text = OutlinePart(Page.SOURCE)
    rows.append(OutlineRow(0, translate("Outline", "Whole text"), text, whole))
    rows.extend(_list_sections(issue))
    return rows


def _list_sections(issue: Issue) -> Iterator[OutlineRow]:
    """List the sections of the text that have no form, below the row of the source."""
    top = min((section.heading.level for section in issue.sections), default=1)
    below_lists = {entry.reading.subheading for entry in issue.entries} - {""}
    listed_to = 0
    for section in issue.sections:
        if kind_of_section(section, issue.profile.events):
            listed_to = section.span.end
            continue
        if section.span.start < listed_to and section.heading.title in below_lists:
            continue
        depth = min(section.heading.level - top + 1, _DEEPEST)
        part = OutlinePart(Page.SOURCE, section.span.start)
        yield OutlineRow(depth, _title_of(section.heading.title), part)


@remember(1_000)
def _title_of(heading: str) -> str:
    return plain_text(heading) or "…"
