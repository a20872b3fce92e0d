"""Names of files that every system can have."""

import re

_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\..*)?", re.IGNORECASE
)
"""Names of devices on Windows, whatever their ending."""
_FORBIDDEN = re.compile(
    r'[\x00-\x1f\x7f-\x9f<>:"|?*\\/\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]'
)
"""What Windows forbids in names, and signs that turn their direction round."""
_MAX_LENGTH = 255


def is_portable_name(name: str) -> bool:
    """Tell whether every system can have a file of a name.

    >>> is_portable_name("aux.jpg"), is_portable_name("Auszug.jpg")
    (False, True)

    Args:
        name: A name without folders.

    Returns:
        Whether it can, and shows it as it is.
    """
    if not name or name in (".", "..") or len(name.encode("utf-8", "replace")) > _MAX_LENGTH:
        return False
    if name[-1] in ". " or name[0] == " ":
        return False
    return not (_RESERVED.fullmatch(name) or _FORBIDDEN.search(name))


def is_portable_path(path: str) -> bool:
    """Tell whether every system can have a file at a path.

    Args:
        path: A relative path with slashes.

    Returns:
        Whether all its parts are portable names.
    """
    return all(map(is_portable_name, path.split("/")))
