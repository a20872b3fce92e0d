"""What a file has beside its bytes: owner, group, mode, access list, extended attributes."""

import os
import stat
from pathlib import Path

_SET_BY_THE_SYSTEM = ("security.", "trusted.")
"""How extended attributes begin that a new file gets by itself."""


def copy_attributes(source: Path, target: Path) -> bool:
    """Give a file the attributes of another one.

    Args:
        source: The file that has them.
        target: The file that gets them.

    Returns:
        Whether it has all of them now: not every user may give a file to another group.

    Raises:
        OSError: If a file is gone.
    """
    wanted = source.stat()
    if os.name == "nt":
        return True
    if not _copy_owner(wanted, target):
        return False
    copied = _copy_extended_attributes(source, target)
    # last: a new owner takes the special bits away
    target.chmod(stat.S_IMODE(wanted.st_mode))
    return copied


def _copy_owner(wanted: os.stat_result, target: Path) -> bool:
    given = target.stat()
    if (given.st_uid, given.st_gid) == (wanted.st_uid, wanted.st_gid):
        return True
    try:
        os.chown(target, wanted.st_uid, wanted.st_gid)
    except PermissionError:
        return False
    return True


def _copy_extended_attributes(source: Path, target: Path) -> bool:
    """Copy them, an access list (``system.posix_acl_access``) among them."""
    try:
        wanted = _list_extended_attributes(source)
        for name in _list_extended_attributes(target):
            if name not in wanted:
                os.removexattr(target, name)  # an access list that the folder hands down
        for name in wanted:
            os.setxattr(target, name, os.getxattr(source, name))
    except OSError:
        return False
    return True


def _list_extended_attributes(path: Path) -> list[str]:
    """Those that a copy should have; none where the file system knows none."""
    if not hasattr(os, "listxattr"):
        return []
    try:
        return [name for name in os.listxattr(path) if not name.startswith(_SET_BY_THE_SYSTEM)]
    except OSError:
        return []
