"""Alt keys that lead to one place each.

A key that a menu or an earlier field has taken is not given to a later one.
"""

import re
from collections.abc import Iterable

from PySide6.QtWidgets import QAbstractButton, QLabel, QMenuBar, QWidget

_KEY = re.compile(r"(?<!&)&(\w)")


def mnemonic_of(text: str) -> str:
    """Find the letter of a text's Alt key.

    >>> mnemonic_of("D&ouble && more")
    'o'

    Args:
        text: A label as Qt reads it: ``&`` before the letter, ``&&`` for a plain ampersand.

    Returns:
        The letter in lower case; "" for none.
    """
    match = _KEY.search(text.replace("&&", ""))
    if match:
        return match[1].lower()
    return ""


def menu_mnemonics(bar: QMenuBar) -> set[str]:
    """Collect the Alt keys of the menus.

    Args:
        bar: The menu bar.

    Returns:
        The letters, in lower case.
    """
    return {mnemonic_of(action.text()) for action in bar.actions()} - {""}


def resolve_mnemonics(page: QWidget, taken: Iterable[str]) -> set[str]:
    """Give every label and button of a page that has an Alt key one of its own.

    It keeps the key it asks for where that is free, and goes without where no letter is left.

    Args:
        page: The page; its labels and buttons are changed.
        taken: The letters in use elsewhere, in lower case.

    Returns:
        All letters in use then.
    """
    used = set(taken)
    widgets: list[QLabel | QAbstractButton] = [
        *page.findChildren(QLabel),
        *page.findChildren(QAbstractButton),
    ]
    for widget in widgets:
        text = widget.text()
        if key := mnemonic_of(text):
            if key in used:
                text = _change_key(text, used)
                widget.setText(text)
            used.add(mnemonic_of(text))
    return used


def _change_key(text: str, used: set[str]) -> str:
    """Move the Alt key to a free letter: one at the start of a word, else any other."""
    bare = _KEY.sub(r"\1", text)
    starts = [match.start() for match in re.finditer(r"\b[^\W\d_]", bare)]
    for at in [*starts, *range(len(bare))]:
        if bare[at].isalpha() and bare[at].lower() not in used:
            return bare[:at] + "&" + bare[at:]
    return bare
