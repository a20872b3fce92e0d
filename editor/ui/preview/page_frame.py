"""The frame around the page: as wide as a phone or as the pane, enlarged or not."""

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from editor.app.services.settings import Settings

_PHONE_WIDTH = 390
"""The width of a phone's window in CSS pixels."""
_MIN_ZOOM, _MAX_ZOOM = 50, 200


class Zoomable(Protocol):
    """A view whose page can be enlarged."""

    def setZoomFactor(self, factor: float) -> None:  # noqa: N802 - Qt's name
        """Enlarge the page; 1.0 is the original size."""


class PageFrame(QWidget):
    """Holds the views of the page, one visible at a time."""

    zoomed = Signal(int)
    """The zoom in percent."""

    def __init__(self, settings: Settings, zoomable: Callable[[], Iterable[Zoomable]]) -> None:
        """Make the frame, without views.

        Args:
            settings: Remembers width and zoom.
            zoomable: Gives the views that there are now.
        """
        super().__init__()
        self.setObjectName("previewFrame")
        # a plain QWidget would get this from the style sheet, a subclass does not
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._settings, self._zoomable = settings, zoomable
        self.views = QStackedWidget()
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self.views)

    def show_view(self, view: QWidget) -> None:
        """Add a view and make it the visible one.

        Args:
            view: The view.
        """
        self.views.addWidget(view)
        self.views.setCurrentWidget(view)

    def show_phone(self, is_phone: bool) -> None:
        """Make the page as wide as a phone, or as the pane.

        Args:
            is_phone: Whether it is to be as wide as a phone.
        """
        self._settings.keep(phone=is_phone)
        self._fit_width()

    def zoom_by(self, percent: int) -> None:
        """Enlarge or shrink the page, within limits.

        Args:
            percent: By how many percent of the original size; 0 for the original size itself.
        """
        zoom = 100
        if percent:
            zoom = min(max(self._settings.now.zoom + percent, _MIN_ZOOM), _MAX_ZOOM)
        self._settings.keep(zoom=zoom)
        self.show_zoom()

    def show_zoom(self) -> None:
        """Show all views in the size that the settings say."""
        zoom = self._settings.now.zoom
        for view in self._zoomable():
            view.setZoomFactor(zoom / 100)
        self.zoomed.emit(zoom)
        self._fit_width()

    def _fit_width(self) -> None:
        width, settings = self.width(), self._settings.now
        if settings.phone:
            width = _PHONE_WIDTH * settings.zoom // 100
        margin = max((self.width() - width + 1) // 2, 0)
        self._layout.setContentsMargins(margin, 0, margin, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit_width()
