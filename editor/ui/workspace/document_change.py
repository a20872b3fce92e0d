"""What a change in a document means for the text that it shows."""

from typing import NamedTuple

from PySide6.QtGui import QTextCursor, QTextDocument

from editor.app.document.utf16_positions import Utf16Positions, selected_text, utf16_length
from editor.core.base.differences import find_edit, find_edits
from editor.core.base.edits import Edit, Span

LONGEST_LINE = 20_000
"""The longest line that is shown whole, in characters: Qt needs a second for a million."""
_FOLD_MARGIN = 1_000
"""What is shown of a longer line before and behind its fold, in characters."""


class ReadChange(NamedTuple):
    """What was read from a document that the user has changed."""

    edit: Edit | None
    """The edit of the text, with LF for line ends; None where there is none."""
    is_outdated: bool = False
    """Whether the document shows something else than the text will be."""


def read_change(
    document: QTextDocument, positions: Utf16Positions, text: str, changed: tuple[int, int, int]
) -> ReadChange:
    """Read what the user has changed.

    Args:
        document: The document after the change.
        positions: Its positions before the change.
        text: The text that it showed before.
        changed: What ``contentsChange`` says: where, how much was removed, how much was added.

    Returns:
        The edit. A change within the words of a fold is none: they are not in the text.
    """
    position, removed, added = changed
    last = min(position + removed, positions.to_document(len(text)))
    start, end = positions.to_text(position), positions.to_text(last)
    shown = positions.fold_text(text, start, end)
    edit = find_edit(shown, _read_document(document, position, added))
    if edit.start == edit.end and not edit.new:
        return ReadChange(None, any(map(positions.is_in_fold, (position, last))))
    at = positions.to_document(start)
    places = [at + utf16_length(shown[:place]) for place in (edit.start, edit.end)]
    if any(map(positions.is_in_fold, (position, last, *places))):
        return ReadChange(None, is_outdated=True)
    if any(fold.words in edit.new for fold in positions.folds):
        return ReadChange(None, is_outdated=True)
    tears_emoji = positions.to_document(start) != position or positions.to_document(end) != last
    edit = Edit(positions.to_text(places[0]), positions.to_text(places[1]), edit.new)
    return ReadChange(edit, tears_emoji or needs_fold(edit))


def _read_document(document: QTextDocument, position: int, count: int) -> str:
    cursor = QTextCursor(document)
    last = document.characterCount() - 1
    cursor.setPosition(min(position, last))
    cursor.setPosition(min(position + count, last), QTextCursor.MoveMode.KeepAnchor)
    return selected_text(cursor.selectedText())


def find_changes(old: str, new: str) -> list[Edit]:
    """Find edits that lead from one text to another and part no CR LF.

    Args:
        old: A text.
        new: Another one.

    Returns:
        Edits of ``old``, sorted: a document, which has one separator for CR LF, can make them.
    """
    edits: list[Edit] = []
    for edit in find_edits(old, new):
        head = "\r" if edit.start and old[edit.start - 1] == "\r" else ""
        tail = "\n" if old[edit.end : edit.end + 1] == "\n" else ""
        wide = Edit(edit.start - len(head), edit.end + len(tail), head + edit.new + tail)
        edits.append(wide)
    return edits


def needs_fold(edit: Edit) -> bool:
    """Tell whether an edit brings a line that is shown with its middle folded.

    Args:
        edit: An edit of the text.

    Returns:
        True for a long one.
    """
    return len(edit.new) > LONGEST_LINE


def find_long_lines(text: str) -> list[Span]:
    """Find what is folded: the middle of long lines, such as a picture in base64.

    Args:
        text: The whole text.

    Returns:
        The parts of such lines that are not shown.
    """
    spans, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        if len(line) > LONGEST_LINE:
            spans.append(Span(start + _FOLD_MARGIN, end - _FOLD_MARGIN))
        start = end + 1
    return spans
