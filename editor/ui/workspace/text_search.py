"""Search in the visible view of the text: found, marked, counted and replaced."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from editor.app.document.edited_text import Change
from editor.app.document.session import Session
from editor.core.base.edits import Edit, Span
from editor.core.base.errors import UserFacingError
from editor.core.base.searching import Hit, Query, find_all
from editor.ui.wording.translation import translated
from editor.ui.workspace.searched_views import SearchedPage, SearchedSource, SearchedView
from editor.ui.workspace.source_pane import SourcePane
from editor.ui.writing.writing_pane import WritingPane

_PAUSE = 200
"""Milliseconds of quiet before a changed text is searched again."""
_MOST_MARKED = 500


class TextSearch(QObject):
    """Searches what is seen on the page to write on, or the whole Markdown of the plain view."""

    answered = Signal(int, int)
    """Which place is selected, from 1, 0 for none, and how many there are."""
    refused = Signal(str)
    """Why something cannot be searched for or replaced."""

    def __init__(
        self, session: Session, view: Callable[[], SourcePane | WritingPane], parent: QObject
    ) -> None:
        """Search nothing yet.

        Args:
            session: The document.
            view: Gives the visible view.
            parent: The page.
        """
        super().__init__(parent)
        self._session, self._view = session, view
        self._query = Query("")
        self._inside: Span | None = None
        self._begun: Span | None = None
        """What was selected before the first place was; None once the text has changed."""
        self._is_refused = False
        self.found: list[Hit] = []
        """All places of the last search."""
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.search)
        session.changed.connect(self._on_changed)

    @property
    def _searched(self) -> SearchedView:
        view = self._view()
        if isinstance(view, WritingPane):
            return SearchedPage(view)
        return SearchedSource(view, self._session)

    def _on_changed(self, change: Change) -> None:
        """Search again soon; the part that is searched moves with its words."""
        self._begun = None
        if change.edits is None:
            self._inside = None
        elif self._inside:
            for edit in reversed(change.edits):
                self._inside = _follow(self._inside, edit)
        if self._query.words:
            self._timer.start()

    def begin(self) -> None:
        """Remember where the caret is: it comes back while nothing is found."""
        self._begun = self._view().selected_span

    def set_query(self, query: Query, inside: Span | None) -> None:
        """Search for something else.

        Args:
            query: What.
            inside: The part of the text that is searched; None for all of it.
        """
        self._query, self._inside = query, inside
        self.search()

    def search(self) -> None:
        """Find all places, mark and count them."""
        self._is_refused = False
        self.found = self._find(None)
        self._searched.mark(self.found[:_MOST_MARKED])
        self._answer()

    def _find(self, replacement: str | None) -> list[Hit]:
        self._timer.stop()
        try:
            found = find_all(self._searched.texts(), self._query, replacement)
        except UserFacingError as error:
            self._is_refused = True
            self.refused.emit(translated(error.message))
            return []
        if self._inside is None:
            return found
        first, last = self._inside.start, self._inside.end
        spans = [(place, self._searched.span(place)) for place in found]
        return [place for place, span in spans if first <= span.start and span.end <= last]

    def _answer(self) -> None:
        if self._is_refused:
            return  # the sentence stays
        current = self._current()
        number = self.found.index(current) + 1 if current else 0
        self.answered.emit(number, len(self.found))

    def _current(self) -> Hit | None:
        """The place that is selected."""
        selected = self._view().selected_span
        index = self._find_behind(selected.start)
        if selected.start < selected.end and index < len(self.found):
            found = self.found[index]
            if self._searched.span(found) == selected:
                return found
        return None

    def _find_behind(self, position: int) -> int:
        """The first place that starts at a position or behind it."""
        return bisect_left(self.found, position, key=lambda found: self._searched.span(found).start)

    def go_on(self, *, back: bool = False, stay: bool = False) -> None:
        """Select the next place; after the last comes the first.

        Args:
            back: Whether to go to the place before.
            stay: Whether a place at the caret counts, as while words are typed.
        """
        if self._timer.isActive():
            self.search()
        if not self.found:
            selected = self._view().selected_span
            back_to = self._begun or Span(selected.start, selected.start)
            self._view().choose(back_to, focus=False)  # what was found before is not it
            self._answer()
            return
        selected, count = self._view().selected_span, len(self.found)
        if stay and self._begun:
            selected = self._begun  # each letter that is typed narrows the search from there
        if back:
            index = self._find_behind(selected.start) - 1
        else:
            is_here = stay or selected.start == selected.end
            index = self._find_behind(selected.start if is_here else selected.end)
        chosen = self._searched.span(self.found[index % count])
        self._view().choose(chosen, focus=False)
        self._answer()

    # --- replacing -------------------------------------------------------------------------------

    def replace(self, replacement: str) -> None:
        """Replace the selected place and select the next; select one where none is.

        Args:
            replacement: What shall stand there.
        """
        current = self._current()
        if current is None:
            self.go_on()
            return
        new = next((f for f in self._find(replacement) if f[:3] == current[:3]), None)
        if new is None:
            return
        start = self._searched.span(new).start
        behind = len(self._session.text) - self._searched.span(new).end
        if self.replace_places([new], self.tr("Replace")):
            end = len(self._session.text) - behind
            self._view().choose(Span(max(end, start), max(end, start)), focus=False)
            self.search()
            self.go_on()

    def plan(self, replacement: str) -> list[Hit]:
        """List what replacing all would do.

        Args:
            replacement: What shall stand there.

        Returns:
            All places, with what would stand there.
        """
        return self._find(replacement)

    def replace_places(self, places: Sequence[Hit], label: str) -> bool:
        """Replace some places in one step.

        Args:
            places: The places, of the text as it is.
            label: What the undo step is called.

        Returns:
            Whether anything was replaced; ``refused`` tells where something was not.
        """
        edits, refused = self._searched.plan(places)
        self._session.pause()
        is_done = bool(edits) and self._session.apply(edits, label)
        self._session.pause()
        if refused:
            text = self.tr("%n place(s) stay: the site would not show there what you want.", "",
                           refused)  # fmt: skip
            self.refused.emit(text)
        return is_done

    @property
    def words(self) -> str:
        """What is searched for."""
        return self._query.words

    def is_found(self, span: Span) -> bool:
        """Tell whether a part of the text is a place of the last search.

        Args:
            span: The part.
        """
        index = self._find_behind(span.start)
        return index < len(self.found) and self._searched.span(self.found[index]) == span

    def texts(self) -> Sequence[str]:
        """Return the texts that places are in."""
        return self._searched.texts()

    def selected_span(self) -> Span | None:
        """Return the part of the text that is selected; None where nothing is."""
        span = self._view().selected_span
        return span if span.start < span.end else None

    def focus_view(self) -> None:
        """Put the focus into the text."""
        self._view().setFocus()

    def clear(self) -> None:
        """Take the marks away."""
        self.set_query(Query(""), None)


def _follow(span: Span, edit: Edit) -> Span:
    """A part of a text after an edit of it."""
    if edit.end <= span.start:
        return Span(span.start + edit.growth, span.end + edit.growth)
    if edit.start >= span.end:
        return span
    return Span(min(span.start, edit.start), max(span.end, edit.end) + edit.growth)
