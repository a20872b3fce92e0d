"""A giant text, put into a document bit by bit: Qt needs a second for 300 000 lines."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

_BIT = 20_000
"""Characters that are put in at a time, for which Qt needs 20 ms."""


class GradualText(QObject):
    """Fills a document while the window goes on answering."""

    finished = Signal()
    """All of the text is there."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._bits: Iterator[str] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._put_bit)

    @property
    def is_running(self) -> bool:
        """Whether a part of the text is still missing."""
        return self._timer.isActive()

    def start(self, text: str) -> None:
        """Fill the document anew.

        Args:
            text: What it shall hold.
        """
        self.stop()
        self._bits = (text[at : at + _BIT] for at in range(0, len(text), _BIT))
        self._timer.start()
        self._document.clear()

    def finish(self) -> None:
        """Fill in what is missing at once."""
        while self.is_running:
            self._put_bit()

    def stop(self) -> None:
        """Leave the document as far as it is filled."""
        self._timer.stop()

    def _put_bit(self) -> None:
        bit = next(self._bits, None)
        if bit is None:
            self.stop()
            self.finished.emit()
            return
        cursor = QTextCursor(self._document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(bit)
