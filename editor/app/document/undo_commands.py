"""The one undo command: edits of the text together with their inverse."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from msgspec import Struct
from PySide6.QtGui import QUndoCommand, QUndoStack

from editor.core.base.edits import Edit, invert
from editor.core.base.encoding import FileFormat


class StepKind(StrEnum):
    """What the user did with a step."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


class Step(Struct, frozen=True):
    """What an undo command has just played: lists of edits, one after the other."""

    kind: StepKind
    played: tuple[list[Edit], ...]
    form: FileFormat
    """The file format from now on."""
    label: str = ""
    key: str = ""
    """Steps in a row with the same key are undone as one; "" for a step of its own."""


PlayStep = Callable[[Step], None]
"""Puts the edits of a step into the text."""

_PATCH_ID = 1
"""Qt merges commands of the same id."""


_Step = tuple[list[Edit], list[Edit]]
"""Edits, and those that take them back."""


def _join(first: _Step, second: _Step) -> _Step | None:
    """Make one step of two where the second goes on writing at the end of the first."""
    if not (len(first[0]) == len(second[0]) == 1):
        return None
    (edit,), (back,), (following,) = first[0], first[1], second[0]
    end = edit.start + len(edit.new)
    if not following.start == following.end == end:
        return None
    joined = Edit(edit.start, edit.end, edit.new + following.new)
    return [joined], [Edit(back.start, end + len(following.new), back.new)]


class PatchCommand(QUndoCommand):
    """Edits of the session's text. Commands with the same key merge into one step."""

    def __init__(
        self,
        play: PlayStep,
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
        self._steps: list[_Step] = [(edits, invert(before, edits))]
        self._label, self._key = label, key
        self._format_before, self._format = formats
        self._kind = StepKind.DO

    def id(self) -> int:
        if self._key:
            return _PATCH_ID
        return -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(other, PatchCommand) or other._key != self._key:
            return False
        for step in other._steps:
            joined = _join(self._steps[-1], step)
            self._steps[-1:] = [joined] if joined else [self._steps[-1], step]
        other.__dict__.clear()  # PySide keeps merged commands for ever (6.11): nothing else stays
        return True

    def redo(self) -> None:
        self._play_all(self._kind, [edits for edits, _ in self._steps], self._format)
        self._kind = StepKind.REDO  # the stack plays a new command at once, by this very method

    def undo(self) -> None:
        inverses = [inverse for _, inverse in reversed(self._steps)]
        self._play_all(StepKind.UNDO, inverses, self._format_before)

    def _play_all(self, kind: StepKind, played: Sequence[list[Edit]], form: FileFormat) -> None:
        self._play(Step(kind, tuple(played), form, self._label, self._key))


def undo_if_last(stack: QUndoStack) -> Callable[[], None]:
    """Make what takes back the last step, unless the user has done something since.

    Args:
        stack: The steps, the last one just done.

    Returns:
        What a message offers as *Undo*.
    """
    index = stack.index()

    def undo() -> None:
        if stack.index() == index:
            stack.undo()

    return undo
