"""The list of diagnostics below the pages: a line with counts that opens into tree and details."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.app.checks.check_runner import CheckRunner
from editor.app.checks.explanations import load_explanations
from editor.core.base.edits import Edit, apply
from editor.core.base.severity import Severity, severities_down_to
from editor.core.checks.diagnostic import Diagnostic
from editor.core.checks.fixing import fix_edits
from editor.ui.widgets.announcing import announce
from editor.ui.widgets.grip_splitter import GripSplitter
from editor.ui.widgets.measure import em_of
from editor.ui.widgets.naming import name_field
from editor.ui.widgets.plain_text import ElidedLabel
from editor.ui.widgets.wheel import ignore_wheel_without_focus
from editor.ui.wording.translation import current_language
from editor.ui.workspace.diagnostic_details import DiagnosticDetails
from editor.ui.workspace.diagnostics_tree import DiagnosticsTree
from editor.ui.workspace.link_asking import LinkAsking
from editor.ui.workspace.mending_menu import MendingMenu
from editor.ui.workspace.word_learning import WordLearning

_OPEN_HEIGHT, _CLOSED_HEIGHT = 300, 34
_DONE_SHOWN = 10_000
"""Milliseconds for which the list says what was done last."""
"""What the list would like to have, in pixels."""
_ROOM_FOR_TWO = 56
"""Width in em from which tree and details stand side by side."""
_UNLIMITED_HEIGHT = 16_777_215
"""Qt's QWIDGETSIZE_MAX."""


