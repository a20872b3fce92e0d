"""What is known of pages at code hosts: their pull requests, and the contents they had there."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from editor.app.services.database import open_database
from editor.app.services.folders import data_folder, write_path
from editor.core.hosting.git_objects import blob_id

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


class KnownPullRequest(Struct, frozen=True):
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
        found: dict[str, set[str]] = {}
        for path, blob in self._read("SELECT path, blob FROM contents WHERE page = ?", page):
            found.setdefault(path, set()).add(blob)
        return found

    def add_seen(self, page: Path, files: Mapping[str, bytes]) -> None:
        """Remember contents before they are sent: an answer may be lost.

        Args:
            page: The page's file.
            files: The contents by path.
        """
        self._write("contents", page, [(path, blob_id(data)) for path, data in files.items()])

    def accepted(self, page: Path) -> dict[str, str]:
        """Return what the branch was known to have last: what others went on from.

        Args:
            page: The page's file.

        Returns:
            By path, what git calls the content.
        """
        return dict(self._read("SELECT path, blob FROM accepted WHERE page = ?", page))

    def keep_accepted(self, page: Path, files: Mapping[str, bytes]) -> None:
        """Remember what the branch has now.

        Args:
            page: The page's file.
            files: The contents by path.
        """
        self._write("accepted", page, [(path, blob_id(data)) for path, data in files.items()])

    def based_on(self, page: Path) -> dict[str, str]:
        """Return what the base had of a page's files when the branch took it over.

        Args:
            page: The page's file.

        Returns:
            By path, what git calls the content; "" for none.
        """
        return dict(self._read("SELECT path, blob FROM bases WHERE page = ?", page))

    def keep_based_on(self, page: Path, based_on: Mapping[str, str]) -> None:
        """Remember what the branch has taken over from the base.

        Args:
            page: The page's file.
            based_on: As ``based_on`` returns it.
        """
        self._write("bases", page, based_on.items())

    def pull_request(self, page: Path) -> KnownPullRequest | None:
        """Find the pull request of a page; None where there is none."""
        columns = "host, repository, number, branch, path"
        rows = self._read(f"SELECT {columns} FROM pull_requests WHERE page = ?", page)
        return KnownPullRequest(*rows[0]) if rows else None

    def keep_pull_request(self, page: Path, known: KnownPullRequest) -> None:
        """Remember the pull request of a page, in place of an earlier one."""
        row = (known.host, known.repository, known.number, known.branch, known.path)
        self._write("pull_requests", page, [row])

    def done(self, page: Path) -> set[str]:
        """Return the comments that the user has done, by what they are called here."""
        rows = self._read("SELECT comment FROM done WHERE page = ?", page)
        return {comment for (comment,) in rows}

    def keep_done(self, page: Path, comments: Iterable[str]) -> None:
        """Remember that comments are done."""
        self._write("done", page, [(comment,) for comment in comments])

    def _read(self, query: str, page: Path) -> list[tuple[Any, ...]]:
        if not self.file.exists():
            return []
        with open_database(self.file, _SCHEMA) as store:
            return store.execute(query, (_name(page),)).fetchall()

    def _write(self, table: str, page: Path, rows: Iterable[tuple[object, ...]]) -> None:
        """Put rows into a table, in place of those with the same key."""
        named = [(_name(page), *row) for row in rows]
        if named:
            places = ", ".join("?" * len(named[0]))
            with open_database(self.file, _SCHEMA) as store:
                store.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({places})", named)


def _name(page: Path) -> str:
    return write_path(page.resolve())
