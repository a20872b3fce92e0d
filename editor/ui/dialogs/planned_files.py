"""The files of a publication: a tree to tick them in, and what differs in the selected one."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from editor.app.site.publish_plan import FileState, PlannedFile
from editor.core.profiles.profile import Profile
from editor.core.publishing.calendar_files import CalendarFile
from editor.core.publishing.site_files import SiteFileKind
from editor.ui.dialogs.comparison import ComparisonView
from editor.ui.widgets.grip_splitter import GripSplitter
from editor.ui.widgets.plain_text import PlainLabel, plain_tip
from editor.ui.wording.translation import translated

_REASON = Qt.ItemDataRole.UserRole
"""Why an entry has no file."""
_PICTURE = (230, 200)
"""The largest size at which a picture is shown, in device-independent pixels."""


class PlannedFileRow(Struct, frozen=True):
    """A file with its item in the tree."""

    planned: PlannedFile
    item: QTreeWidgetItem


class PlannedFiles(GripSplitter):
    """Shows planned files; each can be ticked and looked at."""

    chosen_changed = Signal()
    """A tick was set or taken away."""

    def __init__(self, profile: Profile) -> None:
        """Make the tree, empty.

        Args:
            profile: The kind of page that is published.
        """
        super().__init__()
        self._profile = profile
        self.rows: list[PlannedFileRow] = []
        self.ticks_calendars = True
        """Whether calendar files are ticked; follows what the user ticks."""
        self._calendars: QTreeWidgetItem | None = None
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([self.tr("File"), self.tr("On the site")])
        self.tree.setAccessibleName(self.tr("Files for the site"))
        self.tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.currentItemChanged.connect(lambda item, _: self._show(item))
        self.tree.itemChanged.connect(self._on_ticked)
        self.comparison = ComparisonView()
        self._old_picture, self._new_picture = (
            PlainLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True) for _ in range(2)
        )
        self._views = QStackedWidget()
        self._views.addWidget(self.comparison)
        self._views.addWidget(self._pair_of_pictures())
        self.addWidget(self.tree)
        self.addWidget(self._views)
        self.setSizes([520, 440])

    def _pair_of_pictures(self) -> QWidget:
        pictures = QWidget()
        pair = QHBoxLayout(pictures)
        for label in (self._old_picture, self._new_picture):
            label.setObjectName("thumbnail")
            label.setMinimumSize(150, 110)
            pair.addWidget(label, 1)
        return pictures

    # --- the files --------------------------------------------------------------------------------

    @property
    def chosen(self) -> list[PlannedFile]:
        """The ticked files, in the order of the tree."""
        return [row.planned for row in self.rows if row.item.checkState(0) == Qt.CheckState.Checked]

    def clear(self) -> None:
        """Forget all files."""
        self._calendars = None
        self.tree.clear()
        self.rows = []

    def add(self, planned: PlannedFile, *, checked: bool) -> None:
        """Add a file at top level.

        Args:
            planned: The file.
            checked: Whether it is ticked.
        """
        names = {
            SiteFileKind.PAGE: self.tr("The page"),
            SiteFileKind.PICTURE: self.tr("Header picture"),
            SiteFileKind.FEED: self.tr("All events to subscribe to, if you offer that"),
        }
        path = planned.file.path
        name = names.get(planned.file.kind)
        text = f"{name}: {path.rpartition('/')[2]}" if name else path
        item = self._make_item(planned, text, checked=checked)
        self.tree.addTopLevelItem(item)
        if self.tree.currentItem() is None:
            self.tree.setCurrentItem(item)

    def add_calendars(
        self, calendars: Sequence[PlannedFile], missing: Sequence[CalendarFile] = ()
    ) -> None:
        """Add calendar files below an item that ticks them all.

        Args:
            calendars: The files.
            missing: The entries that have none; they are shown below, each with its reason.
        """
        parent = QTreeWidgetItem([self._describe_calendars(calendars)])
        parent.setFlags(
            parent.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate
        )
        parent.setToolTip(
            0,
            self.tr(
                "Mails and phones cannot use the links in the page; these files they can. A draft "
                "in your mail program leads to them."
            ),
        )
        self.tree.addTopLevelItem(parent)
        parent.setFirstColumnSpanned(True)
        for planned in calendars:
            name = planned.file.path.rpartition("/")[2]
            parent.addChild(self._make_item(planned, name, checked=self.ticks_calendars))
        for file in missing:
            item = self._missing_item(file)
            self.tree.addTopLevelItem(item)
            item.setFirstColumnSpanned(True)
        self._calendars = parent

    def _describe_calendars(self, calendars: Sequence[PlannedFile]) -> str:
        count = self.tr("%n calendar file(s) (.ics)", "", len(calendars))
        if calendars:
            count += ": " + calendars[0].file.path.rpartition("/")[0]
        return count

    def _missing_item(self, file: CalendarFile) -> QTreeWidgetItem:
        """An entry that no calendar can express; nothing to tick."""
        assert file.problem
        reason = translated(file.problem)
        words = self.tr("⚠ No calendar file for “{0}”: {1}").format(file.title, reason)
        item = QTreeWidgetItem([words])
        item.setData(0, _REASON, reason)
        item.setToolTip(0, plain_tip(reason))
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        return item

    def _on_ticked(self) -> None:
        if self._calendars:
            self.ticks_calendars = self._calendars.checkState(0) != Qt.CheckState.Unchecked
        self.chosen_changed.emit()

    def _make_item(self, planned: PlannedFile, text: str, *, checked: bool) -> QTreeWidgetItem:
        states = {
            FileState.NEW: self.tr("new"),
            FileState.SAME: self.tr("is there already"),
            FileState.DIFFERENT: "⚠ " + self.tr("holds something else"),
            FileState.OWN: self.tr("the file you have open"),
        }
        item = QTreeWidgetItem([text, states[planned.state]])
        item.setToolTip(0, plain_tip(planned.file.path))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
        self.rows.append(PlannedFileRow(planned, item))
        return item

    # --- the selected one -------------------------------------------------------------------------

    def _show(self, item: QTreeWidgetItem | None) -> None:
        planned = next((row.planned for row in self.rows if row.item is item), None)
        is_picture = planned is not None and planned.file.kind is SiteFileKind.PICTURE
        self._views.setCurrentIndex(1 if is_picture else 0)
        reason = item and item.data(0, _REASON)
        if reason:
            self.comparison.say(self.tr("No calendar can say it: {0}").format(reason))
        elif planned is None:
            self.comparison.say(self.tr("Open the list to see each file."))
        elif is_picture:
            self._show_picture(self._old_picture, planned.before, self.tr("There is none yet."))
            self._show_picture(self._new_picture, planned.file.data, "")
        else:
            after = planned.file.data.decode("utf-8", "replace")
            is_page = planned.file.kind is SiteFileKind.PAGE
            profile = self._profile if is_page else None
            if planned.before is None:
                self.comparison.show_new(after, profile)
            else:
                before = planned.before.decode("utf-8", "replace")
                self.comparison.compare(before, after, profile)

    def _show_picture(self, label: QLabel, data: bytes | None, missing: str) -> None:
        picture = QPixmap()
        if data:
            picture.loadFromData(data)
        if picture.isNull():
            label.setText(missing)
            return
        ratio = self.devicePixelRatioF()
        width, height = (int(size * ratio) for size in _PICTURE)
        picture = picture.scaled(
            width,
            height,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        picture.setDevicePixelRatio(ratio)
        label.setPixmap(picture)
