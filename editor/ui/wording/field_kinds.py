"""What the kinds of fields are called."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from editor.core.profiles.profile import FieldKind

_NAMES = {
    FieldKind.TEXT: QT_TRANSLATE_NOOP("FieldKinds", "Text"),
    FieldKind.LONG: QT_TRANSLATE_NOOP("FieldKinds", "Long text"),
    FieldKind.NUMBER: QT_TRANSLATE_NOOP("FieldKinds", "Number"),
    FieldKind.DATE: QT_TRANSLATE_NOOP("FieldKinds", "Day"),
    FieldKind.DATETIME: QT_TRANSLATE_NOOP("FieldKinds", "Day and time"),
    FieldKind.CHOICE: QT_TRANSLATE_NOOP("FieldKinds", "Choice"),
    FieldKind.FLAG: QT_TRANSLATE_NOOP("FieldKinds", "Yes or no"),
    FieldKind.LIST: QT_TRANSLATE_NOOP("FieldKinds", "List"),
    FieldKind.TAGS: QT_TRANSLATE_NOOP("FieldKinds", "Tags"),
    FieldKind.IMAGE: QT_TRANSLATE_NOOP("FieldKinds", "Picture"),
    FieldKind.FILE: QT_TRANSLATE_NOOP("FieldKinds", "File"),
    FieldKind.PAGE: QT_TRANSLATE_NOOP("FieldKinds", "Page"),
    FieldKind.COLOR: QT_TRANSLATE_NOOP("FieldKinds", "Color"),
    FieldKind.MAP: QT_TRANSLATE_NOOP("FieldKinds", "Group of fields"),
    FieldKind.ROWS: QT_TRANSLATE_NOOP("FieldKinds", "Rows of fields"),
}


def field_kind_names() -> dict[FieldKind, str]:
    """Return the names of all kinds of fields.

    Returns:
        The names in the language of the window, by kind.
    """
    translate = QCoreApplication.translate
    return {kind: translate("FieldKinds", str(words)) for kind, words in _NAMES.items()}
