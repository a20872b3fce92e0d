"""Alt keys that lead to one place each: what a menu or a field before has taken, the next one does not take again."""

import re
from collections.abc import Iterable

from PySide6.QtWidgets import QAbstractButton, QLabel, QMenuBar, QWidget

_KEY = re.compile(r"(?<!&)&(\w)")


def key_of(text: str) -> str:
    """The letter of a text's Alt key, in lower case; "" for none.

    >>> key_of("D&ouble && more")
    'o'
    """
    found = _KEY.search(text.replace("&&", ""))
    return found[1].lower() if found else ""


def of_menus(bar: QMenuBar) -> set[str]:
    """The keys the menus have."""
    return {key_of(action.text()) for action in bar.actions()} - {""}


def untangle(page: QWidget, taken: Iterable[str]) -> set[str]:
    """Give every label and button of a page that has an Alt key one of its own, the wished one first; none where no
    letter is left. The keys that are taken then."""
    used = set(taken)
    widgets: list[QLabel | QAbstractButton] = [
        *page.findChildren(QLabel),
        *page.findChildren(QAbstractButton),
    ]
    for widget in widgets:
        text = widget.text()
        if key := key_of(text):
            new = text if key not in used else _rekeyed(text, used)
            if new != text:
                widget.setText(new)
            used.add(key_of(new))
    return used


def _rekeyed(text: str, used: set[str]) -> str:
    bare = _KEY.sub(r"\1", text)
    starts = [match.start() for match in re.finditer(r"\b[^\W\d_]", bare)]
    for at in [*starts, *range(len(bare))]:
        if bare[at].isalpha() and bare[at].lower() not in used:
            return bare[:at] + "&" + bare[at:]
    return bare
