"""Follows the open document, and has every step of it on disk within a second."""

import contextlib
import os
import threading
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from editor.app.document.session import Session, Storing
from editor.app.document.undo_commands import Step
from editor.app.drafts.draft_folder import (
    KeptDraft,
    find_draft_versions,
    move_aside,
)
from editor.app.drafts.draft_writer import DraftWriter
from editor.app.drafts.journal import DraftHeader
from editor.app.services.folders import make_private_folder, state_folder
from editor.app.services.locks import release, try_to_own
from editor.app.services.temporary_files import clear_stale_files
from editor.app.versions.version_store import Limits, VersionStore
from editor.core.base.edits import Edit
from editor.core.base.encoding import encode

if TYPE_CHECKING:
    from filelock import BaseFileLock

    from editor.app.versions.timeline import Version


_ATTEMPTS = 3


class DraftKeeper(QObject):
    """Keeps the draft of one session, and the versions that its saves replace."""

    failed = Signal(str)
    """Drafts or versions cannot be written: why, in the system's words."""
    recovered = Signal()
    """They can be written again."""
    set_aside = Signal(Path)
    """Another document was opened before this one was saved: its draft, which can be restored."""
    open_elsewhere = Signal(Path)
    """Another window or process has the document open, too."""
    _reported = Signal(object)

    def __init__(
        self,
        session: Session,
        versions: VersionStore,
        limits: Limits,
        parent: QObject | None = None,
    ) -> None:
        """Follow a session from now on.

        Args:
            session: The document.
            versions: Where the texts go that saves replace.
            limits: How many of them are kept.
            parent: The QObject it lives with.
        """
        super().__init__(parent)
        self.limits = limits
        self._session, self._versions = session, versions
        self._writer = DraftWriter(self._reported.emit)
        self._archive = DraftWriter(self._reported.emit)
        """Apart: a database that is busy must not keep the journal waiting."""
        self._reported.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._base, self._form = session.text, session.form
        self._begun = self._closed = False
        self._lock: BaseFileLock | None = None
        self._locked: Path | None = None
        session.opened.connect(self._on_opened)
        session.stepped.connect(self._on_stepped)
        session.stored.connect(self._on_stored)
        session.file_lost.connect(self._on_file_lost)

    def _on_opened(self) -> None:
        if self._begun:
            self._writer.end(keep=True, kept=self.set_aside.emit)
        self._forget_draft()
        path = self._session.path
        self._writer.call(partial(self._lock_document, path))
        if path:
            self._writer.call(partial(clear_stale_files, path.parent))
        else:
            self._begin_draft()  # no file holds any of it

    def _on_stepped(self, step: Step) -> None:
        if not self._begun:
            self._begin_draft()
        self._writer.add(step)

    def _on_stored(self, storing: Storing) -> None:
        if storing.before is not None:
            keep = partial(self._keep_version, storing.path, storing.before)
            self._archive.call(keep)
        self._end_draft()
        self._writer.call(partial(self._lock_document, storing.path))

    def _keep_version(self, path: Path, before: bytes) -> None:
        """In a thread: keep a version; a store that is busy or was damaged is tried again."""
        for attempt in range(_ATTEMPTS):
            try:
                self._versions.keep(path, before, self.limits)
                return
            except OSError:
                if attempt == _ATTEMPTS - 1:
                    raise

    def _on_file_lost(self) -> None:
        """Nothing but this window holds the text any more."""
        if not self._begun:
            self._begin_draft()

    def _begin_draft(self) -> None:
        session = self._session
        header = DraftHeader(
            self._base,
            self._form,
            str(session.path.absolute()) if session.path else "",
            str(session.home or ""),
            session.profile.name,
            time.time(),
        )
        self._writer.begin(header)
        self._begun = True

    def _end_draft(self) -> None:
        if self._begun:
            self._writer.end()
        self._forget_draft()

    def _forget_draft(self) -> None:
        self._begun = False
        self._base, self._form = self._session.text, self._session.form

    def _lock_document(self, path: Path | None) -> None:
        """In the writer's thread: have the document for this window alone, if it is free."""
        if path == self._locked:
            return
        if self._lock:
            release(self._lock, remove=False)
        self._lock, self._locked = None, path
        if path is None:
            return
        import hashlib

        folder = state_folder() / "locks"
        make_private_folder(folder)
        name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:32]
        self._lock = try_to_own(folder / name)
        if self._lock is None:
            self._reported.emit(path)

    def restore(self, kept: KeptDraft) -> None:
        """Open a document as it was left, with its undo steps; the draft goes on as this one.

        Args:
            kept: A draft that was found.
        """
        draft, session = kept.draft, self._session
        header = draft.header
        with session.as_one_change():
            if header.path:
                session.open_content(Path(header.path), encode(header.base, header.form))
            else:
                profile, home = session.registry.named(header.profile), header.home
                session.begin(header.base, header.form, profile, Path(home) if home else None)
            with contextlib.suppress(ValueError):
                for step in draft.steps:
                    session.repeat(step)
            whole = [Edit(0, len(session.text), draft.text)]
            session.apply(whole, self.tr("Restore"), form=draft.form)  # nothing, if all steps fit
        self._writer.call(partial(move_aside, kept.file))

    def load_versions(self, path: Path, stop: threading.Event) -> "list[Version]":
        """Load all versions of a document; called in a thread.

        Args:
            path: The document's file.
            stop: Set when the answer is not wanted any more.

        Returns:
            The versions, the latest first.

        Raises:
            OSError: If they cannot be read.
        """
        from editor.app.versions.timeline import load_timeline  # with git, for those who look

        self._archive.wait()  # for the text that the last save replaced
        return load_timeline(self._versions, path, stop, find_draft_versions)

    def _tell(self, news: object) -> None:
        if isinstance(news, Path):
            self.open_elsewhere.emit(news)
        elif isinstance(news, OSError):
            self.failed.emit(news.strerror or str(news))
        else:
            self.recovered.emit()

    def close(self, *, keep: bool) -> None:
        """Write what is left, within a second, and follow the session no more.

        Args:
            keep: Whether an unsaved text is offered at the next start; else it is moved aside.
        """
        if self._closed:
            return
        self._closed = True
        self._session.opened.disconnect(self._on_opened)
        self._session.stepped.disconnect(self._on_stepped)
        self._session.stored.disconnect(self._on_stored)
        if self._begun:
            self._writer.end(keep=keep)
        self._writer.call(partial(self._lock_document, None))
        self._writer.close()
        self._archive.close()
