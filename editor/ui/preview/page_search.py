"""What the find bar of the preview searches: the page of the view that there is."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from editor.ui.preview.view_factory import PreviewView


class PageSearch:
    """A Searchable for the find bar; without a view nothing is found."""

    def __init__(self, pane: QWidget, view: Callable[[], PreviewView | None]) -> None:
        """Search in a pane.

        Args:
            pane: Takes the focus when the find bar closes.
            view: Gives the view that shows the page; None where it has not started.
        """
        self._pane, self._view = pane, view

    def selected_words(self) -> str:
        """Return what is selected in the page, if it is within one line, else ""."""
        view = self._view()
        words = view.selected_text() if view is not None else ""
        if "\n" in words:
            return ""
        return words

    def find_text(
        self, words: str, *, back: bool = False, done: Callable[[int, int], None] = lambda *_: None
    ) -> None:
        """Find and mark words in the page.

        Args:
            words: What to find; "" takes the marks away.
            back: Whether to search towards the top.
            done: Hears which match of how many is shown; (0, -1) where they are not counted.
        """
        view = self._view()
        if view is not None:
            view.find_text(words, back=back, done=done)

    def setFocus(self) -> None:  # noqa: N802 - Qt's name
        """Put the focus into the pane."""
        self._pane.setFocus()
