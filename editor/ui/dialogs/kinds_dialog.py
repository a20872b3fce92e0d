"""The kinds of page that a site has: each with its fields, to be named and corrected."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from editor.app.services.profile_derivation import Derived
from editor.core.events.proposing import EventProposal
from editor.core.profiles.event_settings import EventSettings
from editor.core.profiles.profile import Field, FieldKind, Profile, localized
from editor.ui.widgets.naming import name_field
from editor.ui.widgets.plain_text import PlainLabel, plain_tip
from editor.ui.widgets.room import fit_to_screen, scrolling_column
from editor.ui.widgets.wheel import ignore_wheel_without_focus
from editor.ui.wording.event_slots import describe_slots
from editor.ui.wording.field_kinds import field_kind_names
from editor.ui.wording.translation import current_language

_NAME, _KIND, _NEEDED, _KEY = range(4)
_GROUPS = (FieldKind.MAP, FieldKind.ROWS)


class KindsDialog(QDialog):
    """A tree of kinds of page and their fields; what is unticked is left out."""

    def __init__(self, derived: Derived, parent: QWidget | None = None) -> None:
        """Show what was derived.

        Args:
            derived: The kinds of page, and where they come from.
            parent: The widget that the dialog belongs to.
        """
        super().__init__(parent)
        self._derived = derived
        self.setWindowTitle(self.tr("Kinds of page"))
        fit_to_screen(self, 820, 560)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("Kinds of page and their fields"))
        self.tree.setHeaderLabels(
            [self.tr("Name"), self.tr("Kind of value"), self.tr("Needed"), self.tr("In the file")]
        )
        self.tree.setAlternatingRowColors(True)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.itemDoubleClicked.connect(self._edit)
        key = QShortcut("F2", self.tree, context=Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(lambda: self._edit(self.tree.currentItem(), _NAME))
        for profile in derived.profiles:
            self._add_profile(profile)
        self.tree.expand(self.tree.model().index(0, 0))
        header = self.tree.header()
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for column in (_KIND, _NEEDED, _KEY):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        self._make_choice()
        self._lay_out()

    def _edit(self, row: QTreeWidgetItem | None, column: int) -> None:
        """Edit a name; of a kind of page also the name of its files and its folder."""
        if row and (column == _NAME or (row.parent() is None and column in (_KIND, _KEY))):
            self.tree.editItem(row, column)

    def _make_choice(self) -> None:
        self.for_all = QRadioButton(
            self.tr("Keep in the site, for everyone who works there (.rundbrief.toml)")
        )
        self.for_me = QRadioButton(self.tr("Keep for me alone"))
        self.for_me.setChecked(True)
        group = QButtonGroup(self)
        group.addButton(self.for_all)
        group.addButton(self.for_me)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = scrolling_column(self, buttons)
        column.addWidget(PlainLabel(self._describe(), wordWrap=True))
        column.addWidget(self.tree, 1)
        for button in (self.for_me, self.for_all):
            column.addWidget(button)

    def _describe(self) -> str:
        """Where the kinds of page come from."""
        words = self.tr("Learned from the pages of the site. Names can be changed by double click.")
        if self._derived.editors:
            words = self.tr(
                "Learned from the configuration of {0} and from the pages of the site. "
                "Names can be changed by double click."
            ).format(", ".join(self._derived.editors))
        if self._derived.unmapped:
            fields = ", ".join(self._derived.unmapped)
            words += " " + self.tr("Not known here, so a text: {0}.").format(fields)
        if self._derived.habits:
            checks = ", ".join(self._derived.habits)
            words += " " + self.tr("Usual on these pages, so only a hint: {0}.").format(checks)
        return words

    def _add_profile(self, profile: Profile) -> None:
        name = localized(profile.label, current_language(), profile.name)
        row = QTreeWidgetItem([name, profile.file, "", profile.content or "/"])
        row.setToolTip(_KIND, self.tr("The name of a new page’s file"))
        row.setToolTip(_KEY, self.tr("The folder of these pages"))
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
        row.setCheckState(_NAME, Qt.CheckState.Checked)
        self.tree.addTopLevelItem(row)
        for field in profile.fields:
            self._add_field(row, field)
        proposal = self._derived.events.get(profile.name)
        if proposal:
            self._add_events(row, proposal)

    def _add_events(self, parent: QTreeWidgetItem, proposal: EventProposal) -> None:
        """Show how events are written: a line of each form, with what is read from it."""
        title = self.tr("Events: {0} of {1} lines are read").format(proposal.read, proposal.lines)
        row = QTreeWidgetItem(parent, [title, "", "", ", ".join(proposal.settings.events)])
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        row.setCheckState(_NAME, Qt.CheckState.Checked)
        for sample, template in zip(proposal.samples, proposal.settings.lines, strict=True):
            form = QTreeWidgetItem(row, [sample, describe_slots(template), "", ""])
            form.setFlags(form.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            form.setCheckState(_NAME, Qt.CheckState.Checked)
            form.setToolTip(_NAME, plain_tip(sample))
            form.setToolTip(_KIND, plain_tip(template))

    def _add_field(self, parent: QTreeWidgetItem, field: Field) -> None:
        name = localized(field.label, current_language(), field.key)
        row = QTreeWidgetItem(parent, [name, "", "", field.key])
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
        row.setCheckState(_NAME, Qt.CheckState.Checked)
        is_needed = Qt.CheckState.Checked if field.required else Qt.CheckState.Unchecked
        row.setCheckState(_NEEDED, is_needed)
        self.tree.setItemWidget(row, _KIND, self._make_kind_box(field))
        for part in field.fields:
            self._add_field(row, part)

    def _make_kind_box(self, field: Field) -> QComboBox:
        box = QComboBox()
        name_field(box, self.tr("Kind of value: {0}").format(field.key))
        for kind, words in field_kind_names().items():
            if (kind in _GROUPS) == (field.widget in _GROUPS):
                box.addItem(words, kind)
        box.setCurrentIndex(box.findData(field.widget))
        ignore_wheel_without_focus(box)
        return box

    @property
    def is_for_all(self) -> bool:
        """Whether they are kept in the site."""
        return self.for_all.isChecked()

    @property
    def profiles(self) -> list[Profile]:
        """The kinds of page that are ticked, as they were corrected."""
        found = []
        for number, profile in enumerate(self._derived.profiles):
            row = self.tree.topLevelItem(number)
            if row is None or not _is_ticked(row):
                continue
            language = next(iter(profile.label), current_language())
            label = {**profile.label, language: row.text(_NAME)}
            fields = self._read_fields(row, profile.fields, language)
            events = self._read_events(row.child(len(profile.fields)), profile.events)
            changed = replace(profile, label=label, fields=fields, events=events)
            found.append(_move(changed, row.text(_KEY).strip("/ "), row.text(_KIND).strip()))
        return found

    def _read_events(self, row: QTreeWidgetItem | None, events: EventSettings) -> EventSettings:
        """The settings with the forms that are ticked; without any, the usual ones."""
        if row is None:
            return events
        forms = zip(events.lines, _children(row), strict=False)
        kept = [line for line, form in forms if _is_ticked(form)]
        if not kept or not _is_ticked(row):
            return EventSettings(page=events.page)
        return replace(events, lines=tuple(kept))

    def _read_fields(
        self, parent: QTreeWidgetItem, fields: Sequence[Field], language: str
    ) -> tuple[Field, ...]:
        found = []
        for number, field in enumerate(fields):
            row = parent.child(number)
            if row is None or not _is_ticked(row):
                continue
            name, label = row.text(_NAME).strip(), dict(field.label)
            if name and name != localized(field.label, current_language(), field.key):
                label[language] = name
            box = self.tree.itemWidget(row, _KIND)
            assert isinstance(box, QComboBox)
            found.append(
                replace(
                    field,
                    label=label,
                    widget=FieldKind(box.currentData()),
                    required=row.checkState(_NEEDED) == Qt.CheckState.Checked,
                    fields=self._read_fields(row, field.fields, language),
                )
            )
        return tuple(found)


def _move(profile: Profile, folder: str, file: str) -> Profile:
    """A profile with another folder and pattern of file names."""
    old, new = profile.content, folder
    if old != new:
        lead = f"{new}/" if new else ""
        names = [path.removeprefix(f"{old}/") for path in profile.match.paths]
        match = replace(profile.match, paths=tuple(f"{lead}{name}" for name in names))
        profile = replace(profile, content=new, match=match)
    return replace(profile, file=file)


def _children(row: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    children = (row.child(number) for number in range(row.childCount()))
    return [child for child in children if child is not None]


def _is_ticked(row: QTreeWidgetItem) -> bool:
    return row.checkState(_NAME) == Qt.CheckState.Checked
