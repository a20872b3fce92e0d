"""Edits for what is done in the fields of front matter, wherever they stand in it."""

from editor.core.base.edits import Edit
from editor.core.frontmatter.editing import add_key, insert_item, move_item, put_value, remove_node
from editor.core.frontmatter.model import FrontMatter, Node, Path, Value
from editor.core.profiles.profile import Field as FieldSettings
from editor.core.profiles.profile import FieldKind
from editor.ui.forms.list_field import ListChange


def put_field(
    text: str, front: FrontMatter, path: Path, value: Value, after: str | None = None
) -> list[Edit]:
    """Write what a field says.

    Args:
        text: The whole document.
        front: Its front matter.
        path: Where the field stands; maps on the way are made where they are missing.
        value: The value; "" is nothing where there is no key yet.
        after: The key behind which a new one belongs; None for the end.

    Returns:
        The edits.

    Raises:
        EditRejected: If they cannot be proved.
    """
    if front.node(*path) is not None:
        return put_value(text, front, path, value)
    if value == "":
        return []
    depth = 1
    while depth < len(path) and front.node(*path[:depth]) is not None:
        depth += 1
    for step in reversed(path[depth:]):
        value = {str(step): value}
    above = front.node(*path[: depth - 1])
    if above and above.kind == "scalar":  # "ort:" with nothing behind it
        return put_value(text, front, above.path, {str(path[depth - 1]): value})
    return add_key(text, front, path[:depth], value, after=after)


def change_list(
    text: str, front: FrontMatter, path: Path, change: ListChange, after: str | None = None
) -> list[Edit]:
    """Write what was done to a list of texts.

    Args:
        text: The whole document.
        front: Its front matter.
        path: Where the list stands, or a single text in its place.
        change: What was done.
        after: As for ``put_field``.

    Returns:
        The edits.

    Raises:
        EditRejected: If they cannot be proved.
    """
    node = front.node(*path)
    if node is None:
        return put_field(text, front, path, [change.text], after)
    if node.kind == "scalar" and node.text and change.act != "insert":
        return put_value(text, front, path, change.text)
    if change.act == "insert":
        return insert_item(text, front, path, change.index, change.text)
    if change.act == "remove":
        return remove_node(text, front, (*path, change.index))
    if change.act == "move":
        return move_item(text, front, path, change.index, change.target)
    return put_value(text, front, (*path, change.index), change.text)


def change_rows(
    text: str, front: FrontMatter, settings: FieldSettings, path: Path, change: ListChange
) -> list[Edit]:
    """Write what was done to a list of maps.

    Args:
        text: The whole document.
        front: Its front matter.
        settings: The field, which says what a row has.
        path: Where the list stands.
        change: What was done; the text of a new row is left out.

    Returns:
        The edits.

    Raises:
        EditRejected: If they cannot be proved.
    """
    node = front.node(*path)
    if change.act == "remove":
        is_last = node is not None and len(node.children) == 1
        return remove_node(text, front, path if is_last else (*path, change.index))
    if change.act == "move":
        return move_item(text, front, path, change.index, change.target)
    row = _make_row(settings, node)
    if node is None:
        return put_field(text, front, path, [row])
    return insert_item(text, front, path, change.index, row)


def _make_row(settings: FieldSettings, node: Node | None) -> dict[str, object]:
    """A new row: empty values for what its neighbors have, else for what is needed of it."""
    rows = node.children if node and node.kind == "list" else ()
    if rows:
        return {part.name: _nothing(part) for part in rows[-1].children if part.kind == "scalar"}
    needed = [part for part in settings.fields if part.required] or list(settings.fields[:1])
    made: dict[str, object] = {
        part.key: False if part.widget is FieldKind.FLAG else "" for part in needed
    }
    return made or {"name": ""}


def _nothing(node: Node) -> object:
    return False if isinstance(node.value, bool) else ""
