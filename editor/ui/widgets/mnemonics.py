"""Alt keys that lead to one place each: what a menu or a field before has taken, the next one does not take again."""

import re
from collections.abc import Iterable

from PySide6.QtWidgets import QAbstractButton, QLabel, QMenuBar, QWidget

_KEY = re.compile(r"(?<!&)&(\w)")


def mnemonic_of(text: str) -> str:
    """The letter of a text's Alt key, in lower case; "" for none.

    >>> mnemonic_of("D&ouble && more")
    'o'
    """
    found = _KEY.search(text.replace("&&", ""))
    if found:
        return found[1].lower()
    return ""


def menu_mnemonics(bar: QMenuBar) -> set[str]:
    """The keys the menus have."""
    return {mnemonic_of(action.text()) for action in bar.actions()} - {""}


def resolve_mnemonics(page: QWidget, taken: Iterable[str]) -> set[str]:
    """Give every label and button of a page that has an Alt key one of its own, the wished one first; none where no
    letter is left. The keys that are taken then."""
    used = set(taken)
    widgets: list[QLabel | QAbstractButton] = [
        *page.findChildren(QLabel),
        *page.findChildren(QAbstractButton),
    ]
    for widget in widgets:
        text = widget.text()
        if key := mnemonic_of(text):
            new = text if key not in used else _rekeyed(text, used)
            if new != text:
                widget.setText(new)
            used.add(mnemonic_of(new))
    return used


def _rekeyed(text: str, used: set[str]) -> str:
    bare = _KEY.sub(r"\1", text)
    starts = [match.start() for match in re.finditer(r"\b[^\W\d_]", bare)]
    for at in [*starts, *range(len(bare))]:
        if bare[at].isalpha() and bare[at].lower() not in used:
            return bare[:at] + "&" + bare[at:]
    return bare
