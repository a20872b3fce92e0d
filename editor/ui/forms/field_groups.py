"""Fields of front matter in rows and groups, built as they are planned."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.core.frontmatter.model import Path
from editor.core.profiles.profile import Field as FieldSettings
from editor.core.profiles.profile import FieldKind, localized
from editor.ui.forms.field_plan import PlannedField
from editor.ui.forms.field_widgets import FIELD_WIDGETS
from editor.ui.forms.front_matter_field import Field
from editor.ui.forms.list_field import ListChange
from editor.ui.widgets.form_parts import (
    field_label,
    form_layout,
    hint,
    with_forwarded_undo,
    with_hint,
)
from editor.ui.widgets.naming import name_line
from editor.ui.widgets.plain_text import PlainLabel, plain_tip
from editor.ui.wording.translation import current_language


class BuiltField(NamedTuple):
    """A field of the form."""

    field: Field
    path: Path
    small_print: QLabel
    """What stands below it."""

    @property
    def settings(self) -> FieldSettings:
        """What the profile says of it."""
        return self.field.settings


class FieldGroups(QObject):
    """Builds fields, and reports what is done to rows and what is wanted in the source."""

    rows_changed = Signal(object, object, object)
    """The settings of the rows, their path, and a ListChange."""
    source_wanted = Signal(object)
    """The path of what is edited in the source."""

    def __init__(self, parent: QObject, zone: Callable[[], str]) -> None:
        """Take what fields need.

        Args:
            parent: Owns it.
            zone: Tells the time zone of the site.
        """
        super().__init__(parent)
        self._zone = zone
        self.built: dict[Path, BuiltField] = {}
        """The fields by their paths."""

    def build(self, title: str, plans: list[PlannedField]) -> QGroupBox:
        """Build a group of fields.

        Args:
            title: What stands above it.
            plans: The fields.

        Returns:
            The group.
        """
        layout = form_layout()
        for plan in plans:
            self._add(layout, plan)
        return _make_group(title, layout)

    def _add(self, layout: QFormLayout, plan: PlannedField) -> None:
        name = name_of(plan.settings)
        if plan.is_source:
            layout.addRow(PlainLabel(f"{name}:"), self._make_source_button(plan.path))
        elif plan.settings.widget is FieldKind.MAP:
            layout.addRow(self.build(name, list(plan.groups[0])))
        elif plan.settings.widget is FieldKind.ROWS:
            layout.addRow(self._make_rows(name, plan))
        else:
            self._add_field(layout, plan)

    def _add_field(self, layout: QFormLayout, plan: PlannedField) -> None:
        settings = plan.settings
        label = field_label(name_of(settings) + (" *:" if settings.required else ":"))
        field = FIELD_WIDGETS[settings.widget](settings, self._zone())
        small_print = hint(localized(settings.help, current_language()))
        # what has the focus has the name: a wrapper's is not read
        typed = field.focusProxy() or field
        typed.setAccessibleName(label.text().rstrip(" *:"))
        name_line(typed, typed.accessibleName())
        typed.setAccessibleDescription(self._describe(settings, small_print.text()))
        label.setBuddy(typed)
        layout.addRow(label, with_hint(with_forwarded_undo(field), small_print))
        self.built[plan.path] = BuiltField(field, plan.path, small_print)

    def _describe(self, settings: FieldSettings, help_text: str) -> str:
        """Write what is read out beside the name of a field."""
        if settings.required:
            return self.tr("required") + (f". {help_text}" if help_text else "")
        return help_text

    def _make_rows(self, name: str, plan: PlannedField) -> QWidget:
        """Rows of fields, each with buttons to move and remove it, and one to add another."""
        column = QVBoxLayout()
        count = len(plan.groups)
        for index, parts in enumerate(plan.groups):
            number = QCoreApplication.translate("FieldGroups", "Entry {0}").format(index + 1)
            group = self.build(number, list(parts))
            buttons = QHBoxLayout()
            buttons.addStretch(1)
            for sign, words, change, is_on in (
                ("↑", self.tr("Move the entry up"), ListChange("move", index, target=index - 1),
                 index > 0),
                ("↓", self.tr("Move the entry down"), ListChange("move", index, target=index + 1),
                 index + 1 < count),
                ("−", self.tr("Remove the entry"), ListChange("remove", index), True),
            ):  # fmt: skip
                button = self._make_button(sign, f"{words}: {name} {index + 1}", plan, change)
                button.setEnabled(is_on)
                buttons.addWidget(button)
            box = group.layout()
            assert isinstance(box, QFormLayout)
            box.addRow(buttons)
            column.addWidget(group)
        add = self._make_button(
            self.tr("+ Add an entry"), f"{self.tr('Add an entry')}: {name}", plan,
            ListChange("insert", count),
        )  # fmt: skip
        last = QHBoxLayout()
        last.addWidget(add)
        last.addStretch(1)
        column.addLayout(last)
        return _make_group(name, column)

    def _make_button(
        self, text: str, name: str, plan: PlannedField, change: ListChange
    ) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(plain_tip(name))
        button.setAccessibleName(name)
        if len(text) == 1:
            button.setFixedWidth(32)
        button.clicked.connect(lambda: self.rows_changed.emit(plan.settings, plan.path, change))
        return button

    def _make_source_button(self, path: Path) -> QPushButton:
        button = QPushButton(self.tr("Edit in the source"))
        button.setAccessibleName(f"{button.text()}: {'.'.join(map(str, path))}")
        button.clicked.connect(lambda: self.source_wanted.emit(path))
        return button


def _make_group(title: str, layout: QFormLayout | QVBoxLayout) -> QGroupBox:
    group = QGroupBox(title.replace("&", "&&"))
    group.setLayout(layout)
    return group


def name_of(settings: FieldSettings) -> str:
    """Return what users see a field called.

    Args:
        settings: The field.

    Returns:
        Its label, else its key.
    """
    return localized(settings.label, current_language(), settings.key)
