"""Addresses of the web, as the fields of forms take them."""

import re

_URL = re.compile(r"(?:https?|ftp)://[^\s<>]+")


def is_address(text: str) -> bool:
    """Tell whether a text is a whole address.

    Args:
        text: What was typed.

    Returns:
        Whether it begins as addresses do and holds no blanks.
    """
    return _URL.fullmatch(text) is not None
