"""The front matter form: the fields of the profile, then every other one the front matter has."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path as FilePath

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

from editor.app.document.session import Session
from editor.app.site.site_addresses import address_of
from editor.core.base.edits import Edit
from editor.core.base.severity import Severity
from editor.core.checks.diagnostic import Diagnostic
from editor.core.frontmatter.model import Node, Path
from editor.core.issue.issue import Issue
from editor.core.profiles.profile import Field as FieldSettings
from editor.core.profiles.profile import FieldKind, Profile, localized
from editor.ui.forms.address_fields import AddressField
from editor.ui.forms.base import Form
from editor.ui.forms.field_edits import change_list, change_rows, put_field
from editor.ui.forms.field_groups import BuiltField, FieldGroups, name_of
from editor.ui.forms.field_plan import PlannedField, plan_fields, plan_others
from editor.ui.forms.front_matter_field import Field
from editor.ui.forms.list_field import ListChange
from editor.ui.forms.unread_front_matter import UnreadFrontMatter
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.wheel import ignore_wheel_without_focus
from editor.ui.wording.translation import current_language, translated

_DATES = (FieldKind.DATE, FieldKind.DATETIME)


class FrontMatterForm(Form):
    """The front matter as fields, which are built anew only when the set of keys changes."""

    source_wanted = Signal(int)
    """A position of the text that is to be edited in the source."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "")
        self.heading.setText(self.tr("Title and details"))
        self._kind = QComboBox(sizeAdjustPolicy=QComboBox.SizeAdjustPolicy.AdjustToContents)
        ignore_wheel_without_focus(self._kind)
        self._offered: list[Profile] = []
        """The kinds of page that there are to choose from."""
        self._kind.activated.connect(lambda row: session.set_profile(self._offered[row]))
        self.column.addLayout(self._kind_row())
        self._unread = UnreadFrontMatter()
        self.column.addWidget(self._unread)
        self._body = QVBoxLayout()
        self.column.addLayout(self._body)
        self.column.addStretch(1)
        self._built_for: object = None
        """The profile and the keys that the fields were built for."""
        self.groups = FieldGroups(self, lambda: session.profile.timezone)
        self.groups.rows_changed.connect(self._on_rows)
        self.groups.source_wanted.connect(self._on_source)
        self._problems: dict[Path, Diagnostic] = {}
        session.opened.connect(self._forget_fields)

    @property
    def fields(self) -> dict[str, Field]:
        """The fields by their paths, such as "title" or "people.0.name"."""
        return {".".join(map(str, path)): built.field for path, built in self.groups.built.items()}

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
        if not self._offered or self._kind.findData(issue.profile.name) < 0:
            self._offer_kinds()
        self._kind.setCurrentIndex(self._kind.findData(issue.profile.name))
        self._unread.show_issue(issue)
        planned: tuple[list[PlannedField], list[PlannedField]] = ([], [])
        if not issue.front.obstacle:
            root = issue.front.root
            planned = (
                plan_fields(issue.profile.fields, root),
                plan_others(issue.profile.keys, root),
            )
        built_for = (issue.profile, planned)
        if built_for != self._built_for:
            self._built_for = built_for
            self._build(*planned)
            self.set_gazetteer()
        for built in self.groups.built.values():
            node = issue.front.node(*built.path)
            built.field.show_value(node)
            if isinstance(built.field, AddressField):
                built.field.show_file(self.session.site.asset(node.text) if node else None)
        self._show_hints()

    def _forget_fields(self) -> None:
        """Build all fields anew where one could not write: that belongs to another document."""
        if self.has_unwritten:
            self._built_for = None
        self._offered = []

    def _offer_kinds(self) -> None:
        """Offer the kinds of page that the document's site has, and all others."""
        self._offered = self.session.registry.offered(self.session.place)
        self._kind.clear()
        for profile in self._offered:
            label = localized(profile.label, current_language(), profile.name)
            self._kind.addItem(label, profile.name)

    def set_gazetteer(self) -> None:
        """Offer what other pages of the site hold."""
        for built in self.groups.built.values():
            if len(built.path) == 1:
                built.field.offer(self.session.gazetteer.used.get(str(built.path[0]), ()))

    def mark(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Show each problem below its field."""
        self._problems = {}
        for path, built in self.groups.built.items():
            node = self.session.issue.front.node(*built.path)
            for diagnostic in diagnostics:
                if diagnostic.code != "required" and _holds(node, diagnostic.span.start):
                    if diagnostic.severity != Severity.HINT:
                        self._problems[path] = diagnostic
                    break  # the first one counts
        self._show_hints()

    def show_key(self, issue: Issue, position: int) -> None:
        """Scroll to the field of a position of the text, and put the caret there.

        Args:
            issue: The issue.
            position: An index into its text.
        """
        for built in self.groups.built.values():
            if _holds(issue.front.node(*built.path), position):
                self.ensureWidgetVisible(built.field)
                built.field.setFocus()

    def _build(self, own: list[PlannedField], others: list[PlannedField]) -> None:
        while item := self._body.takeAt(0):
            if widget := item.widget():
                widget.hide()  # until then it would take the focus
                widget.deleteLater()
        self.groups.built.clear()
        groups = ((self.tr("Fields of this page"), own), (self.tr("More fields"), others))
        for title, planned in groups:
            if planned:
                group = self.groups.build(title, planned)
                self._body.addWidget(group)
                group.show()  # a layout would only do it later: the focus may be wanted now
        for path, built in self.groups.built.items():
            built.field.edited.connect(partial(self._on_edited, path))
            built.field.left.connect(self.session.pause)
            if isinstance(built.field, AddressField):
                built.field.choice_wanted.connect(partial(self._choose_file, path))

    def _show_hints(self) -> None:
        for path, built in self.groups.built.items():
            text, is_problem = self._hint_of(path, built)
            label = built.small_print
            label.setText(text)
            label.setVisible(bool(text))
            if label.property("problem") != is_problem:  # its style costs 0.1 ms
                label.setProperty("problem", is_problem)
                label.style().polish(label)
        self.unwritten_changed.emit()

    @property
    def has_unwritten(self) -> bool:
        return any(built.field.refusal for built in self.groups.built.values())

    def _hint_of(self, path: Path, built: BuiltField) -> tuple[str, bool]:
        """What stands below a field, and whether it is a problem."""
        if built.field.refusal:
            return "⚠ " + built.field.refusal, True
        node = self.session.issue.front.node(*built.path)
        if built.settings.required and not (node and (node.text or node.children)):
            return "⚠ " + self.tr("This field is needed."), True
        diagnostic = self._problems.get(path)
        if diagnostic and built.settings.widget not in _DATES:  # a field of a date says so itself
            is_error = diagnostic.severity == Severity.ERROR
            return f"⚠ {translated(diagnostic.message)}", is_error
        return localized(built.settings.help, current_language()), False

    # --- editing ---------------------------------------------------------------------------------

    def _on_edited(self, path: Path, value: str | bool | int | float | ListChange) -> None:
        built = self.groups.built[path]
        label = self.tr("Details: change {0}").format(name_of(built.settings))
        merge = "" if isinstance(value, ListChange) else f"head:{path}"

        def make() -> list[Edit]:
            text, front = self.session.text, self.session.issue.front
            after = self._find_predecessor(path)
            if isinstance(value, ListChange):
                return change_list(text, front, built.path, value, after)
            return put_field(text, front, built.path, value, after)

        made = self.put(make, label, merge, quiet=True)
        built.field.refuse("" if made else self.last_refusal)
        self._show_hints()

    def _choose_file(self, path: Path) -> None:
        """Ask for a file of the site, and write its address."""
        built, site = self.groups.built[path], self.session.site
        field = built.field
        assert isinstance(field, AddressField)
        node = self.session.issue.front.node(*path)
        folder = site.root / built.settings.folder if site.root else site.folder
        chosen = field.choose(folder or FilePath.home())
        if chosen is None:
            return
        address = address_of(site, chosen, node.text if node else "")
        if address is None:
            text = self.tr("“{0}” lies outside of the site; copy it into the site first.")
            built.field.refuse(text.format(chosen.name))
            self._show_hints()
            return
        field.take(address)

    def _on_rows(self, settings: FieldSettings, path: Path, change: ListChange) -> None:
        text, front = self.session.text, self.session.issue.front
        label = self.tr("Details: change {0}").format(name_of(settings))
        self.put(lambda: change_rows(text, front, settings, path, change), label)

    def _on_source(self, path: Path) -> None:
        node = self.session.issue.front.node(*path)
        self.source_wanted.emit(node.key.start if node and node.key else 0)

    def _find_predecessor(self, path: Path) -> str | None:
        """The key behind which a new one belongs by the order of the profile; None for none."""
        predecessor = None
        for field in self.session.profile.fields:
            if (field.key,) == path:
                return predecessor
            if self.session.issue.front.node(field.key):
                predecessor = field.key
        return None


def _holds(node: Node | None, position: int) -> bool:
    """Whether a position stands in a value or in its key."""
    return bool(node and node.key and node.key.start <= position <= node.span.end)
