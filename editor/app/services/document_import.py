"""Texts of other programs with their pictures: read from files, and the pictures made plain."""

import io
import re
from collections.abc import Callable
from pathlib import Path

from editor.app.services.documents import DocumentPicture, TextDocument, read_document
from editor.app.services.files import read_file, store_file
from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate
from editor.core.markdown.parser import Dialect

_LARGEST = 40_000_000
"""Bytes of a file that is read."""
_EDGE = 1_600
"""Pixels of the longer side of a picture that came along."""


def read_text_document(path: Path, dialect: Dialect, bullet: str = "-") -> TextDocument:
    """Read a text of another program.

    Args:
        path: Its file.
        dialect: How the site reads Markdown.
        bullet: The mark of lists.

    Returns:
        The text, and the pictures in it as JPEG files.

    Raises:
        UserFacingError: If it cannot be read, is too large, or is no such text.
    """
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    if size > _LARGEST:
        message = translate("core", "“{name}” is too large to be read.")
        raise InputRejected(message.fill(name=path.name))
    return _make_pictures_plain(read_document(read_file(path), path.name, dialect, bullet))


def _make_pictures_plain(document: TextDocument) -> TextDocument:
    """Make the pictures of a text ready for a page; one that cannot be read leaves its alt text."""
    markdown, pictures = document.markdown, []
    for picture in document.pictures:
        try:
            data = make_plain(picture.data, picture.address)
        except InputRejected:
            markdown = _picture_pattern(picture).sub(lambda match: match[1], markdown)
        else:
            pictures.append(DocumentPicture(picture.address, data))
    return TextDocument(markdown, tuple(pictures))


def _picture_pattern(picture: DocumentPicture) -> re.Pattern[str]:
    """How a picture stands in the Markdown: its alt text, and its title."""
    address = re.escape(picture.address)
    return re.compile(rf"!\[((?:[^\[\]]|\\.)*)\]\({address}( [^()]*)?\)")


def make_plain(data: bytes, name: str) -> bytes:
    """Make a picture for a page: scaled, upright, and without what it tells about people.

    Args:
        data: The bytes of its file.
        name: What to call it in a message.

    Returns:
        A JPEG file.

    Raises:
        InputRejected: If it is no picture.
    """
    from editor.app.services.photos import open_photo  # with Pillow

    stream = io.BytesIO()
    open_photo(data, name).preview(_EDGE).save(stream, "JPEG", quality=85, optimize=True)
    return stream.getvalue()


def place_pictures(document: TextDocument, place: Callable[[int, bytes], str]) -> str:
    """Keep the pictures of a text, and name them in it.

    Args:
        document: The text.
        place: Keeps a picture, of which it gets the number from 1 and the bytes of a JPEG file;
            it returns the address.

    Returns:
        The Markdown.

    Raises:
        UserFacingError: If one cannot be kept.
    """
    markdown = document.markdown
    for number, picture in enumerate(document.pictures, 1):
        pattern, address = _picture_pattern(picture), place(number, picture.data)
        match = pattern.search(markdown)
        if match:
            written = f"![{match[1]}]({address}{match[2] or ''})"
            markdown = markdown[: match.start()] + written + markdown[match.end() :]
    return markdown


def write_pictures(document: TextDocument, folder: Path, stem: str) -> str:
    """Write the pictures of a text into a folder.

    Args:
        document: The text.
        folder: Where they go.
        stem: What their names begin with.

    Returns:
        The Markdown, which names them.

    Raises:
        InputRejected: If one cannot be written.
    """

    def place(number: int, data: bytes) -> str:
        name = f"{stem}-{number}.jpg"
        store_file(folder / name, data)
        return name

    return place_pictures(document, place)
