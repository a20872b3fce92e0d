"""Positions in the text and in a QTextDocument that shows it, mapped to each other.

The text counts code points and keeps CR LF; the document counts UTF-16 code units and has one
separator per line end. No other module knows both ways of counting.
"""

import re
from bisect import bisect_right

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


class Utf16Positions:
    """Maps positions of one text to its document and back."""

    def __init__(self, text: str) -> None:
        """Note where the two ways of counting differ.

        Args:
            text: The whole text.
        """
        self._text: list[int] = []
        self._document: list[int] = []
        """Positions behind each CR LF or surrogate pair, in the text and in the document."""
        lead = 0
        if "\r\n" not in text and utf16_length(text) == len(text):
            return
        for match in _IRREGULAR.finditer(text):
            if match[0] == "\r\n":
                lead -= 1
            else:
                lead += 1
            self._text.append(match.end())
            self._document.append(match.end() + lead)

    def to_document(self, position: int) -> int:
        """Map a position of the text.

        Args:
            position: A position between two code points of the text.

        Returns:
            The position in UTF-16 code units of the document.
        """
        index = bisect_right(self._text, position)
        if not index:
            return position
        return position + self._document[index - 1] - self._text[index - 1]

    def to_text(self, position: int) -> int:
        """Map a position of the document.

        Args:
            position: A position in UTF-16 code units of the document.

        Returns:
            The position in the text; the middle of a surrogate pair counts as its start.
        """
        index = bisect_right(self._document, position)
        if index:
            position -= self._document[index - 1] - self._text[index - 1]
        if index < len(self._text) and position >= self._text[index]:
            return min(position, self._text[index] - 1)
        return position


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


def skip_shown(text: str, count: int) -> int:
    """Find the position behind some characters as they are shown: CR LF is shown as one.

    Args:
        text: A part of the text.
        count: How many shown characters to skip.

    Returns:
        The position in ``text``.
    """
    if "\r\n" not in text:
        return count
    position = 0
    for _ in range(count):
        position += 2 if text.startswith("\r\n", position) else 1
    return position
