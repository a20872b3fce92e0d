"""The open document: text, format, path, one undo stack. Everything that changes it goes through ``apply``.

Three signals carry all news; whoever made a change finds itself as its ``origin`` and ignores the echo.
"""

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
from editor.core.base.edits import Edit, apply, drop_idle_edits
from editor.core.base.encoding import FileFormat, decode, encode
from editor.core.events import calendar_link
from editor.core.events.editing import EditContext, Reparser
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


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to the text: the edits in terms of the text before; None where all of it is new."""

    edits: tuple[Edit, ...] | None
    before: str
    origin: object = None


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
        self.gazetteer: Gazetteer = EMPTY_GAZETTEER
        self._issue: Issue | None = None
        self._reader: Reparser | None = None
        self._origin: object = None
        self._round = 0

    # --- reading ---------------------------------------------------------------------------------

    @property
    def issue(self) -> Issue:
        """The text as an issue: parsed once per change, when somebody asks."""
        if self._issue is None:
            self._issue = parse_issue(self.text, self.profile)
        return self._issue

    def adopt(self, issue: Issue) -> None:
        """Take an issue somebody else has parsed from this text, and spare the window the work."""
        if issue.text == self.text and issue.profile == self.profile:
            self._issue = issue

    @property
    def is_open(self) -> bool:
        return self.disk is not None or self.path is not None or bool(self.text)

    @property
    def saved(self) -> bool:
        return self.stack.isClean()

    @property
    def place(self) -> Path | None:
        """Where the document is, or where a new one would go."""
        return self.path or (self.home / naming.file_name(self.issue) if self.home else None)

    @property
    def site(self) -> Site:
        """The site's folder the document belongs to."""
        return find_site(self.place, self.profile, self.remembered_site)

    @property
    def site_root(self) -> Path | None:
        """The folder exports go to; the program's own sample is none."""
        root = self.site.root
        if root and root.is_relative_to(resource("sample")):
            return None
        return root

    def context(self) -> EditContext:
        """The stage for edits to events."""
        made = make_edit_context(self.issue, self.form.newline, self.published, self.gazetteer)
        self._reader = made.reparse
        return made

    # --- changing --------------------------------------------------------------------------------

    def apply(
        self,
        edits: Iterable[Edit],
        label: str,
        *,
        merge: str = "",
        origin: object = None,
        form: FileFormat | None = None,
    ) -> bool:
        """Play edits as one undo step; steps in a row with the same ``merge`` key become one.

        What no text file can hold (NUL, half a character) is replaced by U+FFFD. ``form`` is a new format that
        undo takes back too. Returns whether there was anything to do.
        """
        wanted = drop_idle_edits(
            self.text,
            [Edit(edit.start, edit.end, _UNHOLDABLE.sub("\ufffd", edit.new)) for edit in edits],
        )
        if not wanted:
            return False
        apply(
            self.text, wanted
        )  # edits that do not fit must fail here: an exception in an override of Qt's is fatal
        self._origin = origin
        try:
            key = f"{merge}@{self._round}" if merge else ""
            patch = PatchCommand(
                self._play, self.text, wanted, label, key, (self.form, form or self.form)
            )
            self.stack.push(patch)
        finally:
            self._origin = None
        return True

    def pause(self) -> None:
        """The next step starts anew, even with the same merge key: somebody left a field."""
        self._round += 1

    def _play(self, edits: list[Edit], form: FileFormat) -> None:
        """Put edits into the text, for the undo command alone."""
        self.form = form
        before, self.text = self.text, apply(self.text, edits)
        self._issue = None
        if isinstance(self._reader, IssueReparser) and self._reader.last:
            self.adopt(self._reader.last)  # the edit has been checked by reading this very text
        self._reader = None
        self.changed.emit(Change(tuple(edits), before, self._origin))

    def set_profile(self, profile: Profile) -> None:
        """See the same text through another profile; no step of the undo stack, since no byte changes."""
        if profile != self.profile:
            self.profile, self._issue = profile, None
            self.changed.emit(Change(None, self.text))

    # --- disk ------------------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Read a file. Raises UserFacingError; the document at hand stays then."""
        data = read_file(path)
        text, form = decode(data)
        before = self.text
        self.text, self.form, self.path, self.home = text, form, path, None
        self.profile = self.registry.choose(text, path)
        self._issue = None
        self._settle(data)
        self.stack.clear()
        self.stack.setClean()
        self.path_changed.emit(path)
        self.changed.emit(Change(None, before))
        self.saved_changed.emit(True)

    def begin(self, text: str, form: FileFormat, profile: Profile, home: Path | None) -> None:
        """A new document that no file holds yet. What its calendar links say counts as published: they come from an issue."""
        before = self.text
        self.text, self.form, self.path, self.home, self.profile = text, form, None, home, profile
        self._issue, self.disk = None, None
        self.published = calendar_link.published_sequences(calendar_hrefs(self.issue))
        self.stack.clear()
        self.stack.resetClean()
        self.path_changed.emit(None)
        self.changed.emit(Change(None, before))
        self.saved_changed.emit(False)

    def arrived(self, path: Path, data: bytes) -> None:
        """The text as it is has been written to a path, which is the document's from now on."""
        self._settle(data)
        if path != self.path:
            self.path = path
            self.path_changed.emit(path)
        self.pause()
        self.stack.setClean()

    def encoded(self) -> bytes:
        """The text as its file would hold it."""
        return encode(self.text, self.form)

    def save(self, path: Path | None = None) -> None:
        """Write the text, to another path if one is given. Raises UserFacingError; nothing is lost then."""
        target = path or self.path
        assert target is not None
        data = self.encoded()
        write_file(target, data)
        self.arrived(target, data)

    def reload(self, label: str) -> None:
        """Take over what is on disk as an undoable step. Raises UserFacingError."""
        assert self.path is not None
        data = read_file(self.path)
        text, form = decode(data)
        if not self.apply([Edit(0, len(self.text), text)], label, form=form):
            self.form = form
        self._settle(data)
        self.stack.setClean()

    def _settle(self, data: bytes) -> None:
        """Remember what the disk holds, and which calendar entries are out in the world with it."""
        self.disk = DiskState(data)
        self.published = calendar_link.published_sequences(calendar_hrefs(self.issue))
