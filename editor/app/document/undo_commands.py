"""The one undo command: text patches that know their way back."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from editor.core.base.edits import Edit, invert
from editor.core.base.encoding import FileFormat

PlayEdits = Callable[[list[Edit], FileFormat], None]
"""Puts edits into the text, which then has this format."""

_ID = 1


class PatchCommand(QUndoCommand):
    """Edits to the session's text. Commands with the same key merge into one step."""

    def __init__(
        self,
        play: PlayEdits,
        before: str,
        edits: list[Edit],
        label: str,
        key: str,
        forms: tuple[FileFormat, FileFormat],
    ) -> None:
        super().__init__(label)
        self._play = play
        self._steps = [(edits, invert(before, edits))]
        self._key = key
        self._form_before, self._form = forms

    def id(self) -> int:
        if self._key:
            return _ID
        return -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(other, PatchCommand) or other._key != self._key:
            return False
        self._steps += other._steps
        return True

    def redo(self) -> None:
        for edits, _ in self._steps:
            self._play(edits, self._form)

    def undo(self) -> None:
        for _, back in reversed(self._steps):
            self._play(back, self._form_before)
