"""The colors of the Markdown source; calendar links collapse to the words of their title."""

import re

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import (
    QColor,
    QFont,
    QPalette,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)

from editor.app.document.utf16_positions import utf16_length
from editor.core.events.item_reading import CALENDAR_ANCHOR

_FENCE = "---"
_FRONT_MATTER_STATE, _BODY_STATE = 1, 0
_FRONT_MATTER_KEY = re.compile(r"[\s-]*[\w-]+(?=:)")
_LINK_TITLE = re.compile(r"(?<=title=['\"])[^'\"]+")

_HEADING = r"^#{1,6} .*$"
_STRONG = r"\*\*[^*]+\*\*"
_LIST_MARKER = r"^\s*([*+-]|\d+[.)])(?= )"
_ADDRESS = r"https?://[^\s)\"'<>]+"
_LINK_TARGET = r"\]\([^)]*\)"


class SourceHighlighter(QSyntaxHighlighter):
    """Quiet colors for Markdown, chosen by the palette: light and dark differ."""

    def __init__(self, document: QTextDocument, palette: QPalette) -> None:
        super().__init__(document)
        self.apply_style(palette)

    def apply_style(self, palette: QPalette) -> None:
        """Take the colors of a palette; call ``rehighlight`` to show them.

        Args:
            palette: The palette of the text area.
        """
        if palette.color(QPalette.ColorRole.Base).lightness() < 128:
            colors = ("#8ab4f8", "#9aa4b5", "#e6b673", "#c58af9", "#26324a")
        else:
            colors = ("#0b57d0", "#667085", "#8a5300", "#7627bb", "#e3ecfb")
        link, quiet, heading, key, chip = (QColor(color) for color in colors)
        self._rules = (
            (QRegularExpression(_HEADING), _make_format(heading, bold=True)),
            (QRegularExpression(_STRONG), _make_format(None, bold=True)),
            (QRegularExpression(_LIST_MARKER), _make_format(key, bold=True)),
            (QRegularExpression(_ADDRESS), _make_format(link)),
            (QRegularExpression(_LINK_TARGET), _make_format(link)),
        )
        self._key_format = _make_format(key)
        self._quiet_format = _make_format(quiet)
        self._chip_format = _make_format(link)
        self._chip_format.setBackground(chip)
        self._hidden_format = _make_hidden_format()

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        if self._highlight_front_matter(text):
            return
        for pattern, char_format in self._rules:
            matches = pattern.globalMatch(text)
            while matches.hasNext():
                match = matches.next()
                self.setFormat(match.capturedStart(), match.capturedLength(), char_format)
        if "text/calendar" in text:
            for anchor in CALENDAR_ANCHOR.finditer(text):
                self._collapse_link(text, anchor)

    def _highlight_front_matter(self, text: str) -> bool:
        """Highlight a line of the front matter or its fences; False for a line of the body."""
        is_fence = text.rstrip() == _FENCE
        is_first = self.currentBlock().blockNumber() == 0
        opens = is_first and is_fence
        continues = not is_first and self.previousBlockState() == _FRONT_MATTER_STATE
        if opens or (continues and not is_fence):
            self.setCurrentBlockState(_FRONT_MATTER_STATE)
        else:
            self.setCurrentBlockState(_BODY_STATE)
        if not opens and not continues:
            return False
        self.setFormat(0, len(text), self._quiet_format)
        key = _FRONT_MATTER_KEY.match(text)
        if key:
            self.setFormat(0, key.end(), self._key_format)
        return True

    def _collapse_link(self, text: str, anchor: re.Match[str]) -> None:
        """Hide a calendar link but for the words of its title, which look like a chip."""
        start = utf16_length(text[: anchor.start()])
        self.setFormat(start, utf16_length(anchor[0]), self._hidden_format)
        title = _LINK_TITLE.search(anchor[0])
        if title:
            before = utf16_length(anchor[0][: title.start()])
            self.setFormat(start + before, utf16_length(title[0]), self._chip_format)


def _make_format(color: QColor | None, *, bold: bool = False) -> QTextCharFormat:
    char_format = QTextCharFormat()
    if color is not None:
        char_format.setForeground(color)
    if bold:
        char_format.setFontWeight(QFont.Weight.Bold)
    return char_format


def _make_hidden_format() -> QTextCharFormat:
    """Make characters transparent and as good as without width: Qt cannot leave them out.

    A whole pixel: below that Qt looks through all fonts of the system, and paints for seconds.
    """
    hidden = QTextCharFormat()
    hidden.setProperty(QTextCharFormat.Property.FontPixelSize, 1)
    hidden.setForeground(QColor(0, 0, 0, 0))
    hidden.setFontLetterSpacingType(QFont.SpacingType.PercentageSpacing)
    hidden.setFontLetterSpacing(1)
    return hidden
