"""The list of problems: grouped by place, each with what it means and what its fix would change."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.app.examiner import Examiner
from editor.app.inspection import Explanation, explanations
from editor.core.callink import plain_text
from editor.core.checks import LEVELS, Problem, entry_of, fixed, page_of
from editor.core.profile import down_to
from editor.core.text import Edit, Refused, apply, line_of
from editor.ui.dialogs.diff import DiffDialog, DiffView
from editor.ui.forms.entry_fields import short
from editor.ui.language import language, said
from editor.ui.widgets.calm_wheel import calm_wheel

_ROLE = Qt.ItemDataRole.UserRole
SIGNS = {"error": "⛔", "warning": "⚠", "hint": "·"}


class _Words(QLabel):
    """A label that is never lower than its words: a layout asks only for their height at the width they would like."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))


class ProblemList(QWidget):
    """A line with counts that opens into the list. Enter goes to the place, the buttons mend."""

    go_wanted = Signal(object)
    """The Problem somebody wants to see."""
    opened = Signal(bool)

    def __init__(self, examiner: Examiner, play: Callable[[list[Edit], str], bool]) -> None:
        super().__init__()
        self.examiner, self._play = examiner, play
        self._shown: list[Problem] = []
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
        for text, level in ((self.tr("all"), "hint"), (self.tr("warnings and errors"), "warning"), (self.tr("errors only"), "error")):
            self.level.addItem(text, level)
        self.level.setAccessibleName(self.tr("Which problems are shown"))
        calm_wheel(self.level)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(12)
        self.tree.setWordWrap(True)
        self.tree.setAccessibleName(self.tr("Problems"))
        self.about = _Words(wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.diff = DiffView()
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
        column.addWidget(self.diff, 1)
        for buttons in ((self.go_button, self.fix_button, self.learn_button), (self.all_button,)):
            row = QHBoxLayout()
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        self.body = QSplitter(childrenCollapsible=False)
        self.body.addWidget(self.tree)
        self.body.addWidget(detail)
        for number, widget in enumerate((self.tree, detail)):  # half each, whatever the words of the moment would like
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self.body.setStretchFactor(number, 1)
        self.body.setSizes([1, 1])
        self.tree.setMinimumWidth(150)
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
        self.examiner.examined.connect(self.refresh)
        self.tree.currentItemChanged.connect(lambda *_: self._show_detail())
        self.tree.itemActivated.connect(lambda *_: self.go())
        self.go_button.clicked.connect(self.go)
        self.fix_button.clicked.connect(self.mend)
        self.all_button.clicked.connect(self.mend_all)
        self.learn_button.clicked.connect(self.learn)

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
        counts = {level: sum(problem.level == level for problem in self.examiner.problems) for level in LEVELS}
        words = (
            self.tr("%n error(s)", "", counts["error"]),
            self.tr("%n warning(s)", "", counts["warning"]),
            self.tr("%n hint(s)", "", counts["hint"]),
        )
        found = [word for word, level in zip(words, LEVELS, strict=True) if counts[level]]
        self.head.setText(", ".join(found) if found else self.tr("No problems found"))
        if not self.body.isVisible():
            return
        wanted = down_to(str(self.level.currentData()))
        shown = [problem for problem in self.examiner.problems if problem.level in wanted]
        if shown == self._shown and self.tree.topLevelItemCount():
            self._retarget(shown)
            return
        before = self.chosen
        row = self._shown.index(before) if before in self._shown else 0
        self._shown = shown
        self._build()
        self._choose(before, row)

    def _retarget(self, shown: list[Problem]) -> None:
        """The same problems of a newer text: their fixes are others."""
        self._shown = shown
        for item, problem in zip(self._leaves(), self._ordered(), strict=True):
            item.setData(0, _ROLE, problem)
        self._show_detail()

    def _build(self) -> None:
        self.tree.clear()
        issue = self.examiner.session.issue
        names = self._names()
        groups: dict[str, QTreeWidgetItem] = {}
        for problem in self._ordered():
            page = page_of(issue, problem)
            if page not in groups:
                group = groups[page] = QTreeWidgetItem([names[page]])
                group.setFlags(Qt.ItemFlag.ItemIsEnabled)
                font = group.font(0)
                font.setBold(True)
                group.setFont(0, font)
                self.tree.addTopLevelItem(group)
            item = QTreeWidgetItem([f"{SIGNS[problem.level]}  {self._row(problem)}", str(line_of(issue.text, problem.span.start))])
            item.setData(0, _ROLE, problem)
            item.setToolTip(0, said(problem.message))
            item.setToolTip(1, self.tr("line"))
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
            groups[page].addChild(item)
        self.tree.expandAll()
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, self.tree.header().ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, self.tree.header().ResizeMode.ResizeToContents)

    def _row(self, problem: Problem) -> str:
        """Its words in the list: of an entry, which one it is and what is wrong; else the sentence itself."""
        entry = entry_of(self.examiner.session.issue, problem)
        name = short(plain_text(entry.title) or entry.group, 20) if entry else ""
        words = explanations(language()).get(problem.code)
        return f"{name}: {words.what}" if name and words else said(problem.message)

    def _ordered(self) -> list[Problem]:
        """Page by page, the worst first."""
        issue, pages = self.examiner.session.issue, list(self._names())
        return sorted(self._shown, key=lambda one: (pages.index(page_of(issue, one)), LEVELS.index(one.level), one.span.start))

    def _names(self) -> dict[str, str]:
        return {
            "head": self.tr("Head"),
            "image": self.tr("Image"),
            "event": self.tr("Events"),
            "meeting": self.tr("Recurring meetings"),
            "deadline": self.tr("Deadlines"),
            "source": self.tr("Text"),
        }

    def _leaves(self) -> list[QTreeWidgetItem]:
        tops = [self.tree.topLevelItem(i) for i in range(self.tree.topLevelItemCount())]
        return [child for top in tops if top for i in range(top.childCount()) if (child := top.child(i))]

    def _choose(self, before: Problem | None, row: int) -> None:
        leaves = self._leaves()
        same = next((item for item in leaves if before and _alike(item.data(0, _ROLE), before)), None)
        item = same or (leaves[min(row, len(leaves) - 1)] if leaves else None)
        if item:
            self.tree.setCurrentItem(item)
        self._show_detail()

    @property
    def chosen(self) -> Problem | None:
        """The problem that is chosen."""
        item = self.tree.currentItem()
        found = item.data(0, _ROLE) if item else None
        return found if isinstance(found, Problem) else None

    def _show_detail(self) -> None:
        problem = self.chosen
        edits = self.examiner.fix(problem) if problem and self.body.isVisible() else []
        for button in (self.go_button, self.fix_button, self.all_button):
            button.setEnabled(problem is not None)
        self.fix_button.setEnabled(bool(edits))
        others = sum(one.code == problem.code and one.fix is not None for one in self.examiner.problems) if problem else 0
        word = problem is not None and problem.code == "spelling"
        self.all_button.setVisible(others > 1 and not word)
        self.learn_button.setVisible(word)
        self.diff.setVisible(bool(edits))
        if problem is None:
            self.about.setText("")
            return
        words = explanations(language()).get(problem.code, Explanation(problem.code, "", ""))
        self.about.setText(f"{said(problem.message)}\n\n{words.why} {words.how}")
        self.about.fit()
        if edits:
            text = self.examiner.session.text
            self.diff.compare(text, apply(text, edits), zone=self.examiner.session.profile.timezone, clip=True)

    # --- doing -----------------------------------------------------------------------------------

    def go(self) -> None:
        """To the place of the problem."""
        if self.chosen:
            self.go_wanted.emit(self.chosen)

    def mend(self) -> None:
        """What the comparison shows, as one step."""
        problem = self.chosen
        edits = self.examiner.fix(problem) if problem else []
        if problem and edits:
            self._play(edits, self.tr("Mend: {0}").format(explanations(language())[problem.code].what))

    def learn(self) -> None:
        """The word that is chosen is right from now on."""
        problem = self.chosen
        if problem and self.examiner.current:
            try:
                self.examiner.learn(problem.span.of(self.examiner.text))
            except Refused as refusal:
                self.about.setText(said(refusal))

    def mend_all(self) -> None:
        """All of this kind, after a look at all the lines."""
        problem = self.chosen
        if problem is None or not self.examiner.current:
            return
        text = self.examiner.session.text
        same = [one for one in self.examiner.problems if one.code == problem.code]
        edits = fixed(text, same)
        if not edits:
            return
        what = explanations(language())[problem.code].what
        intro = self.tr("{0}: these lines will be replaced (−) and written (+).").format(what)
        dialog = DiffDialog(self, self.tr("Mend all of this kind"), intro, text, apply(text, edits), self.tr("Mend"))
        if dialog.exec() == DiffDialog.DialogCode.Accepted and self.examiner.current:
            self._play(edits, self.tr("Mend: {0}").format(what))


def _alike(one: object, other: Problem) -> bool:
    return isinstance(one, Problem) and (one.code, one.message) == (other.code, other.message)
