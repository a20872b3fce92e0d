"""Which posts of social networks an inbox has had: the next asking ends where they begin."""

import sqlite3
from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager
from pathlib import Path

from editor.app.services.database import open_database
from editor.app.services.folders import write_path

SCHEMA = """
CREATE TABLE IF NOT EXISTS posts (
    newsletter TEXT NOT NULL,
    source TEXT NOT NULL,
    post TEXT NOT NULL,
    PRIMARY KEY (newsletter, source, post)
);
"""
NOBODYS = ""
"""The newsletter of what was added before any was known."""


class KnownPosts:
    """The posts of each newsletter and source, in the file of the inboxes."""

    def __init__(self, file: Path) -> None:
        """Name the file."""
        self._file = file

    def read(self, newsletter: Path | None, source: str) -> Collection[str]:
        """Read what is known.

        Args:
            newsletter: The folder of the newsletter's site; None for a document without a place.
            source: The address of the source.

        Returns:
            What identifies the posts.

        Raises:
            OSError: If it cannot be read.
        """
        with self._opened() as store:
            rows = store.execute(
                "SELECT post FROM posts WHERE newsletter = ? AND source = ?",
                (name_newsletter(newsletter), source),
            )
            return {str(post) for (post,) in rows}

    def add(self, newsletter: Path | None, source: str, posts: Iterable[str]) -> None:
        """Keep what is known by now, after the bookmarks that it led to are kept.

        Args:
            newsletter: As for ``read``.
            source: As for ``read``.
            posts: What identifies the posts.

        Raises:
            OSError: If it cannot be kept.
        """
        name = name_newsletter(newsletter)
        with self._opened() as store:
            store.executemany(
                "INSERT OR IGNORE INTO posts VALUES (?, ?, ?)",
                [(name, source, post) for post in posts],
            )

    def _opened(self) -> AbstractContextManager[sqlite3.Connection]:
        return open_database(self._file, SCHEMA)


def name_newsletter(newsletter: Path | None) -> str:
    """Name a newsletter as the tables of the inbox do.

    Args:
        newsletter: The folder of its site; None for a document without a place.

    Returns:
        The name; ``NOBODYS`` for None.
    """
    return write_path(newsletter.resolve()) if newsletter else NOBODYS
