"""Bookmarks written into a section, in the form that its neighbors have.

Law: the issue has its links and the new ones, its sections, its entries; nothing else is touched.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum, auto

from editor.core.base.edits import Edit, Span, apply, sort_edits
from editor.core.base.encoding import detect_newline
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.checks.body_links import find_links
from editor.core.events.reading import kind_of_section
from editor.core.inbox.bookmark import Bookmark
from editor.core.inbox.link_words import (
    first_shown,
    spellings,
    to_line,
    write_address,
    write_link,
)
from editor.core.issue.issue import Issue, parse_issue
from editor.core.markdown.list_items import Item, read_items
from editor.core.markdown.outline import Section
from editor.core.rendering.page import dialect_for

_OTHER_BLOCK = ("{{", "{%", "<")
"""What does not belong to an item above it, though it would be read as its lazy continuation."""
_CODE_GAP = 5
"""From so many blanks on, words behind a marker are code (CommonMark §5.2)."""
_CLOSING = re.compile(
    r"""
    \n [ \t\r]* \n
    (?:
        [ ]{0,3} (?: -[ \t]*-[ \t]*-[-\t ]* | \*[ \t]*\*[ \t]*\*[*\t ]* | ___[_\t ]* )  # a rule
    |   (?: [ ]{0,3} \[ [^\]\n]{1,200} \]: [^\n]* (?:\n|\Z) )+                  # references
    |   [ ]{0,3} <!-- [^\n]* -->
    |   [ ]{0,3} \{\{ [<%] [ \t]* / [^\n]* [>%] \}\}
    )
    \Z
    """,
    re.VERBOSE,
)
"""A block that closes a section, and belongs to no link in it."""
_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")


class Form(StrEnum):
    """How links stand in a section."""

    ITEM = auto()
    PARAGRAPH = auto()
    HEADING = auto()
    """A heading of the next level with a paragraph below."""


@dataclass(frozen=True, slots=True)
class _Neighbors:
    """What new text is written like, and where it goes."""

    form: Form
    place: int
    """Behind the last words that stay before it."""
    marker: str = "*"
    number: int = 0
    """What the first new item of a numbered list is; 0 where all have the same marker."""
    gap: str = " "
    """The blanks between the marker and the words."""
    indent: str = ""
    is_loose: bool = False
    level: int = 3
    is_first: bool = False
    """Whether nothing but the heading stands before it."""


def insert_bookmarks(issue: Issue, number: int, bookmarks: Sequence[Bookmark]) -> list[Edit]:
    """Write bookmarks at the end of a section.

    Args:
        issue: The issue.
        number: The number of the section; what stands below its sub-headings is not its own.
        bookmarks: At least one, in the order they are to stand in.

    Returns:
        One edit.

    Raises:
        EditRejected: If it is a list of events, or the text would be read in another way.
    """
    section = issue.sections[number]
    if kind_of_section(section, issue.profile.events):
        raise EditRejected(translate("core", "Lists of events have a form of their own."))
    neighbors = _look_around(issue, number)
    newline = detect_newline(issue.text)
    pieces = [
        _write(issue, bookmark, _following(neighbors, index), newline)
        for index, bookmark in enumerate(bookmarks)
    ]
    between = newline if neighbors.form is Form.ITEM and not neighbors.is_loose else 2 * newline
    before = _gap_below_headings(issue, newline) if neighbors.is_first else between
    edit = Edit(neighbors.place, neighbors.place, before + between.join(pieces))
    _prove(issue, edit, bookmarks, neighbors)
    return [edit]


@dataclass(frozen=True, slots=True)
class Insertion:
    """Edits that write bookmarks; what could not be written stays with the reason."""

    edits: tuple[Edit, ...]
    written: Mapping[int, Sequence[Bookmark]]
    """By the number of their section."""
    refused: Mapping[Bookmark, EditRejected]


def insert_into_sections(issue: Issue, places: Mapping[int, Sequence[Bookmark]]) -> Insertion:
    """Write bookmarks at the ends of sections; one that cannot be written holds up no other.

    Args:
        issue: The issue.
        places: Bookmarks by the number of the section, as for ``insert_bookmarks``.

    Returns:
        The edits, sorted.

    Raises:
        EditRejected: If none can be written.
    """
    edits: list[Edit] = []
    written: dict[int, Sequence[Bookmark]] = {}
    refused: dict[Bookmark, EditRejected] = {}
    for number, bookmarks in places.items():
        try:
            edits += insert_bookmarks(issue, number, bookmarks)
            written[number] = bookmarks
            continue
        except EditRejected:
            good, bad = _sort_out(issue, number, bookmarks)
        refused |= bad
        if good:
            edits += insert_bookmarks(issue, number, good)
            written[number] = good
    if not edits:
        raise next(iter(refused.values()))
    return Insertion(tuple(sort_edits(edits)), written, refused)


def _sort_out(
    issue: Issue, number: int, bookmarks: Sequence[Bookmark]
) -> tuple[list[Bookmark], dict[Bookmark, EditRejected]]:
    """Those that can be written alone, and the others with their reasons."""
    good, refused = [], {}
    for bookmark in bookmarks:
        try:
            insert_bookmarks(issue, number, [bookmark])
            good.append(bookmark)
        except EditRejected as error:
            refused[bookmark] = error
    return good, refused


# --- neighbors ------------------------------------------------------------------------------------


def _look_around(issue: Issue, number: int) -> _Neighbors:
    section, subs = issue.sections[number], _sub_sections(issue, number)
    if _are_single_links(issue, subs):
        place = _end_of_words(issue.text, section.body)
        return _Neighbors(Form.HEADING, place, level=subs[0].heading.level)
    own = _own_body(section, subs)
    place = _end_of_words(issue.text, own)
    if not own.of(issue.text).strip():
        usual = _usual_neighbors(issue)
        first = 1 if usual.number else 0
        place = section.heading.span.end
        return replace(usual, place=place, number=first, indent="", is_first=True)
    items = list(read_items(issue.text, own))
    last_line = issue.text[issue.text.rfind("\n", 0, place) + 1 : place]
    if items and items[-1].span.end >= place and not last_line.startswith(_OTHER_BLOCK):
        return _beside(issue.text, items, place)
    return _Neighbors(Form.PARAGRAPH, place)


def _beside(text: str, items: Sequence[Item], place: int) -> _Neighbors:
    last = items[-1]
    start = last.span.start + last.indent + len(last.marker)
    gap = text[start : last.content.start]
    marker = last.marker
    same = len(items) > 1 and items[-2].marker == marker  # all of them 1, as some write
    number = int(marker[:-1]) + 1 if marker[:-1].isdigit() and not same else 0
    is_loose = len(items) > 1 and bool(_EMPTY_LINE.search(text, items[-2].span.start, start))
    indent = text[last.span.start :][: last.indent]
    gap = gap if 0 < len(gap) < _CODE_GAP else " "
    return _Neighbors(Form.ITEM, place, marker, number, gap, indent, is_loose)


def _following(neighbors: _Neighbors, index: int) -> _Neighbors:
    """The same for a later one of several: numbered lists go on counting."""
    if not neighbors.number:
        return neighbors
    marker = f"{neighbors.number + index}{neighbors.marker[-1]}"
    return replace(neighbors, marker=marker)


def _sub_sections(issue: Issue, number: int) -> list[Section]:
    """The sections right below a section."""
    section = issue.sections[number]
    inner = [s for s in issue.sections[number + 1 :] if s.span.start < section.span.end]
    top = min((sub.heading.level for sub in inner), default=0)
    return [sub for sub in inner if sub.heading.level == top]


def _are_single_links(issue: Issue, subs: Sequence[Section]) -> bool:
    """Whether sub-headings each have one paragraph, as where each link has a heading of its own."""
    bodies = [sub.body.of(issue.text).strip() for sub in subs]
    single = [body for body in bodies if body and "\n\n" not in body.replace("\r", "")]
    return len(single) > 1 and 2 * len(single) > len(bodies)


def _own_body(section: Section, subs: Sequence[Section]) -> Span:
    end = subs[0].span.start if subs else section.span.end
    return Span(section.body.start, end)


def _usual_neighbors(issue: Issue) -> _Neighbors:
    """How links stand in the other sections."""
    found = []
    for number, section in enumerate(issue.sections):
        own = _own_body(section, _sub_sections(issue, number))
        if own.of(issue.text).strip() and not kind_of_section(section, issue.profile.events):
            found.append(_look_around(issue, number))
    lists = [each for each in found if each.form is Form.ITEM]
    if 2 * len(lists) > len(found):
        return lists[-1]
    return _Neighbors(Form.PARAGRAPH, 0)


def _end_of_words(text: str, within: Span) -> int:
    """Behind the last words; rules, definitions and comments that close a section stay behind."""
    words = within.of(text).rstrip()
    while closing := _CLOSING.search(words):
        words = words[: closing.start()].rstrip()
    return within.start + len(words)


def _gap_below_headings(issue: Issue, newline: str) -> str:
    """What stands between headings and their words: as the issue does it mostly."""
    gaps = []
    for section in issue.sections:
        body = section.body.of(issue.text)
        words = body.lstrip()
        if words:
            gaps.append(body[: len(body) - len(words)].count("\n") > 1)
    return 2 * newline if not gaps or 2 * sum(gaps) >= len(gaps) else newline


# --- words ----------------------------------------------------------------------------------------


def _write(issue: Issue, bookmark: Bookmark, neighbors: _Neighbors, newline: str) -> str:
    dialect = dialect_for(issue.profile)
    address = write_address(bookmark)
    title, note = to_line(bookmark.title) or address, to_line(bookmark.note)
    words = write_link(dialect, title, address, note)
    if neighbors.form is Form.HEADING:
        marks = "#" * neighbors.level
        top = to_line(bookmark.title) or bookmark.host
        heading = first_shown(dialect, [f"{marks} {each}" for each in spellings(top)], top)
        return f"{heading}{2 * newline}{words}"
    if neighbors.form is Form.ITEM:
        return f"{neighbors.indent}{neighbors.marker}{neighbors.gap}{words}"
    return words


def _prove(issue: Issue, edit: Edit, bookmarks: Sequence[Bookmark], neighbors: _Neighbors) -> None:
    after = parse_issue(apply(issue.text, [edit]), issue.profile)
    new_headings = len(bookmarks) if neighbors.form is Form.HEADING else 0
    wanted = sorted([*_addresses(issue), *map(write_address, bookmarks)])
    is_kept = (
        len(after.sections) == len(issue.sections) + new_headings
        and len(after.entries) == len(issue.entries)
        and len(after.unread) == len(issue.unread)
        and sorted(_addresses(after)) == wanted
    )
    if not is_kept:
        raise EditRejected(
            translate("core", "The link cannot go there: it would be read in another way.")
        )


def _addresses(issue: Issue) -> list[str]:
    return [link.address for link in find_links(issue)]
