"""Text and preview: the page is rendered after each change, and follows the caret."""

from PySide6.QtCore import QObject, Signal

from editor.app.document.renderer import Renderer, Rendering
from editor.app.document.session import Session
from editor.ui.preview.pane import PreviewPane
from editor.ui.workspace.page_stack import PageStack


class PreviewSync(QObject):
    """Keeps the preview at the session's text, and at the position the user looks at."""

    patched = Signal()
    """The page shows the newest rendering."""

    def __init__(
        self, session: Session, renderer: Renderer, pane: PreviewPane, pages: PageStack
    ) -> None:
        """Connect the parts.

        Args:
            session: The document that is shown.
            renderer: Renders its text, in a thread of its own.
            pane: Shows the page.
            pages: The text, whose caret the page follows.
        """
        super().__init__(pane)
        self._session, self._renderer, self._pane, self._pages = session, renderer, pane, pages
        self._pending: tuple[int, bool] | None = None
        """Where the user looks in a text that the page has not got yet, and whether to mark it."""
        renderer.rendered.connect(self._on_rendered)
        pane.patched.connect(self._on_patched)
        pages.text.caret_moved.connect(self._on_caret_moved)

    def request(self) -> None:
        """Render the session's text; the page follows."""
        if self._pane.view is not None and self._session.is_open:
            self._renderer.request(self._session.text, self._session.profile, self._pane.document)

    def forget(self) -> None:
        """Forget where the user looked: there is another document."""
        self._pending = None

    def _on_rendered(self, rendering: Rendering) -> None:
        self._session.adopt(rendering.issue)
        if rendering.document == self._pane.document:
            self._pane.show_rendered(rendering.issue, rendering.blocks, rendering.omissions)

    def _on_patched(self) -> None:
        if self._pending and self._pane.shows(self._session.text):
            position, point = self._pending
            self._pending = None
            self._pane.show_position(position, point=point)
        self.patched.emit()

    def _on_caret_moved(self, position: int) -> None:
        """Let the page follow the caret, once it has what was typed; it scrolls only if need be."""
        if not self._pages.text.view.hasFocus() and not self._pages.text.find_bar.isVisible():
            return
        self._show(position, point=False)

    def _show(self, position: int, *, point: bool) -> None:
        if self._pane.shows(self._session.text):
            self._pane.show_position(position, point=point)
        else:
            self._pending = position, point

    def show_position(self, position: int) -> None:
        """Bring what was made from a position into view and mark it briefly.

        Args:
            position: A position of the text; a page that has not got this text yet shows it then.
        """
        self._show(position, point=True)
