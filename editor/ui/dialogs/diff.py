"""Comparisons of two texts, line by line and word by word."""

import difflib
import itertools
import re
from collections.abc import Iterator, Sequence

from PySide6.QtGui import QColor, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from editor.core.events.item_reading import CALENDAR_ANCHOR
from editor.core.events.link_reading import read_link
from editor.core.richtext.comparing import Fate, Piece, compare_texts
from editor.ui.widgets.form_parts import set_monospaced
from editor.ui.wording.calendar_text import write_in_full

_BASE64 = re.compile(
    r"""
    ( base64, [A-Za-z0-9+/%]{12} )  # the beginning, which stays
    [A-Za-z0-9+/=%]{24,}            # the middle
    ( [A-Za-z0-9+/=%]{12} )         # the end, which stays
    """,
    re.VERBOSE,
)
COLORS = {
    "-": (("#ffe3e3", "#ffb3b3"), ("#4b2226", "#8a3038")),
    "+": (("#ddf5e3", "#a4e2b4"), ("#1d3f2a", "#2c7343")),
}
"""By sign, for a light and for a dark window: the color of a line, and of what differs in it."""
CALENDAR_SIGN = "📅"
"""Before the words of a calendar entry."""
_MAX_LINES = 4000
"""Lines of a comparison that are shown."""
_MAX_PAIR = 4000
"""Characters that two lines may have together to be compared word by word."""
_AUTOJUNK_LINES = 20_000
"""Lines above which difflib may treat frequent lines as junk, to be fast."""


def changed_lines(before: str, after: str, around: int = 1) -> Iterator[tuple[str, str]]:
    """Compare two texts line by line.

    Args:
        before: The old text.
        after: The new text.
        around: How many equal lines are shown before and after a difference.

    Yields:
        Sign and line: "-" for a line only of the old text, "+" for one only of the new text,
        " " for an equal line around them, "…" with "" where equal lines are left out.
    """
    old, new = _trim_equal_ends(before.splitlines(), after.splitlines(), around)
    matcher = difflib.SequenceMatcher(
        None, old, new, autojunk=len(old) + len(new) > _AUTOJUNK_LINES
    )
    for group in matcher.get_grouped_opcodes(around):
        yield "…", ""
        for tag, i, j, k, m in group:
            if tag == "equal":
                yield from ((" ", line) for line in old[i:j])
            else:
                yield from (("-", line) for line in old[i:j])
                yield from (("+", line) for line in new[k:m])


def _trim_equal_ends(old: list[str], new: list[str], around: int) -> tuple[list[str], list[str]]:
    """Drop the equal lines at beginning and end, but for ``around``: long texts compare fast."""
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    tail = next((i for i in range(shorter - head) if old[-1 - i] != new[-1 - i]), shorter - head)
    head, tail = max(head - around, 0), max(tail - around, 0)
    return old[head : len(old) - tail], new[head : len(new) - tail]


def abbreviate_links(line: str) -> str:
    """Leave out the middle of the base64 in a line.

    Args:
        line: A line of a document.

    Returns:
        The line, with "…" in place of the middle of each calendar link's data.
    """
    return _BASE64.sub(r"\1…\2", line)


def describe_links(line: str, zone: str) -> str:
    """Put the calendar links of a line in words.

    Args:
        line: A line of a document.
        zone: The IANA time zone whose clocks the times are written in.

    Returns:
        The line, with what each entry says in place of its link.
    """

    def describe(match: re.Match[str]) -> str:
        return f"{CALENDAR_SIGN} " + " · ".join(write_in_full(read_link(match["href"]), zone))

    return CALENDAR_ANCHOR.sub(describe, line)


def put_in_words(before: str, after: str, zone: str) -> tuple[str, str]:
    """Put the calendar links of two versions of a line in words, so that they differ.

    Args:
        before: The line before.
        after: The line after.
        zone: The IANA time zone whose clocks the times are written in.

    Returns:
        Both lines; with their links cut short where the entries read the same.
    """
    old, new = describe_links(before, zone), describe_links(after, zone)
    if old == new:  # the links differ otherwise
        return abbreviate_links(before), abbreviate_links(after)
    return old, new


Pieces = list[tuple[str, bool]]
"""A line in pieces, and whether each differs."""


def compare_words(old: str, new: str) -> tuple[Pieces, Pieces]:
    """Compare two versions of a line word by word.

    Args:
        old: The line before.
        new: The line after.

    Returns:
        The pieces of both versions, which joined are the lines.

    >>> compare_words("on Monday, 4th", "on Friday, 4th")[1]
    [('on ', False), ('Friday', True), (', 4th', False)]
    """
    compared = compare_texts(old, new)
    return _join_side(compared, Fate.GONE), _join_side(compared, Fate.NEW)


def _join_side(compared: Sequence[Piece], own: Fate) -> Pieces:
    """One of the versions: what only it has, and what both have."""
    kept = [piece for piece in compared if piece.fate in (Fate.SAME, own)]
    groups = itertools.groupby(kept, key=lambda piece: piece.fate is own)
    return [("".join(piece.words for piece in group), differs) for differs, group in groups]


class DiffView(QPlainTextEdit):
    """Shows a comparison: removed lines in red, added ones in green, each with its sign."""

    def __init__(self) -> None:
        super().__init__(readOnly=True, tabChangesFocus=True)
        self.setAccessibleName(self.tr("Differences"))
        set_monospaced(self)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)

    def compare(self, before: str, after: str, *, zone: str = "Europe/Berlin") -> None:
        """Show the lines that differ, with an equal line around each group.

        Args:
            before: The old text.
            after: The new text.
            zone: The IANA time zone in which calendar entries are described.
        """
        self.clear()
        cursor = QTextCursor(self.document())
        lines = list(changed_lines(before, after))
        pairs = _compare_pairs(lines, zone)
        for number, (sign, line) in enumerate(lines[:_MAX_LINES]):
            if number:
                cursor.insertText("\n", QTextCharFormat())
            pieces = pairs.get(number)
            if pieces is None:
                pieces = [(abbreviate_links(line), False)]
            self._write_line(cursor, sign, pieces, first=number == 0)
        if not lines:
            cursor.insertText(self.tr("No line differs."))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write_line(self, cursor: QTextCursor, sign: str, line: Pieces, *, first: bool) -> None:
        dark = self.palette().color(QPalette.ColorRole.Base).lightness() < 128
        plain, strong = QTextCharFormat(), QTextCharFormat()
        if sign in COLORS:
            for char_format, color in zip((plain, strong), COLORS[sign][dark], strict=True):
                char_format.setBackground(QColor(color))
        if sign == "…":
            cursor.insertText("" if first else "⋯", plain)
            return
        cursor.insertText(f"{sign} ", plain)
        for text, differs in line:
            cursor.insertText(text, strong if differs else plain)


def _compare_pairs(lines: list[tuple[str, str]], zone: str) -> dict[int, Pieces]:
    """Compare removed and added lines word by word where there are as many of both in a row.

    Returns the pieces by the number of the line.
    """
    pieces: dict[int, Pieces] = {}
    start = 0
    for sign, group in itertools.groupby(list(lines), key=lambda line: line[0]):
        size = len(list(group))
        added = list(itertools.takewhile(lambda line: line[0] == "+", lines[start + size :]))
        if sign == "-" and size == len(added):
            for number in range(start, start + size):
                before, after = lines[number][1], lines[number + size][1]
                old, new = put_in_words(before, after, zone)
                if len(old) + len(new) < _MAX_PAIR:
                    pieces[number], pieces[number + size] = compare_words(old, new)
        start += size
    return pieces
