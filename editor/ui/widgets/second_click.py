"""Where one click is enough, the second one of a double click comes to nothing."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

_CLICKS = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseButtonRelease,
)


def swallow_second_click(clicked: QWidget) -> None:
    """Let no click into a window for as long as one may belong to a double click.

    Args:
        clicked: What was clicked.
    """
    _Swallower(clicked)


class _Swallower(QObject):
    """Takes the clicks of a window where they come in, and goes.

    It does not watch the whole application: PySide cannot name the objects of the web engine,
    which have no type information, and ends the program.
    """

    def __init__(self, clicked: QWidget) -> None:
        super().__init__(clicked)
        if handle := clicked.window().windowHandle():
            handle.installEventFilter(self)
        QTimer.singleShot(QApplication.doubleClickInterval(), self, self.deleteLater)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        return event.type() in _CLICKS and event.spontaneous()
