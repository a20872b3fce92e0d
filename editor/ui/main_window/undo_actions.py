"""The actions of a window's undo stack, named by the step they would undo or redo."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QUndoGroup
from shiboken6 import isValid


def make_undo_actions(group: QUndoGroup, parent: QObject) -> tuple[QAction, QAction]:
    """Make the actions that undo and redo.

    Args:
        group: The group of the window's undo stack, which may be added later.
        parent: The QObject they live with.

    Returns:
        The action that undoes, and the one that does it again.
    """
    undo = group.createUndoAction(parent, QCoreApplication.translate("MainWindow", "Undo"))
    redo = group.createRedoAction(parent, QCoreApplication.translate("MainWindow", "Redo"))
    group.undoTextChanged.connect(
        _name_step(undo, QCoreApplication.translate("MainWindow", "Undo: {0}"))
    )
    group.redoTextChanged.connect(
        _name_step(redo, QCoreApplication.translate("MainWindow", "Redo: {0}"))
    )
    return undo, redo


def _name_step(action: QAction, template: str) -> Callable[[str], None]:
    """A slot that names a step in the menu; the group still emits when the action is gone."""

    def name(step: str) -> None:
        if isValid(action):
            action.setText(template.format(step) if step else template.partition(":")[0])

    return name
