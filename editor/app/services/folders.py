"""The user's folders, where the program keeps what is its own."""

from pathlib import Path

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


def make_private_folder(folder: Path) -> None:
    """Make a folder that only the user may look into, and the folders above it.

    Args:
        folder: The folder; nothing happens where it exists.

    Raises:
        OSError: If it cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
