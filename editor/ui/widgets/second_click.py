"""Where one click is enough, the second one of a double click comes to nothing."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

_CLICKS = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseButtonRelease,
)


def swallow_second_click(parent: QObject) -> None:
    """Let no click arrive anywhere for as long as one may belong to a double click.

    Args:
        parent: Owns what keeps it.
    """
    _Swallower(parent)


class _Swallower(QObject):
    """Takes the clicks of the whole application, and goes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.installEventFilter(self)
        QTimer.singleShot(app.doubleClickInterval(), self, self._end)

    def _end(self) -> None:
        app = QApplication.instance()
        if app:
            app.removeEventFilter(self)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        return event.type() in _CLICKS and event.spontaneous()
