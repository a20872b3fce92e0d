"""The journal of a transaction on a site's folder: which files are replaced, and how far it is.

The journal lies in the user's own folder: what lies in a site may come from anywhere, and is never
taken for a journal.
"""

import contextlib
import hashlib
import os
import shutil
from pathlib import Path

import msgspec
from msgspec import Struct

from editor.app.services.files import remove_file, sync_folder
from editor.app.services.folders import data_folder

STAGING = ".rundbrief-export"
"""How the name of the staging folder begins; it exists in the site only during a transaction."""
BEGUN, FORWARD, BACK = "begun", "forward", "back"
"""How far a transaction is: nothing is touched yet; it is to be finished; to be taken back."""


class JournalEntry(Struct, frozen=True):
    """A file of a transaction."""

    path: str
    """The path from the site's root, with slashes."""
    new: str
    """The hash of what the file will hold."""
    old: str
    """The hash of what the file held; "" where it did not exist."""
    made: str
    """The topmost folder that was made for the file; "" for none."""


class Journal(Struct, frozen=True):
    """How far a transaction is, the name of its staging folder, and its files."""

    state: str
    staging: str
    entries: tuple[JournalEntry, ...] = ()


def journal_path(root: Path) -> Path:
    """Return where the journal of a site lies.

    Args:
        root: The folder of the site.

    Returns:
        A file in the user's own folder; it exists only during a transaction.
    """
    folder = data_folder() / "deliveries"
    return folder / f"{site_key(root)}.json"


def write_journal(root: Path, journal: Journal) -> Journal:
    """Replace the journal of a site; it is on the disk when this returns.

    Args:
        root: The folder of the site.
        journal: The new journal.

    Returns:
        The journal.

    Raises:
        OSError: If it cannot be written.
    """
    path = journal_path(root)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".tmp")
    write_synced(temporary, msgspec.json.encode(journal))
    os.replace(temporary, path)
    sync_folder(path.parent)
    return journal


def read_journal(root: Path) -> Journal | None:
    """Read the journal of a site.

    Args:
        root: The folder of the site.

    Returns:
        The journal; None where there is none, or none that can be read.
    """
    try:
        return msgspec.json.decode(journal_path(root).read_bytes(), type=Journal)
    except (OSError, ValueError, RecursionError):
        return None


def clear_transaction(root: Path, journal: Journal) -> None:
    """Remove the staging folder and the journal.

    The journal is first set back to a transaction that has touched nothing, so that a crash in
    the middle leaves only something to remove.

    Args:
        root: The folder of the site.
        journal: The journal of a transaction that is finished or taken back.
    """
    with contextlib.suppress(OSError):
        write_journal(root, Journal(BEGUN, journal.staging))
    staging = find_staging_folder(root, journal)
    if staging:
        shutil.rmtree(staging, ignore_errors=True)
    remove_file(journal_path(root))


def find_staging_folder(root: Path, journal: Journal) -> Path | None:
    """Find the staging folder of a transaction.

    Args:
        root: The folder of the site.
        journal: The journal with the name of the staging folder.

    Returns:
        The folder; None where it does not exist, or was not made by a transaction.
    """
    path = root / journal.staging
    is_own = journal.staging.startswith(STAGING) and Path(journal.staging).name == journal.staging
    if is_own and path.is_dir() and not path.is_symlink():
        return path
    return None


def write_synced(path: Path, data: bytes) -> None:
    """Write a new file; its content is on the disk when this returns.

    Args:
        path: The file.
        data: The content.

    Raises:
        OSError: If it cannot be written.
    """
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def site_key(root: Path) -> str:
    """Return the name under which the user's own folders know a site.

    Args:
        root: The folder of the site.

    Returns:
        A short hash of its path.
    """
    return hash_data(str(root.resolve()).encode())[:16]


def hash_data(data: bytes) -> str:
    """Return the SHA-256 hash of a content.

    Args:
        data: The content.

    Returns:
        The hash in hexadecimal digits.
    """
    return hashlib.sha256(data).hexdigest()
