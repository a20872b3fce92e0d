"""The panes, and below all of them the list of diagnostics."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from editor.app.checks.grammar_runner import GrammarRunner
from editor.app.services.settings import Settings
from editor.core.checks.diagnostic import Diagnostic
from editor.ui.widgets.grip_splitter import GripSplitter
from editor.ui.workspace.diagnostics_list import DiagnosticsList
from editor.ui.workspace.page_stack import PageStack

_DIAGNOSTICS_HEIGHT = 300
"""Pixels of the list of diagnostics when it is opened."""
_MIN_HEIGHT = 800
"""Pixels that are shared out before it has its height."""
_SHARE = 0.42
"""What the list takes of the height at most; where that is little, it takes all of it."""
_LOW = 30
"""Lines of text below which the open list has all the room for itself."""


class ProblemSplit(GripSplitter):
    """Shares its height between the panes and the list, and moves the focus between them."""

    place_wanted = Signal(object)
    """The place of a Diagnostic is to be shown."""

    def __init__(
        self, panes: QWidget, pages: PageStack, diagnostics: DiagnosticsList, settings: Settings
    ) -> None:
        """Put the two together.

        Args:
            panes: The panes, above.
            pages: The pages among them, to which the focus returns.
            diagnostics: The list, below.
            settings: Remembers whether the list is open.
        """
        super().__init__(Qt.Orientation.Vertical)
        self._panes, self._pages = panes, pages
        self._diagnostics, self._settings = diagnostics, settings
        self.grammar = GrammarRunner(diagnostics.check_runner, settings)
        self._focus_before: QWidget | None = None
        """The widget that had the focus before the list."""
        self.addWidget(panes)
        self.addWidget(diagnostics)
        self.setStretchFactor(0, 1)
        diagnostics.opened.connect(self._on_opened)
        diagnostics.go_wanted.connect(self._go)
        diagnostics.look_wanted.connect(self._look)
        if settings.now.problems:
            diagnostics.check_runner.finished.connect(self._reopen)
        self.share_height()

    def _reopen(self) -> None:
        """The list was open the last time: it comes back once there is something in it."""
        if self._diagnostics.check_runner.diagnostics:
            self._diagnostics.check_runner.finished.disconnect(self._reopen)
            self._diagnostics.show_open(True)
            self.share_height()
            self.make_room()

    def _on_opened(self, is_open: bool) -> None:
        self._settings.keep(problems=is_open)
        self.share_height()
        if not is_open:
            self._restore_focus()

    def share_height(self) -> None:
        """Give the list the height it needs, and the pages the rest."""
        height = 0
        room = self.height() if self.isVisible() else _MIN_HEIGHT
        is_low = room < _LOW * self.fontMetrics().height()
        if self._diagnostics.is_open:
            height = min(_DIAGNOSTICS_HEIGHT, round(room * _SHARE))
        self._diagnostics.setVisible(self._diagnostics.is_open)
        self._panes.setHidden(is_low and self._diagnostics.is_open)
        self.setSizes([room - height, height])

    def _go(self, diagnostic: Diagnostic) -> None:
        """Go to a place, whatever room there is."""
        self.make_room()
        self.place_wanted.emit(diagnostic)

    def _look(self, diagnostic: Diagnostic) -> None:
        """Show a place where there is room for it beside the list."""
        if not self._panes.isHidden():
            self.place_wanted.emit(diagnostic)

    def make_room(self) -> None:
        """A page is wanted: a list that takes all the room gives way."""
        if self._panes.isHidden():
            self._diagnostics.show_open(False)

    def _restore_focus(self) -> None:
        """Return to the field that had the focus before the list, or to the page."""
        page, before = self._pages.currentWidget(), self._focus_before
        if before and page and before.isVisible() and page.isAncestorOf(before):
            before.setFocus()
        else:
            self._pages.focus_current()

    def toggle_diagnostics(self) -> None:
        """Go into the list of diagnostics; from there go back, and close it."""
        if not self._diagnostics.is_used:
            self._focus_before = QApplication.focusWidget()
        self._diagnostics.head.setChecked(not self._diagnostics.is_used)
        if self._diagnostics.is_open:
            self._diagnostics.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_diagnostics(self) -> None:
        """Open the list of diagnostics, and go into it."""
        if not self._diagnostics.is_used:
            self.toggle_diagnostics()
