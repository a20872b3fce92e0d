"""The proof of an edit: the new text is read again before the edit is returned.

An edit is proved if the new text has the shape expected, the body is unchanged, and a second
reader of the format still reads the front matter if it could before.
"""

import re

from editor.core.base.edits import Edit, apply, drop_idle_edits
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.frontmatter.model import Format, FrontMatter, Node, Path, Shape
from editor.core.frontmatter.reading import read_front_matter
from editor.core.frontmatter.shapes import shape_of_node

_INDICATOR = re.compile(r"[?:#&*!|>%@`{}\[\],]")
"""What YAML gives a meaning to outside of quotes (YAML 1.1 §5.3); its readers differ there."""
_QUOTED = re.compile(r'\s*"(?:[^"\\]|\\.)*"|\s*\'(?:[^\']|\'\')*\'', re.DOTALL)


def is_proved(text: str, front: FrontMatter, edits: list[Edit], expected: Shape) -> bool:
    """Return whether edits do what was asked and nothing else.

    Args:
        text: The whole document.
        front: The front matter of that very text.
        edits: Edits on ``text``.
        expected: The shape of the front matter after them.

    Returns:
        True if the new text reads as expected and its body is unchanged.
    """
    new_text = apply(text, edits)
    new_front = read_front_matter(new_text)
    if new_front.format is not front.format and front.format is not None:
        return False
    if new_front.root is None and expected[1]:
        return False
    if shape_of_node(new_front.root) != expected:
        return False
    if new_text[new_front.body :] != text[front.body :]:
        return False
    if any(_INDICATOR.search(edit.new) and not _QUOTED.fullmatch(edit.new) for edit in edits):
        if not _strict_reader_agrees(text, new_text, expected):
            return False
    return new_front.format is None or new_front.format.agrees(text, new_text)


def _strict_reader_agrees(before: str, after: str, expected: Shape) -> bool:
    """Whether PyYAML's own reader reads the new text alike, or could not read the old one either.

    libyaml, which we read with, takes more than the readers of Hugo and others do, such as a "?"
    in an unquoted value between brackets.
    """
    if read_front_matter(before, strict=True).problem:
        return True
    front = read_front_matter(after, strict=True)
    return front.problem is None and shape_of_node(front.root) == expected


def require_proof(
    text: str, front: FrontMatter, path: Path, edits: list[Edit], expected: Shape
) -> list[Edit]:
    """Return the edits if they are proved.

    Args:
        text: The whole document.
        front: The front matter of that very text.
        path: The value to be changed, for the error message.
        edits: Edits on ``text``; none at all prove nothing.
        expected: The shape of the front matter after them.

    Returns:
        The edits given.

    Raises:
        EditRejected: If the new text would not read as expected.
    """
    try:
        wanted = drop_idle_edits(text, edits)
    except ValueError:  # they overlap: an alias stands where its anchor does
        raise unproved_edit(path) from None
    if wanted and is_proved(text, front, wanted, expected):
        return wanted
    raise unproved_edit(path)


def require_node(front: FrontMatter, path: Path) -> Node:
    """Return the node at a path, if an edit there can be proved at all.

    Args:
        front: The front matter.
        path: Keys and indices from the top.

    Returns:
        The one node at that path.

    Raises:
        EditRejected: If the front matter is unreadable, a key on the path is doubled, or nothing
            is there.
    """
    if front.obstacle:
        raise EditRejected(front.obstacle)
    for end in range(1, len(path) + 1):
        parent, step = front.node(*path[: end - 1]), path[end - 1]
        if parent and sum(child.path[-1] == step for child in parent.children) > 1:
            message = translate(
                "core",
                "The key “{key}” stands twice in the front matter; "
                "delete one of the two in the source first.",
            )
            raise EditRejected(message.fill(key=step))
    node = front.node(*path)
    if node is None:
        message = translate("core", "The front matter has no “{key}”.")
        raise EditRejected(message.fill(key=_dotted(path)))
    return node


def require_format(front: FrontMatter) -> Format:
    """Return how front matter is written.

    Args:
        front: Front matter in which something stands.

    Returns:
        Its format.

    Raises:
        EditRejected: If it has none that is read.
    """
    if front.format is None:
        raise unproved_edit(())
    return front.format


def unproved_edit(path: Path) -> EditRejected:
    """Return the error for an edit that cannot be proved.

    Args:
        path: The value that was to be changed.

    Returns:
        The error, for the caller to raise.
    """
    message = translate(
        "core",
        "“{key}” cannot be changed here without touching something else; change it in the source.",
    )
    return EditRejected(message.fill(key=_dotted(path)))


def _dotted(path: Path) -> str:
    return ".".join(map(str, path))
