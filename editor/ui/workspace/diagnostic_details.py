"""What a diagnostic means, what its fix would change, and the buttons for it."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from editor.app.checks.check_runner import CheckRunner
from editor.app.checks.explanations import load_explanations
from editor.core.base.edits import Edit, apply
from editor.core.checks.diagnostic import Diagnostic
from editor.core.issue.issue import parse_issue
from editor.core.richtext.comparing import compare_pages
from editor.ui.dialogs.comparison import PageComparison
from editor.ui.widgets.choice_box import ChoiceBox
from editor.ui.widgets.flow_layout import flow_row
from editor.ui.widgets.naming import name_field
from editor.ui.widgets.room import make_plain
from editor.ui.widgets.wheel import ignore_wheel_without_focus
from editor.ui.wording.translation import current_language, translated
from editor.ui.workspace.diagnostics_tree import is_same_diagnostic

_NEAR = 300
"""Letters around an edit in which words are shown with it."""
_ABOUT_FIX = ("The fix ", "„Beheben“ ")
"""How explanations begin that are about a fix, which not every problem of a kind has."""


class _FittedLabel(QLabel):
    """A label that is never lower than its text needs.

    A layout alone asks only for the height at the width that the label would like.
    """

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        self.setMinimumHeight(0)  # or it would never become lower
        self.setMinimumHeight(max(self.heightForWidth(self.width()), 0))


class DiagnosticDetails(QScrollArea):
    """The half beside the tree of diagnostics, about the one that is chosen."""

    def __init__(self, check_runner: CheckRunner) -> None:
        super().__init__()
        self._check_runner = check_runner
        self._diagnostic: Diagnostic | None = None
        """The diagnostic that is shown."""
        self._compared: object = None
        """The places whose changes are shown, and the colors they are shown in."""
        self.about = _FittedLabel(
            wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.changes = PageComparison()
        self.choice = ChoiceBox()
        # The context of these texts is the list that this half is part of.
        self.choice.setMinimumContentsLength(12)
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        name_field(self.choice, QCoreApplication.translate("DiagnosticsList", "What is meant"))
        ignore_wheel_without_focus(self.choice)
        self.choice.currentTextChanged.connect(lambda _: self._show_edits())
        self.go_button = QPushButton(
            QCoreApplication.translate("DiagnosticsList", "Show the &place")
        )
        self.fix_button = QPushButton(QCoreApplication.translate("DiagnosticsList", "&Fix"))
        self.all_button = QPushButton(
            QCoreApplication.translate("DiagnosticsList", "Fix &all of this kind…")
        )
        self.learn_button = QPushButton(
            QCoreApplication.translate("DiagnosticsList", "&Learn the word")
        )
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(8, 4, 8, 4)
        buttons = (self.go_button, self.fix_button, self.all_button, self.learn_button)
        column.addWidget(flow_row(*buttons))  # above all that is longer for some than for others
        column.addWidget(self.about)
        column.addWidget(self.choice)
        column.addWidget(self.changes, 1)
        column.addStretch()
        self.changes.setMinimumHeight(4 * self.fontMetrics().height())
        make_plain(self)
        self.setWidget(inner)

    def show_diagnostic(self, diagnostic: Diagnostic | None) -> None:
        """Show what a diagnostic means and how it can be fixed.

        What the user has typed as the fix stays while the diagnostic is the same.

        Args:
            diagnostic: The diagnostic; None for none.
        """
        before, self._diagnostic = self._diagnostic, diagnostic
        if not (before and is_same_diagnostic(diagnostic, before)):
            with QSignalBlocker(self.choice):
                self.choice.clear()
                if diagnostic and diagnostic.proposals:
                    # the word as it is comes first: a name is not to be changed by a click too many
                    word = diagnostic.span.of(self._check_runner.session.text)
                    self.choice.addItems([word, *self._check_runner.proposals(diagnostic)])
        self.choice.setVisible(bool(diagnostic and diagnostic.proposals))
        self.go_button.setEnabled(diagnostic is not None)
        self.all_button.setVisible(self._count_fixable() > 1)
        self.learn_button.setVisible(diagnostic is not None and diagnostic.code == "spelling")
        self.about.setText(_explain(diagnostic))
        self.about.fit()
        self._show_edits()

    def _count_fixable(self) -> int:
        """Count the diagnostics of the same kind that have a fix."""
        if self._diagnostic is None:
            return 0
        code = self._diagnostic.code
        return sum(
            diagnostic.code == code and diagnostic.fix is not None
            for diagnostic in self._check_runner.diagnostics
        )

    def edits(self) -> list[Edit]:
        """Return the edits that would fix the diagnostic that is shown.

        Returns:
            The user's own words where words are proposed; [] where there is no fix.
        """
        diagnostic, runner = self._diagnostic, self._check_runner
        if diagnostic is None:
            return []
        if not diagnostic.proposals or not runner.current:
            return runner.fix(diagnostic)
        span, new = diagnostic.span, self.choice.currentText().strip()
        if new and new != span.of(runner.session.text):
            return [Edit(span.start, span.end, new)]
        return []

    def _show_edits(self) -> None:
        edits, session = self.edits(), self._check_runner.session
        self.fix_button.setEnabled(bool(edits))
        is_fixable = bool(self._diagnostic and (edits or self._diagnostic.proposals))
        self.fix_button.setVisible(is_fixable)
        self.changes.setVisible(bool(edits))
        text = session.text
        changed = [
            (text[max(edit.start - _NEAR, 0) : edit.end + _NEAR], edit.new) for edit in edits
        ]
        look = (changed, self.palette().cacheKey())
        if edits and look != self._compared:  # else somebody has typed elsewhere
            self._compared = look
            after = parse_issue(apply(text, edits), session.profile)
            self.changes.show_changes(compare_pages(session.issue, after), session.profile.timezone)


def _explain(diagnostic: Diagnostic | None) -> str:
    """Write a diagnostic's message, why it matters and how it is fixed."""
    if diagnostic is None:
        return ""
    message = translated(diagnostic.message)
    explanation = load_explanations(current_language()).get(diagnostic.code)
    if explanation is None:
        return message
    how = explanation.how
    if how.startswith(_ABOUT_FIX) and diagnostic.fix is None:
        how = explanation.otherwise
    return f"{message}\n\n{explanation.why} {how}".rstrip()
