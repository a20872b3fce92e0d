"""The one undo command: text patches that know their way back."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from editor.core.source import Format
from editor.core.text import Edit, invert

if TYPE_CHECKING:
    from editor.app.session import Session

_ID = 1


class Patch(QUndoCommand):
    """Edits to the session's text. Commands with the same key merge into one step."""

    def __init__(self, session: "Session", before: str, edits: list[Edit], label: str, key: str, form: Format) -> None:
        super().__init__(label)
        self._session = session
        self._steps = [(edits, invert(before, edits))]
        self._key = key
        self._form, self._form_before = form, session.form

    def id(self) -> int:
        return _ID if self._key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(other, Patch) or other._key != self._key:
            return False
        self._steps += other._steps
        return True

    def redo(self) -> None:
        for edits, _ in self._steps:
            self._session.play(edits, self._form)

    def undo(self) -> None:
        for _, back in reversed(self._steps):
            self._session.play(back, self._form_before)
