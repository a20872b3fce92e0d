"""How a value of the header image is written into the front matter."""

from editor.core.base.edits import Edit
from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate
from editor.core.frontmatter.editing import add_key, insert_item, put_value
from editor.core.frontmatter.model import FrontMatter, Path


def put_image_value(
    text: str, front: FrontMatter, path: Path, value: str, *, name_path: Path
) -> list[Edit]:
    """Set a value of the header image, and add its key or the first image where it is missing.

    Args:
        text: The whole document.
        front: The front matter of that very text.
        path: The value's path, such as ``("images", 0, "alt")``.
        value: The new value; "" adds nothing.
        name_path: The path of the picture's file name, behind which a new key of its map goes.

    Returns:
        Edits on ``text``.

    Raises:
        EditRejected: If the new text would not read back as asked.
        InputRejected: If the front matter has no place for the value.
    """
    if front.node(*path) is not None:
        return put_value(text, front, path, value)
    if not value:
        return []
    parent_path = path[:-1]
    parent = front.node(*parent_path)
    if parent is not None and parent.kind == "map":
        is_same_map = name_path[:-1] == parent_path
        after = str(name_path[-1]) if is_same_map else None
        return add_key(text, front, path, value, after=after)
    if len(path) == 3 and path[1] == 0:
        list_path, image = path[:1], {str(path[2]): value}
        if front.node(*list_path) is None:
            return add_key(text, front, list_path, [image])
        return insert_item(text, front, list_path, 0, image)
    raise InputRejected(
        translate("core", "The front matter has no “{key}”.").fill(
            key=".".join(map(str, parent_path))
        )
    )
