"""The open document: text, format, path, one undo stack; ``Session.apply`` changes the text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from editor.app.document.undo_commands import PatchCommand
from editor.app.services.files import DiskState, read_file, write_file
from editor.app.services.profile_registry import ProfileRegistry
from editor.app.site.site import Site, find_site
from editor.core.base.edits import Edit, apply, check_edits, drop_idle_edits
from editor.core.base.encoding import FileFormat, decode, encode
from editor.core.events.edit_context import EditContext
from editor.core.events.link_reading import published_sequences
from editor.core.issue import naming
from editor.core.issue.issue import (
    Issue,
    IssueReparser,
    calendar_hrefs,
    make_edit_context,
    parse_issue,
)
from editor.core.places.gazetteer import EMPTY_GAZETTEER, Gazetteer
from editor.core.profiles.profile import Profile
from editor.resources import resource

_UNHOLDABLE = re.compile("[\0\ud800-\udfff]")


def _make_holdable(edit: Edit) -> Edit:
    return Edit(edit.start, edit.end, _UNHOLDABLE.sub("\ufffd", edit.new))


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to the text: the edits in terms of the text before; None where all is new."""

    edits: tuple[Edit, ...] | None
    before: str
    origin: object = None
    """Who made the change, and need not follow it."""


class Session(QObject):
    """One document. ``text`` is its only state; the rest is derived from it or from the disk."""

    changed = Signal(object)
    """A Change: the text, or the profile through which it is seen, is another one."""
    saved_changed = Signal(bool)
    """True when text and file agree."""
    path_changed = Signal(object)
    """The Path, or None for a document that has none yet."""

    def __init__(self, registry: ProfileRegistry, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.registry = registry
        self.stack = QUndoStack(self)
        self.stack.cleanChanged.connect(self.saved_changed)
        self.text, self.form = "", FileFormat()
        self.path: Path | None = None
        self.home: Path | None = None
        """The folder a new document is meant for."""
        self.remembered_site: Path | None = None
        self.disk: DiskState | None = None
        self.profile: Profile = registry.named("generic")
        self.published: dict[str, int] = {}
        """The SEQUENCE of each UID in the text last saved."""
        self.gazetteer: Gazetteer = EMPTY_GAZETTEER
        self._issue: Issue | None = None
        self._proven: Issue | None = None
        self._origin: object = None
        self._merge_round = 0

    # --- reading ----------------------------------------------------------------------------------

    @property
    def issue(self) -> Issue:
        """The text as an issue; parsed once per change, when it is first asked for."""
        if self._issue is None:
            self._issue = parse_issue(self.text, self.profile)
        return self._issue

    def adopt(self, issue: Issue) -> None:
        """Take an issue that was parsed elsewhere, if it is this very text's."""
        if issue.text == self.text and issue.profile == self.profile:
            self._issue = issue

    @property
    def is_open(self) -> bool:
        """Whether there is a document."""
        return bool(self.disk or self.path or self.text)

    @property
    def saved(self) -> bool:
        """Whether text and file agree."""
        return self.stack.isClean()

    @property
    def place(self) -> Path | None:
        """Where the document is, or where a new one would go."""
        if self.path or not self.home:
            return self.path
        return self.home / naming.file_name(self.issue)

    @property
    def site(self) -> Site:
        """The site's folder the document belongs to."""
        return find_site(self.place, self.profile, self.remembered_site)

    @property
    def site_root(self) -> Path | None:
        """The folder exports go to; None for the program's own sample."""
        root = self.site.root
        if root and root.is_relative_to(resource("sample")):
            return None
        return root

    def edit_context(self) -> EditContext:
        """Return what edits to entries are computed with."""
        return make_edit_context(self.issue, self.form.newline, self.published, self.gazetteer)

    # --- changing ---------------------------------------------------------------------------------

    def apply(
        self,
        edits: Iterable[Edit],
        label: str,
        *,
        merge: str = "",
        origin: object = None,
        form: FileFormat | None = None,
        context: EditContext | None = None,
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
        self._push(patch, origin, context.reparse if context else None)
        return True

    def _push(self, patch: PatchCommand, origin: object, reparser: object) -> None:
        """Put a step on the stack, which plays it at once."""
        self._proven = reparser.last if isinstance(reparser, IssueReparser) else None
        self._origin = origin
        try:
            self.stack.push(patch)
        finally:
            self._origin = self._proven = None

    def pause(self) -> None:
        """Let the next step stand alone, even with the same merge key: a field was left."""
        self._merge_round += 1

    def _play(self, edits: list[Edit], form: FileFormat) -> None:
        """Put edits into the text, for the undo command alone."""
        self.form = form
        before, self.text = self.text, apply(self.text, edits)
        self._issue = None
        if self._proven:
            self.adopt(self._proven)
        self.changed.emit(Change(tuple(edits), before, self._origin))

    def set_profile(self, profile: Profile) -> None:
        """See the text through another profile; not an undo step, since no byte changes."""
        if profile != self.profile:
            self.profile, self._issue = profile, None
            self.changed.emit(Change(None, self.text))

    # --- disk -------------------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Open a file.

        Args:
            path: The file.

        Raises:
            UserFacingError: If it cannot be read; the open document stays then.
        """
        data = read_file(path)
        text, form = decode(data)
        before = self.text
        self.text, self.form, self.path, self.home = text, form, path, None
        self.profile = self.registry.choose(text, path)
        self._issue = None
        self._remember_disk(data)
        self.stack.clear()
        self.stack.setClean()
        self.path_changed.emit(path)
        self.changed.emit(Change(None, before))
        self.saved_changed.emit(True)

    def begin(self, text: str, form: FileFormat, profile: Profile, home: Path | None) -> None:
        """Begin a new document that no file holds yet.

        What its calendar links say counts as published: they come from an issue.

        Args:
            text: Its text.
            form: The file format it will have.
            profile: The profile through which it is seen.
            home: The folder it is meant for.
        """
        before = self.text
        self.text, self.form, self.path, self.home, self.profile = text, form, None, home, profile
        self._issue, self.disk = None, None
        self.published = published_sequences(calendar_hrefs(self.issue))
        self.stack.clear()
        self.stack.resetClean()
        self.path_changed.emit(None)
        self.changed.emit(Change(None, before))
        self.saved_changed.emit(False)

    def arrived(self, path: Path, data: bytes) -> None:
        """Take note that the text has been written.

        Args:
            path: Where to; it is the document's path from now on.
            data: The bytes that were written.
        """
        self._remember_disk(data)
        if path != self.path:
            self.path = path
            self.path_changed.emit(path)
        self.pause()
        self.stack.setClean()

    def encoded(self) -> bytes:
        """Return the text as its file would hold it.

        Raises:
            InputRejected: If no file can hold it.
        """
        return encode(self.text, self.form)

    def save(self, path: Path | None = None) -> None:
        """Write the text.

        Args:
            path: Another path than the document's, which it has from now on.

        Raises:
            UserFacingError: If it cannot be written; nothing is lost then.
        """
        target = path or self.path
        assert target is not None
        data = self.encoded()
        write_file(target, data)
        self.arrived(target, data)

    def reload(self, label: str) -> None:
        """Take over what is on disk, as an undo step.

        Args:
            label: What the step is called.

        Raises:
            UserFacingError: If the file cannot be read.
        """
        assert self.path is not None
        data = read_file(self.path)
        text, form = decode(data)
        if not self.apply([Edit(0, len(self.text), text)], label, form=form):
            self.form = form
        self._remember_disk(data)
        self.stack.setClean()

    def _remember_disk(self, data: bytes) -> None:
        """Remember what the disk holds, and which calendar entries are published with it."""
        self.disk = DiskState(data)
        self.published = published_sequences(calendar_hrefs(self.issue))
