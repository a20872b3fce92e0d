"""The bar to find and replace with, above the text."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPushButton

from editor.core.base.edits import Span
from editor.core.base.searching import MOST_FOUND, Query
from editor.ui.dialogs.replace_dialog import ReplaceDialog
from editor.ui.widgets.buttons import text_button
from editor.ui.widgets.find_bar import SearchBar, make_close_button
from editor.ui.widgets.flow_layout import flow_row
from editor.ui.widgets.text_input import TextLine
from editor.ui.workspace.text_search import TextSearch


class ReplaceBar(SearchBar):
    """Finds in the text, by options, and replaces."""

    elsewhere_wanted = Signal(str)
    """Words that the text does not have are to be looked for in all pages of the site."""

    def __init__(self, search: TextSearch) -> None:
        super().__init__("")
        self._search = search
        self._inside: Span | None = None
        self._sought = ""
        """What the address behind the words holds that led here."""
        self._selected: Span | None = None
        """What was selected when the bar was opened."""
        self.words.setPlaceholderText(self.tr("Find in the text"))
        self.words.setAccessibleName(self.tr("Find in the text"))
        self.new = TextLine(placeholderText=self.tr("Replace by"))
        self.new.setAccessibleName(self.tr("Replace by"))
        self.with_case = QCheckBox(self.tr("Match case"))
        self.whole_words = QCheckBox(self.tr("Whole words"))
        self.is_pattern = QCheckBox(self.tr("Pattern"))
        self.is_pattern.setToolTip(self.tr("A regular expression; its groups are \\1, \\2, …"))
        self.in_selection = QCheckBox(self.tr("In the selection"))
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        self.previous_button = QPushButton(self.tr("Previous"))
        self.next_button = QPushButton(self.tr("Next"))
        self.replace_button = QPushButton(self.tr("Replace"))
        self.all_button = QPushButton(self.tr("All…"))
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 6, 14, 6)
        grid.addWidget(self.words, 0, 0)
        grid.addWidget(self.new, 1, 0)
        for column, button in ((1, self.previous_button), (2, self.next_button)):
            grid.addWidget(button, 0, column)
        for column, button in ((1, self.replace_button), (2, self.all_button)):
            grid.addWidget(button, 1, column)
        grid.addWidget(make_close_button(self), 0, 3)
        self.elsewhere_button = text_button(self.tr("Find in all pages"), "search", "link")
        self.elsewhere_button.hide()
        boxes = (self.with_case, self.whole_words, self.is_pattern, self.in_selection)
        grid.addWidget(flow_row(*boxes, self._result, self.elsewhere_button), 2, 0, 1, 4)
        grid.setColumnStretch(0, 1)
        self._replacing = (self.new, self.replace_button, self.all_button)

    def _connect(self) -> None:
        self.words.textEdited.connect(lambda _: self._on_typed())
        for box in (self.with_case, self.whole_words, self.is_pattern):
            box.toggled.connect(lambda _: self._on_typed())
        self.in_selection.toggled.connect(self._on_selection)
        self.new.returnPressed.connect(lambda: self._search.replace(self.new.text()))
        self.previous_button.clicked.connect(self.find_previous)
        self.next_button.clicked.connect(self.find_next)
        self.replace_button.clicked.connect(lambda: self._search.replace(self.new.text()))
        self.all_button.clicked.connect(self._replace_all)
        self.elsewhere_button.clicked.connect(lambda: self.elsewhere_wanted.emit(self.words.text()))
        self._search.answered.connect(self._show_result)
        self._search.refused.connect(self.answer_with)

    def open(self, selected: str, *, replacing: bool = False) -> None:
        """Show the bar, with the selected words in it.

        Args:
            selected: The words; "" leaves those of the last search.
            replacing: Whether the line for the replacement is shown, too.
        """
        if selected and not self.in_selection.isChecked():
            self.words.setText(selected)
        self._sought = ""
        self._selected = self._search.selected_span()
        self._search.begin()
        for widget in self._replacing:
            widget.setVisible(replacing)
        self.show()
        self.words.setFocus()
        self.words.selectAll()
        self._start()

    def show_hit(self, words: str, sought: str = "") -> None:
        """Mark words that led here, from another place; nothing is shown where none are seen.

        Args:
            words: What is marked.
            sought: What was looked for in all pages, where it stands in the address behind them.
        """
        self.open(words)
        self._sought = sought
        self._search.go_on(stay=True)
        if not self._search.found:
            self.end()

    def _start(self) -> None:
        query = Query(
            self.words.text(),
            self.with_case.isChecked(),
            self.whole_words.isChecked(),
            self.is_pattern.isChecked(),
        )
        self._search.set_query(query, self._inside)

    def _start_anew(self) -> None:
        """Search, unless that has been done for these words."""
        if self._search.words != self.words.text():
            self._start()

    def _on_typed(self) -> None:
        """Go to the first place while words are typed."""
        self._sought = ""
        self._start()
        if self.words.text():
            self._search.go_on(stay=True)

    def _on_selection(self, is_on: bool) -> None:
        selected = self._search.selected_span() if is_on else None
        if selected and self._search.is_found(selected):
            selected = self._selected  # a place was found since the bar was opened
        if is_on and selected is None:
            self.in_selection.setChecked(False)
            self.answer_with(self.tr("Select the part first."))
            return
        self._inside = selected
        self._start()

    def find_next(self) -> None:
        """Go to the next place."""
        self._start_anew()
        self._search.go_on()

    def find_previous(self) -> None:
        """Go to the place before."""
        self._start_anew()
        self._search.go_on(back=True)

    def _replace_all(self) -> None:
        places = self._search.plan(self.new.text())
        if not places:
            return
        texts = self._search.texts()
        dialog = ReplaceDialog(texts, places, self)
        dialog.accepted.connect(
            lambda: self._search.replace_places(dialog.chosen, self.tr("Replace all"))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_result(self, number: int, count: int) -> None:
        result = ""
        shown = self.tr("more than {0}").format(count) if count == MOST_FOUND else str(count)
        if self.words.text() and number:
            result = self.tr("{0} of {1}").format(number, shown)
            if self._sought:
                result += " – " + self.tr("the address holds “{0}”").format(self._sought)
        elif self.words.text():
            result = self.tr("{0} found").format(shown) if count else self.tr("not found")
        self.elsewhere_button.setVisible(bool(self.words.text()) and not count)
        self.answer_with(result)

    def close_bar(self) -> None:
        """Hide the bar and take the marks of its search away."""
        self.end()
        self._search.focus_view()

    def end(self) -> None:
        """Search no more: another document is shown, perhaps."""
        if self.isHidden():
            return
        self.hide()
        self.in_selection.setChecked(False)
        self._search.clear()
