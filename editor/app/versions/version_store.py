"""The texts that saving has replaced, in one SQLite file of the user's; each text is kept once.

Law: what ``keep`` was given, ``read`` gives back byte for byte, until its document has newer
versions than the limit allows, or its days are over.
"""

import hashlib
import time
import zlib
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from editor.app.services.database import open_database
from editor.app.services.folders import state_folder, write_path
from editor.core.base.encoding import MAX_BYTES

if TYPE_CHECKING:
    import sqlite3

_SCHEMA = """
CREATE TABLE IF NOT EXISTS texts (
    hash TEXT PRIMARY KEY,
    packed BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS versions (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    saved REAL NOT NULL,
    hash TEXT NOT NULL REFERENCES texts (hash)
);
CREATE INDEX IF NOT EXISTS versions_of ON versions (path, saved);
"""
_DAY = 24 * 3600
_ALWAYS_KEPT = 10
"""Versions of a document that stay whatever their age: a clock may be wrong."""


class Limits(Struct, frozen=True):
    """How many versions of a document are kept, and for how many days."""

    count: int = 200
    days: int = 90


class StoredVersion(Struct, frozen=True):
    """A text that was replaced by saving: when, and its number in the store."""

    number: int
    moment: float
    """When it was replaced, in seconds since 1970."""
    hash: str
    """The SHA-256 of its bytes."""


class VersionStore:
    """Opens its file for each call: threads and processes may share it."""

    def __init__(self, file: Path | None = None) -> None:
        """Name the store's file.

        Args:
            file: The file; None for the user's own.
        """
        self.file = file or state_folder() / "versions.sqlite"

    def keep(self, path: Path, data: bytes, limits: Limits, moment: float | None = None) -> None:
        """Keep the bytes of a document, unless they are those of its newest version.

        Args:
            path: The document's file.
            data: Its bytes.
            limits: What is kept of the document's older versions.
            moment: When they were replaced, in seconds since 1970; None for now.

        Raises:
            OSError: If they cannot be kept.
        """
        moment = time.time() if moment is None else moment
        digest, name = hashlib.sha256(data).hexdigest(), _name(path)
        with self._opened() as store:
            newest = store.execute(
                "SELECT hash FROM versions WHERE path = ? ORDER BY saved DESC, id DESC LIMIT 1",
                (name,),
            ).fetchone()
            if newest == (digest,):
                return
            store.execute(
                "INSERT OR IGNORE INTO texts VALUES (?, ?)", (digest, zlib.compress(data, 6))
            )
            store.execute(
                "INSERT INTO versions (path, saved, hash) VALUES (?, ?, ?)", (name, moment, digest)
            )
            _tidy(store, name, limits, moment)

    def list(self, path: Path) -> list[StoredVersion]:
        """List the versions of a document.

        Args:
            path: The document's file.

        Returns:
            The versions, the latest first.

        Raises:
            OSError: If the store cannot be read.
        """
        if not self.file.exists():
            return []
        with self._opened() as store:
            rows = store.execute(
                "SELECT id, saved, hash FROM versions WHERE path = ? ORDER BY saved DESC, id DESC",
                (_name(path),),
            )
            return [StoredVersion(*row) for row in rows]

    def read(self, version: StoredVersion) -> bytes:
        """Read a version.

        Args:
            version: One that ``list`` has returned.

        Returns:
            The bytes of the document's file.

        Raises:
            OSError: If it cannot be read, or is not there any more.
        """
        with self._opened() as store:
            row = store.execute(
                "SELECT packed FROM texts WHERE hash = ?", (version.hash,)
            ).fetchone()
        if row is None:
            raise FileNotFoundError(version.hash)
        try:
            return zlib.decompressobj().decompress(row[0], MAX_BYTES)
        except zlib.error as error:
            raise OSError(str(error)) from None

    def _opened(self) -> "AbstractContextManager[sqlite3.Connection]":
        return open_database(self.file, _SCHEMA)


def _name(path: Path) -> str:
    return write_path(path.resolve())


def _tidy(store: "sqlite3.Connection", name: str, limits: Limits, now: float) -> None:
    """Remove what is over the limits: of this document by count, of all by age."""
    store.execute(
        "DELETE FROM versions WHERE saved < ? AND id NOT IN"
        " (SELECT id FROM versions AS kept WHERE kept.path = versions.path"
        " ORDER BY id DESC LIMIT ?)",
        (now - limits.days * _DAY, _ALWAYS_KEPT),
    )
    store.execute(
        "DELETE FROM versions WHERE path = ? AND id NOT IN"
        " (SELECT id FROM versions WHERE path = ? ORDER BY id DESC LIMIT ?)",
        (name, name, limits.count),
    )
    store.execute("DELETE FROM texts WHERE hash NOT IN (SELECT hash FROM versions)")
