"""Sizes that follow the text: in em, and in letters."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QWidget


def em_of(widget: QWidget) -> float:
    """Return the size of a widget's text.

    Args:
        widget: The widget.

    Returns:
        Pixels.
    """
    return max(QFontInfo(widget.font()).pixelSize(), 1)


class _Fitter(QObject):
    """Sizes a widget now, and again when its text gets another size."""

    def __init__(self, widget: QWidget, fit: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self._fit = widget, fit
        widget.installEventFilter(self)
        fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.Polish):
            self._fit()
            # while the window is laid out, Qt does not hear of it
            QTimer.singleShot(0, self._widget, self._widget.updateGeometry)
        return False


def fit_width(widget: QWidget, sample: str, more: float = 2) -> None:
    """Make a field as wide as what is usually in it, whatever size text has.

    Args:
        widget: The field.
        sample: The widest usual content.
        more: What edges and signs beside it take, in em.
    """

    def fit() -> None:
        width = widget.fontMetrics().horizontalAdvance(sample)
        widget.setFixedWidth(round(width + more * em_of(widget)))

    _Fitter(widget, fit)


def fit_height(widget: QWidget, lines: int) -> None:
    """Make an area as high as some lines of its text, whatever size that has.

    Args:
        widget: The area.
        lines: How many lines.
    """

    def fit() -> None:
        height = lines * widget.fontMetrics().lineSpacing()
        widget.setFixedHeight(round(height + 1.6 * em_of(widget)))

    _Fitter(widget, fit)


def pad_line(box: QAbstractSpinBox) -> None:
    """Leave room before the words of a spin box: the style sheet's does not reach them.

    Args:
        box: The box.
    """

    def fit() -> None:
        for line in box.findChildren(QLineEdit):
            line.setTextMargins(round(em_of(box) * 0.5), 0, 0, 0)

    _Fitter(box, fit)
