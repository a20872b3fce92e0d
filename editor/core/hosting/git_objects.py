"""Names of git's objects, computed without git (gitformat-pack, "Object names")."""

import hashlib


def blob_id(data: bytes) -> str:
    """Return what git calls the content of a file.

    >>> blob_id(b"hello\\n")
    'ce013625030ba8dba906f756967f9e9ca394464a'

    Args:
        data: The content.

    Returns:
        Its SHA-1 in 40 hexadecimal digits.
    """
    header = f"blob {len(data)}\0".encode()
    return hashlib.sha1(header + data, usedforsecurity=False).hexdigest()
