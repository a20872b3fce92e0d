"""Diagnostics in the source: signs in the margin at its left."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from editor.core.base.severity import Severity
from editor.core.checks.diagnostic import Diagnostic
from editor.ui.widgets.plain_text import plain_tip
from editor.ui.widgets.underlines import PlacedDiagnostic
from editor.ui.wording.translation import translated

_SIGN_WIDTH = 18
_FEWEST_DIGITS = 3
_SIGNS = {Severity.ERROR: "●", Severity.WARNING: "▲", Severity.HINT: "·"}
_SIGN_COLORS = {
    Severity.ERROR: ("#c5221f", "#ff8a80"),
    Severity.WARNING: ("#9a6700", "#e6b673"),
    Severity.HINT: ("#667085", "#9aa4b5"),
}
"""The colors on a light and on a dark background."""


class SourceMargin(QWidget):
    """A strip at the left of the source: numbers of lines, and signs where a diagnostic is.

    The tool tip of a sign has the messages of its line.
    """

    def __init__(self, source: QPlainTextEdit) -> None:
        super().__init__(source)
        self._source = source
        self._digits = _FEWEST_DIGITS
        source.blockCountChanged.connect(self._on_count)
        self._lines: dict[int, list[Diagnostic]] = {}
        """The diagnostics of each block of the document that has some."""

    def settle(self) -> None:
        """Take the room that the numbers need, at the left of the text."""
        self._source.setViewportMargins(self._strip_width, 0, 0, 0)
        self.follow_size()

    def follow_size(self) -> None:
        """Be as high as the text."""
        area = self._source.contentsRect()
        self.setGeometry(area.left(), area.top(), self._strip_width, area.height())

    @property
    def _strip_width(self) -> int:
        numbers = self._source.fontMetrics().horizontalAdvance("9" * self._digits)
        return _SIGN_WIDTH + numbers + 6

    def _on_count(self, count: int) -> None:
        digits = max(len(str(count)), _FEWEST_DIGITS)
        if digits != self._digits:
            self._digits = digits
            self.settle()

    def show_diagnostics(self, placed: Sequence[PlacedDiagnostic]) -> None:
        """Show the signs of diagnostics, in place of those before.

        Args:
            placed: All diagnostics of the text.
        """
        self._lines = {}
        document = self._source.document()
        for span, diagnostic in placed:
            line = document.findBlock(span.start).blockNumber()
            self._lines.setdefault(line, []).append(diagnostic)
        self.update()

    def follow_text(self, area: QRect, scrolled: int) -> None:
        """Repaint where the text was repainted: a key press touches one line.

        Args:
            area: The area of the text that changed.
            scrolled: By how many pixels it was scrolled; 0 where it was repainted.
        """
        if scrolled:
            self.scroll(0, scrolled)
        else:
            self.update(0, area.y(), self.width(), area.height())

    def _visible_lines(
        self, top: int, bottom: int
    ) -> Iterator[tuple[float, int, list[Diagnostic]]]:
        """List the lines between two heights: where they begin, numbers and diagnostics."""
        source, block = self._source, self._source.firstVisibleBlock()
        number = block.blockNumber()
        begin = source.blockBoundingGeometry(block).top() + source.contentOffset().y()
        while block.isValid() and begin <= bottom:
            end = begin + source.blockBoundingRect(block).height()
            if end >= top:
                yield begin, number, self._lines.get(number, [])
            begin, number, block = end, number + 1, block.next()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setFont(self._source.font())
        line_height = self._source.fontMetrics().lineSpacing()
        quiet = self.palette().color(QPalette.ColorRole.PlaceholderText)
        width = self.width() - _SIGN_WIDTH - 6
        painter.setPen(quiet)
        signs: list[tuple[float, Severity]] = []
        for top, number, diagnostics in self._visible_lines(
            event.rect().top(), event.rect().bottom()
        ):
            box = QRectF(_SIGN_WIDTH, top, width, line_height)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight, str(number + 1))
            if diagnostics:
                worst = min((each.severity for each in diagnostics), key=list(Severity).index)
                signs.append((top, worst))
        for severity, sign in _SIGNS.items():
            painter.setPen(_sign_color(severity, self.palette()))
            for top, worst in signs:
                if worst == severity:
                    box = QRectF(0, top, _SIGN_WIDTH, line_height)
                    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            height = event.pos().y()
            messages = [
                translated(diagnostic.message)
                for _, _, diagnostics in self._visible_lines(height, height)
                for diagnostic in diagnostics
            ]
            self.setToolTip(plain_tip("\n".join(messages)))
        return super().event(event)


def _sign_color(severity: Severity, palette: QPalette) -> QColor:
    is_dark = palette.color(QPalette.ColorRole.Base).lightness() < 128
    return QColor(_SIGN_COLORS[severity][is_dark])
