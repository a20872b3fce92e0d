"""The tour: six stops on the sample, each pointing at a part of the window."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from editor.ui.look import appearance
from editor.ui.widgets.announcing import announce
from editor.ui.widgets.buttons import text_button
from editor.ui.widgets.measure import em_of
from editor.ui.widgets.plain_text import PlainLabel

_EDGE = 6
"""Pixels around what is pointed at."""
_SHADE = 120
"""How dark the rest is, of 255."""
_BUBBLE_WIDTH = 30
"""In em."""


class Stop(Struct, frozen=True):
    """A stop of the tour."""

    title: str
    text: str
    show: Callable[[], object]
    """Brings what is pointed at into view."""
    target: Callable[[], QWidget]
    """What is pointed at."""


class Tour(QWidget):
    """Lies over the window; what it points at can be seen through a hole."""

    stopped = Signal(int)
    """The number of the stop at which the tour was left; 0 where it was taken to its end."""

    def __init__(self, stops: list[Stop], window: QWidget, first: int = 0) -> None:
        """Begin the tour.

        Args:
            stops: The stops.
            window: The window it lies over.
            first: The stop to begin with.
        """
        super().__init__(window)
        self._stops, self._window, self.number = stops, window, min(first, len(stops) - 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Tour"))
        self.bubble = QFrame(self)
        self.bubble.setObjectName("card")
        self.bubble.setAutoFillBackground(True)
        self.title, self.text = PlainLabel(wordWrap=True), PlainLabel(wordWrap=True)
        self.title.setObjectName("sectionTitle")
        self.count = PlainLabel()
        self.count.setObjectName("quiet")
        self.later = text_button(self.tr("Later"), "", "ghost")
        self.back = text_button(self.tr("Back"))
        self.next = text_button(self.tr("Next"), "", "primary")
        self._lay_out()
        self.later.clicked.connect(self.leave)
        self.back.clicked.connect(lambda: self.go(self.number - 1))
        self.next.clicked.connect(lambda: self.go(self.number + 1))
        window.installEventFilter(self)
        self.go(self.number)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.bubble)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.addWidget(self.count, 1)
        for button in (self.later, self.back, self.next):
            row.addWidget(button)
        column.addLayout(row)

    def go(self, number: int) -> None:
        """Go to a stop; behind the last one the tour ends.

        Args:
            number: The stop, from 0.
        """
        if number >= len(self._stops):
            self._end(0)
            return
        self.number = max(number, 0)
        stop = self._stops[self.number]
        stop.show()
        self.title.setText(stop.title)
        self.text.setText(stop.text)
        count = self.tr("{0} of {1}").format(self.number + 1, len(self._stops))
        self.count.setText(count)
        self.back.setEnabled(self.number > 0)
        is_last = self.number + 1 == len(self._stops)
        self.next.setText(self.tr("Done") if is_last else self.tr("Next"))
        self.show()
        self.raise_()
        self._place()
        self.next.setFocus()
        announce(self, f"{stop.title}. {stop.text} {count}")

    def leave(self) -> None:
        """Leave the tour; it can be gone on with."""
        self._end(self.number)

    def _end(self, number: int) -> None:
        self._window.removeEventFilter(self)
        self.hide()
        self.stopped.emit(number)
        self.deleteLater()

    # --- placing ---------------------------------------------------------------------------------

    @property
    def hole(self) -> QRect:
        """What is pointed at, in the coordinates of the window; empty where it is folded."""
        target = self._stops[self.number].target()
        if not target.isVisible():
            return QRect()
        place = target.mapTo(self._window, QPoint())
        return QRect(place, target.size()).adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE) & self.rect()

    def _place(self) -> None:
        """Put the bubble beside what it points at, where there is most room."""
        self.setGeometry(self._window.rect())
        width = min(round(_BUBBLE_WIDTH * em_of(self)), self.width() - 2 * _EDGE)
        self.bubble.setFixedWidth(width)
        height = max(self.bubble.heightForWidth(width), self.bubble.sizeHint().height())
        self.bubble.resize(width, height)
        hole, gap = self.hole, 12
        spots = (
            QPoint(hole.right() + gap, hole.top() + gap),
            QPoint(hole.left() - gap - width, hole.top() + gap),
            QPoint(hole.left(), hole.bottom() + gap),
            QPoint(hole.left(), hole.top() - gap - height),
            QPoint((self.width() - width) // 2, (self.height() - height) // 2),
        )
        room = self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        fitting = (spot for spot in spots if room.contains(QRect(spot, self.bubble.size())))
        spot = next(fitting, spots[-1])
        self.bubble.move(max(spot.x(), _EDGE), max(spot.y(), _EDGE))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setClipRegion(QRegion(self.rect()) - QRegion(self.hole))
        painter.fillRect(self.rect(), QColor(0, 0, 0, _SHADE))
        painter.setClipping(False)
        painter.setPen(QColor(appearance.colors().focus))
        painter.drawRect(self.hole.adjusted(0, 0, -1, -1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: N802 - Qt's name
        """Keep the focus among the buttons: what is below the shade is not to be worked with."""
        buttons = [each for each in (self.later, self.back, self.next) if each.isEnabled()]
        here = next((n for n, each in enumerate(buttons) if each.hasFocus()), 0)
        buttons[(here + (1 if is_next else -1)) % len(buttons)].setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
