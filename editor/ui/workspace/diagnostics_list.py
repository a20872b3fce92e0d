"""The list of problems: grouped by place, each with what it means and what its fix would change."""

import itertools
from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from editor.app.checks.check_context import load_explanations
from editor.app.checks.check_runner import CheckRunner
from editor.core.base.edits import Edit, apply, line_starts
from editor.core.base.errors import UserFacingError
from editor.core.base.severity import Severity, severities_down_to
from editor.core.checks.table import Diagnostic, entry_of, fix_edits
from editor.core.events.model import Event
from editor.core.markdown.inline import plain_text
from editor.ui.dialogs.diff import DiffDialog, DiffView
from editor.ui.widgets.wheel import ignore_wheel_without_focus
from editor.ui.wording.translation import current_language, translated
from editor.ui.workspace.pages import Page, page_of

_ROLE = Qt.ItemDataRole.UserRole
SIGNS = {Severity.ERROR: "⛔", Severity.WARNING: "⚠", Severity.HINT: "·"}


class _Words(QLabel):
    """A label that is never lower than its words: a layout asks only for their height at the width they would like."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        self.setMinimumHeight(0)  # or it would never become lower
        self.setMinimumHeight(max(self.heightForWidth(self.width()), 0))


class _Row(NamedTuple):
    """A problem, the page it is mended on, the event, meeting or deadline it is about, and its line, from 1."""

    diagnostic: Diagnostic
    page: str
    entry: Event | None
    line: int


class DiagnosticsList(QWidget):
    """A line with counts that opens into the list. Enter goes to the place, the buttons mend."""

    go_wanted = Signal(object)
    """The Problem somebody wants to see."""
    opened = Signal(bool)
    said = Signal(str, object, bool)
    """A sentence for the message bar, what can be answered, and whether it is a warning."""

    def __init__(self, check_runner: CheckRunner, play: Callable[[list[Edit], str], bool]) -> None:
        super().__init__()
        self.check_runner, self._play = check_runner, play
        self._rows: list[_Row] = []
        self._looks: list[tuple[object, ...]] = []
        """What the rows show: page, title, problem, line."""
        self._detail: Diagnostic | None = None
        """The problem the right half is about."""
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.show_open(False)

    # --- building --------------------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self.head = QToolButton(autoRaise=True)
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setArrowType(Qt.ArrowType.RightArrow)
        self.level = QComboBox()
        for text, level in (
            (self.tr("all"), Severity.HINT),
            (self.tr("warnings and errors"), Severity.WARNING),
            (self.tr("errors only"), Severity.ERROR),
        ):
            self.level.addItem(text, level)
        self.level.setAccessibleName(self.tr("Which problems are shown"))
        ignore_wheel_without_focus(self.level)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(12)
        self.tree.setAccessibleName(self.tr("Problems"))
        self.about = _Words(
            wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.diff = DiffView()
        self.choice = QComboBox(editable=True, insertPolicy=QComboBox.InsertPolicy.NoInsert)
        self.choice.setAccessibleName(self.tr("What is meant"))
        ignore_wheel_without_focus(self.choice)
        self.go_button = QPushButton(self.tr("&Go there"))
        self.fix_button = QPushButton(self.tr("&Mend"))
        self.all_button = QPushButton(self.tr("Mend &all of this kind…"))
        self.learn_button = QPushButton(self.tr("&Learn the word"))

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(8, 2, 8, 2)
        above.addWidget(self.head)
        above.addStretch(1)
        above.addWidget(self.level)
        detail = QWidget()
        column = QVBoxLayout(detail)
        column.setContentsMargins(8, 4, 8, 4)
        column.addWidget(self.about)
        column.addWidget(self.choice)
        column.addWidget(self.diff, 1)
        for buttons in ((self.go_button, self.fix_button), (self.all_button, self.learn_button)):
            row = QHBoxLayout()
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        self.body = QSplitter(childrenCollapsible=False)
        self.body.addWidget(self.tree)
        self.body.addWidget(detail)
        for number, (widget, narrowest) in enumerate(
            ((self.tree, 150), (detail, 190))
        ):  # half each, whatever the words would like
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self.body.setStretchFactor(number, 1)
            widget.setMinimumWidth(narrowest)
        self.body.setSizes([1, 1])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addWidget(self.body, 1)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(400, 300 if self.head.isChecked() else 34)

    def _connect(self) -> None:
        self.head.toggled.connect(self.show_open)
        self.head.toggled.connect(self.opened)
        self.level.currentIndexChanged.connect(lambda _: self.refresh())
        self.check_runner.examined.connect(self.refresh)
        self.tree.currentItemChanged.connect(lambda *_: self._show_detail())
        self.tree.itemActivated.connect(lambda *_: self.go())
        self.go_button.clicked.connect(self.go)
        self.fix_button.clicked.connect(self.mend)
        self.all_button.clicked.connect(self.mend_all)
        self.learn_button.clicked.connect(self.learn)
        self.check_runner.asked.connect(self._on_asked)
        self.check_runner.links_done.connect(self._on_links_done)
        self.choice.currentTextChanged.connect(lambda _: self._show_edits())
        line = self.choice.lineEdit()
        assert line
        line.returnPressed.connect(self.mend)
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape),
            self,
            lambda: self.head.setChecked(False),
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )

    @property
    def is_open(self) -> bool:
        return self.head.isChecked()

    @property
    def is_used(self) -> bool:
        """Whether it is open, and somebody is in it."""
        focused = QApplication.focusWidget()
        return self.is_open and focused is not None and self.isAncestorOf(focused)

    def show_open(self, wanted: bool) -> None:
        """Open the list, or leave only its line."""
        self.head.setArrowType(Qt.ArrowType.DownArrow if wanted else Qt.ArrowType.RightArrow)
        self.head.setChecked(wanted)
        self.body.setVisible(wanted)
        self.level.setVisible(wanted)
        if wanted:
            self.refresh()
        self.setMaximumHeight(16_777_215 if wanted else self.head.sizeHint().height() + 6)
        self.updateGeometry()

    # --- showing ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what was found; the line that is chosen stays chosen."""
        counts = {
            level: sum(diagnostic.severity == level for diagnostic in self.check_runner.diagnostics)
            for level in Severity
        }
        words = (
            self.tr("%n error(s)", "", counts[Severity.ERROR]),
            self.tr("%n warning(s)", "", counts[Severity.WARNING]),
            self.tr("%n hint(s)", "", counts[Severity.HINT]),
        )
        found = [word for word, level in zip(words, Severity, strict=True) if counts[level]]
        self.head.setText(", ".join(found) if found else self.tr("No problems found"))
        if not self.body.isVisible():
            return
        wanted = severities_down_to(Severity(self.level.currentData()))
        issue = self.check_runner.session.issue
        starts = line_starts(issue.text)
        rows = [
            _Row(
                diagnostic,
                page_of(issue, diagnostic),
                entry_of(issue, diagnostic),
                bisect_right(starts, diagnostic.span.start),
            )
            for diagnostic in self.check_runner.diagnostics
            if diagnostic.severity in wanted
        ]
        pages = list(self._names())
        rows.sort(
            key=lambda row: (
                pages.index(row.page),
                row.entry.span.start if row.entry else 0,
                list(Severity).index(row.diagnostic.severity),
                row.diagnostic.span.start,
            )
        )
        before = self.chosen
        at = next(
            (
                number
                for number, row in enumerate(self._rows)
                if before and row.diagnostic is before
            ),
            0,
        )
        self._rows, bar = rows, self.tree.verticalScrollBar()
        where = bar.value()
        looks = [_look(row) for row in rows]
        with QSignalBlocker(self.tree):
            if looks == self._looks:  # the same words: only what they lead to is newer
                for item, row in zip(self._leaves(), rows, strict=True):
                    item.setData(0, _ROLE, row.diagnostic)
            else:
                self._build()
                self._choose(before, at)
        self._looks = looks
        self._show_detail()
        if before and self.chosen and _alike(self.chosen, before):
            bar.setValue(where)  # nobody has moved

    def _build(self) -> None:
        """Page by page, event by event, the worst first."""
        folded = {
            item.text(0) for item in self._items() if item.childCount() and not item.isExpanded()
        }
        self.tree.clear()
        names = self._names()
        for (page, entry), rows in itertools.groupby(
            self._rows, key=lambda row: (row.page, row.entry)
        ):
            group = self._group(
                names[page], self.tree.topLevelItem(self.tree.topLevelItemCount() - 1)
            )
            if entry:
                child = QTreeWidgetItem(group, [plain_text(entry.title) or entry.group or "…"])
                child.setFlags(Qt.ItemFlag.ItemIsEnabled)
                child.setToolTip(0, child.text(0))
                group = child
            for row in rows:
                self._leaf(group, row)
        for item in self._items():
            item.setExpanded(item.text(0) not in folded)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _group(self, name: str, last: QTreeWidgetItem | None) -> QTreeWidgetItem:
        """The heading of a page: the last one, or a new one."""
        if last and last.text(0) == name:
            return last
        group = QTreeWidgetItem(self.tree, [name])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        return group

    def _leaf(self, group: QTreeWidgetItem, row: _Row) -> None:
        diagnostic = row.diagnostic
        words = load_explanations(current_language()).get(diagnostic.code)
        brief = words.what if words else translated(diagnostic.message)
        if diagnostic.proposals:
            brief = f"{diagnostic.span.of(self.check_runner.session.text)} – {brief}"
        item = QTreeWidgetItem(group, [f"{SIGNS[diagnostic.severity]}  {brief}", str(row.line)])
        item.setData(0, _ROLE, diagnostic)
        item.setToolTip(0, translated(diagnostic.message))
        item.setToolTip(1, self.tr("line"))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)

    def _names(self) -> dict[str, str]:
        return {
            Page.HEAD: self.tr("Head"),
            Page.IMAGE: self.tr("Image"),
            Page.EVENTS: self.tr("Events"),
            Page.MEETINGS: self.tr("Recurring meetings"),
            Page.DEADLINES: self.tr("Deadlines"),
            Page.SOURCE: self.tr("Text"),
        }

    def _items(self) -> list[QTreeWidgetItem]:
        """All that stands in the list, headings too, from above."""
        found = []
        each = QTreeWidgetItemIterator(self.tree)
        while item := each.value():
            found.append(item)
            each += 1
        return found

    def _leaves(self) -> list[QTreeWidgetItem]:
        return [item for item in self._items() if isinstance(item.data(0, _ROLE), Diagnostic)]

    def _choose(self, before: Diagnostic | None, row: int) -> None:
        """The problem that was chosen, where it stands now; else what has come to its place."""
        leaves = self._leaves()
        same = [item for item in leaves if before and _alike(item.data(0, _ROLE), before)]
        if before:
            nearest = min(
                same,
                key=lambda item: abs(item.data(0, _ROLE).span.start - before.span.start),
                default=None,
            )
        else:
            nearest = None
        item = nearest or (leaves[min(row, len(leaves) - 1)] if leaves else None)
        if item:
            self.tree.setCurrentItem(item)

    @property
    def chosen(self) -> Diagnostic | None:
        """The problem that is chosen."""
        item = self.tree.currentItem()
        found = item.data(0, _ROLE) if item else None
        if isinstance(found, Diagnostic):
            return found
        return None

    def _show_detail(self) -> None:
        diagnostic = self.chosen if self.body.isVisible() else None
        if not (
            diagnostic and self._detail and _alike(diagnostic, self._detail)
        ):  # what somebody types there stays
            with QSignalBlocker(self.choice):
                self.choice.clear()
                self.choice.addItems(self.check_runner.proposals(diagnostic) if diagnostic else [])
        self._detail = diagnostic
        self.choice.setVisible(bool(diagnostic and diagnostic.proposals))
        self.go_button.setEnabled(diagnostic is not None)
        if diagnostic:
            others = sum(
                one.code == diagnostic.code and one.fix is not None
                for one in self.check_runner.diagnostics
            )
        else:
            others = 0
        self.all_button.setVisible(others > 1)
        self.learn_button.setVisible(diagnostic is not None and diagnostic.code == "spelling")
        words = load_explanations(current_language()).get(diagnostic.code) if diagnostic else None
        more = f"\n\n{words.why} {words.how}" if words else ""
        self.about.setText(translated(diagnostic.message) + more if diagnostic else "")
        self.about.fit()
        self._show_edits()

    def _edits(self) -> list[Edit]:
        """What would mend the problem that is chosen."""
        diagnostic = self.chosen if self.body.isVisible() else None
        if diagnostic and diagnostic.proposals and self.check_runner.current:
            new = self.choice.currentText().strip()
            if new and new != diagnostic.span.of(self.check_runner.session.text):
                return [Edit(diagnostic.span.start, diagnostic.span.end, new)]
            return []
        if diagnostic:
            return self.check_runner.fix(diagnostic)
        return []

    def _show_edits(self) -> None:
        edits, session = self._edits(), self.check_runner.session
        self.fix_button.setEnabled(bool(edits))
        self.diff.setVisible(bool(edits))
        if edits:
            self.diff.compare(
                session.text, apply(session.text, edits), zone=session.profile.timezone, clip=True
            )

    # --- doing -----------------------------------------------------------------------------------

    def go(self) -> None:
        """To the place of the problem."""
        if self.chosen:
            self.go_wanted.emit(self.chosen)

    def mend(self) -> None:
        """What the comparison shows, as one step."""
        diagnostic, edits = self.chosen, self._edits()
        if diagnostic and edits:
            self._play(
                edits,
                self.tr("Mend: {0}").format(
                    load_explanations(current_language())[diagnostic.code].what
                ),
            )

    def learn(self) -> None:
        """The word that is chosen is right from now on."""
        diagnostic = self.chosen
        if diagnostic and self.check_runner.current:
            word = diagnostic.span.of(self.check_runner.session.text)
            self._teach(
                self.check_runner.learn,
                word,
                self.tr("“{0}” is known from now on."),
                [(self.tr("Undo"), lambda: self._unlearn(word))],
            )

    def _unlearn(self, word: str) -> None:
        self._teach(self.check_runner.unlearn, word, self.tr("“{0}” is unknown again."), [])

    def _teach(
        self, do: Callable[[str], None], word: str, words: str, answers: list[object]
    ) -> None:
        try:
            do(word)
        except UserFacingError as refusal:
            self.said.emit(translated(refusal), [], True)
        else:
            self.said.emit(words.format(word), answers, False)

    def mend_all(self) -> None:
        """All of this kind, after a look at all the lines."""
        diagnostic = self.chosen
        if diagnostic is None or not self.check_runner.current:
            return
        text = self.check_runner.session.text
        same = [one for one in self.check_runner.diagnostics if one.code == diagnostic.code]
        edits = fix_edits(text, same)
        if not edits:
            return
        what = load_explanations(current_language())[diagnostic.code].what
        intro = self.tr("{0}: these lines will be replaced (−) and written (+).").format(what)
        dialog = DiffDialog(
            self, self.tr("Mend all of this kind"), intro, text, apply(text, edits), self.tr("Mend")
        )
        if dialog.exec() == DiffDialog.DialogCode.Accepted and self.check_runner.current:
            self._play(edits, self.tr("Mend: {0}").format(what))

    # --- links -----------------------------------------------------------------------------------

    def ask_links(self, *, private: bool) -> None:
        """Ask every link of the issue whether anything is there; ``private``: those of one's own network too."""
        self.said.emit(
            self.tr("Asking the links…"), [(self.tr("Stop"), self.check_runner.stop_links)], False
        )
        self.check_runner.ask_links(private=private)

    def _on_asked(self, done: int, total: int) -> None:
        self.said.emit(
            self.tr("Asking the links: {0} of {1}…").format(done, total),
            [(self.tr("Stop"), self.check_runner.stop_links)],
            False,
        )

    def _on_links_done(self, asked: int, dead: int) -> None:
        if not asked:
            self.said.emit(
                self.tr(
                    "There is no link that can be asked; those on this machine or in its own network are not."
                ),
                [],
                False,
            )
        elif dead:
            answers = [(self.tr("Show the problems"), lambda: self.head.setChecked(True))]
            self.said.emit(
                self.tr("%n link(s) of {0} do not answer.", "", dead).format(asked), answers, True
            )
        else:
            self.said.emit(self.tr("All {0} links answer.").format(asked), [], False)


def _alike(one: object, other: Diagnostic) -> bool:
    return isinstance(one, Diagnostic) and (one.code, one.message) == (other.code, other.message)


def _look(row: _Row) -> tuple[object, ...]:
    """What a row shows."""
    return (
        row.page,
        row.entry.title if row.entry else "",
        row.diagnostic.code,
        row.diagnostic.severity,
        row.diagnostic.message,
        row.line,
    )
