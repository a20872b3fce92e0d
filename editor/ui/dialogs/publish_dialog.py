"""Ready for the site: every file with what will differ, then where it goes: the folder, a git branch, or a ZIP."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGroupBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSplitter,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.app.document.session import Session
from editor.app.services.background import BackgroundTask
from editor.app.services.files import read_file, write_file
from editor.app.site.export_formats import make_zip
from editor.app.site.git import Checkout, commit, inspect_checkout, is_checkout
from editor.app.site.site_transaction import commit_files, read_target
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message
from editor.core.base.severity import Severity
from editor.core.checks.table import Diagnostic
from editor.core.issue import naming
from editor.core.issue.issue import issue_title
from editor.core.publishing.site_files import (
    SiteFile,
    calendar_site_files,
    feed_file,
    page_file,
    picture_file,
    upload_guide,
)
from editor.ui.dialogs.diff import DiffView
from editor.ui.forms.base import form_layout, hint, label_for
from editor.ui.widgets.message_bar import MessageBar
from editor.ui.wording.translation import current_language, translated

FILES, GIT, ZIP = "files", "git", "zip"
_NEW, _SAME, _OTHER = "new", "same", "other"


@dataclass(frozen=True, slots=True)
class Publication:
    """What has been handed over, and how."""

    root: Path
    written: tuple[str, ...] = ()
    branch: str = ""
    remote: str = ""
    archive: Path | None = None


@dataclass(slots=True)
class _Row:
    """A file in the list: the piece, what lies where it goes, and how it compares."""

    piece: SiteFile
    before: bytes | None
    item: QTreeWidgetItem

    @property
    def state(self) -> str:
        if self.before is None:
            return _NEW
        if self.before == self.piece.data:
            return _SAME
        return _OTHER


class PublishDialog(QDialog):
    """Nothing is written before the button, and nothing that exists is replaced without its tick."""

    def __init__(
        self,
        session: Session,
        choose_site: Callable[[], Path | None],
        parent: QWidget | None = None,
        *,
        way: str = FILES,
        found: Sequence[Diagnostic] = (),
    ) -> None:
        super().__init__(parent)
        self.session, self._choose_site, self._found = session, choose_site, found
        self.root = session.site_root
        self.done_: Publication | None = None
        self.rows: list[_Row] = []
        self._checkout: Checkout | None = None
        self._writing: Publication | None = None
        self._sent: list[_Row] = []
        """What is being written."""
        self._makers, self._looker, self._writer = (
            BackgroundTask(self, name) for name in ("calendars", "git", "write")
        )
        self.setWindowTitle(self.tr("Ready for the site"))
        room = self.screen().availableSize()
        self.resize(min(1040, room.width() - 40), min(720, room.height() - 60))
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._list_files()
        wanted = {GIT: self.git_way, ZIP: self.zip_way}.get(way, self.files_way)
        wanted.setChecked(wanted.isEnabled())

    # --- building --------------------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self.bar = MessageBar()
        self.folder = QLabel(textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse)
        self.folder_button = QPushButton(self.tr("&Choose…"))
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([self.tr("File"), self.tr("On the site")])
        self.tree.setAccessibleName(self.tr("Files for the site"))
        self.tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.diff = DiffView()
        self.old_picture, self.new_picture = (
            QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True) for _ in range(2)
        )
        self.replace = QCheckBox()
        self.files_way = QRadioButton(self.tr("Write the &files, nothing more"))
        self.files_way.setChecked(True)
        self.git_way = QRadioButton(
            self.tr("Commit exactly these files with &git, on a branch of their own")
        )
        self.zip_way = QRadioButton(self.tr("Pack a &ZIP to upload in the browser"))
        self.branch, self.message = (
            QLineEdit(naming.issue_names(self.session.issue).branch),
            QLineEdit(issue_title(self.session.issue)),
        )
        self.git_hint, self.diagnostics = hint(), hint()
        self.diagnostics.setObjectName("problem")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.write_button = self.buttons.addButton(
            self.tr("Write the files"), QDialogButtonBox.ButtonRole.AcceptRole
        )

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.addWidget(QLabel(self.tr("Site folder:")))
        where.addWidget(self.folder, 1)
        where.addWidget(self.folder_button)
        pictures = QWidget()
        pair = QHBoxLayout(pictures)
        for label in (self.old_picture, self.new_picture):
            label.setObjectName("thumbnail")
            label.setMinimumSize(150, 110)
            pair.addWidget(label, 1)
        self.right = QStackedWidget()
        self.right.addWidget(self.diff)
        self.right.addWidget(pictures)
        panes = QSplitter(childrenCollapsible=False)
        panes.addWidget(self.tree)
        panes.addWidget(self.right)
        panes.setSizes([520, 440])
        self.git_fields = QWidget()
        fields = form_layout()
        fields.setContentsMargins(24, 0, 0, 0)
        self.git_fields.setLayout(fields)
        fields.addRow(label_for(self.tr("&Branch:"), self.branch), self.branch)
        fields.addRow(label_for(self.tr("&Message:"), self.message), self.message)
        fields.addRow("", self.git_hint)
        ways = QGroupBox(self.tr("Hand over"))
        lines = QVBoxLayout(ways)
        for widget in (self.files_way, self.git_way, self.git_fields, self.zip_way):
            lines.addWidget(widget)
        column = QVBoxLayout(self)
        column.addWidget(self.bar)
        column.addLayout(where)
        column.addWidget(panes, 1)
        column.addWidget(self.diagnostics)
        column.addWidget(self.replace)
        column.addWidget(ways)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.folder_button.clicked.connect(self._on_folder)
        self.tree.currentItemChanged.connect(lambda item, _: self._show(item))
        self.tree.itemChanged.connect(lambda *_: self._settle())
        self.replace.toggled.connect(lambda _: self._settle())
        for way in (self.files_way, self.git_way, self.zip_way):
            way.toggled.connect(self._on_way)
        self.branch.textChanged.connect(lambda _: self._show_checkout())
        self.message.textChanged.connect(lambda _: self._settle())
        self._makers.done.connect(self._on_calendars)
        self._makers.failed.connect(self._on_failed)
        self._looker.done.connect(self._on_checkout)
        self._looker.failed.connect(self._on_no_checkout)
        self._writer.done.connect(self._on_written)
        self._writer.failed.connect(self._on_failed)
        self.buttons.accepted.connect(self.write)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        for aside in (self._makers, self._looker, self._writer):
            aside.close()

    # --- the files -------------------------------------------------------------------------------

    def _list_files(self) -> None:
        """The page and the waiting picture at once; calendars take a moment."""
        issue = self.session.issue
        self.folder.setText(
            str(self.root) if self.root else self.tr("not known yet; a ZIP needs none")
        )
        self._show_diagnostics()
        self.git_way.setToolTip(
            ""
            if self.root and is_checkout(self.root)
            else self.tr("The folder is no git checkout, or git is not installed.")
        )
        self.tree.clear()
        self.rows = []
        name = self.session.path.name if self._at_home() and self.session.path else ""
        self._add(page_file(issue, self.session.encoded(), name), checked=True)
        if picture := self._picture():
            self._add(picture, checked=True)
        self._makers.start(
            lambda _: [*calendar_site_files(issue, name), *filter(None, [feed_file(issue)])]
        )
        if self.rows:
            self.tree.setCurrentItem(self.rows[0].item)
        self._on_way()

    def _show_diagnostics(self) -> None:
        """What checks have found, before others see it."""
        counts = [
            sum(diagnostic.severity == level for diagnostic in self._found)
            for level in (Severity.ERROR, Severity.WARNING)
        ]
        words = (self.tr("%n error(s)", "", counts[0]), self.tr("%n warning(s)", "", counts[1]))
        said_ = ", ".join(word for word, count in zip(words, counts, strict=True) if count)
        self.diagnostics.setText(
            "⚠ " + self.tr("{0} in the issue; the list of problems (F8) shows them.").format(said_)
            if said_
            else ""
        )
        self.diagnostics.setVisible(bool(said_))

    def _at_home(self) -> bool:
        """Whether the open file lies already where pages of its kind go."""
        path, content = self.session.path, self.session.profile.content
        return bool(path and self.root and path.resolve().parent == (self.root / content).resolve())

    def _picture(self) -> SiteFile | None:
        """The picture that waits for its export; a sentence where one is named and nowhere to be found."""
        image = self.session.profile.image
        name = self.session.issue.front.text(*image.name) if image.name else ""
        there = self.root / image.folder / name if self.root and name else None
        waiting = self.session.site.pending_photos.path(name) if name else None
        waiting = waiting or (
            there if there and there.is_file() else None
        )  # git or the ZIP may still want it
        if name and not waiting:
            self.bar.say(
                self.tr(
                    "The picture “{0}” is neither on the site nor waiting here. Choose a photo on the page “Image”."
                ).format(name),
                warning=True,
            )
        try:
            if waiting:
                return picture_file(self.session.issue, read_file(waiting))
            return None
        except UserFacingError as refusal:
            self._on_failed(refusal.message)
            return None

    def _add(
        self, piece: SiteFile, *, checked: bool, parent: QTreeWidgetItem | None = None
    ) -> None:
        try:
            before = read_target(self.root, piece) if self.root else None
        except UserFacingError as refusal:
            self._on_failed(refusal.message)
            return
        item = QTreeWidgetItem([piece.path if parent is None else piece.path.rpartition("/")[2]])
        item.setToolTip(0, piece.path)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
        row = _Row(piece, before, item)
        states = {
            _NEW: self.tr("new"),
            _SAME: self.tr("is there already"),
            _OTHER: "⚠ " + self.tr("holds something else"),
        }
        if row.state == _OTHER and self._is_ours(piece):
            states[_OTHER] = self.tr("the file you have open")
        item.setText(1, states[row.state])
        self.rows.append(row)
        if parent is None:
            self.tree.addTopLevelItem(item)
        else:
            parent.addChild(item)

    def _is_ours(self, piece: SiteFile) -> bool:
        """Whether a piece is the open file, and nobody else has changed that."""
        path, disk = self.session.path, self.session.disk
        return bool(
            path
            and disk
            and self.root
            and (self.root / piece.path).resolve() == path.resolve()
            and disk.same(path)
        )

    def _on_calendars(self, found: object) -> None:
        assert isinstance(found, list)
        files_ = [piece for piece in found if piece.kind == "calendar"]
        if files_:
            parent = QTreeWidgetItem(
                [
                    self.tr("%n calendar file(s) (.ics)", "", len(files_))
                    + f": {files_[0].path.rpartition('/')[0]}"
                ]
            )
            parent.setFlags(
                parent.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate
            )
            parent.setCheckState(0, Qt.CheckState.Unchecked)
            parent.setToolTip(
                0,
                self.tr("Mails and phones cannot use the links in the page; these files they can."),
            )
            self.tree.addTopLevelItem(parent)
            parent.setFirstColumnSpanned(True)
            for piece in files_:
                self._add(piece, checked=False, parent=parent)
        for piece in found:
            if piece.kind == "feed":
                self._add(piece, checked=False)
                self.rows[-1].item.setToolTip(
                    0, self.tr("One calendar with all events, to subscribe to")
                )
        self._settle()

    def _show(self, item: QTreeWidgetItem | None) -> None:
        row = next((row for row in self.rows if row.item is item), None)
        if row is None:
            self.right.setCurrentIndex(0)
            self.diff.setPlainText(self.tr("Open the list to see each file."))
        elif row.piece.kind == "picture":
            self.right.setCurrentIndex(1)
            self._show_picture(self.old_picture, row.before, self.tr("There is none yet."))
            self._show_picture(self.new_picture, row.piece.data, "")
        else:
            self.right.setCurrentIndex(0)
            self.diff.compare(
                (row.before or b"").decode("utf-8", "replace"),
                row.piece.data.decode("utf-8", "replace"),
            )

    def _show_picture(self, label: QLabel, data: bytes | None, missing: str) -> None:
        picture = QPixmap()
        if data:
            picture.loadFromData(data)
        if picture.isNull():
            label.setText(missing)
        else:
            ratio = self.devicePixelRatioF()
            picture = picture.scaled(
                int(230 * ratio),
                int(200 * ratio),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            picture.setDevicePixelRatio(ratio)
            label.setPixmap(picture)

    # --- choices ---------------------------------------------------------------------------------

    @property
    def way(self) -> str:
        if self.git_way.isChecked():
            return GIT
        if self.zip_way.isChecked():
            return ZIP
        return FILES

    @property
    def chosen(self) -> list[_Row]:
        return [row for row in self.rows if row.item.checkState(0) == Qt.CheckState.Checked]

    @property
    def collisions(self) -> list[_Row]:
        """Chosen files that would take the place of something else."""
        if self.way != ZIP:
            return [
                row for row in self.chosen if row.state == _OTHER and not self._is_ours(row.piece)
            ]
        return []

    def _on_folder(self) -> None:
        if chosen := self._choose_site():
            self.root = chosen
            self._list_files()

    def _on_way(self) -> None:
        self.git_fields.setVisible(self.way == GIT)
        if self.way == GIT and self.root:
            root, paths = self.root, [row.piece.path for row in self.chosen]
            self._checkout = None
            self.git_hint.setText(self.tr("Asking git…"))
            self._looker.start(lambda _: inspect_checkout(root, paths))
        self._settle()

    def _on_checkout(self, found: object) -> None:
        assert isinstance(found, Checkout)
        self._checkout = found
        self._show_checkout()

    def _show_checkout(self) -> None:
        found = self._checkout
        if found is None:
            self._settle()
            return
        text = self.tr("The new branch starts from “{0}”, where the folder stands.").format(
            found.branch
        )
        if found.branch == self.branch.text():
            text = self.tr("The folder stands on this branch already: the commit goes on top.")
        if found.others:
            more = self.tr(
                "%n other file(s) have changes; they stay as they are and out of this commit:",
                "",
                len(found.others),
            )
            text += (
                "\n⚠ "
                + more
                + " "
                + ", ".join(found.others[:3])
                + ("…" if len(found.others) > 3 else "")
            )
        self.git_hint.setText(text)
        self._settle()

    def _on_no_checkout(self, sentence: Message) -> None:
        self.git_hint.setText("⚠ " + translated(sentence))
        self._settle()

    def _settle(self) -> None:
        """Buttons and ticks follow what is chosen."""
        count = len(self.collisions)
        self.replace.setVisible(count > 0)
        self.replace.setText(self.tr("&Replace %n file(s) that exist(s) on the site", "", count))
        texts = {
            FILES: self.tr("Write the files"),
            GIT: self.tr("Write and commit"),
            ZIP: self.tr("Save the ZIP…"),
        }
        self.write_button.setText(texts[self.way])
        ready = (
            bool(self.chosen) and not self._writer.busy and (not count or self.replace.isChecked())
        )
        if self.way == GIT:
            ready = (
                ready
                and self._checkout is not None
                and bool(self.branch.text().strip() and self.message.text().strip())
            )
        for widget in (
            self.tree,
            self.folder_button,
            self.replace,
            self.files_way,
            self.zip_way,
            self.git_fields,
            self.buttons,
        ):
            widget.setEnabled(not self._writer.busy)
        self.git_way.setEnabled(
            not self._writer.busy and bool(self.root and is_checkout(self.root))
        )
        self.write_button.setEnabled(ready and (self.way == ZIP or self.root is not None))

    # --- writing ---------------------------------------------------------------------------------

    def write(self) -> None:
        """Hand over what is chosen, in the way that is chosen."""
        if self.way == ZIP:
            self._pack()
            return
        assert self.root
        self._sent = self.chosen
        root, pieces = self.root, [row.piece for row in self._sent]
        paths = [piece.path for piece in pieces]
        replaced = [row.piece.path for row in self.chosen if row.state == _OTHER]
        if self.way == GIT:
            branch, message = (self.branch.text().strip(), self.message.text().strip())
        else:
            branch, message = ("", "")
        then = (lambda: commit(root, paths, branch, message)) if branch else None
        self._writing = Publication(
            root, tuple(paths), branch, self._checkout.remote if self._checkout and branch else ""
        )
        try:
            changed = next(
                (row for row in self.chosen if read_target(root, row.piece) != row.before), None
            )
        except UserFacingError as refusal:
            self._on_failed(refusal.message)
            return
        if changed:
            self.bar.say(
                self.tr("“{0}” has changed since you looked. Look again.").format(
                    changed.piece.path
                ),
                [(self.tr("Look again"), self._list_files)],
            )
            return
        self.bar.say(self.tr("Writing…"))
        self._writer.start(lambda _: commit_files(root, pieces, replaced, then))
        self._settle()

    def _on_written(self, _: object) -> None:
        assert self._writing
        for row in self._sent:
            if row.piece.kind == "picture":
                self.session.site.pending_photos.drop(row.piece.path.rpartition("/")[2])
            elif row.piece.kind == "page" and (
                self.session.path is None or self._same_place(row.piece)
            ):
                self.session.arrived(self._writing.root / row.piece.path, row.piece.data)
        self.done_ = self._writing
        self.accept()

    def _same_place(self, piece: SiteFile) -> bool:
        return bool(
            self.session.path
            and self.root
            and (self.root / piece.path).resolve() == self.session.path.resolve()
        )

    def _pack(self) -> None:
        pieces = [row.piece for row in self.chosen]
        name = naming.file_name(self.session.issue).rpartition(".")[0] + ".zip"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the ZIP"), str(Path.home() / name), self.tr("ZIP (*.zip)")
        )
        if not chosen:
            return
        if chosen.lower().endswith(".zip") or Path(chosen + ".zip").exists():
            chosen = chosen
        else:
            chosen = chosen + ".zip"
        issue = self.session.issue
        try:
            write_file(
                Path(chosen),
                make_zip(pieces, upload_guide(issue, pieces, current_language()), issue.stamp),
            )
        except UserFacingError as refusal:
            self._on_failed(refusal.message)
            return
        self.done_ = replace(Publication(Path(chosen).parent), archive=Path(chosen))
        self.accept()

    def reject(self) -> None:
        """Cancel, unless files are being written: then the end of that is waited for."""
        if not self._writer.busy:
            super().reject()

    def _on_failed(self, sentence: Message) -> None:
        self.bar.say(translated(sentence), warning=True)
        self._settle()
