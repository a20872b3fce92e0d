"""The head form: the profile's fields, then every other one the front matter has."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
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
from editor.core.frontmatter.reading import Node, Path
from editor.core.issue.issue import Issue
from editor.core.profiles.profile import Field as Spec
from editor.core.profiles.profile import Profile, localized
from editor.ui.forms.base import Form, form_layout, hint, with_forwarded_undo, with_hint
from editor.ui.forms.fields import FIELD_WIDGETS, Field, ListChange
from editor.ui.widgets.wheel import ignore_wheel_without_focus
from editor.ui.wording.translation import current_language
from editor.ui.wording.translation import translated as sentence


class FrontMatterForm(Form):
    """Front matter as fields. Fields are built anew only when the set of keys changes."""

    source_wanted = Signal(int)
    """A position of the text that is better edited there."""

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
        row = QHBoxLayout()
        label = QLabel(self.tr("&Kind of page:"))
        label.setBuddy(self._kind)
        row.addWidget(label)
        row.addWidget(self._kind)
        row.addStretch(1)
        self.column.addLayout(row)
        self._problem = hint()
        self._problem.setObjectName("problem")
        self.column.addWidget(self._problem)
        self._body = QVBoxLayout()
        self.column.addLayout(self._body)
        self.column.addStretch(1)
        self._built: object = None
        self.fields: dict[str, Field] = {}
        self._hints: dict[str, tuple[QLabel, Spec]] = {}
        self._found: dict[str, Diagnostic] = {}

    # --- showing ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        issue = self.session.issue
        self._kind.setCurrentIndex(self._kind.findData(issue.profile.name))
        self._problem.setVisible(issue.front.problem is not None)
        if issue.front.problem:
            self._problem.setText(
                "⚠ "
                + sentence(issue.front.problem)
                + " "
                + self.tr("The Markdown pane shows it; nothing was changed.")
            )
        others = self._others(issue.profile)
        shape = (
            issue.profile,
            tuple((node.name, _widget(node)) for node in others),
            issue.front.problem is None,
        )
        if shape != self._built:
            self._built = shape
            self._build(issue.profile, others)
            self.set_gazetteer()
        for key, field in self.fields.items():
            field.load(issue.front.node(key))
        self._show_hints()

    def set_gazetteer(self) -> None:
        """The session knows more: what other pages hold is offered."""
        for key, field in self.fields.items():
            field.offer(self.session.gazetteer.used.get(key, ()))

    def mark(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Each problem below its field."""
        issue = self.session.issue
        self._found = {}
        for key in self.fields:
            node = issue.front.node(key)
            own = [
                diagnostic
                for diagnostic in diagnostics
                if node
                and node.key
                and node.key.start <= diagnostic.span.start <= node.span.end
                and diagnostic.code != "required"
            ]
            if own and own[0].severity != Severity.HINT:
                self._found[key] = own[0]
        self._show_hints()

    def show_key(self, issue: Issue, position: int) -> None:
        """Bring the field of a position of the text to where it can be typed in."""
        for key, field in self.fields.items():
            node = issue.front.node(key)
            if node and node.key and node.key.start <= position <= node.span.end:
                self.ensureWidgetVisible(field)
                field.setFocus()

    def _others(self, profile: Profile) -> list[Node]:
        known = profile.keys
        root = self.session.issue.front.root
        seen: dict[str, Node] = (
            {child.name: child for child in root.children if child.name not in known}
            if root
            else {}
        )
        return list(seen.values())

    def _build(self, profile: Profile, others: list[Node]) -> None:
        while item := self._body.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self.fields, self._hints = {}, {}
        if self.session.issue.front.problem:
            return
        if profile.fields:
            self._body.addWidget(
                self._group(
                    self.tr("Fields of this page"), [(spec, None) for spec in profile.fields]
                )
            )
        if others:
            specs: list[tuple[Spec, Node | None]] = [
                (Spec(node.name, _widget(node)), node) for node in others
            ]
            self._body.addWidget(self._group(self.tr("More fields"), specs))

    def _group(self, title: str, specs: list[tuple[Spec, Node | None]]) -> QWidget:
        group = QGroupBox(title)
        layout = form_layout()
        group.setLayout(layout)
        for spec, node in specs:
            label = QLabel(
                localized(spec.label, current_language(), spec.key)
                + (" *" if spec.required else "")
                + ":"
            )
            if node is not None and not spec.widget:
                layout.addRow(label, self._elsewhere(node))
                continue
            field = FIELD_WIDGETS[spec.widget](spec, self.session.profile.timezone)
            field.setAccessibleName(label.text().rstrip(":*"))
            field.edited.connect(lambda value, spec=spec: self._on_edited(spec, value))
            field.left.connect(self.session.pause)
            label.setBuddy(field)
            small = hint(localized(spec.help, current_language()))
            layout.addRow(label, with_hint(with_forwarded_undo(field), small))
            self.fields[spec.key] = field
            self._hints[spec.key] = (small, spec)
        return group

    def _elsewhere(self, node: Node) -> QWidget:
        """Lists of maps and the like: shown to be there, edited as text."""
        button = QPushButton(
            self.tr("%n entry/entries: edit in the source", "", len(node.children))
        )
        path = node.path
        button.clicked.connect(lambda: self.source_wanted.emit(self._position(path)))
        return button

    def _position(self, path: Path) -> int:
        node = self.session.issue.front.node(*path)
        if node and node.key:
            return node.key.start
        return 0

    def _show_hints(self) -> None:
        for key, (label, spec) in self._hints.items():
            node = self.session.issue.front.node(key)
            empty = spec.required and not (node and (node.text or node.children))
            found = (
                None if key == "date" else self._found.get(key)
            )  # the field of a date says so itself
            if empty:
                text = "⚠ " + self.tr("This field is needed.")
            elif found:
                text = f"⚠ {sentence(found.message)}"
            else:
                text = localized(spec.help, current_language())
            label.setText(text)
            label.setProperty("problem", empty or bool(found and found.severity == Severity.ERROR))
            label.setVisible(bool(text))
            label.style().polish(label)

    # --- editing ---------------------------------------------------------------------------------

    def _on_edited(self, spec: Spec, value: object) -> None:
        name = localized(spec.label, current_language(), spec.key)
        label = self.tr("Head: change {0}").format(name)
        self.put(
            lambda: self._edits(spec, value),
            label,
            merge="" if isinstance(value, ListChange) else f"head:{spec.key}",
        )

    def _edits(self, spec: Spec, value: object) -> list[Edit]:
        text, front = self.session.text, self.session.issue.front
        path: Path = (spec.key,)
        if isinstance(value, ListChange):
            return self._list_edits(path, value)
        assert isinstance(value, str | bool)
        if front.node(spec.key) is None:
            if value != "":
                return add_key(text, front, path, value, after=self._before(spec.key))
            return []
        return put_value(text, front, path, value)

    def _list_edits(self, path: Path, change: ListChange) -> list[Edit]:
        text, front = self.session.text, self.session.issue.front
        node = front.node(*path)
        if node is None:
            return add_key(text, front, path, [change.text], after=self._before(str(path[0])))
        if node.kind == "scalar" and node.text:
            return put_value(text, front, path, change.text)
        if change.act == "insert":
            return insert_item(text, front, path, change.index, change.text)
        if change.act == "remove":
            return remove_node(text, front, (*path, change.index))
        if change.act == "move":
            return move_item(text, front, path, change.index, change.target)
        return put_value(text, front, (*path, change.index), change.text)

    def _before(self, key: str) -> str | None:
        """The field of the profile's order behind which a new one belongs."""
        order = [field.key for field in self.session.profile.fields]
        earlier = order[: order.index(key)] if key in order else []
        return next(
            (name for name in reversed(earlier) if self.session.issue.front.node(name)), None
        )


def _widget(node: Node) -> str:
    """How an unknown field is edited; "" where only the source will do."""
    if node.kind == "scalar":
        if node.tag.endswith(":bool"):
            return "flag"
        if "\n" in node.text:
            return "long"
        return "text"
    simple = node.kind == "list" and all(child.kind == "scalar" for child in node.children)
    if simple:
        return "list"
    return ""
