"""Work that was not saved when its document was left: kept while typing, offered again."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from editor.app.document.session import Session
from editor.app.drafts.draft_folder import KeptDraft, find_kept_drafts, move_aside
from editor.app.drafts.draft_keeper import DraftKeeper
from editor.app.services.background import BackgroundTask
from editor.app.services.files import read_file
from editor.app.services.write_in_place import finish_writes
from editor.core.base.encoding import decode
from editor.core.base.errors import UserFacingError
from editor.ui.main_window.document_files import DocumentFiles
from editor.ui.main_window.window_callbacks import WindowCallbacks
from editor.ui.widgets.message_bar import MessageBar
from editor.ui.wording.short_times import write_moment


class UnsavedWork(QObject):
    """Offers drafts in the message bar, and says when none can be kept."""

    kept_changed = Signal()
    """Other drafts wait to be restored than before."""

    def __init__(
        self,
        session: Session,
        keeper: DraftKeeper,
        files: DocumentFiles,
        bar: MessageBar,
        callbacks: WindowCallbacks,
        window: QWidget,
    ) -> None:
        """Make it; ``look`` searches for drafts.

        Args:
            session: The open document.
            keeper: Keeps the draft of the open document.
            files: The open document and its file.
            bar: Where drafts are offered.
            callbacks: The window's own functions.
            window: The parent of dialogs.
        """
        super().__init__(window)
        keeper.setParent(self)
        self._session, self._keeper, self._files, self._bar = session, keeper, files, bar
        self.dialog: QDialog | None = None
        self._callbacks, self._window = callbacks, window
        self.kept: Sequence[KeptDraft] = ()
        """The drafts that wait to be restored, the latest first."""
        self._left_here: set[Path] = set()
        """The drafts of documents that were left in this window."""
        self._just_left: set[Path] = set()
        """Those of them that nobody has told of."""
        self._done: set[Path] = set()
        """Those that were restored or discarded: they may be there for a moment still."""
        self._is_offered = False
        self._task = BackgroundTask(self, "drafts")
        self._task.done.connect(self._on_found)
        keeper.failed.connect(self._on_failed)
        keeper.recovered.connect(lambda: bar.say(self.tr("Drafts are written again.")))
        keeper.open_elsewhere.connect(self._on_open_elsewhere)
        keeper.set_aside.connect(self._on_set_aside, Qt.ConnectionType.QueuedConnection)

    # --- what was left ----------------------------------------------------------------------------

    def look(self) -> None:
        """Search for drafts in the background, and offer the latest."""
        self._task.start(lambda _: _find_drafts())

    def _on_set_aside(self, file: Path) -> None:
        self._left_here.add(file)
        self._just_left.add(file)
        self.look()

    def _on_found(self, found: list[KeptDraft]) -> None:
        self._set_kept([kept for kept in found if kept.file not in self._done])
        left = [kept for kept in self.kept if kept.file in self._just_left]
        self._just_left.clear()
        if left:
            self._tell_left(left[0])
        elif not self._is_offered:
            self._offer_next()
        self._is_offered = True

    def _tell_left(self, left: KeptDraft) -> None:
        path = self._session.path
        if path and left.draft.header.path == str(path.absolute()):
            self.offer_for(path)  # it was opened again at once
            return
        text = self.tr("“{0}” is not saved yet; it is kept just as it is.")
        go_on = (self.tr("Back to it"), partial(self.restore, left))
        self._bar.say(text.format(left.name or self.tr("New issue")), [go_on])

    def _set_kept(self, kept: Sequence[KeptDraft]) -> None:
        self.kept = kept
        self.kept_changed.emit()

    def offer_for(self, path: Path) -> None:
        """Offer the draft of a document that has just been opened, if there is one.

        What was left in this window is there again at once.

        Args:
            path: The document's file.
        """
        drafts = [kept for kept in self.kept if kept.draft.header.path == str(path.absolute())]
        if not drafts:
            return
        if drafts[0].file in self._left_here and self._session.saved:
            self.restore(drafts[0])
            self._bar.say(self.tr("What was not saved is here again; the menu Edit undoes it."))
        else:
            self.offer(drafts[0])

    def _offer_next(self) -> None:
        if self.kept:
            self.offer(self.kept[0])

    def offer(self, kept: KeptDraft) -> None:
        """Offer a draft in the message bar.

        Args:
            kept: The draft.
        """
        name, moment = kept.name or self.tr("New issue"), write_moment(kept.draft.last)
        text = self.tr("Not saved when it was left: “{0}”, {1}.").format(name, moment)
        if kept.draft.changes:
            text = self.tr("Not saved when it was left: “{0}”, {1}, {2}.").format(
                name, moment, self.tr("%n change(s)", "", kept.draft.changes)
            )
        answers = [
            (self.tr("Restore"), lambda: self.restore(kept)),
            (self.tr("Compare"), lambda: self._compare(kept)),
            (self.tr("Discard"), lambda: self._discard(kept)),
        ]
        self._bar.say(text, answers, warning=True)

    def restore(self, kept: KeptDraft) -> None:
        """Open a document as it was left.

        Args:
            kept: Its draft.
        """
        if self._callbacks.begin(lambda: self._keeper.restore(kept)):
            self._take_out(kept)
            self._files.look_at_disk()

    def _take_out(self, gone: KeptDraft) -> None:
        self._done.add(gone.file)
        self._set_kept([kept for kept in self.kept if kept.file != gone.file])

    def _compare(self, kept: KeptDraft) -> None:
        from editor.ui.dialogs.comparison import ComparisonDialog

        text = kept.draft.text
        ComparisonDialog(
            self._window,
            self.tr("Compare"),
            self.tr("What only the file has is struck out, what was not saved is underlined."),
            _read_saved(kept),
            text,
            self._session.registry.named(kept.draft.header.profile),
        ).exec()
        self.offer(kept)

    def _discard(self, kept: KeptDraft) -> None:
        move_aside(kept.file)
        self._take_out(kept)
        self._offer_next()

    # --- what was before --------------------------------------------------------------------------

    def show_versions(self) -> None:
        """Show what the document was before, by day."""
        from editor.ui.dialogs.versions_dialog import VersionsDialog

        path = self._session.path
        if path is None:
            self._bar.say(self.tr("There are versions of this issue once it has been saved."))
            return
        self._callbacks.finish_field()
        load = partial(self._keeper.load_versions, path)
        today = date.today()
        dialog = self.dialog = VersionsDialog(self._session, path, load, today, self._window)
        dialog.accepted.connect(self._tell_restored)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell_restored(self) -> None:
        text = self.tr("The version is back; the file has it once you save.")
        undo = self._session.stack.undo
        self._bar.say(text, [(self.tr("Save"), self._files.save), (self.tr("Undo"), undo)])

    # --- what is being kept -----------------------------------------------------------------------

    def _on_failed(self, reason: str) -> None:
        text = self.tr(
            "No draft can be kept ({0}). The text here is complete, but only saving makes it safe."
        )
        self._bar.say(text.format(reason), warning=True)

    def _on_open_elsewhere(self, path: Path) -> None:
        text = self.tr(
            "“{0}” is open in another window of Rundbrief, too. "
            "What is saved there is merged with what you write here."
        )
        self._bar.say(text.format(path.name), warning=True)

    def close(self, *, keep: bool) -> None:
        """Write what is left, within a second.

        Args:
            keep: Whether an unsaved text is offered at the next start.
        """
        self._task.close()
        self._keeper.close(keep=keep)


def _find_drafts() -> list[KeptDraft]:
    finish_writes()
    return find_kept_drafts()


def _read_saved(kept: KeptDraft) -> str:
    """What the document's file holds now; what the draft began with, where it cannot be read."""
    try:
        return decode(read_file(Path(kept.draft.header.path)))[0]
    except UserFacingError:
        return kept.draft.header.base
