"""The two views of the text as texts to search, and back from what was found to the views."""

from collections.abc import Sequence
from typing import Protocol

from editor.app.document.session import Session
from editor.core.base.edits import Edit, Span
from editor.core.base.searching import Hit
from editor.core.richtext.caret import to_source_span
from editor.core.richtext.replacing_all import replace_all
from editor.ui.widgets.text_marks import found_look, make_mark
from editor.ui.workspace.source_pane import SourcePane
from editor.ui.writing.writing_pane import WritingPane


class SearchedView(Protocol):
    """What can be searched."""

    def texts(self) -> Sequence[str]:
        """Return the texts that are searched."""

    def span(self, found: Hit) -> Span:
        """Return where a place is in the session's text."""

    def mark(self, places: Sequence[Hit]) -> None:
        """Mark places."""

    def plan(self, places: Sequence[Hit]) -> tuple[list[Edit], int]:
        """Return the edits that replace places, and how many places cannot be replaced."""


class SearchedSource:
    """The plain view: one text, all of it."""

    def __init__(self, view: SourcePane, session: Session) -> None:
        self._view, self._session = view, session

    def texts(self) -> Sequence[str]:
        return [self._session.text]

    def span(self, found: Hit) -> Span:
        return Span(found.start, found.end)

    def mark(self, places: Sequence[Hit]) -> None:
        document = self._view.document()
        look = found_look(is_dark=self._view.palette().base().color().lightness() < 128)
        spans = (self._view.to_document(self.span(found)) for found in places)
        self._view.marks.show("found", [make_mark(document, span, look) for span in spans])

    def plan(self, places: Sequence[Hit]) -> tuple[list[Edit], int]:
        newline = self._session.form.newline
        edits = [Edit(found.start, found.end, found.new.replace("\n", newline)) for found in places]
        return edits, 0


class SearchedPage:
    """The page to write on: what each block shows."""

    def __init__(self, view: WritingPane) -> None:
        self._view = view

    def texts(self) -> Sequence[str]:
        self._view.show_now()
        return [placed.block.shown for placed in self._view.rich.blocks]

    def span(self, found: Hit) -> Span:
        placed = self._view.rich.blocks[found.text_number]
        return placed.in_text(to_source_span(placed.block, Span(found.start, found.end)))

    def mark(self, places: Sequence[Hit]) -> None:
        document, rich = self._view.document(), self._view.rich
        look = found_look(is_dark=rich.looks.is_dark)
        spans = (rich.to_span(found.text_number, found.start, found.end) for found in places)
        self._view.marks.show("found", [make_mark(document, span, look) for span in spans])

    def plan(self, places: Sequence[Hit]) -> tuple[list[Edit], int]:
        assert self._view.body is not None  # it was searched
        replaced = replace_all(self._view.body, places)
        return replaced.edits, replaced.refused
