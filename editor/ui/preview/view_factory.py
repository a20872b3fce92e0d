"""What a preview's view can do, and which one this machine can have."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QColor, QPageLayout
from PySide6.QtWidgets import QWidget

from editor.ui.preview.page import Page

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_GRAPHICS_PROCESSORS = ("dri/renderD*", "nvidia*", "dxg")
"""Devices of Linux: of its own drivers, of NVIDIA's, and of a Linux within Windows."""
_DRAWN_BY_ITSELF = "software"


class PreviewView(Protocol):
    """A widget that shows a page: in WebEngine, or in Qt's own rich text where that is missing."""

    complete: bool
    """Whether it shows pages as browsers do."""

    @property
    def link_clicked(self) -> SignalInstance:
        """A link was clicked, which the view does not follow: a QUrl."""

    @property
    def patched(self) -> SignalInstance:
        """The newest page is shown."""

    @property
    def place_chosen(self) -> SignalInstance:
        """The page was double-clicked: a PagePosition, a word and a number.

        The word is the one under the pointer, and the number how many of it stand before it in
        the block or item.
        """

    @property
    def image_chosen(self) -> SignalInstance:
        """The header image was double-clicked."""

    @property
    def calendar_pointed(self) -> SignalInstance:
        """The pointer is on a calendar link: a PagePosition, the link's address and a bool.

        The bool tells whether the link was clicked.
        """

    @property
    def calendar_left(self) -> SignalInstance:
        """The pointer has left a calendar link."""

    @property
    def widget(self) -> QWidget:
        """The view as the widget it is."""

    def show_page(self, new: Page) -> None:
        """Show a page; what it shares with the one before stays where it is.

        Args:
            new: The page.
        """

    def show_position(self, position: int, *, point: bool = False) -> None:
        """Bring what was made from a position into view; nothing moves if it is visible.

        Args:
            position: A position of the text.
            point: Whether it is marked briefly.
        """

    def set_paper(self, color: QColor) -> None:
        """Set the color of the view until a page is there.

        Args:
            color: The background of the window's text areas.
        """

    def setZoomFactor(self, factor: float) -> None:  # noqa: N802 - Qt's name
        """Enlarge the page.

        Args:
            factor: 1.0 for the original size.
        """

    def selected_text(self) -> str:
        """Return what is selected in the page; "" for nothing."""

    def find_text(
        self, words: str, *, back: bool = False, done: Callable[[int, int], None] = lambda *_: None
    ) -> None:
        """Find and mark words in the page.

        Args:
            words: What to find; "" takes the marks away.
            back: Whether to search towards the top.
            done: Hears which match of how many is shown; (0, -1) where they are not counted.
        """

    def print_to(self, printer: "QPrinter") -> None:
        """Print the page.

        Args:
            printer: The printer; it must outlive the printing.
        """

    def write_pdf(self, layout: QPageLayout, done: Callable[[bytes], None]) -> None:
        """Write the page as a PDF.

        Args:
            layout: The paper and its margins.
            done: Hears the bytes of the PDF, perhaps later; b"" where it failed.
        """

    def close_down(self) -> None:
        """Stop all work; the view is not used any more."""


def make_view() -> PreviewView:
    """Make the best view that this machine can have.

    Importing and starting WebEngine takes longer than all the rest, so nothing imports it earlier.
    """
    try:
        from editor.ui.preview.request_interceptor import register_scheme
        from editor.ui.preview.web_view import WebView
    except ImportError:
        from editor.ui.preview.plain_view import PlainView

        return PlainView()
    register_scheme()
    if not (has_graphics_processor() or "QT_QUICK_BACKEND" in os.environ):
        _draw_by_itself()
    return WebView()


def _draw_by_itself() -> None:
    """Let Qt Quick draw: OpenGL without a processor for it takes 60 MiB, and is no faster."""
    from PySide6.QtQuick import QQuickWindow

    if QQuickWindow.sceneGraphBackend() != _DRAWN_BY_ITSELF:  # it is chosen once for all views
        QQuickWindow.setSceneGraphBackend(_DRAWN_BY_ITSELF)


def has_graphics_processor(devices: Path = Path("/dev")) -> bool:
    """Find out whether the screen is drawn by something made for it.

    Args:
        devices: The folder of the system's devices.

    Returns:
        False for a Linux without one, as in most virtual machines.
    """
    return sys.platform != "linux" or any(
        next(devices.glob(pattern), None) for pattern in _GRAPHICS_PROCESSORS
    )
