"""Submitting to a code host from the dialog of publishing, and what somebody has changed there."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from editor.app.document.session import Session
from editor.app.hosting.handing_over import FileThere, HandedOver, HandOver, hand_over
from editor.app.hosting.memory import HostMemory
from editor.app.services.background import BackgroundTask
from editor.app.site.publish_plan import PlannedFile, Publication
from editor.core.base.differences import find_edits
from editor.core.base.encoding import decode
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message
from editor.core.hosting.git_objects import blob_id
from editor.core.merging.merge import Merge, merge_texts
from editor.ui.dialogs.host_fields import HostFields
from editor.ui.dialogs.merge_dialog import MergeDialog
from editor.ui.widgets.message_bar import MessageBar
from editor.ui.wording.translation import translated


class HostSubmission(QObject):
    """Says in the dialog's bar what happens; what was changed there is merged into the document."""

    accepted = Signal(object)
    """The Publication, once the host has all files."""
    changed = Signal()
    """It has begun, or ended."""

    merged = Signal()
    """The document has what was changed there: its files are others now."""

    def __init__(self, session: Session, bar: MessageBar, dialog: QDialog) -> None:
        """Make it.

        Args:
            session: The document.
            bar: Says what happens.
            dialog: The dialog of publishing.
        """
        super().__init__(dialog)
        self._session, self._bar, self._dialog = session, bar, dialog
        self._fields: HostFields | None = None
        self._what: HandOver | None = None
        self._merged_text = ""
        """The text that was merged last."""
        self.merge_dialog: MergeDialog | None = None
        self._task = BackgroundTask(self, "code host")
        self._task.done.connect(self._on_handed_over)
        self._task.failed.connect(self._on_failed)

    @property
    def busy(self) -> bool:
        """Whether the host is being asked."""
        return self._task.busy

    def start(self, fields: HostFields, files: Sequence[PlannedFile]) -> None:
        """Submit files.

        Args:
            fields: Where to; nothing is missing in them.
            files: What the user has chosen.
        """
        place, account = fields.place, fields.account
        page = self._session.place
        if place is None or account is None:
            return
        if page is None:
            self._bar.say(
                self.tr("Save the issue first: it needs a file of its own."), warning=True
            )
            return
        fields.keep()
        what = HandOver(
            page,
            account,
            place,
            files,
            fields.branch_name,
            fields.title or fields.branch_name,
            fields.text,
            fields.comment,
        )
        self._what, self._fields = what, fields
        text = self.tr("Submitting to {0}…").format(place.repository.host)
        self._bar.say(text, [(self.tr("Stop"), self._stop)])
        self._task.start(lambda stop: hand_over(what, stop))
        self.changed.emit()

    def _stop(self) -> None:
        self._task.cancel()
        self._bar.say(self.tr("Stopped. Nothing is lost: submit again to go on where it was."))
        self.changed.emit()

    def _on_failed(self, message: Message) -> None:
        self._bar.say(translated(message), warning=True)
        self.changed.emit()

    def _on_handed_over(self, made: HandedOver) -> None:
        self.changed.emit()
        if made.submitted:
            request = made.submitted.request
            assert self._what
            paths = tuple(each.file.path for each in self._what.files)
            root = self._session.site_root or self._what.page.parent
            self.accepted.emit(
                Publication(root, paths, request.branch, pull_request=request.address)
            )
            return
        page = next((each for each in made.changed if each.is_page), None)
        if page and page.base is not None:
            self._merge(page)
        else:
            self._ask(made.changed)

    # --- what was changed there -------------------------------------------------------------------

    def _merge(self, page: FileThere) -> None:
        """Merge the page into the document, where that needs no question."""
        session = self._session
        try:
            theirs = decode(page.theirs)[0]
            base = decode(page.base or b"")[0]
        except UserFacingError as error:
            self._on_failed(error.message)
            return
        self._merged_text = session.text
        merge = merge_texts(base, session.text, theirs, session.profile)
        if not merge.conflicts:
            self._take(page, merge, merge.text())
            return
        dialog = self.merge_dialog = MergeDialog(
            merge,
            Path(page.path).name,
            session.profile.timezone,
            self._dialog,
            is_on_disk=False,
        )
        dialog.accepted.connect(lambda: self._take(page, merge, merge.text(dialog.answers)))
        dialog.finished.connect(dialog.deleteLater)
        text = self.tr("“{0}” was changed there, too, in places where you changed it.")
        self._bar.say(text.format(page.path), [(self.tr("Merge…"), dialog.open)], warning=True)

    def _take(self, page: FileThere, merge: Merge, text: str) -> None:
        session = self._session
        session.pause()
        if session.text != self._merged_text:  # it has changed while the question stood
            self._merge(page)
            return
        session.apply(find_edits(session.text, text), self.tr("Merge"))
        self._remember([page])
        said = self.tr(
            "“{0}” was changed there, too; %n change(s) are merged into your text. Close this "
            "and look at it, or submit it as it is.",
            "",
            merge.changes,
        )
        self._bar.say(said.format(page.path), [(self.tr("Look at it"), self._dialog.reject)])
        self.merged.emit()

    def _ask(self, changed: Sequence[FileThere]) -> None:
        names = ", ".join(each.path for each in changed)
        text = self.tr("Somebody has changed there: {0}. Nothing was submitted yet.")

        def replace() -> None:
            self._remember(changed)
            if self._fields and self._what:
                self.start(self._fields, self._what.files)

        choice = (self.tr("Replace them there"), replace)
        self._bar.say(text.format(names), [choice], warning=True)

    def _remember(self, changed: Sequence[FileThere]) -> None:
        """What the user has seen may be replaced."""
        assert self._what
        memory, page = HostMemory(), self._what.page
        bases = {each.path: blob_id(each.theirs) for each in changed if each.is_base}
        try:
            memory.add_seen(page, {each.path: each.theirs for each in changed})
            memory.keep_based_on(page, bases)
        except OSError as error:
            self._bar.say(str(error), warning=True)

    def close(self) -> None:
        """Take no more work."""
        self._task.close()
