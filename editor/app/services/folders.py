"""The user's folders, where the program keeps what is its own."""

import os
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

import platformdirs


def state_folder() -> Path:
    """Name the folder for drafts, versions and the log.

    Returns:
        Its path; it need not exist.
    """
    return Path(platformdirs.user_state_dir("rundbrief", appauthor=False))


def data_folder() -> Path:
    """Name the folder for photos, words and deliveries.

    Returns:
        Its path; it need not exist.
    """
    return Path(platformdirs.user_data_dir("rundbrief", appauthor=False))


def config_folder() -> Path:
    """Name the folder for the user's profiles.

    Returns:
        Its path; it need not exist.
    """
    return Path(platformdirs.user_config_dir("rundbrief", appauthor=False))


def cache_folder() -> Path:
    """Name the folder for what can be made anew.

    Returns:
        Its path; it need not exist.
    """
    return Path(platformdirs.user_cache_dir("rundbrief", appauthor=False))


def write_path(path: Path) -> str:
    """Write a path as text that every file and database can hold.

    Args:
        path: A path, whose name need not be UTF-8.

    Returns:
        The text; ``read_path`` reads it back.
    """
    text = str(path)
    try:
        text.encode()
        return text
    except UnicodeEncodeError:
        return _QUOTED + quote_from_bytes(os.fsencode(text))


def read_path(text: str) -> str:
    """Read a path that ``write_path`` has written.

    Args:
        text: The text.

    Returns:
        The path.
    """
    if text.startswith(_QUOTED):
        return os.fsdecode(unquote_to_bytes(text.removeprefix(_QUOTED)))
    return text


_QUOTED = "quoted:"


def make_private_folder(folder: Path) -> None:
    """Make a folder that only the user may look into, and the folders above it.

    Args:
        folder: The folder; nothing happens where it exists.

    Raises:
        OSError: If it cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