class DiagnosticsList(QWidget):
    """A line with counts that opens into the list.

    Enter in the tree goes to the place of a diagnostic, the buttons fix it.
    """

    go_wanted = Signal(object)
    look_wanted = Signal(object)
    """The place of a Diagnostic is to be shown beside the list, which keeps the focus."""
    """The Diagnostic whose place the user wants to see."""
    opened = Signal(bool)
    message_posted = Signal(str, object, bool)
    """A text for the message bar, its actions, and whether it is a warning."""

    def __init__(
        self, check_runner: CheckRunner, apply_edits: Callable[[list[Edit], str], bool]
    ) -> None:
        """Make the list, closed.

        Args:
            check_runner: Gives the diagnostics of the session's text.
            apply_edits: Applies edits as one undo step of that name.
        """
        super().__init__()
        self.check_runner, self._apply_edits = check_runner, apply_edits
        self.words = WordLearning(check_runner, self)
        self.links = LinkAsking(check_runner, lambda: self.head.setChecked(True), self)
        for part in (self.words, self.links):
            part.message_posted.connect(self.message_posted)
        self.mending = MendingMenu(check_runner, self.words, self.apply_fix)
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
        self.done = ElidedLabel()
        """Says what was fixed last: the list goes on to the next problem at once."""
        self.done.setObjectName("success")
        self._done_timer = QTimer(self, singleShot=True, interval=_DONE_SHOWN)
        self._done_timer.timeout.connect(self.done.clear)
        self._errors = 0
        self.level = QComboBox()
        for text, severity in (
            (self.tr("all"), Severity.HINT),
            (self.tr("to fix and to look at"), Severity.WARNING),
            (self.tr("only to fix"), Severity.ERROR),
        ):
            self.level.addItem(text, severity)
        name_field(self.level, self.tr("Which problems are shown"))
        ignore_wheel_without_focus(self.level)
        self.tree = DiagnosticsTree()
        self.details = DiagnosticDetails(self.check_runner)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(8, 2, 8, 2)
        top.addWidget(self.head)
        top.addWidget(self.done, 1)
        top.addWidget(self.level)
        self.body = GripSplitter()
        halves: tuple[tuple[QWidget, int], ...] = ((self.tree, 150), (self.details, 190))
        for index, (half, min_width) in enumerate(halves):
            self.body.addWidget(half)
            # half each, whatever the texts would like
            half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self.body.setStretchFactor(index, 1)
            half.setMinimumWidth(min_width)
        self.body.setSizes([1, 1])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.body, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        is_narrow = self.width() < _ROOM_FOR_TWO * em_of(self)
        self.body.setOrientation(
            Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        )

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(400, _OPEN_HEIGHT if self.is_open else _CLOSED_HEIGHT)

    def _connect(self) -> None:
        self.head.toggled.connect(self.show_open)
        self.head.toggled.connect(self.opened)
        self.level.currentIndexChanged.connect(lambda _: self.refresh())
        self.tree.currentItemChanged.connect(lambda *_: self._show_details())
        self.tree.itemActivated.connect(lambda *_: self.go())
        self.tree.itemClicked.connect(lambda *_: self._look())
        self.details.go_button.clicked.connect(self.go)
        self.details.fix_button.clicked.connect(self.fix)
        self.details.all_button.clicked.connect(self.fix_all)
        self.details.learn_button.clicked.connect(self.learn)
        line = self.details.choice.lineEdit()
        assert line
        line.returnPressed.connect(self.fix)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.activated.connect(lambda: self.head.setChecked(False))
        # as an argument the context would be ignored, and the key be taken from the whole window
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # --- showing ---------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether the list is open, not only its line."""
        return self.head.isChecked()

    @property
    def is_used(self) -> bool:
        """Whether the list is open and has the focus."""
        focused = QApplication.focusWidget()
        return self.is_open and focused is not None and self.isAncestorOf(focused)

    def show_open(self, is_open: bool) -> None:
        """Open the list, or leave only its line.

        Args:
            is_open: Whether the list is to be open.
        """
        self.head.setChecked(is_open)
        self.body.setVisible(is_open)
        self.level.setVisible(is_open)
        self.done.clear()
        if is_open:
            self.head.setArrowType(Qt.ArrowType.DownArrow)
            self.refresh()
            self.tree.begin()
            self.setMaximumHeight(_UNLIMITED_HEIGHT)
        else:
            self.head.setArrowType(Qt.ArrowType.RightArrow)
            self.setMaximumHeight(self.head.sizeHint().height() + 6)
        self.updateGeometry()

    def refresh(self) -> None:
        """Show what checks have found; the diagnostic that is chosen stays chosen."""
        diagnostics = self.check_runner.diagnostics
        self.head.setText(self._count(diagnostics))
        errors = sum(each.severity is Severity.ERROR for each in diagnostics)
        has_fixed_last, self._errors = bool(self._errors and not errors), errors
        if not self.is_open:
            return
        if has_fixed_last and self.check_runner.current:
            self._say_done(self.tr("Nothing has to be fixed any more"))
        if self.check_runner.current and not diagnostics and self.tree.leaves():
            self.head.setChecked(False)  # the last of them is done
            return
        severities = severities_down_to(Severity(self.level.currentData()))
        self.tree.show_diagnostics(
            self.check_runner.session.issue,
            [diagnostic for diagnostic in diagnostics if diagnostic.severity in severities],
        )
        self._show_details()

    def _count(self, diagnostics: tuple[Diagnostic, ...]) -> str:
        """Write how many errors, warnings and hints there are."""
        counts = Counter(diagnostic.severity for diagnostic in diagnostics)
        texts = {
            Severity.ERROR: self.tr("%n to fix", "", counts[Severity.ERROR]),
            Severity.WARNING: self.tr("%n to look at", "", counts[Severity.WARNING]),
            Severity.HINT: self.tr("%n hint(s)", "", counts[Severity.HINT]),
        }
        words = ", ".join(text for severity, text in texts.items() if counts[severity])
        is_known = self.check_runner.current
        return words or (self.tr("No problems found") if is_known else self.tr("Checking…"))

    @property
    def chosen(self) -> Diagnostic | None:
        """The diagnostic that is chosen."""
        return self.tree.chosen

    def _show_details(self) -> None:
        self.details.show_diagnostic(self.chosen if self.is_open else None)

    # --- fixing ----------------------------------------------------------------------------------

    def go(self) -> None:
        """Show the place of the diagnostic that is chosen."""
        if self.chosen:
            self.go_wanted.emit(self.chosen)

    def _look(self) -> None:
        if self.chosen:
            self.look_wanted.emit(self.chosen)
            self.tree.setFocus()

    def fix(self) -> None:
        """Make the edits that the comparison shows, as one undo step."""
        diagnostic = self.chosen
        if diagnostic is None or not self.is_open:
            return
        edits = self.details.edits()
        if edits:
            self.apply_fix(edits, diagnostic.code)

    def apply_fix(self, edits: list[Edit], code: str) -> None:
        """Make the edits of a fix, as one undo step.

        Args:
            edits: Edits of the text as it is.
            code: The kind of the problem.
        """
        kind = load_explanations(current_language())[code].what
        if self._apply_edits(edits, self.tr("Fix: {0}").format(kind)):
            self._say_done(self.tr("Fixed: {0}").format(kind))

    def _say_done(self, words: str) -> None:
        self.done.setText(f"✓ {words}")
        announce(self, words)
        self._done_timer.start()

    def fix_all(self) -> None:
        """Fix all of the chosen kind, after the user has seen all the lines."""
        diagnostic = self.chosen
        if diagnostic is None or not self.check_runner.current:
            return
        from editor.ui.dialogs.comparison import ComparisonDialog

        session, code = self.check_runner.session, diagnostic.code
        text = session.text
        edits = fix_edits(
            text, [each for each in self.check_runner.diagnostics if each.code == code]
        )
        if not edits:
            return
        kind = load_explanations(current_language())[code].what
        intro = self.tr("{0}: what is struck out will go, what is underlined will be written.")
        title, verb = self.tr("Fix all of this kind"), self.tr("Fix")
        texts = text, apply(text, edits), session.profile
        dialog = ComparisonDialog(self, title, intro.format(kind), *texts, verb)
        if dialog.exec() == ComparisonDialog.DialogCode.Accepted and self.check_runner.current:
            self.apply_fix(edits, code)

    def learn(self) -> None:
        """Take the word that is chosen as right from now on."""
        diagnostic = self.chosen
        if diagnostic is None or not self.check_runner.current:
            return
        self.words.learn(diagnostic.span.of(self.check_runner.session.text))
