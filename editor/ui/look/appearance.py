"""Puts the look on the application, and again whenever desktop or user want another."""

from functools import cache
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from editor.ui.look.accent import with_accent
from editor.ui.look.palette import make_palette
from editor.ui.look.style_sheet import make_style_sheet
from editor.ui.look.tokens import COLORS, LIGHT, Colors, Scheme

_FUSION_ACCENT = "#308cc6"
"""What Qt takes where the desktop names no accent."""


class Appearance(QObject):
    """The scheme and the size of text that the whole application has."""

    changed = Signal()
    """Everything has been dressed anew."""

    def __init__(self) -> None:
        super().__init__()
        self.colors: Colors = LIGHT
        self.scheme = Scheme.SYSTEM
        self.text_percent = 100
        self._app: QApplication | None = None
        self._font = QFont()
        self._system = QPalette()
        self._sheet = ""
        self._windows: WeakSet[QWidget] = WeakSet()

    def start(self, app: QApplication, scheme: str = "", text_percent: int = 100) -> None:
        """Give an application its font and colors, and follow its desktop from now on.

        Call it before the first widget is made, and ``finish`` after the last.

        Args:
            app: The application.
            scheme: A ``Scheme``.
            text_percent: The size of all text, in percent of the system's.
        """
        if self._app is None:
            self._app, self._font = app, app.font()
            self._system = app.palette()
            hints = app.styleHints()
            hints.colorSchemeChanged.connect(self._on_system_changed)
            hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)
        self._choose(scheme, text_percent)
        self._paint()

    def show(self, scheme: str, text_percent: int) -> None:
        """Take another scheme or size of text.

        Args:
            scheme: A ``Scheme``.
            text_percent: The size of all text, in percent of the system's.
        """
        self._choose(scheme, text_percent)
        self._paint()
        self.finish()

    def _choose(self, scheme: str, text_percent: int) -> None:
        known = scheme in tuple(Scheme)
        self.scheme = Scheme(scheme) if known else Scheme.SYSTEM
        self.text_percent = min(max(text_percent, 50), 400)
        wanted = {
            Scheme.LIGHT: Qt.ColorScheme.Light,
            Scheme.DARK: Qt.ColorScheme.Dark,
            Scheme.HIGH_CONTRAST: Qt.ColorScheme.Dark,
        }
        QGuiApplication.styleHints().setColorScheme(wanted.get(self.scheme, Qt.ColorScheme.Unknown))

    def _on_system_changed(self) -> None:
        if self.scheme is Scheme.SYSTEM and self._app:
            self._app.setPalette(QPalette())  # the desktop's own, of which the accent is taken
            self._system = self._app.palette()
            self._paint()
            self.finish()

    def _system_scheme(self) -> Scheme:
        """The scheme that the desktop asks for."""
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return Scheme.HIGH_CONTRAST
        is_dark = self._system.color(QPalette.ColorRole.Window).lightness() < 128
        if hints.colorScheme() != Qt.ColorScheme.Unknown:
            is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
        return Scheme.DARK if is_dark else Scheme.LIGHT

    def _paint(self) -> None:
        assert self._app is not None
        scheme = self.scheme or self._system_scheme()
        colors = COLORS[scheme]
        accent = self._system.color(QPalette.ColorRole.Accent).name()
        if scheme is not Scheme.HIGH_CONTRAST and accent != _FUSION_ACCENT:
            colors = with_accent(colors, accent)
        self.colors = colors
        font = QFont(self._font)
        font.setPointSizeF(max(self._font.pointSizeF(), 1) * self.text_percent / 100)
        self._app.setFont(font)
        self._app.setPalette(make_palette(colors))

    def finish(self) -> None:
        """Put the style sheet on the windows."""
        assert self._app is not None
        self._sheet = make_style_sheet(self.colors, self._app.font())
        for window in filter(isValid, list(self._windows)):
            window.setStyleSheet(self._sheet)
        self.changed.emit()

    def dress(self, window: QWidget) -> None:
        """Give a window the style sheet, from now on.

        The application has none: with it, widgets would be styled anew at every step by which
        they are put together, and the panes take 700 ms to make instead of 200.

        Args:
            window: A window without a parent; dialogs and menus have what their window has.
        """
        self._windows.add(window)
        if self._sheet:
            window.setStyleSheet(self._sheet)


@cache
def appearance() -> Appearance:
    """Return the one of this process.

    Returns:
        It; light before it was started.
    """
    return Appearance()


def colors() -> Colors:
    """Return the colors that are shown now.

    Returns:
        The scheme, with the desktop's accent.
    """
    return appearance().colors
