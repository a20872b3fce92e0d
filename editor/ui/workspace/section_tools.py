"""Sections of the text moved in the outline, and added from the menu."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from editor.app.document.session import Session
from editor.core.base.edits import Edit, Span
from editor.core.base.encoding import detect_newline
from editor.core.base.errors import UserFacingError
from editor.core.issue import sections
from editor.core.issue.issue import Issue
from editor.ui.wording.translation import translated
from editor.ui.workspace.outline import Outline
from editor.ui.workspace.outline_rows import OutlinePart
from editor.ui.workspace.pages import Page
from editor.ui.workspace.text_page import TextPage

_EARLIER = 4
"""How many earlier issues are looked into for headings."""


class SectionTools(QObject):
    """Moves and adds sections; every change is one step to undo."""

    refused = Signal(str)
    """Why a section is not moved or added."""

    def __init__(self, session: Session, outline: Outline, text: TextPage) -> None:
        super().__init__(outline)
        self._session, self._outline, self._text = session, outline, text
        outline.section_dropped.connect(self._on_dropped)
        outline.section_stepped.connect(self._on_stepped)

    # --- moving ----------------------------------------------------------------------------------

    def _on_stepped(self, position: int, is_up: bool) -> None:
        index = self._index_of(position)
        if index is None:
            return
        target = sections.find_neighbor(self._session.issue, index, up=is_up)
        if target is not None:
            self._move(index, target)

    def _on_dropped(self, position: int, before: int) -> None:
        index = self._index_of(position)
        target = len(self._session.issue.sections) if before < 0 else self._index_of(before)
        if index is not None and target is not None:
            self._move(index, target)

    def _index_of(self, position: int) -> int | None:
        for index, section in enumerate(self._session.issue.sections):
            if section.span.start == position:
                return index
        return None

    def _move(self, index: int, target: int) -> None:
        issue = self._session.issue
        title = issue.sections[index].heading
        if not self._apply(
            lambda: sections.move_section(issue, index, target), self.tr("Move the section")
        ):
            return
        for section in self._session.issue.sections:
            if (section.heading.level, section.heading.title) == (title.level, title.title):
                self._outline.show_current(section.span.start)
                return

    def _apply(self, make: Callable[[], list[Edit]], label: str) -> bool:
        try:
            edits = make()
        except UserFacingError as error:
            self.refused.emit(translated(error.message))
            return False
        self._session.pause()
        is_done = bool(edits) and self._session.apply(edits, label)
        self._session.pause()
        return is_done

    # --- adding ----------------------------------------------------------------------------------

    def open_menu(self, parent: QWidget) -> QMenu:
        """Offer headings for a new section behind the one of the caret.

        Args:
            parent: The window.

        Returns:
            The menu, already shown.
        """
        if not self._text.isVisible():
            self._outline.choose(OutlinePart(Page.SOURCE))
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for title in sections.offer_sections(self._session.issue, self._read_earlier()):
            action = menu.addAction(title.replace("&", "&&"))
            action.triggered.connect(lambda _=False, title=title: self.insert(title))
        menu.addSeparator()
        new = self.tr("New section")
        menu.addAction(self.tr("Another one")).triggered.connect(
            lambda: self.insert(new, is_named=False)
        )
        view = self._text.view
        menu.popup(view.viewport().mapToGlobal(view.cursorRect().bottomLeft() + QPoint(0, 4)))
        return menu

    def _read_earlier(self) -> list[Issue]:
        paths = self._session.site.issues()[:_EARLIER]
        return [issue for _, issue in self._session.registry.read_pages(paths)]

    def insert(self, title: str, *, is_named: bool = True) -> None:
        """Insert a section behind the one of the caret, ready to be written.

        Args:
            title: The words of the heading.
            is_named: Whether they stay: the caret goes into an empty paragraph below. Else they
                are selected, to be typed over.
        """
        caret, issue = self._text.view.caret, self._session.issue
        newline = detect_newline(issue.text)
        made: list[Edit] = []

        def make() -> list[Edit]:
            for edit in sections.insert_section(issue, caret, title):
                room = 2 * newline if is_named else ""
                made.append(Edit(edit.start, edit.end, edit.new + room))
            return made

        if not self._apply(make, self.tr("Insert a section")):
            return
        starts = (section for section in self._session.issue.sections)
        new = next(section for section in starts if section.span.start >= made[0].start)
        start, end = new.heading.span.start + new.heading.level + 1, new.heading.span.end
        if is_named:
            start = end = end + 2 * len(newline)
        self._text.choose(Span(start, end))
