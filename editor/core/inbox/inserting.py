"""Bookmarks written into a section, in the form that its neighbors have.

Law: the issue has its links and the new ones, its sections, its entries; nothing else is touched.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from editor.core.base.edits import Edit, apply, sort_edits
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
from editor.core.inbox.neighbors import (
    Form,
    Neighbors,
    gap_below_headings,
    gaps_at_the_top,
    look_around,
)
from editor.core.issue.issue import Issue, parse_issue
from editor.core.rendering.dialects import dialect_for


def insert_bookmarks(issue: Issue, number: int | None, bookmarks: Sequence[Bookmark]) -> list[Edit]:
    """Write bookmarks at the end of a section.

    Args:
        issue: The issue.
        number: The number of the section; what stands below its sub-headings is not its own. None
            for what stands before the first heading, all of the text where there is none.
        bookmarks: At least one, in the order they are to stand in.

    Returns:
        One edit.

    Raises:
        EditRejected: If it is a list of events, or the text would be read in another way.
    """
    if number is not None and kind_of_section(issue.sections[number], issue.profile.events):
        raise EditRejected(translate("core", "Lists of events have a form of their own."))
    neighbors = look_around(issue, number)
    newline = detect_newline(issue.text)
    pieces = [
        _write(issue, bookmark, _following(neighbors, index), newline)
        for index, bookmark in enumerate(bookmarks)
    ]
    between = newline if neighbors.form is Form.ITEM and not neighbors.is_loose else 2 * newline
    before, after = between, ""
    if neighbors.is_first and number is None:
        before, after = gaps_at_the_top(issue, newline)
    elif neighbors.is_first:
        before = gap_below_headings(issue, newline)
    edit = Edit(neighbors.place, neighbors.place, before + between.join(pieces) + after)
    _prove(issue, edit, bookmarks, neighbors)
    return [edit]


class Insertion(Struct, frozen=True):
    """Edits that write bookmarks; what could not be written stays with the reason."""

    edits: tuple[Edit, ...]
    written: Mapping[int | None, Sequence[Bookmark]]
    """By the number of their section; None for what stands before the first heading."""
    refused: Mapping[Bookmark, EditRejected]


def insert_into_sections(
    issue: Issue, places: Mapping[int | None, Sequence[Bookmark]]
) -> Insertion:
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
    written: dict[int | None, Sequence[Bookmark]] = {}
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
    issue: Issue, number: int | None, bookmarks: Sequence[Bookmark]
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


# --- words ----------------------------------------------------------------------------------------


def _following(neighbors: Neighbors, index: int) -> Neighbors:
    """The same for a later one of several: numbered lists go on counting."""
    if not neighbors.number:
        return neighbors
    marker = f"{neighbors.number + index}{neighbors.marker[-1]}"
    return replace(neighbors, marker=marker)


def _write(issue: Issue, bookmark: Bookmark, neighbors: Neighbors, newline: str) -> str:
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


def _prove(issue: Issue, edit: Edit, bookmarks: Sequence[Bookmark], neighbors: Neighbors) -> None:
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
