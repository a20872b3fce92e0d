"""Ready for the site: every file with what will differ, then where it goes.

The rules are ``publish_plan``'s; the dialog shows them and asks.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from editor.app.document.session import Session
from editor.app.services.background import BackgroundTask
from editor.app.services.settings import Settings
from editor.app.site.publish_plan import (
    Delivery,
    PlannedFile,
    Publication,
    PublishPlan,
    collisions,
    find_changed,
    publish,
)
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message
from editor.core.checks.diagnostic import Diagnostic
from editor.core.issue import naming
from editor.core.issue.issue import issue_title
from editor.core.publishing.site_files import CalendarSiteFiles, SiteFile, SiteFileKind
from editor.ui.dialogs.delivery_box import DeliveryBox
from editor.ui.dialogs.found_diagnostics import FoundDiagnostics
from editor.ui.dialogs.host_submission import HostSubmission
from editor.ui.dialogs.planned_files import PlannedFiles
from editor.ui.dialogs.zip_packing import pack_zip
from editor.ui.widgets.form_parts import hint
from editor.ui.widgets.message_bar import MessageBar
from editor.ui.widgets.plain_text import ElidedLabel, PlainLabel
from editor.ui.widgets.room import fit_to_screen, scrolling_column
from editor.ui.wording.translation import translated


class PublishDialog(QDialog):
    """Writes nothing before its button is clicked, and replaces nothing without a tick."""

    writing = Signal(bool)
    """Files are being written, or that is over."""

    def __init__(
        self,
        session: Session,
        choose_site: Callable[[], Path | None],
        parent: QWidget | None = None,
        *,
        delivery: Delivery = Delivery.FILES,
        diagnostics: Sequence[Diagnostic] = (),
        settings: Settings | None = None,
    ) -> None:
        """Make the dialog for a document.

        Args:
            session: The document that is published.
            choose_site: Asks the user for the site's folder.
            parent: The window.
            delivery: What is chosen at first.
            diagnostics: What checks have found in the issue.
            settings: Where accounts at code hosts are known; None offers no hosts.
        """
        super().__init__(parent)
        self.session, self._choose_site, self._diagnostics = session, choose_site, diagnostics
        self._settings = settings
        self.root = session.site_root
        self.publication: Publication | None = None
        """What has been published, when the dialog is accepted."""
        self._pending: tuple[Publication, list[PlannedFile]] | None = None
        self._calendars = BackgroundTask(self, "calendars")
        self._writer = BackgroundTask(self, "write")
        self.setWindowTitle(self.tr("Publish on the website"))
        fit_to_screen(self, 1040, 720)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.list_files()
        self.box.choose(delivery)

    # --- building ---------------------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self.bar = MessageBar()
        self.folder = ElidedLabel(textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse)
        self.folder_button = QPushButton(self.tr("&Choose…"))
        self.files = PlannedFiles(self.session.profile)
        self.replace = QCheckBox()
        self.box = DeliveryBox(
            naming.issue_names(self.session.issue).branch,
            issue_title(self.session.issue),
            self._settings,
        )
        self.submission = HostSubmission(self.session, self.bar, self)
        self.diagnostics = FoundDiagnostics(self._diagnostics)
        self.reason = hint()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.write_button = self.buttons.addButton(
            self.tr("Write the files"), QDialogButtonBox.ButtonRole.AcceptRole
        )

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.addWidget(PlainLabel(self.tr("Site folder:")))
        where.addWidget(self.folder, 1)
        where.addWidget(self.folder_button)
        column = scrolling_column(self, self.buttons)
        column.addWidget(self.bar)
        column.addLayout(where)
        column.addWidget(self.files, 1)
        column.addWidget(self.diagnostics)
        column.addWidget(self.replace)
        column.addWidget(self.box)
        column.addWidget(self.reason)

    def _connect(self) -> None:
        self.folder_button.clicked.connect(self._on_folder)
        self.files.chosen_changed.connect(self._update)
        self.replace.toggled.connect(lambda _: self._update())
        self.box.delivery_changed.connect(self._on_delivery)
        self.box.changed.connect(self._update)
        self._calendars.done.connect(self._on_calendars)
        self._writer.done.connect(self._on_written)
        for task in (self._calendars, self._writer):
            task.failed.connect(self._on_failed)
        self._writer.failed.connect(lambda _: self.writing.emit(False))
        self.submission.changed.connect(self._update)
        self.submission.accepted.connect(self._finish)
        self.submission.merged.connect(self.list_files)
        self.buttons.accepted.connect(self.write)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        self.box.close_down()
        for task in (self._calendars, self._writer, self.submission):
            task.close()

    # --- the files --------------------------------------------------------------------------------

    @property
    def complete(self) -> bool:
        """Whether all files are listed; calendars take a moment."""
        return not self._calendars.busy

    def list_files(self) -> None:
        """List the page and the picture at once, the calendars when they are made."""
        session = self.session
        plan = self._plan = PublishPlan(
            session.issue, session.encoded(), session.site, self.root, session.path, session.disk
        )
        unknown = self.tr("not known yet; a ZIP needs none")
        self.folder.setText(str(self.root) if self.root else unknown)
        self.box.show_root(self.root)
        self.files.clear()
        self._add(plan.page(), checked=True)
        try:
            for picture in plan.pictures():
                self._add(picture, checked=True)
        except UserFacingError as error:
            self._on_failed(error.message)
        self._calendars.start(lambda _: plan.calendars())
        self._on_delivery()

    def _add(self, file: SiteFile, *, checked: bool) -> None:
        if planned := self._inspect(file):
            self.files.add(planned, checked=checked)

    def _inspect(self, file: SiteFile) -> PlannedFile | None:
        try:
            return self._plan.inspect(file)
        except UserFacingError as error:
            self._on_failed(error.message)
            return None

    def _on_calendars(self, made: CalendarSiteFiles) -> None:
        calendars = [file for file in made.files if file.kind is SiteFileKind.CALENDAR]
        planned = list(filter(None, map(self._inspect, calendars)))
        if planned or made.missing:
            self.files.add_calendars(planned, made.missing)
        for file in made.files:
            if file.kind is SiteFileKind.FEED:
                self._add(file, checked=False)
        self._update()

    @property
    def collisions(self) -> list[PlannedFile]:
        """Chosen files that would take the place of something else."""
        is_here = self.box.delivery in (Delivery.FILES, Delivery.GIT)
        return collisions(self.files.chosen) if is_here else []

    def _on_folder(self) -> None:
        if root := self._choose_site():
            self.root = root
            self.list_files()

    def _on_delivery(self) -> None:
        self.box.inspect([planned.file.path for planned in self.files.chosen])
        self._update()

    def _update(self) -> None:
        """Let buttons and ticks follow what is chosen."""
        count, busy = len(self.collisions), self._is_busy
        self.replace.setVisible(count > 0)
        self.replace.setText(self.tr("&Replace %n file(s) that exist(s) on the site", "", count))
        self.write_button.setText(self.box.verb)
        for widget in (self.files.tree, self.folder_button, self.replace, self.buttons):
            widget.setEnabled(not busy)
        self.box.set_busy(busy)
        missing = self._what_is_missing()
        self.reason.setText(missing)
        self.write_button.setEnabled(not busy and not missing)

    def _what_is_missing(self) -> str:
        """Why nothing can be written yet; "" where it can."""
        if not self.files.chosen:
            return self.tr("No file is ticked.")
        if self.collisions and not self.replace.isChecked():
            return self.tr("Before anything is replaced, say so with the tick above.")
        return self.box.what_is_missing

    def write(self) -> None:
        """Hand over what is chosen, in the way that is chosen."""
        if self.box.delivery is Delivery.ZIP:
            self._pack()
            return
        if self.box.delivery is Delivery.HOST:
            assert self.box.host
            self.submission.start(self.box.host, self.files.chosen)
            return
        assert self.root
        root, chosen = self.root, self.files.chosen
        try:
            changed = find_changed(root, chosen)
        except UserFacingError as error:
            self._on_failed(error.message)
            return
        if changed:
            text = self.tr("“{0}” has changed since you looked. Look again.").format(changed.path)
            self.bar.say(text, [(self.tr("Look again"), self.list_files)])
            return
        branch, message = self.box.branch_name, self.box.commit_message
        paths = tuple(planned.file.path for planned in chosen)
        self._pending = (Publication(root, paths, branch, self.box.remote), chosen)
        self.bar.say(self.tr("Writing…"))
        self.writing.emit(True)
        self._writer.start(lambda _: publish(root, chosen, branch=branch, message=message))
        self._update()

    def _on_written(self, _: object) -> None:
        assert self._pending
        publication, chosen = self._pending
        for planned in chosen:
            file = planned.file
            if file.kind is SiteFileKind.PICTURE:
                self.session.site.pending_photos.drop(file.path.rpartition("/")[2])
            elif file.kind is SiteFileKind.PAGE:
                if self.session.path is None or self._plan.is_open_file(file):
                    self.session.arrived(publication.root / file.path, file.data)
        self.writing.emit(False)
        self._finish(publication)

    def _pack(self) -> None:
        try:
            packed = pack_zip(self.session.issue, self.files.chosen, self)
        except UserFacingError as error:
            self._on_failed(error.message)
            return
        if packed:
            self._finish(Publication(packed.parent, archive=packed))

    def _finish(self, publication: Publication) -> None:
        self.publication = publication
        self.accept()

    def reject(self) -> None:
        """Cancel, unless files are being written: then their end is waited for."""
        if not self._is_busy:
            super().reject()

    @property
    def _is_busy(self) -> bool:
        return self._writer.busy or self.submission.busy

    def _on_failed(self, message: Message) -> None:
        self.bar.say(translated(message), warning=True)
        self._update()
