"""Which fields a form of front matter has: those of the profile, then what else the page has.

A plan is equal to another as long as the same widgets can show the page.
"""

from collections.abc import Sequence

from msgspec import Struct

from editor.core.frontmatter.model import Node, Path
from editor.core.profiles.guessing import guess_kind
from editor.core.profiles.profile import Field as FieldSettings
from editor.core.profiles.profile import FieldKind

_LISTS = (FieldKind.LIST, FieldKind.TAGS)
_GROUPS = (FieldKind.MAP, FieldKind.ROWS)
_DEEPEST = 4
"""The deepest path that has fields; what is below is edited in the source."""


class PlannedField(Struct, frozen=True):
    """A field, or a group of fields."""

    settings: FieldSettings
    path: Path
    groups: tuple[tuple["PlannedField", ...], ...] = ()
    """The fields of a map, once; of rows, for each row; of no other kind any."""
    is_source: bool = False
    """Whether it is too deep to be edited but in the source."""


def plan_fields(settings: Sequence[FieldSettings], root: Node | None) -> list[PlannedField]:
    """Plan the fields that a profile has.

    Args:
        settings: The profile's fields.
        root: The front matter; None where there is none.

    Returns:
        A plan for each, in their order.
    """
    return [_plan(each, (each.key,), _child(root, each.key)) for each in settings]


def plan_others(known: set[str], root: Node | None) -> list[PlannedField]:
    """Plan fields for what a profile does not know; of a doubled key for the last one.

    Args:
        known: The keys that the profile knows.
        root: The front matter; None where there is none.

    Returns:
        A plan for each key, in their order.
    """
    children = root.children if root else ()
    others = {child.name: child for child in children if child.name not in known}
    return [_plan(_settings_for(node), node.path, node) for node in others.values()]


def _plan(settings: FieldSettings, path: Path, node: Node | None) -> PlannedField:
    kind = _choose_kind(settings.widget, node)
    settings = _with_kind(settings, kind)
    if kind not in _GROUPS:
        return PlannedField(settings, path)
    rows = node.children if node and node.kind == "list" else ()
    if len(path) >= _DEEPEST or any(row.kind != "map" for row in rows):
        return PlannedField(settings, path, is_source=True)
    if kind is FieldKind.MAP:
        return PlannedField(settings, path, (_plan_parts(settings, path, node),))
    groups = (_plan_parts(settings, (*path, index), row) for index, row in enumerate(rows))
    return PlannedField(settings, path, tuple(groups))


def _choose_kind(wanted: FieldKind, node: Node | None) -> FieldKind:
    """The kind that the profile names, unless the page has something else there."""
    if node is None:
        return wanted
    if node.kind == "map":
        return FieldKind.MAP
    if node.children:
        if any(child.kind != "scalar" for child in node.children):
            return FieldKind.ROWS
        return wanted if wanted in _LISTS else FieldKind.LIST
    if node.text.strip() and wanted in _GROUPS:
        return FieldKind.TEXT
    return wanted


def _plan_parts(settings: FieldSettings, path: Path, node: Node | None) -> tuple[PlannedField, ...]:
    parts = list(settings.fields)
    known = {part.key for part in parts}
    for child in node.children if node else ():
        if child.name not in known:
            parts.append(_settings_for(child))
            known.add(child.name)
    return tuple(_plan(part, (*path, part.key), _child(node, part.key)) for part in parts)


def _settings_for(node: Node) -> FieldSettings:
    """How a value without a field in the profile is edited."""
    kind, _ = guess_kind("", [node])
    if kind in (FieldKind.DATE, FieldKind.DATETIME, FieldKind.IMAGE, FieldKind.FILE):
        kind = FieldKind.TEXT  # a guess from one page
    if kind is FieldKind.LONG and "\n" not in node.text:
        kind = FieldKind.TEXT
    return FieldSettings(node.name, kind)


def _with_kind(settings: FieldSettings, kind: FieldKind) -> FieldSettings:
    if settings.widget is kind:
        return settings
    return FieldSettings(
        settings.key, kind, settings.label, settings.help, settings.required, fields=settings.fields
    )


def _child(node: Node | None, key: str) -> Node | None:
    """The value of a key, the last one where it is doubled."""
    children = node.children if node else ()
    return next((child for child in reversed(children) if child.path[-1] == key), None)
