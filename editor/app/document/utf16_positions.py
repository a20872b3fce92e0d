"""Positions in the text and in a QTextDocument that shows it, mapped to each other.

The text counts code points and keeps CR LF; the document counts UTF-16 code units, has one
separator per line end, and shows a few words where a part of the text is folded. No other module
knows both ways of counting.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from editor.core.base.differences import find_edit
from editor.core.base.edits import Edit, Span, surround_edits

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


class Fold(Struct, frozen=True):
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
        self.text, self.folds = text, folds
        self._starts: list[int] = []
        """Where each CR LF, surrogate pair and fold begins in the text."""
        self._ends: list[int] = []
        self._shown_starts: list[int] = []
        """The same in the document."""
        self._shown_ends: list[int] = []
        self._note(_find_irregular(text, folds))

    def _note(self, found: Iterable[tuple[Span, int]]) -> None:
        lead = self._lead_at(len(self._ends))
        for (start, end), shown_length in found:
            self._starts.append(start)
            self._ends.append(end)
            self._shown_starts.append(start + lead)
            self._shown_ends.append(start + lead + shown_length)
            lead += shown_length - (end - start)

    def _lead_at(self, index: int) -> int:
        """How far the document is ahead before the irregular place with an index."""
        return self._shown_ends[index - 1] - self._ends[index - 1] if index else 0

    def after(
        self, text: str, folds: Sequence[Fold] = (), edits: Sequence[Edit] | None = None
    ) -> "Utf16Positions":
        """Count in another text: only what differs is looked at.

        Args:
            text: The other text.
            folds: Its parts that are not shown.
            edits: The edits of this text that made the other one; None looks for them.

        Returns:
            What ``Utf16Positions(text, folds)`` makes.
        """
        if folds or self.folds:
            return Utf16Positions(text, folds)
        if text is self.text:
            return self
        before = self.text
        change = surround_edits(text, edits) if edits else find_edit(before, text)
        # one more on each side: a CR may get its LF there, or lose it
        start, end = max(change.start - 1, 0), min(change.end + 1, len(before))
        head, tail = bisect_right(self._ends, start), bisect_left(self._starts, end)
        start = min([start, *self._starts[head : head + 1]])
        end = max([end, *self._ends[max(tail - 1, 0) : tail]])
        positions, growth = Utf16Positions(""), change.growth
        positions.text = text
        positions._starts, positions._ends = self._starts[:head], self._ends[:head]
        positions._shown_starts = self._shown_starts[:head]
        positions._shown_ends = self._shown_ends[:head]
        positions._note(_find_irregular(text, (), start, end + growth))
        shown_growth = positions._lead_at(len(positions._ends)) - self._lead_at(tail) + growth
        positions._starts += [at + growth for at in self._starts[tail:]]
        positions._ends += [at + growth for at in self._ends[tail:]]
        positions._shown_starts += [at + shown_growth for at in self._shown_starts[tail:]]
        positions._shown_ends += [at + shown_growth for at in self._shown_ends[tail:]]
        return positions

    def to_document(self, position: int) -> int:
        """Map a position of the text.

        Args:
            position: A position between two code points of the text.

        Returns:
            The position in UTF-16 code units of the document; what is folded counts as its start.
        """
        index = bisect_right(self._ends, position)
        if index < len(self._starts) and position > self._starts[index]:
            return self._shown_starts[index]
        return position + self._lead_at(index)

    def to_text(self, position: int) -> int:
        """Map a position of the document.

        Args:
            position: A position in UTF-16 code units of the document.

        Returns:
            The position in the text; the middle of a surrogate pair or a fold counts as its start.
        """
        index = bisect_right(self._shown_ends, position)
        if index < len(self._shown_starts) and position > self._shown_starts[index]:
            return self._starts[index]
        return position - self._lead_at(index)

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


def _find_irregular(
    text: str, folds: Sequence[Fold], start: int = 0, end: int | None = None
) -> Iterator[tuple[Span, int]]:
    """Find what counts differently in a document, and how many code units it has there."""
    end = len(text) if end is None else end
    for fold in (*folds, Fold(Span(end, end), "")):
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
