"""Positions in the text and in a QTextDocument that shows it, mapped to each other.

The text counts code points and keeps CR LF; the document counts UTF-16 code units, has one
separator per line end, and shows a few words where a part of the text is folded. No other module
knows both ways of counting.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor.core.base.edits import Edit, Span

_REPLACEMENTS = {
    "\r": "\n",
    "\u2029": "\n",
    "\ufdd0": "\ufffd",
    "\ufdd1": "\ufffd",
    "\ufeff": "\u200b",
}
"""Characters that a QTextDocument treats as its own or drops, and what it shows for them."""
_IRREGULAR = re.compile("\r\n|[\U00010000-\U0010ffff]")


def shown_text(text: str) -> str:
    """Make the text a document shows.

    Args:
        text: The text.

    Returns:
        One character per code point of the text, but one for CR LF.
    """
    text = text.replace("\r\n", "\n")
    for char, stand_in in _REPLACEMENTS.items():
        text = text.replace(char, stand_in)  # ten times as fast as str.translate
    return text


@dataclass(frozen=True, slots=True)
class Fold:
    """A part of the text, within one line, and the words that the document shows in its place."""

    span: Span
    words: str


def keep_folds(folds: Sequence[Fold], edits: Sequence[Edit]) -> tuple[Fold, ...]:
    """Find where folds are after edits.

    Args:
        folds: The folds of a text, in its order.
        edits: Edits on that text, sorted.

    Returns:
        The folds of the text after the edits, without those that an edit reaches into.
    """
    kept = []
    for fold in folds:
        start, end = fold.span.start, fold.span.end
        if any(edit.start < end and edit.end > start for edit in edits):
            continue
        growth = sum(edit.growth for edit in edits if edit.end <= start)
        kept.append(Fold(Span(start + growth, end + growth), fold.words))
    return tuple(kept)


class Utf16Positions:
    """Maps positions of one text to its document and back."""

    def __init__(self, text: str, folds: Sequence[Fold] = ()) -> None:
        """Note where the two ways of counting differ.

        Args:
            text: The whole text.
            folds: Its parts that are not shown, in its order.
        """
        self.folds = folds
        self._irregular: list[Span] = []
        """Each CR LF, surrogate pair and fold, in positions of the text."""
        self._text_ends: list[int] = []
        self._shown: list[Span] = []
        """The same in positions of the document."""
        self._shown_ends: list[int] = []
        lead = 0
        for span, shown_length in _find_irregular(text, folds):
            shown = Span(span.start + lead, span.start + lead + shown_length)
            lead = shown.end - span.end
            self._irregular.append(span)
            self._text_ends.append(span.end)
            self._shown.append(shown)
            self._shown_ends.append(shown.end)

    def to_document(self, position: int) -> int:
        """Map a position of the text.

        Args:
            position: A position between two code points of the text.

        Returns:
            The position in UTF-16 code units of the document; what is folded counts as its start.
        """
        index = bisect_right(self._text_ends, position)
        if index < len(self._irregular) and position > self._irregular[index].start:
            return self._shown[index].start
        if not index:
            return position
        return position + self._shown_ends[index - 1] - self._text_ends[index - 1]

    def to_text(self, position: int) -> int:
        """Map a position of the document.

        Args:
            position: A position in UTF-16 code units of the document.

        Returns:
            The position in the text; the middle of a surrogate pair or a fold counts as its start.
        """
        index = bisect_right(self._shown_ends, position)
        if index < len(self._shown) and position > self._shown[index].start:
            return self._irregular[index].start
        if not index:
            return position
        return position + self._text_ends[index - 1] - self._shown_ends[index - 1]

    def is_in_fold(self, position: int) -> bool:
        """Tell whether a position of the document is between the words of a fold.

        Args:
            position: A position in UTF-16 code units of the document.

        Returns:
            False at either end of a fold.
        """
        start = self.to_text(position)
        return self.to_document(start) != position and any(
            fold.span.start == start for fold in self.folds
        )

    def fold_text(self, text: str, start: int, end: int) -> str:
        """Make the text a document shows for a part of the text.

        Args:
            text: The whole text.
            start: Where the part begins.
            end: Where it ends; neither is within a fold.

        Returns:
            What ``shown_text`` makes of it, with the words of the folds in their places.
        """
        parts: list[str] = []
        for fold in self.folds:
            if start <= fold.span.start and fold.span.end <= end:
                parts += (shown_text(text[start : fold.span.start]), fold.words)
                start = fold.span.end
        return "".join([*parts, shown_text(text[start:end])])


def _find_irregular(text: str, folds: Sequence[Fold]) -> Iterator[tuple[Span, int]]:
    """Find what counts differently in a document, and how many code units it has there."""
    start, is_regular = 0, "\r\n" not in text and utf16_length(text) == len(text)
    for fold in (*folds, Fold(Span(len(text), len(text)), "")):
        if not is_regular:
            for match in _IRREGULAR.finditer(text, start, fold.span.start):
                yield Span(*match.span()), 1 if match[0] == "\r\n" else 2
        if fold.words:
            yield fold.span, utf16_length(fold.words)
        start = fold.span.end


def utf16_length(text: str) -> int:
    """Count UTF-16 code units.

    Args:
        text: A text.

    Returns:
        Its length as Qt counts it.
    """
    return len(text.encode("utf-16-le")) // 2


def selected_text(text: str) -> str:
    """Turn a document's selection into text.

    Args:
        text: What ``QTextCursor.selectedText`` gives.

    Returns:
        The same with line ends in place of Qt's paragraph separators.
    """
    return text.replace("\u2029", "\n")
