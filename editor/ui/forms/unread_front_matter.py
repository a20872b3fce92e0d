"""Front matter that has no fields: why, and what stands there."""

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from editor.core.issue.issue import Issue
from editor.ui.widgets.form_parts import hint, set_monospaced
from editor.ui.wording.translation import translated

_LONGEST_SHOWN = 20_000
"""Characters of it that are shown."""


class UnreadFrontMatter(QWidget):
    """Shown in place of the fields; hidden where there are some."""

    def __init__(self) -> None:
        super().__init__()
        self.reason = hint()
        self.reason.setObjectName("problem")
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(self.tr("Front matter"))
        set_monospaced(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.reason)
        column.addWidget(self.text)

    def show_issue(self, issue: Issue) -> None:
        """Show the front matter of an issue, if it is not understood.

        Args:
            issue: The issue.
        """
        front = issue.front
        self.setVisible(front.obstacle is not None)
        if front.problem:
            where = self.tr("The Markdown pane shows it; nothing was changed.")
            self.reason.setText(f"⚠ {translated(front.problem)} {where}")
        elif front.foreign:
            self.reason.setText(translated(front.foreign))
        if front.obstacle:
            self.text.setPlainText(issue.text[: min(front.body, _LONGEST_SHOWN)])
