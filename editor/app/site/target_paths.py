"""Where the files of a transaction may go in a site's folder, and the folders on the way there."""

import re
from pathlib import Path, PurePosixPath

from editor.app.site.transaction_journal import STAGING
from editor.core.base.errors import UserFacingError
from editor.core.base.file_names import is_portable_path
from editor.core.base.messages import translate


class TransactionFailed(UserFacingError):
    """Files that cannot be committed; the site's folder is as it was."""


def resolve_target(root: Path, path: str) -> Path:
    """Return where a file goes.

    Args:
        root: The folder of the site.
        path: The path from there, with slashes.

    Returns:
        The file; it need not exist.

    Raises:
        TransactionFailed: If the path leads out of the site (also through a link), into git's own
            folder or into a staging folder, or is not one that every system can have.
    """
    parts = PurePosixPath(path).parts
    reserved = any(map(_is_reserved, parts))
    # a name that is there already is one that this system can have
    is_new = not reserved and not root.joinpath(*parts).exists()
    if reserved or not _is_inside(root, path) or (is_new and not is_portable_path(path)):
        raise TransactionFailed(
            translate(
                "core", "“{name}” is no place for a file in the site's folder; nothing was written."
            ).fill(name=path)
        )
    return root.joinpath(*parts)


_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""Signs that some file systems leave out of names."""


_BESIDE_GIT = (".github", ".gitlab", ".gitea", ".gitignore", ".gitattributes", ".gitkeep")
"""What begins as git's own folder does, and is none of it."""


def fold_name(part: str) -> str:
    """Return what a part of a path is to systems that see names as one which others tell apart.

    Args:
        part: A name of a file or folder.

    Returns:
        The name in small letters, without signs that are not seen and without dots at its end.
    """
    return _UNSEEN.sub("", part).casefold().rstrip(". ")


def _is_reserved(part: str) -> bool:
    """Whether a part leads upward, or into git's own or a staging folder, by whatever name."""
    name = fold_name(part)
    if part in _BESIDE_GIT:
        return False
    return part == ".." or name.startswith((".git", "git~", STAGING))


def _is_inside(root: Path, path: str) -> bool:
    pure = PurePosixPath(path)
    target = root.joinpath(*pure.parts)
    try:
        path.encode()  # a lone surrogate cannot be in a file name
        if pure.is_absolute() or not pure.name or "\0" in path:
            return False
        if not target.parent.resolve().is_relative_to(root.resolve()):
            return False
        return not target.is_symlink() and not target.is_dir()
    except (OSError, ValueError, RuntimeError):
        return False


def nearest_folder(folder: Path) -> Path:
    """Find the nearest folder above that exists.

    Args:
        folder: A folder that may be missing.

    Returns:
        The folder itself, or one above it.
    """
    if folder.exists():
        return folder
    return nearest_folder(folder.parent)


def first_missing_folder(root: Path, target: Path) -> str:
    """Find the topmost folder that has to be made for a file.

    Args:
        root: The folder of the site.
        target: The file.

    Returns:
        The path of the folder from the root, with slashes; "" where none is missing.
    """
    missing = [
        folder
        for folder in target.parents
        if folder != root and folder.is_relative_to(root) and not folder.exists()
    ]
    if missing:
        return missing[-1].relative_to(root).as_posix()
    return ""


def remove_empty_folders(folder: Path, top: Path) -> None:
    """Remove a folder and those above it, as far as they are empty.

    Args:
        folder: The lowest folder.
        top: The topmost folder that may be removed.
    """
    while folder.is_relative_to(top) and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def find_free_path(root: Path, name: str) -> Path:
    """Find a path at which nothing exists.

    Args:
        root: The folder.
        name: The name; it gets a number where it is taken.

    Returns:
        The path in the folder.
    """
    path, number = root / name, 0
    while path.exists():
        number += 1
        path = root / f"{name}-{number}"
    return path
