"""What other programs do to the open file: taken over, merged, or asked about."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from editor.app.document.session import Session
from editor.app.document.undo_commands import undo_if_last
from editor.app.services.background import BackgroundTask
from editor.app.services.files import read_file
from editor.core.base.encoding import FileFormat, decode
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message
from editor.ui.widgets.message_bar import Action, MessageBar
from editor.ui.wording.translation import translated

if TYPE_CHECKING:
    from editor.core.merging.merge import Merge


class DiskChanges(QObject):
    """Brings together what has changed here and on disk; nothing that both changed is decided."""

    def __init__(
        self,
        session: Session,
        bar: MessageBar,
        save: Callable[[Path], object],
        compare: Callable[[], object],
        window: QWidget,
    ) -> None:
        """Make it.

        Args:
            session: The document.
            bar: Says what was done, and asks.
            save: Writes the text to a path.
            compare: Shows the differences from the file.
            window: The parent of dialogs.
        """
        super().__init__(window)
        self._session, self._bar, self._window = session, bar, window
        self._save, self._compare = save, compare
        self.dialog: QDialog | None = None
        self._task = BackgroundTask(self, "merge")
        self._task.failed.connect(self._on_failed)
        self._merged: Callable[[Merge], None] | None = None
        self._task.done.connect(self._on_merged)

    def bring_together(self, *, then_save: bool = False) -> None:
        """Take over what another program has written, or merge it with what was changed here.

        Args:
            then_save: Whether the text is saved where that needs no question.
        """
        session = self._session
        assert session.path and session.disk
        try:
            data = read_file(session.path)
            theirs, form = decode(data)
            base = decode(session.disk.data)[0]
        except UserFacingError as error:
            self._on_failed(error)
            return
        if session.saved:
            session.adopt_disk(data, theirs, form, self.tr("Take over from disk"))
            text = self.tr("“{0}” was changed by another program; this is the new text.")
            self._bar.say(text.format(session.path.name), [self._offer_undo()])
            return
        mine, profile = session.text, session.profile
        if session.form != decode(session.disk.data)[1]:
            form = session.form

        from editor.core.merging.merge import merge_texts

        def take(merge: "Merge") -> None:
            if session.text != mine:
                self.bring_together(then_save=then_save)
            else:
                self._take_merge(merge, data, form, then_save=then_save)

        self._merged = take
        self._task.start(lambda _: merge_texts(base, mine, theirs, profile))

    def _on_merged(self, merge: "Merge") -> None:
        if self._merged:
            self._merged(merge)

    def _on_failed(self, message: Message | UserFacingError) -> None:
        self._bar.say(translated(message), warning=True)

    def _take_merge(
        self, merge: "Merge", data: bytes, form: FileFormat, *, then_save: bool
    ) -> None:
        session = self._session
        if merge.conflicts:
            self.ask(merge, data, form)
            return
        session.adopt_disk(data, merge.text(), form, self.tr("Merge"))
        if then_save:
            self._overwrite(data)
        if session.disk and session.path and session.disk.same(session.path) is not False:
            self._say_merged(merge)

    def _say_merged(self, merge: "Merge") -> None:
        assert self._session.path
        count = merge.changes
        if not count:
            text = self.tr("“{0}” was written by another program, too. Your text has all of it.")
            self._bar.say(text.format(self._session.path.name))
            return
        text = self.tr(
            "“{0}” was changed by another program, too. %n change(s) from there are merged with "
            "yours.",
            "",
            count,
        )
        self._bar.say(text.format(self._session.path.name), [self._offer_undo()])

    def _offer_undo(self) -> Action:
        """Take back the last step, unless the user has done something since."""
        return self.tr("Undo"), undo_if_last(self._session.stack)

    def ask(self, merge: "Merge", data: bytes, form: FileFormat) -> None:
        """Ask what becomes of places that were changed here and on disk.

        Args:
            merge: The merge with its conflicts.
            data: The bytes on disk.
            form: The file format the merged text will have.
        """
        assert self._session.path
        count = len(merge.conflicts)
        text = self.tr(
            "“{0}” was changed by another program, in %n place(s) where you changed it, too.",
            "",
            count,
        )
        choices = [
            (self.tr("Merge…"), lambda: self._open_dialog(merge, data, form)),
            (self.tr("Show the difference"), lambda: self._compare_and_ask(merge, data, form)),
            (self.tr("Take over from disk"), self._reload),
            (self.tr("Overwrite"), lambda: self._overwrite(data)),
        ]
        self._bar.say(text.format(self._session.path.name), choices, warning=True)

    def _open_dialog(self, merge: "Merge", data: bytes, form: FileFormat) -> None:
        from editor.ui.dialogs.merge_dialog import MergeDialog

        session = self._session
        name = session.path.name if session.path else ""
        dialog = MergeDialog(merge, name, session.profile.timezone, self._window)
        self.dialog = dialog
        text_before = session.text

        def take() -> None:
            if session.text == text_before:
                merged = merge.text(dialog.answers)
                session.adopt_disk(data, merged, form, self.tr("Merge"))

        dialog.accepted.connect(take)
        dialog.rejected.connect(lambda: self.ask(merge, data, form))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _compare_and_ask(self, merge: "Merge", data: bytes, form: FileFormat) -> None:
        self._compare()
        self.ask(merge, data, form)

    def _reload(self) -> None:
        try:
            self._session.reload(self.tr("Take over from disk"))
        except UserFacingError as error:
            self._on_failed(error)

    def _overwrite(self, seen: bytes) -> None:
        """Write over what the user has been told of; look again if it is something else now."""
        path = self._session.path
        if path is None:
            return
        try:
            is_seen = read_file(path) == seen
        except UserFacingError:
            is_seen = True  # gone: there is nothing to write over
        if is_seen:
            self._save(path)
        else:
            self.bring_together()

    def close(self) -> None:
        """Merge no more."""
        self._task.close()
