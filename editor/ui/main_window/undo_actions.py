"""The actions of the undo stack, named by the step they would undo or redo."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QUndoStack
from shiboken6 import isValid


def make_undo_actions(stack: QUndoStack, parent: QObject) -> tuple[QAction, QAction]:
    """Make the actions that undo and redo.

    Args:
        stack: The undo stack.
        parent: The QObject they live with.

    Returns:
        The action that undoes, and the one that does it again.
    """
    undo = stack.createUndoAction(parent, QCoreApplication.translate("MainWindow", "Undo"))
    redo = stack.createRedoAction(parent, QCoreApplication.translate("MainWindow", "Redo"))
    stack.undoTextChanged.connect(
        _name_step(undo, QCoreApplication.translate("MainWindow", "Undo: {0}"))
    )
    stack.redoTextChanged.connect(
        _name_step(redo, QCoreApplication.translate("MainWindow", "Redo: {0}"))
    )
    return undo, redo


def _name_step(action: QAction, template: str) -> Callable[[str], None]:
    """A slot that names a step in the menu; the stack still emits when the action is gone."""

    def name(step: str) -> None:
        if isValid(action):
            action.setText(template.format(step) if step else template.partition(":")[0])

    return name
