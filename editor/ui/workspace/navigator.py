"""Going to places: a part of the outline, a position of the text, the field of a diagnostic."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.app.document.session import Session
from editor.app.library.word_places import find_words
from editor.core.checks.body_links import find_links
from editor.core.checks.diagnostic import Diagnostic, entry_of
from editor.core.markdown.inline import plain_text
from editor.ui.widgets.room import show_at_top
from editor.ui.workspace.outline import Outline
from editor.ui.workspace.outline_rows import OutlinePart
from editor.ui.workspace.page_stack import PageStack
from editor.ui.workspace.pages import Page, page_of

_BEFORE_ADDRESS = 120
"""Letters before an address in which words may be seen that stand in it, too."""


class Navigator(QObject):
    """Leads outline and middle pane to a place of the issue."""

    position_shown = Signal(int)
    """The position of the text that the source was sent to."""
    page_shown = Signal()

    def __init__(self, session: Session, outline: Outline, pages: PageStack) -> None:
        super().__init__(pages)
        self._session, self._outline, self._pages = session, outline, pages
        outline.chosen.connect(self.go_to)
        pages.text.front_wanted.connect(lambda: self.focus_page(Page.HEAD))

    def go_to(self, part: OutlinePart) -> None:
        """Show a page of the middle pane; for the source, at a position.

        Args:
            part: The page, and the position for the source; 0 leaves the source where it is.
        """
        self._session.pause()
        self._pages.show_page(part.page)
        self.page_shown.emit()
        if part.position and part.page not in self._pages.pages:
            self._pages.text.go_to(part.position)
            self.position_shown.emit(part.position)

    def show_in_source(self, position: int) -> None:
        """Show the source at a position, without giving it the focus.

        Args:
            position: A position of the text; 0 leaves the source where it is.
        """
        self.go_to(OutlinePart(Page.SOURCE, position))

    def focus_page(self, page: Page) -> None:
        """Show a page and put the focus into its first field.

        Args:
            page: The page.
        """
        self._outline.choose(OutlinePart(page))
        self._pages.focus_page(page)

    def toggle_writing(self) -> None:
        """Go to the text, and show it as it will look or as plain Markdown in turn."""
        self.focus_page(Page.SOURCE)
        self._pages.text.toggle()

    def take_photos(self, paths: list[Path]) -> None:
        """Take photos into the text where that is shown, else as the header image.

        Args:
            paths: Their files, at least one.
        """
        text = self._pages.text
        if self._pages.currentWidget() is text and text.is_writing:
            text.writing.pictures.take(paths)
            return
        self.focus_page(Page.IMAGE)
        self._pages.image.take_photo(paths[0])

    def go_to_words(self, words: str, near: str = "") -> None:
        """Show what is at a place where words stand, however they are written.

        Args:
            words: What was looked for; of several words the place of the longest is shown.
            near: Words around the place that is meant; "" for the first place.
        """
        position, sought = find_words(self._session.text, words, near), ""
        if position is not None:
            links = (link for link in find_links(self._session.issue) if link.text)
            link = next((each for each in links if each.url.start <= position < each.url.end), None)
            if link:  # an address is not to be seen
                start = max(link.url.start - _BEFORE_ADDRESS, 0)
                seen = find_words(self._session.text[start : link.url.start], words)
                if seen is not None:
                    position = start + seen
                else:
                    position, sought, words = link.whole.start, words, plain_text(link.text)
            self.go_to_position(position)
            if self._pages.currentWidget() is self._pages.text:
                self._pages.text.find_bar.show_hit(words, sought)
            self.position_shown.emit(position)

    def return_to(self, page: str, position: int) -> None:
        """Show the page that was shown last.

        Args:
            page: A Page; "" for none.
            position: Where the caret was in the text.
        """
        if page in self._pages.pages:
            self._outline.choose(OutlinePart(page))
        elif page:
            self._outline.choose(OutlinePart(Page.SOURCE, position))

    def go_to_position(self, position: int) -> None:
        """Show the form of what is at a position, else the source.

        Args:
            position: A position of the text.
        """
        issue = self._session.issue
        at_position = (
            entry for entry in issue.entries if entry.span.start <= position < entry.span.end
        )
        entry = next(at_position, None)
        if entry is not None:
            of_kind = [candidate for candidate in issue.entries if candidate.kind == entry.kind]
            self._outline.choose(OutlinePart(entry.kind))
            page = self._pages.list_of(entry.kind)
            page.select(of_kind.index(entry))
            page.fields.title.setFocus()
        elif position < issue.front.body:
            self.focus_page(Page.HEAD)
        else:
            self._outline.choose(OutlinePart(Page.SOURCE, position))
            self._pages.text.setFocus()

    def go_to_diagnostic(self, diagnostic: Diagnostic) -> None:
        """Show the field, the row or the words that a diagnostic is about.

        Args:
            diagnostic: A diagnostic of the session's text.
        """
        issue = self._session.issue
        page = page_of(issue, diagnostic)
        if page == Page.HEAD:
            self.focus_page(page)
            self._pages.head.show_key(issue, diagnostic.span.start)
        elif page == Page.IMAGE:
            self.focus_page(page)
            self._pages.image.go_to(diagnostic.code)
        elif page == Page.SOURCE:
            self._outline.choose(OutlinePart(page, diagnostic.span.start))
            self._pages.text.choose(diagnostic.span)
        elif not self._focus_entry_field(diagnostic):
            self.show_in_source(0)
            self._pages.text.choose(diagnostic.span)

    def _focus_entry_field(self, diagnostic: Diagnostic) -> bool:
        """Focus a field of an entry; False where no field holds what the diagnostic is about."""
        entry = entry_of(self._session.issue, diagnostic)
        if entry is None:
            return False
        self.go_to_position(entry.span.start)
        field = self._pages.list_of(entry.kind).fields.field_of(diagnostic)
        if field is None:
            return False
        field.setFocus()
        show_at_top(field)  # answers to choose from stand below it
        return True
