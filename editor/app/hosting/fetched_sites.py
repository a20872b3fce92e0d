"""Sites that were fetched from a code host: where from, and what the host had of each file."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from msgspec import Struct

from editor.app.services.database import open_database
from editor.app.services.folders import data_folder, read_path, write_path
from editor.core.hosting.repository import Repository

_SCHEMA = """
CREATE TABLE IF NOT EXISTS sites (
    folder TEXT PRIMARY KEY,
    host TEXT NOT NULL,
    repository TEXT NOT NULL,
    branch TEXT NOT NULL,
    head TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS files (
    folder TEXT NOT NULL,
    path TEXT NOT NULL,
    there TEXT NOT NULL,
    here TEXT NOT NULL,
    PRIMARY KEY (folder, path)
);
"""
_PATIENCE = 0.2


@contextmanager
def _reading(file: Path) -> Iterator[sqlite3.Connection]:
    """Open the file for reading alone: the window asks, and waits for no other program."""
    try:
        store = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True, timeout=_PATIENCE)
        with closing(store):
            yield store
    except sqlite3.Error as error:
        raise OSError(str(error)) from None


class FetchedSite(Struct, frozen=True):
    """A folder with all files of a repository."""

    folder: Path
    repository: Repository
    branch: str
    head: str
    """The commit that it was brought up to."""


class FetchedFile(Struct, frozen=True):
    """What git calls the contents that belonged together when a file was last brought up to date.

    They differ where the host writes something into the files that it packs, or both were merged.
    """

    there: str
    here: str


class FetchedSites:
    """One SQLite file of the user's; all methods raise OSError if it cannot be read or written."""

    def __init__(self, file: Path | None = None) -> None:
        """Name the file; None for the user's own."""
        self._file = file or data_folder() / "fetched_sites.sqlite"

    def find(self, path: Path) -> FetchedSite | None:
        """Find the fetched site that a file or folder lies in; None for none."""
        if not self._file.exists():
            return None
        path = path.resolve()
        with _reading(self._file) as store:
            for row in store.execute("SELECT folder, host, repository, branch, head FROM sites"):
                folder, host, repository, branch, head = map(str, row)
                root = Path(read_path(folder))
                if path.is_relative_to(root):
                    return FetchedSite(root, Repository(host, repository), branch, head)
        return None

    def files(self, site: FetchedSite) -> dict[str, FetchedFile]:
        """Return what is known of the files of a site, by path."""
        with self._opened() as store:
            rows = store.execute(
                "SELECT path, there, here FROM files WHERE folder = ?", (write_path(site.folder),)
            )
            return {str(path): FetchedFile(str(there), str(here)) for path, there, here in rows}

    def keep(self, site: FetchedSite, files: Mapping[str, FetchedFile]) -> None:
        """Remember a site as it is now, in place of what was known of it."""
        name, repository = write_path(site.folder), site.repository
        with self._opened() as store:
            store.execute(
                "INSERT OR REPLACE INTO sites VALUES (?, ?, ?, ?, ?)",
                (name, repository.host, repository.path, site.branch, site.head),
            )
            store.execute("DELETE FROM files WHERE folder = ?", (name,))
            store.executemany(
                "INSERT INTO files VALUES (?, ?, ?, ?)",
                [(name, path, each.there, each.here) for path, each in files.items()],
            )

    def _opened(self) -> AbstractContextManager[sqlite3.Connection]:
        return open_database(self._file, _SCHEMA)


def find_fetched(root: Path) -> FetchedSite | None:
    """Find the fetched site that a folder lies in.

    Args:
        root: The folder.

    Returns:
        The site; None for a folder like any other, and where nothing can be read of fetched ones.
    """
    try:
        return FetchedSites().find(root)
    except OSError:
        return None
