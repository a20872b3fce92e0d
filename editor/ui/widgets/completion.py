"""Completion of what is typed into a line, by words anywhere in the proposals."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from editor.ui.look.appearance import appearance


def make_completer(proposals: QStringListModel | Sequence[str], parent: QWidget) -> QCompleter:
    """Make a completer that finds what is typed anywhere in a proposal, in either case.

    Args:
        proposals: The proposals; a model may change them later.
        parent: The widget that owns the completer.

    Returns:
        The completer.
    """
    if isinstance(proposals, QStringListModel):
        completer = QCompleter(proposals, parent)
    else:
        completer = QCompleter(list(proposals), parent)
    completer.setPopup(_ProposalList())
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return completer


class _ProposalList(QListView):
    """The list of a completer, which is a window of its own: it is styled when it is needed."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._is_dressed = False

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        if not self._is_dressed:
            self._is_dressed = True
            appearance().dress(self)
        super().showEvent(event)


def set_completions(line: QLineEdit, proposals: Sequence[str]) -> None:
    """Let a line complete what is typed; a proposal that is chosen counts as typed.

    Args:
        line: The line.
        proposals: The proposals, in place of earlier ones.
    """
    completer = make_completer(proposals, line)
    completer.activated.connect(lambda text: line.textEdited.emit(text))
    line.setCompleter(completer)
