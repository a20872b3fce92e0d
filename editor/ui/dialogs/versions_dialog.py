"""What a document was before: its versions by day, each compared with the text as it is now."""

from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from editor.app.document.session import Session
from editor.app.services.background import BackgroundTask
from editor.app.services.files import describe_failure
from editor.app.versions.timeline import LoadTimeline, Version, VersionSource, without_text
from editor.core.base.differences import find_edits
from editor.core.base.encoding import FileFormat, decode
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message
from editor.ui.dialogs.comparison import ComparisonView
from editor.ui.widgets.grip_splitter import GripSplitter
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.room import fit_to_screen, scrolling_column
from editor.ui.widgets.tree import expand_parents
from editor.ui.wording.short_times import write_long_day
from editor.ui.wording.translation import translated

_VERSION = Qt.ItemDataRole.UserRole


class VersionsDialog(QDialog):
    """Left the versions, right the differences; one can be restored, as an undo step."""

    def __init__(
        self, session: Session, path: Path, load: LoadTimeline, today: date, parent: QWidget
    ) -> None:
        """Show the versions of a document; they are loaded in the background.

        Args:
            session: The open document.
            path: Its file.
            load: Loads the versions; it may take seconds.
            today: The day that is called today.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Versions of “{0}”").format(path.name))
        fit_to_screen(self, 960, 580)
        self._session, self._path, self._today = session, path, today
        self._chosen: tuple[str, FileFormat] | None = None
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(self.tr("Versions"))
        self.tree.currentItemChanged.connect(lambda item, _: self._show_item(item))
        self.view = ComparisonView()
        self.note = PlainLabel(self.tr("Looking for versions…"), wordWrap=True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self._task = BackgroundTask(self, "versions")
        self._task.done.connect(self._show_versions)
        self._task.failed.connect(lambda message: self._say(message))
        now = session.encoded()
        self._task.start(lambda stop: without_text(load(stop), now))
        self.finished.connect(lambda _: self._task.close())

    def _lay_out(self) -> None:
        split = GripSplitter()
        split.addWidget(self.tree)
        split.addWidget(self.view)
        split.setSizes([300, 660])
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.restore_button = self.buttons.addButton(
            self.tr("Restore this version"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.restore_button.setEnabled(False)
        self.buttons.accepted.connect(self._restore)
        self.buttons.rejected.connect(self.reject)
        layout = scrolling_column(self, self.buttons)
        layout.addWidget(self.note)
        layout.addWidget(split, 1)

    def _say(self, message: Message | UserFacingError) -> None:
        self.note.setText(translated(message))

    def _show_versions(self, versions: list[Version]) -> None:
        if not versions:
            self.note.setText(
                self.tr("There is no other one yet: each save keeps the text that it replaces.")
            )
            return
        self.note.setText(
            self.tr(
                "What is gone since then is struck out or has a −, what is new is underlined or "
                "has a +."
            )
        )
        days: dict[date, QTreeWidgetItem] = {}
        for version in versions:
            moment = datetime.fromtimestamp(version.moment)
            if moment.date() not in days:
                days[moment.date()] = QTreeWidgetItem(self.tree, [self._name_day(moment.date())])
                days[moment.date()].setFlags(Qt.ItemFlag.ItemIsEnabled)
            item = QTreeWidgetItem(days[moment.date()], [self._describe(version, moment)])
            item.setData(0, _VERSION, version)
        expand_parents(self.tree)
        first = self.tree.model().index(0, 0, self.tree.model().index(0, 0, QModelIndex()))
        self.tree.setCurrentIndex(first)

    def _name_day(self, day: date) -> str:
        if day == self._today:
            return self.tr("Today")
        if day == self._today - timedelta(days=1):
            return self.tr("Yesterday")
        return write_long_day(day)

    def _describe(self, version: Version, moment: datetime) -> str:
        clock = f"{moment:%H:%M}"
        if version.source is VersionSource.GIT:
            return self.tr("{0} · commit “{1}”").format(clock, version.label)
        if version.source is VersionSource.DRAFT:
            return self.tr("{0} · work that was not saved").format(clock)
        return self.tr("{0} · the text before this save").format(clock)

    def _show_item(self, item: QTreeWidgetItem | None) -> None:
        version = item and item.data(0, _VERSION)
        self._chosen = None
        if isinstance(version, Version):
            try:
                self._chosen = decode(version.read())
            except UserFacingError as error:
                self._say(error)
            except OSError as error:
                self._say(describe_failure(error, self._path))
        if self._chosen:
            self.view.compare(self._chosen[0], self._session.text, self._session.profile)
        else:
            self.view.say("")
        is_other = self._chosen is not None and self._chosen[0] != self._session.text
        self.restore_button.setEnabled(is_other)

    def _restore(self) -> None:
        if self._chosen:
            text, form = self._chosen
            edits = find_edits(self._session.text, text)
            self._session.pause()
            self._session.apply(edits, self.tr("Restore a version"), form=form)
        self.accept()
