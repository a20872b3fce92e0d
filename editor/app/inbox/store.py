"""The inboxes of all newsletters, in one SQLite file of the user's.

Law: what was added stays until it is removed; what was removed does not come again by itself.
"""

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from editor.app.inbox.known_posts import NOBODYS, SCHEMA, name_newsletter
from editor.app.services.database import open_database
from editor.app.services.folders import data_folder, read_path
from editor.core.inbox.bookmark import Bookmark, merge, tidy

_SCHEMA = """
CREATE TABLE IF NOT EXISTS bookmarks (
    newsletter TEXT NOT NULL,
    key TEXT NOT NULL,
    address TEXT NOT NULL,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    found REAL,
    note TEXT NOT NULL,
    tags TEXT NOT NULL,
    text TEXT NOT NULL,
    added REAL NOT NULL,
    removed REAL,
    PRIMARY KEY (newsletter, key)
);
CREATE TABLE IF NOT EXISTS sources (
    newsletter TEXT NOT NULL,
    address TEXT NOT NULL,
    PRIMARY KEY (newsletter, address)
);
CREATE TABLE IF NOT EXISTS newsletters (
    path TEXT PRIMARY KEY,
    opened REAL NOT NULL
);
"""
_COLUMNS = "address, title, source, found, note, tags, text"
MOST_BOOKMARKS = 10_000
"""Of one newsletter: nobody sorts more, but a page may hand over addresses without end."""


class InboxStore:
    """The bookmarks of each newsletter, by the folder of its site."""

    def __init__(self, file: Path | None = None) -> None:
        """Name the store's file.

        Args:
            file: The file; None for the user's own.
        """
        self.file = file or data_folder() / "inbox.sqlite"

    def add(
        self, newsletter: Path | None, bookmarks: Iterable[Bookmark], *, again: bool = True
    ) -> int:
        """Add bookmarks; those of a page that is there complete what is known of it.

        Args:
            newsletter: The folder of its site; None for the one that is opened next.
            bookmarks: The bookmarks.
            again: Whether pages come back that were removed, as when the user adds one.

        Returns:
            How many pages are new.

        Raises:
            OSError: If they cannot be kept.
        """
        name, now = name_newsletter(newsletter), time.time()
        with self._opened() as store:
            room = MOST_BOOKMARKS - _count(store, name)
            new = 0
            for bookmark in bookmarks:
                is_new = _add(store, name, bookmark, now, again=again, has_room=new < room)
                new += is_new
            return new

    def open_newsletter(self, newsletter: Path) -> None:
        """Remember which newsletter is worked on; what waits for any is its own now.

        Args:
            newsletter: The folder of its site.

        Raises:
            OSError: If it cannot be kept.
        """
        name = name_newsletter(newsletter)
        with self._opened() as store:
            store.execute("INSERT OR REPLACE INTO newsletters VALUES (?, ?)", (name, time.time()))
            rows = store.execute(
                f"SELECT {_COLUMNS} FROM bookmarks WHERE newsletter = ? ORDER BY added", (NOBODYS,)
            ).fetchall()
            for row in rows:
                _add(store, name, _read(row), time.time(), again=True, has_room=True)
            store.execute("DELETE FROM bookmarks WHERE newsletter = ?", (NOBODYS,))
            for table, columns in (("sources", "address"), ("posts", "source, post")):
                store.execute(
                    f"INSERT OR IGNORE INTO {table} SELECT ?, {columns} FROM {table}"
                    " WHERE newsletter = ?",
                    (name, NOBODYS),
                )
                store.execute(f"DELETE FROM {table} WHERE newsletter = ?", (NOBODYS,))

    def newsletters(self) -> list[Path]:
        """Name the newsletters that were opened, the last one first.

        Raises:
            OSError: If the store cannot be read.
        """
        if not self.file.exists():
            return []
        with self._opened() as store:
            rows = store.execute("SELECT path FROM newsletters ORDER BY opened DESC").fetchall()
        return [Path(read_path(row[0])) for row in rows]

    def sources(self, newsletter: Path | None) -> list[str]:
        """Read the sources of a newsletter.

        Args:
            newsletter: The folder of its site; None for a document that has no place.

        Returns:
            The addresses of its feeds, in the order they were given.

        Raises:
            OSError: If the store cannot be read.
        """
        if not self.file.exists():
            return []
        with self._opened() as store:
            query = "SELECT address FROM sources WHERE newsletter = ? ORDER BY rowid"
            return [str(row[0]) for row in store.execute(query, (name_newsletter(newsletter),))]

    def set_sources(self, newsletter: Path | None, addresses: Iterable[str]) -> None:
        """Keep other sources for a newsletter.

        Args:
            newsletter: The folder of its site; None for a document that has no place.
            addresses: The addresses of its feeds.

        Raises:
            OSError: If they cannot be kept.
        """
        name = name_newsletter(newsletter)
        with self._opened() as store:
            store.execute("DELETE FROM sources WHERE newsletter = ?", (name,))
            store.executemany(
                "INSERT OR IGNORE INTO sources VALUES (?, ?)",
                [(name, address) for address in addresses],
            )

    def read(self, newsletter: Path | None) -> list[Bookmark]:
        """Read the bookmarks of a newsletter.

        Args:
            newsletter: The folder of its site; None for what waits for any.

        Returns:
            The bookmarks, the last added first.

        Raises:
            OSError: If the store cannot be read.
        """
        if not self.file.exists():
            return []
        with self._opened() as store:
            rows = store.execute(
                f"SELECT {_COLUMNS} FROM bookmarks WHERE newsletter = ? AND removed IS NULL"
                " ORDER BY added DESC, rowid DESC",
                (name_newsletter(newsletter),),
            )
            return [_read(row) for row in rows]

    def change(self, newsletter: Path | None, bookmark: Bookmark) -> None:
        """Replace what is known of a page by what the user says.

        Args:
            newsletter: The folder of its site; None for a document that has no place.
            bookmark: The bookmark with the same page.

        Raises:
            OSError: If it cannot be kept.
        """
        with self._opened() as store:
            _write(store, name_newsletter(newsletter), tidy(bookmark))

    def remove(self, newsletter: Path | None, bookmarks: Iterable[Bookmark]) -> None:
        """Remove bookmarks. Their pages do not come again by themselves.

        Args:
            newsletter: The folder of its site; None for a document that has no place.
            bookmarks: The bookmarks.

        Raises:
            OSError: If that cannot be kept.
        """
        self._mark(newsletter, bookmarks, time.time())

    def bring_back(self, newsletter: Path | None, bookmarks: Iterable[Bookmark]) -> None:
        """Undo a removal.

        Args:
            newsletter: The folder of its site; None for a document that has no place.
            bookmarks: What was removed.

        Raises:
            OSError: If that cannot be kept.
        """
        self._mark(newsletter, bookmarks, None)

    def _mark(
        self, newsletter: Path | None, bookmarks: Iterable[Bookmark], removed: float | None
    ) -> None:
        name = name_newsletter(newsletter)
        with self._opened() as store:
            store.executemany(
                "UPDATE bookmarks SET removed = ? WHERE newsletter = ? AND key = ?",
                [(removed, name, bookmark.key) for bookmark in bookmarks],
            )

    def _opened(self) -> AbstractContextManager[sqlite3.Connection]:
        return open_database(self.file, _SCHEMA + SCHEMA)


