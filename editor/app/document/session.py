"""The open document: its text with undo, its file, and what is derived from both."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from editor.app.document.edited_text import Change, EditedText
from editor.app.services.files import DiskState, read_file, write_file
from editor.app.services.profile_registry import ProfileRegistry
from editor.app.services.sample import is_sample
from editor.app.services.site_reading import looking_once
from editor.app.site.site import Site, find_site
from editor.core.base.differences import find_edits
from editor.core.base.encoding import FileFormat, decode, encode
from editor.core.places.gazetteer import EMPTY_GAZETTEER, Gazetteer
from editor.core.profiles.profile import GENERIC, Profile

if TYPE_CHECKING:
    from editor.core.events.edit_context import EditContext
    from editor.core.issue.issue import Issue

_RECENT = 2.0
"""Seconds."""
_SiteQuestion = tuple[Path | None, Profile, Path | None]


class Storing(Struct, frozen=True):
    """The text has been written: where to, and what stood there before; None for no file."""

    path: Path
    before: bytes | None


class Session(EditedText):
    """One document. Beside its text, all is derived from that or from the disk."""

    opened = Signal()
    """There is another document, or none that a file holds."""
    stored = Signal(object)
    """A Storing: the text has been written."""
    file_lost = Signal()
    """The document's file is gone, or cannot be read any more."""
    saved_changed = Signal(bool)
    """True when text and file agree."""
    path_changed = Signal(object)
    """The Path, or None for a document that has none yet."""

    def __init__(self, registry: ProfileRegistry, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.registry = registry
        self.stack.cleanChanged.connect(self.saved_changed)
        self.path: Path | None = None
        self.home: Path | None = None
        """The folder a new document is meant for."""
        self.remembered_site: Path | None = None
        self.disk: DiskState | None = None
        self.profile: Profile = GENERIC
        self._saved_links: tuple[str, ...] = ()
        """The calendar links of the text last saved."""
        self.gazetteer: Gazetteer = EMPTY_GAZETTEER
        self._issue: Issue | None = None
        self._earlier_issue: Issue | None = None
        self._recent_site: tuple[_SiteQuestion, float, Site] | None = None

    # --- reading ----------------------------------------------------------------------------------

    @property
    def issue(self) -> "Issue":
        """The text as an issue; parsed once per change, when it is first asked for."""
        if self._issue is None:
            from editor.core.issue.issue import parse_like

            self._issue = parse_like(self._earlier_issue, self.text, self.profile)
        return self._issue

    @property
    def title(self) -> str:
        """The title of the open document, as ``issue_title`` reads it; "" where there is none."""
        from editor.core.issue.issue import issue_title

        return issue_title(self.issue) if self.is_open else ""

    def adopt(self, issue: "Issue") -> None:
        """Take an issue that was parsed elsewhere, if it is this very text's."""
        if issue.text == self.text and issue.profile == self.profile:
            self._issue = issue

    @property
    def published(self) -> dict[str, int]:
        """The SEQUENCE of each UID in the text last saved."""
        from editor.core.events.link_reading import published_sequences

        return published_sequences(self._saved_links)

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
        from editor.core.issue.naming import file_name

        return self.home / file_name(self.issue)

    @property
    def site(self) -> Site:
        """The site's folder the document belongs to."""
        return find_site(self.place, self.profile, self.remembered_site)

    @property
    def recent_site(self) -> Site:
        """``site``, as it was at most two seconds ago: for what asks at each key."""
        asked = (self.place, self.profile, self.remembered_site)
        now = time.monotonic()
        before, found_at, site = self._recent_site or (None, 0.0, None)
        if site is None or asked != before or now - found_at > _RECENT:
            site = find_site(*asked)
            self._recent_site = (asked, now, site)
        return site

    @property
    def site_root(self) -> Path | None:
        """The folder exports go to; None for the program's own sample."""
        root = self.site.root
        if root and is_sample(root):
            return None
        return root

    def edit_context(self) -> "EditContext":
        """Return what edits to entries are computed with."""
        from editor.core.issue.issue import make_edit_context

        return make_edit_context(self.issue, self.form.newline, self.published, self.gazetteer)

    def set_profile(self, profile: Profile) -> None:
        """See the text through another profile; not an undo step, since no byte changes."""
        if profile != self.profile:
            self.profile, self._issue = profile, None
            self.changed.emit(Change(None, self.text))

    def _forget_derived(self) -> None:
        self._earlier_issue, self._issue = self._issue or self._earlier_issue, None
        if self._proven:
            self.adopt(self._proven)

    # --- disk -------------------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Open a file.

        Args:
            path: The file.

        Raises:
            UserFacingError: If it cannot be read; the open document stays then.
        """
        self.open_content(path, read_file(path))

    def open_content(self, path: Path, data: bytes) -> None:
        """Open what a file holds, or has held.

        Args:
            path: The file.
            data: Its bytes.

        Raises:
            UserFacingError: If it is not text; the open document stays then.
        """
        text, form = decode(data)
        with looking_once():  # the profile is chosen by the site, and all are told of it
            before = self.text
            self.text, self.form, self.path, self.home = text, form, path, None
            self.profile = self.registry.choose(text, path)
            self._issue = None
            self._remember_disk(data)
            self.stack.clear()
            self.stack.setClean()
            self._tell_opened(before)

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
        self._note_published()
        self.stack.clear()
        self.stack.resetClean()
        self._tell_opened(before)

    def _tell_opened(self, before: str) -> None:
        with looking_once():  # each part of the window asks for the site
            self.opened.emit()
            self.path_changed.emit(self.path)
            self._tell_changed(Change(None, before))
            self.saved_changed.emit(self.saved)

    def arrived(self, path: Path, data: bytes, before: bytes | None = None) -> None:
        """Take note that the text has been written.

        Args:
            path: Where to; it is the document's path from now on.
            data: The bytes that were written.
            before: The bytes that stood there; None for those last seen, or no file.
        """
        if before is None and self.disk and path == self.path:
            before = self.disk.data
        self._remember_disk(data)
        if path != self.path:
            self.path = path
            self.path_changed.emit(path)
        self.pause()
        self.stack.setClean()
        self.stored.emit(Storing(path, before))

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
        before = read_file(target) if target.is_file() else None
        write_file(target, data)
        self.arrived(target, data, before)

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
        self.adopt_disk(data, text, form, label)

    def adopt_disk(self, data: bytes, text: str, form: FileFormat, label: str) -> None:
        """Take over what is on disk, or a merge with it, as an undo step.

        Args:
            data: The bytes on disk.
            text: The text to have.
            form: Its file format.
            label: What the step is called.
        """
        self.pause()
        if not self.apply(find_edits(self.text, text), label, form=form):
            self.form = form
        self._remember_disk(data)
        if encode(text, form) == data:
            self.stack.setClean()
        else:
            self.stack.resetClean()

    def _remember_disk(self, data: bytes) -> None:
        """Remember what the disk holds, and what is published with it."""
        self.disk = DiskState(data)
        self._note_published()

    def _note_published(self) -> None:
        from editor.core.issue.issue import calendar_hrefs

        self._saved_links = tuple(calendar_hrefs(self.issue))
