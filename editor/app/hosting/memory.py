"""What is known of pages at code hosts: their pull requests, and the contents they had there."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from editor.app.services.database import open_database
from editor.app.services.folders import data_folder, write_path
from editor.core.hosting.git_objects import blob_id

if TYPE_CHECKING:
    import sqlite3

_SCHEMA = """
CREATE TABLE IF NOT EXISTS pull_requests (
    page TEXT PRIMARY KEY,
    host TEXT NOT NULL,
    repository TEXT NOT NULL,
    number INTEGER NOT NULL,
    branch TEXT NOT NULL,
    path TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS contents (
    page TEXT NOT NULL,
    path TEXT NOT NULL,
    blob TEXT NOT NULL,
    PRIMARY KEY (page, path, blob)
);
CREATE TABLE IF NOT EXISTS accepted (
    page TEXT NOT NULL,
    path TEXT NOT NULL,
    blob TEXT NOT NULL,
    PRIMARY KEY (page, path)
);
CREATE TABLE IF NOT EXISTS bases (
    page TEXT NOT NULL,
    path TEXT NOT NULL,
    blob TEXT NOT NULL,
    PRIMARY KEY (page, path)
);
CREATE TABLE IF NOT EXISTS done (
    page TEXT NOT NULL,
    comment TEXT NOT NULL,
    PRIMARY KEY (page, comment)
);
"""


@dataclass(frozen=True, slots=True)
class KnownPullRequest:
    """The pull request of a page; ``path`` is the page's in the repository."""

    host: str
    repository: str
    number: int
    branch: str
    path: str


class HostMemory:
    """One SQLite file of the user's; pages are named by their files.

    All methods raise OSError if the file cannot be read or written.
    """

    def __init__(self, file: Path | None = None) -> None:
        """Name the file; None for the user's own."""
        self.file = file or data_folder() / "code_hosts.sqlite"

    def seen(self, page: Path) -> dict[str, set[str]]:
        """Return the contents that a page's files have had at the host with the user's knowledge.

        Args:
            page: The page's file.

        Returns:
            By path in the repository, what git calls them.
        """
        if not self.file.exists():
            return {}
        with self._opened() as store:
            rows = store.execute("SELECT path, blob FROM contents WHERE page = ?", (_name(page),))
            found: dict[str, set[str]] = {}
            for path, blob in rows:
                found.setdefault(path, set()).add(blob)
            return found

    def add_seen(self, page: Path, files: Mapping[str, bytes]) -> None:
        """Remember contents before they are sent: an answer may be lost.

        Args:
            page: The page's file.
            files: The contents by path.
        """
        rows = [(_name(page), path, blob_id(data)) for path, data in files.items()]
        with self._opened() as store:
            store.executemany("INSERT OR REPLACE INTO contents VALUES (?, ?, ?)", rows)

    def accepted(self, page: Path) -> dict[str, str]:
        """Return what the branch was known to have last: what others went on from.

        Args:
            page: The page's file.

        Returns:
            By path, what git calls the content.
        """
        if not self.file.exists():
            return {}
        with self._opened() as store:
            rows = store.execute("SELECT path, blob FROM accepted WHERE page = ?", (_name(page),))
            return dict(rows)

    def keep_accepted(self, page: Path, files: Mapping[str, bytes]) -> None:
        """Remember what the branch has now.

        Args:
            page: The page's file.
            files: The contents by path.
        """
        rows = [(_name(page), path, blob_id(data)) for path, data in files.items()]
        with self._opened() as store:
            store.executemany("INSERT OR REPLACE INTO accepted VALUES (?, ?, ?)", rows)

    def pull_request(self, page: Path) -> KnownPullRequest | None:
        """Find the pull request of a page; None where there is none."""
        if not self.file.exists():
            return None
        with self._opened() as store:
            row = store.execute(
                "SELECT host, repository, number, branch, path FROM pull_requests WHERE page = ?",
                (_name(page),),
            ).fetchone()
        return KnownPullRequest(*row) if row else None

    def keep_pull_request(self, page: Path, known: KnownPullRequest) -> None:
        """Remember the pull request of a page, in place of an earlier one."""
        row = (_name(page), known.host, known.repository, known.number, known.branch, known.path)
        with self._opened() as store:
            store.execute("INSERT OR REPLACE INTO pull_requests VALUES (?, ?, ?, ?, ?, ?)", row)

    def based_on(self, page: Path) -> dict[str, str]:
        """Return what the base had of a page's files when the branch took it over.

        Args:
            page: The page's file.

        Returns:
            By path, what git calls the content; "" for none.
        """
        if not self.file.exists():
            return {}
        with self._opened() as store:
            rows = store.execute("SELECT path, blob FROM bases WHERE page = ?", (_name(page),))
            return dict(rows)

    def keep_based_on(self, page: Path, based_on: Mapping[str, str]) -> None:
        """Remember what the branch has taken over from the base.

        Args:
            page: The page's file.
            based_on: As ``based_on`` returns it.
        """
        rows = [(_name(page), path, blob) for path, blob in based_on.items()]
        with self._opened() as store:
            store.executemany("INSERT OR REPLACE INTO bases VALUES (?, ?, ?)", rows)

    def done(self, page: Path) -> set[str]:
        """Return the comments that the user has done, by what they are called here."""
        if not self.file.exists():
            return set()
        with self._opened() as store:
            rows = store.execute("SELECT comment FROM done WHERE page = ?", (_name(page),))
            return {comment for (comment,) in rows}

    def keep_done(self, page: Path, comments: Iterable[str]) -> None:
        """Remember that comments are done."""
        rows = [(_name(page), comment) for comment in comments]
        with self._opened() as store:
            store.executemany("INSERT OR IGNORE INTO done VALUES (?, ?)", rows)

    def _opened(self) -> "AbstractContextManager[sqlite3.Connection]":
        return open_database(self.file, _SCHEMA)


def _name(page: Path) -> str:
    return write_path(page.resolve())
