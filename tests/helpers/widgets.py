"""Widgets, found by what stands on them or beside them."""

from PySide6.QtWidgets import QLabel, QPushButton


def answers(bar):
    """The buttons of a message bar, by their labels."""
    return {button.text(): button for button in bar.buttons}


def button_named(parent, name):
    """The button that screen readers call by this name."""
    return next(
        button for button in parent.findChildren(QPushButton) if button.accessibleName() == name
    )


def field_labelled(parent, text):
    """The field behind a label."""
    return next(
        label.buddy()
        for label in parent.findChildren(QLabel)
        if label.text().replace("&", "").rstrip(":") == text
    )


def hint_below(field):
    """The small print below a field."""
    return field.parentWidget().findChild(QLabel, "hint")
