"""A text that is changed by edits, each of them a step that can be undone."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from editor.app.document.undo_commands import PatchCommand, Step, StepKind
from editor.core.base.differences import find_edit
from editor.core.base.edits import Edit, apply, check_edits, drop_idle_edits
from editor.core.base.encoding import FileFormat

if TYPE_CHECKING:
    from editor.core.events.edit_context import EditContext
    from editor.core.issue.issue import Issue

_UNHOLDABLE = re.compile("[\0\ud800-\udfff]")


def _make_holdable(edit: Edit) -> Edit:
    return Edit(edit.start, edit.end, _UNHOLDABLE.sub("\ufffd", edit.new))


class Change(Struct, frozen=True):
    """What happened to the text: the edits in terms of the text before; None where all is new."""

    edits: tuple[Edit, ...] | None
    before: str
    origin: object = None
    """Who made the change, and need not follow it."""
    is_typed: bool = False
    """Whether it is part of a step that may go on, as somebody types."""


class EditedText(QObject):
    """``text`` is the only state; ``form`` says what the text does not tell of its file."""

    changed = Signal(object)
    """A Change: the text, or the profile through which it is seen, is another one."""
    stepped = Signal(object)
    """A Step was played."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.text, self.form = "", FileFormat()
        self._origin: object = None
        self._merge_round = 0
        self._is_quiet = False
        self._proven: Issue | None = None
        """What the proof of the edits being played has read of the text they make."""

    def apply(
        self,
        edits: Iterable[Edit],
        label: str,
        *,
        merge: str = "",
        origin: object = None,
        form: FileFormat | None = None,
        context: "EditContext | None" = None,
    ) -> bool:
        """Play edits as one undo step.

        What no text file can hold (NUL, half a character) is replaced by U+FFFD.

        Args:
            edits: Edits on the present text.
            label: What the step is called.
            merge: Steps in a row with the same key become one; "" for a step of its own.
            origin: Who makes the change; comes back in ``Change``.
            form: A new file format, which undo takes back, too.
            context: What the edits were computed with. The text it has read as their proof
                need not be parsed again.

        Returns:
            Whether there was anything to do.

        Raises:
            ValueError: If edits overlap or lie outside the text.
        """
        wanted = drop_idle_edits(self.text, map(_make_holdable, edits))
        if not wanted:
            return False
        # edits that do not fit must fail here: an exception in an override of Qt's is fatal
        check_edits(self.text, wanted)
        key = f"{merge}@{self._merge_round}" if merge else ""
        forms = (self.form, form or self.form)
        patch = PatchCommand(self._play, self.text, wanted, label, key, forms)
        self._push(patch, origin, context)
        return True

    def _push(
        self, patch: PatchCommand, origin: object = None, context: "EditContext | None" = None
    ) -> None:
        """Put a step on the stack, which plays it at once."""
        self._proven = None
        if context:
            from editor.core.issue.issue import IssueReparser

            reparser = context.reparse
            self._proven = reparser.last if isinstance(reparser, IssueReparser) else None
        self._origin = origin
        try:
            self.stack.push(patch)
        finally:
            self._origin = self._proven = None

    def pause(self) -> None:
        """Let the next step stand alone, even with the same merge key: a field was left."""
        self._merge_round += 1

    def _play(self, step: Step) -> None:
        """Put the edits of a step into the text, for the undo command alone."""
        self.form = step.form
        for edits in step.played:
            before, self.text = self.text, apply(self.text, edits)
            self._forget_derived()
            is_typed = step.kind is StepKind.DO and bool(step.key)
            self._tell_changed(Change(tuple(edits), before, self._origin, is_typed))
        self.stepped.emit(step)

    def repeat(self, step: Step) -> None:
        """Do again what was done once; a step that was undone is undone again.

        What was undone may not be on this stack: it was done before the text was saved. Then the
        step that took it back is one of its own.

        Args:
            step: The step.

        Raises:
            ValueError: If it does not fit the text.
        """
        expected = self.text
        for edits in step.played:
            expected = apply(expected, edits)
        if step.kind is StepKind.UNDO:
            self.stack.undo()
        elif step.kind is StepKind.REDO:
            self.stack.redo()
        else:
            for edits in step.played:
                forms = (self.form, step.form)
                self._push(PatchCommand(self._play, self.text, edits, step.label, step.key, forms))
        whole = find_edit(self.text, expected)
        self.apply([whole], step.label, form=step.form)

    @contextmanager
    def as_one_change(self) -> Iterator[None]:
        """Tell what happens in a ``with`` block as one change, when it ends."""
        before, self._is_quiet = self.text, True
        try:
            yield
        finally:
            self._is_quiet = False
            self.changed.emit(Change(None, before))

    def _tell_changed(self, change: Change) -> None:
        if not self._is_quiet:
            self.changed.emit(change)

    def _forget_derived(self) -> None:
        """Let go of what was made of the text before."""
