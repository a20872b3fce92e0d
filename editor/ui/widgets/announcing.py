"""Letting screen readers say what changes where the focus is not (WCAG 2.2 §4.1.3).

``QAccessible`` is imported when it is used first: the first window need not wait for its names.
"""

from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget


def announce(widget: QWidget, words: str, *, at_once: bool = False) -> None:
    """Let a screen reader say something.

    Args:
        widget: Where it is seen.
        words: What is said; "" says nothing.
        at_once: Whether what is being said is broken off for it.
    """
    if not words:
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    if at_once:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def tell_current_rows(app: QApplication) -> None:
    """Let screen readers say the row one comes to with a list, not only the list.

    Qt says which list has the focus, and Orca then reads its first row, whichever is current.

    Args:
        app: The application.
    """
    app.focusChanged.connect(lambda _, widget: _tell_current_row(widget))


def _tell_current_row(widget: QWidget | None) -> None:
    if not isinstance(widget, QAbstractItemView):
        return
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    if not QAccessible.isActive():
        return
    view = QAccessible.queryAccessibleInterface(widget)
    row = view.focusChild() if view else None
    if view and row and row.isValid():
        event = QAccessibleEvent(widget, QAccessible.Event.Focus)
        event.setChild(view.indexOfChild(row))
        QAccessible.updateAccessibility(event)
