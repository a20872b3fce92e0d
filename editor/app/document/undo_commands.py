"""The one undo command: edits of the text together with their inverse."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from editor.core.base.edits import Edit, invert
from editor.core.base.encoding import FileFormat

PlayEdits = Callable[[list[Edit], FileFormat], None]
"""Puts edits into the text, which then has this format."""

_PATCH_ID = 1
"""Qt merges commands of the same id."""


class PatchCommand(QUndoCommand):
    """Edits of the session's text. Commands with the same key merge into one step."""

    def __init__(
        self,
        play: PlayEdits,
        before: str,
        edits: list[Edit],
        label: str,
        key: str,
        formats: tuple[FileFormat, FileFormat],
    ) -> None:
        """Prepare edits that are not yet applied.

        Args:
            play: Puts edits into the text.
            before: The text they are edits of.
            edits: The edits.
            label: What the undo menu calls them.
            key: Commands in a row with the same key are one step; "" never merges.
            formats: The format of the file before and after.
        """
        super().__init__(label)
        self._play = play
        self._steps = [(edits, invert(before, edits))]
        self._key = key
        self._format_before, self._format = formats

    def id(self) -> int:
        if self._key:
            return _PATCH_ID
        return -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(other, PatchCommand) or other._key != self._key:
            return False
        self._steps += other._steps
        return True

    def redo(self) -> None:
        for edits, _ in self._steps:
            self._play(edits, self._format)

    def undo(self) -> None:
        for _, inverse in reversed(self._steps):
            self._play(inverse, self._format_before)
