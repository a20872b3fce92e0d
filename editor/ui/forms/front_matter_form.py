"""The front matter form: the fields of the profile, then every other one the front matter has."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.app.document.session import Session
from editor.core.base.edits import Edit
from editor.core.base.severity import Severity
from editor.core.checks.table import Diagnostic
from editor.core.frontmatter.editing import add_key, insert_item, move_item, put_value, remove_node
from editor.core.frontmatter.model import Node, Path
from editor.core.issue.issue import Issue
from editor.core.profiles.profile import Field as FieldSettings
from editor.core.profiles.profile import FieldKind, Profile, localized
from editor.ui.forms.base import Form
from editor.ui.forms.fields import FIELD_WIDGETS
from editor.ui.forms.front_matter_field import Field
from editor.ui.forms.list_field import ListChange
from editor.ui.forms.unread_front_matter import UnreadFrontMatter
from editor.ui.widgets.form_parts import (
    form_layout,
    hint,
    with_forwarded_undo,
    with_hint,
)
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.wheel import ignore_wheel_without_focus
from editor.ui.wording.translation import current_language, translated


class FrontMatterForm(Form):
    """The front matter as fields, which are built anew only when the set of keys changes."""

    source_wanted = Signal(int)
    """A position of the text that is to be edited in the source."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "")
        self.heading.setText(self.tr("Head"))
        self._kind = QComboBox()
        ignore_wheel_without_focus(self._kind)
        for profile in session.registry.profiles:
            self._kind.addItem(
                localized(profile.label, current_language(), profile.name), profile.name
            )
        self._kind.activated.connect(
            lambda _: session.set_profile(session.registry.named(self._kind.currentData()))
        )
        self.column.addLayout(self._kind_row())
        self._unread = UnreadFrontMatter()
        self.column.addWidget(self._unread)
        self._body = QVBoxLayout()
        self.column.addLayout(self._body)
        self.column.addStretch(1)
        self._built_for: object = None
        """The profile and the keys that the fields were built for."""
        self.fields: dict[str, Field] = {}
        self._hints: dict[str, tuple[QLabel, FieldSettings]] = {}
        self._problems: dict[str, Diagnostic] = {}
        session.opened.connect(self._forget_fields)

    def _kind_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        label = PlainLabel(self.tr("&Kind of page:"))
        label.setBuddy(self._kind)
        row.addWidget(label)
        row.addWidget(self._kind)
        row.addStretch(1)
        return row

    # --- showing ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        issue = self.session.issue
        self._kind.setCurrentIndex(self._kind.findData(issue.profile.name))
        self._unread.show_issue(issue)
        others = self._other_nodes(issue.profile)
        other_keys = tuple((node.name, _find_kind(node)) for node in others)
        built_for = (issue.profile, other_keys, issue.front.obstacle is None)
        if built_for != self._built_for:
            self._built_for = built_for
            self._build(issue.profile, others)
            self.set_gazetteer()
        for key, field in self.fields.items():
            field.show_value(issue.front.node(key))
        self._show_hints()

    def _forget_fields(self) -> None:
        """Build all fields anew: what they could not write belongs to another document."""
        self._built_for = None

    def set_gazetteer(self) -> None:
        """Offer what other pages of the site hold."""
        for key, field in self.fields.items():
            field.offer(self.session.gazetteer.used.get(key, ()))

    def mark(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Show each problem below its field."""
        self._problems = {}
        for key in self.fields:
            node = self.session.issue.front.node(key)
            for diagnostic in diagnostics:
                if diagnostic.code != "required" and _holds(node, diagnostic.span.start):
                    if diagnostic.severity != Severity.HINT:
                        self._problems[key] = diagnostic
                    break  # the first one counts
        self._show_hints()

    def show_key(self, issue: Issue, position: int) -> None:
        """Scroll to the field of a position of the text, and put the caret there.

        Args:
            issue: The issue.
            position: An index into its text.
        """
        for key, field in self.fields.items():
            if _holds(issue.front.node(key), position):
                self.ensureWidgetVisible(field)
                field.setFocus()

    def _other_nodes(self, profile: Profile) -> list[Node]:
        """The values the profile has no fields for; of a doubled key the last one."""
        root = self.session.issue.front.root
        if root is None:
            return []
        known = profile.keys
        return list(
            {child.name: child for child in root.children if child.name not in known}.values()
        )

    def _build(self, profile: Profile, others: list[Node]) -> None:
        while item := self._body.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self.fields, self._hints = {}, {}
        if self.session.issue.front.obstacle:
            return
        if profile.fields:
            layout = form_layout()
            for settings in profile.fields:
                self._add_field(layout, settings)
            self._body.addWidget(_make_group(self.tr("Fields of this page"), layout))
        if others:
            layout = form_layout()
            for node in others:
                kind = _find_kind(node)
                if kind:
                    self._add_field(layout, FieldSettings(node.name, kind))
                else:
                    layout.addRow(PlainLabel(f"{node.name}:"), self._source_button(node))
            self._body.addWidget(_make_group(self.tr("More fields"), layout))

    def _add_field(self, layout: QFormLayout, settings: FieldSettings) -> None:
        name = _name_of(settings)
        if settings.required:
            name += " *"
        label = PlainLabel(name + ":")
        field = FIELD_WIDGETS[settings.widget](settings, self.session.profile.timezone)
        field.setAccessibleName(label.text().rstrip(":*"))
        field.edited.connect(lambda value: self._on_edited(settings, value))
        field.left.connect(self.session.pause)
        label.setBuddy(field)
        small_print = hint(localized(settings.help, current_language()))
        layout.addRow(label, with_hint(with_forwarded_undo(field), small_print))
        self.fields[settings.key] = field
        self._hints[settings.key] = (small_print, settings)

    def _source_button(self, node: Node) -> QWidget:
        """A button in place of a field: lists of maps and the like are edited as text."""
        button = QPushButton(
            self.tr("%n entry/entries: edit in the source", "", len(node.children))
        )
        path = node.path
        button.clicked.connect(lambda: self.source_wanted.emit(self._find_position(path)))
        return button

    def _find_position(self, path: Path) -> int:
        node = self.session.issue.front.node(*path)
        if node and node.key:
            return node.key.start
        return 0

    def _show_hints(self) -> None:
        for key, (label, settings) in self._hints.items():
            text, is_problem = self._hint_of(key, settings)
            label.setText(text)
            label.setProperty("problem", is_problem)
            label.setVisible(bool(text))
            label.style().polish(label)

    def _hint_of(self, key: str, settings: FieldSettings) -> tuple[str, bool]:
        """What stands below a field, and whether it is a problem."""
        if self.fields[key].refusal:
            return "⚠ " + self.fields[key].refusal, True
        node = self.session.issue.front.node(key)
        if settings.required and not (node and (node.text or node.children)):
            return "⚠ " + self.tr("This field is needed."), True
        diagnostic = self._problems.get(key)
        if diagnostic and key != "date":  # the field of a date says so itself
            is_error = diagnostic.severity == Severity.ERROR
            return f"⚠ {translated(diagnostic.message)}", is_error
        return localized(settings.help, current_language()), False

    # --- editing ---------------------------------------------------------------------------------

    def _on_edited(self, settings: FieldSettings, value: str | bool | ListChange) -> None:
        key = settings.key
        label = self.tr("Head: change {0}").format(_name_of(settings))
        if isinstance(value, ListChange):
            made = self.put(lambda: self._make_list_edits((key,), value), label, quiet=True)
        else:
            made = self.put(lambda: self._make_edits(key, value), label, f"head:{key}", quiet=True)
        if made:
            self.fields[key].refuse("")
        else:
            self.fields[key].refuse(self.last_refusal)
        self._show_hints()

    def _make_edits(self, key: str, value: str | bool) -> list[Edit]:
        text, front = self.session.text, self.session.issue.front
        if front.node(key) is not None:
            return put_value(text, front, (key,), value)
        if value == "":
            return []
        return add_key(text, front, (key,), value, after=self._find_predecessor(key))

    def _make_list_edits(self, path: Path, change: ListChange) -> list[Edit]:
        text, front = self.session.text, self.session.issue.front
        node = front.node(*path)
        if node is None:
            predecessor = self._find_predecessor(str(path[0]))
            return add_key(text, front, path, [change.text], after=predecessor)
        if node.kind == "scalar" and node.text and change.act != "insert":
            return put_value(text, front, path, change.text)
        if change.act == "insert":
            return insert_item(text, front, path, change.index, change.text)
        if change.act == "remove":
            return remove_node(text, front, (*path, change.index))
        if change.act == "move":
            return move_item(text, front, path, change.index, change.target)
        return put_value(text, front, (*path, change.index), change.text)

    def _find_predecessor(self, key: str) -> str | None:
        """The key behind which a new one belongs by the order of the profile; None for none."""
        predecessor = None
        for field in self.session.profile.fields:
            if field.key == key:
                return predecessor
            if self.session.issue.front.node(field.key):
                predecessor = field.key
        return None


def _find_kind(node: Node) -> FieldKind | None:
    """How a value without a field in the profile is edited; None where only the source will do."""
    if node.kind == "scalar":
        if node.tag.endswith(":bool"):
            return FieldKind.FLAG
        if "\n" in node.text:
            return FieldKind.LONG
        return FieldKind.TEXT
    if node.kind == "list" and all(child.kind == "scalar" for child in node.children):
        return FieldKind.LIST
    return None


def _make_group(title: str, layout: QFormLayout) -> QGroupBox:
    group = QGroupBox(title)
    group.setLayout(layout)
    return group


def _holds(node: Node | None, position: int) -> bool:
    """Whether a position stands in a value or in its key."""
    return bool(node and node.key and node.key.start <= position <= node.span.end)


def _name_of(settings: FieldSettings) -> str:
    return localized(settings.label, current_language(), settings.key)
