"""The center of the workspace: the pages, and below them the list of diagnostics."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QSplitter, QWidget

from editor.app.checks.grammar_runner import GrammarRunner
from editor.app.services.settings import Settings
from editor.ui.workspace.diagnostics_list import DiagnosticsList
from editor.ui.workspace.page_stack import PageStack

_DIAGNOSTICS_HEIGHT = 300
"""Pixels of the list of diagnostics when it is opened."""
_MIN_HEIGHT = 800
"""Pixels that are shared out before the pane has its height."""


class CenterPane(QSplitter):
    """Shares its height between the pages and the list, and moves the focus between them."""

    def __init__(self, pages: PageStack, diagnostics: DiagnosticsList, settings: Settings) -> None:
        """Put the two together.

        Args:
            pages: The pages, above.
            diagnostics: The list, below.
            settings: Remembers whether the list is open.
        """
        super().__init__(Qt.Orientation.Vertical, childrenCollapsible=False)
        self._pages, self._diagnostics, self._settings = pages, diagnostics, settings
        self.grammar = GrammarRunner(diagnostics.check_runner, settings)
        self._focus_before: QWidget | None = None
        """The widget that had the focus before the list."""
        self.addWidget(pages)
        self.addWidget(diagnostics)
        self.setStretchFactor(0, 1)
        diagnostics.opened.connect(self._on_opened)
        diagnostics.show_open(settings.now.problems)
        self._share_height()

    def _on_opened(self, is_open: bool) -> None:
        self._settings.keep(problems=is_open)
        self._share_height()
        if not is_open:
            self._restore_focus()

    def _share_height(self) -> None:
        """Give the list the height it needs, and the pages the rest."""
        height = self._diagnostics.sizeHint().height()
        if self._diagnostics.is_open:
            height = _DIAGNOSTICS_HEIGHT
        self.setSizes([max(self.height(), _MIN_HEIGHT) - height, height])

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

    def choose_language_tool(self) -> None:
        """Ask which LanguageTool server is asked about grammar after each check, if any."""
        text = self.tr(
            "Address of your LanguageTool server, such as http://localhost:8081. The words of "
            "your text are sent there. Leave it empty to ask none."
        )
        title, before = self.tr("Grammar by LanguageTool"), self._settings.now.language_tool
        address, is_chosen = QInputDialog.getText(self, title, text, text=before)
        if not is_chosen:
            return
        address = address.strip()
        if address and not address.startswith(("http://", "https://")):
            refusal = self.tr("The address begins with http:// or https://.")
            self._diagnostics.message_posted.emit(refusal, [], True)
            return
        self._settings.keep(language_tool=address)
        self._diagnostics.check_runner.run()
