"""What assistive technology and the keyboard find in a window, asked in the process."""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

VAGUE = {
    QAccessible.Role.Client,
    QAccessible.Role.NoRole,
    QAccessible.Role.Pane,
    QAccessible.Role.LayeredPane,
    QAccessible.Role.Grouping,
}
"""Roles that say nothing of what can be done with a widget."""


def stops(window):
    """The widgets of a window that Tab stops at, as far as they can be seen."""
    found = []
    for widget in filter(shiboken6.isValid, window.findChildren(QWidget)):
        is_stop = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy()
        if is_stop and widget.isVisibleTo(window) and widget.isEnabled():
            inner = isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)
            is_own = widget.window() is window
            if is_own and not (inner and isinstance(widget, QLineEdit)):
                found.append(widget)
    return found


def name_of(widget):
    """What a screen reader calls a widget: its label, else its own name.

    On Linux the name of a combo box is its value, so only a label names it.
    """
    labels = widget.window().findChildren(QLabel)
    label = next((each.text() for each in labels if each.buddy() is widget), "")
    if label or isinstance(widget, QComboBox):
        return label
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def role_of(widget):
    """The role that a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role() if interface else QAccessible.Role.NoRole


def describe(widget):
    """A widget for the message of a test."""
    return f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parent()).__name__}"


def find_nameless(window):
    """The stops without a name, and those whose role says nothing."""
    problems = []
    for widget in stops(window):
        if not name_of(widget).strip(" :&*"):
            problems.append(f"no name: {describe(widget)}")
        if role_of(widget) in VAGUE and not isinstance(widget, QAbstractScrollArea):
            problems.append(f"role {role_of(widget).name}: {describe(widget)}")
    return problems


def walk(window, most=400):
    """Press Tab until the walk is back where it began; the widgets that had the focus."""
    first = stops(window)[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    seen = [QApplication.focusWidget() or first]
    for _ in range(most):
        focused = QApplication.focusWidget() or seen[-1]
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        now = QApplication.focusWidget() or window.focusWidget()
        if now is seen[-1]:
            continue  # between the links of a text
        if now is seen[0]:
            return seen
        seen.append(now)
    return seen