def _count(store: sqlite3.Connection, name: str) -> int:
    query = "SELECT count(*) FROM bookmarks WHERE newsletter = ? AND removed IS NULL"
    return int(store.execute(query, (name,)).fetchone()[0])


def _add(
    store: sqlite3.Connection,
    name: str,
    bookmark: Bookmark,
    now: float,
    *,
    again: bool,
    has_room: bool,
) -> bool:
    """Add a bookmark; tell whether its page is new."""
    row = store.execute(
        f"SELECT {_COLUMNS}, removed FROM bookmarks WHERE newsletter = ? AND key = ?",
        (name, bookmark.key),
    ).fetchone()
    if row is None:
        if has_room:
            values = (name, bookmark.key, *_values(bookmark), now)
            store.execute(
                f"INSERT INTO bookmarks (newsletter, key, {_COLUMNS}, added)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values,
            )
        return has_room
    was_removed = row[-1] is not None
    if was_removed and not again:
        return False
    _write(store, name, merge(_read(row[:-1]), bookmark))
    if was_removed:
        store.execute(
            "UPDATE bookmarks SET removed = NULL, added = ? WHERE newsletter = ? AND key = ?",
            (now, name, bookmark.key),
        )
    return was_removed


def _write(store: sqlite3.Connection, name: str, bookmark: Bookmark) -> None:
    changes = ", ".join(f"{column} = ?" for column in _COLUMNS.split(", "))
    store.execute(
        f"UPDATE bookmarks SET {changes} WHERE newsletter = ? AND key = ?",
        (*_values(bookmark), name, bookmark.key),
    )


def _values(bookmark: Bookmark) -> Iterator[object]:
    yield from (bookmark.address, bookmark.title, bookmark.source)
    yield bookmark.found.timestamp() if bookmark.found else None
    yield from (bookmark.note, json.dumps(bookmark.tags), bookmark.text)


def _read(row: tuple[object, ...]) -> Bookmark:
    address, title, source, found, note, tags, text = row
    bookmark = Bookmark(str(address), str(title), str(source), note=str(note), text=str(text))
    moment = datetime.fromtimestamp(found, UTC) if isinstance(found, float) else None
    return replace(bookmark, found=moment, tags=tuple(json.loads(str(tags))))
