"""SQLite files of the user's, opened for each use: threads and processes may share them."""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from editor.app.services.folders import make_private_folder

if TYPE_CHECKING:
    import sqlite3

_BUSY_SECONDS = 5.0
"""How long another process may hold the file."""


@contextlib.contextmanager
def open_database(file: Path, schema: str) -> "Iterator[sqlite3.Connection]":
    """Open a file for one transaction; it is made where it is missing, readable by the user alone.

    Args:
        file: The file. One that is no database any more is moved aside.
        schema: What makes its tables, where they are missing.

    Yields:
        The connection. What is done with it is done whole, or not at all.

    Raises:
        OSError: If it cannot be opened, read or written.
    """
    import sqlite3

    make_private_folder(file.parent)
    try:
        if not file.exists():
            os.close(os.open(file, os.O_CREAT | os.O_WRONLY, 0o600))
        store = sqlite3.connect(file, timeout=_BUSY_SECONDS)
        with contextlib.closing(store), store:
            store.execute("PRAGMA secure_delete = ON")
            store.executescript(schema)
            store.execute("BEGIN IMMEDIATE")  # what is read stays true until it is written
            yield store
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
            with contextlib.suppress(OSError):  # begin anew; what is left of it stays beside
                file.replace(file.with_suffix(f".{time.time_ns()}.damaged"))
        raise OSError(str(error)) from None
