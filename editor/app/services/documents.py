"""Texts of word processors, mails and pages, as the Markdown a careful person writes.

Word's files are read by mammoth, LibreOffice's by their own XML; all go through HTML, which
``rich_paste`` converts and proves.
"""

import io
import re
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import PurePath

from msgspec import Struct

from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate
from editor.core.markdown.parser import Dialect

DOCUMENT_SUFFIXES = (".docx", ".odt", ".html", ".htm", ".eml")
PICTURE_HOST = "https://picture.invalid/"
"""What the addresses of pictures begin with that came along in the file."""
_ITEM = re.compile(r"(?:[-*•]|\d{1,2}[.)])[ \t]+")
_LARGEST = 40_000_000
"""Bytes of a packed file, unpacked."""
_LARGEST_XML = 8_000_000
"""Bytes of its text: a thousand pages."""


class DocumentPicture(Struct, frozen=True):
    """A picture that came along."""

    address: str
    """What stands for it in the Markdown."""
    data: bytes


class TextDocument(Struct, frozen=True):
    """A text from elsewhere."""

    markdown: str
    pictures: tuple[DocumentPicture, ...] = ()


def read_document(data: bytes, name: str, dialect: Dialect, bullet: str = "-") -> TextDocument:
    """Read a text from elsewhere.

    Args:
        data: The bytes of its file.
        name: The name of the file; its suffix tells what it is.
        dialect: How the site reads Markdown.
        bullet: The mark of lists.

    Returns:
        The text, and the pictures in it.

    Raises:
        InputRejected: If it is none of ``DOCUMENT_SUFFIXES``, damaged, or too large.
    """
    from editor.core.importers.rich_paste import convert_html  # takes 0.1 s, with its libraries

    readers: dict[str, Callable[[bytes, str], tuple[str, tuple[DocumentPicture, ...]]]] = {
        ".docx": _read_word,
        ".odt": _read_odt,
        ".html": _read_page,
        ".htm": _read_page,
        ".eml": _read_mail,
    }
    read = readers.get(PurePath(name).suffix.lower())
    if read is None:
        message = translate("core", "“{name}” is no text that can be read: {kinds} can be.")
        raise InputRejected(message.fill(name=name, kinds=", ".join(DOCUMENT_SUFFIXES)))
    html, pictures = read(data, name)
    markdown = convert_html(html, dialect, bullet)
    used = tuple(picture for picture in pictures if picture.address in markdown)
    return TextDocument(markdown, used)


def _read_page(data: bytes, name: str) -> tuple[str, tuple[DocumentPicture, ...]]:
    from editor.core.importers.pages import decode_page

    return decode_page(data, name), ()


def _read_mail(data: bytes, name: str) -> tuple[str, tuple[DocumentPicture, ...]]:
    """The text of a mail, without what is attached (RFC 5322)."""
    from editor.core.importers.importing import parse_mail

    try:
        body = parse_mail(data, name).get_body(("html", "plain"))
        text = body.get_content() if body else ""
    except (LookupError, ValueError, RecursionError, AttributeError, AssertionError):
        # the email package fails so on headers and nesting that were made to hurt
        body, text = None, ""
    if not isinstance(text, str) or not text.strip():
        raise InputRejected(translate("core", "There is no text in “{name}”.").fill(name=name))
    if body and body.get_content_type() == "text/plain":
        parts = text.replace("\r\n", "\n").split("\n\n")
        return "".join(map(_write_plain, parts)), ()
    return text, ()


def _write_plain(part: str) -> str:
    """A paragraph of a plain mail as HTML: a list, a quote, or words."""
    lines = [line.strip() for line in part.splitlines() if line.strip()]
    if lines and all(line.startswith(">") for line in lines):
        return f"<blockquote>{_write_plain(chr(10).join(line[1:] for line in lines))}</blockquote>"
    html, listed = "", ""
    for line in lines:
        mark = _ITEM.match(line)
        kind = ""
        if mark:
            kind = "ol" if mark[0][0].isdigit() else "ul"
        if kind != listed:
            html += (f"</{listed}>" if listed else "</p>") + (f"<{kind}>" if kind else "<p>")
            listed = kind
        words = escape(line[mark.end() :] if mark else line)
        html += f"<li>{words}</li>" if kind else words + "\n"
    return f"<p>{html}" + (f"</{listed}>" if listed else "</p>")


def _read_word(data: bytes, name: str) -> tuple[str, tuple[DocumentPicture, ...]]:
    import mammoth  # takes 0.1 s

    _check_packed(data, name)
    pictures: list[DocumentPicture] = []

    def keep(image: "mammoth.documents.Image") -> dict[str, str]:
        with image.open() as stream:
            address = f"{PICTURE_HOST}{len(pictures) + 1}"
            pictures.append(DocumentPicture(address, stream.read()))
        return {"src": address}

    try:
        result = mammoth.convert_to_html(
            io.BytesIO(data),
            convert_image=mammoth.images.img_element(keep),
            style_map="p[style-name='Quote'] => blockquote > p:fresh",
        )
    except Exception as error:  # mammoth raises whatever it stumbles over
        raise _damaged(name) from error
    return result.value, tuple(pictures)


def _read_odt(data: bytes, name: str) -> tuple[str, tuple[DocumentPicture, ...]]:
    from editor.core.importers.open_document import read_open_document

    with _check_packed(data, name) as packed:
        try:
            styles = packed.read("styles.xml") if "styles.xml" in packed.namelist() else b""
            html, paths = read_open_document(packed.read("content.xml"), PICTURE_HOST, styles)
        except (KeyError, ValueError, zipfile.BadZipFile) as error:
            raise _damaged(name) from error
        pictures = []
        for address, path in paths.items():
            if path in packed.namelist():
                pictures.append(DocumentPicture(address, packed.read(path)))
        return html, tuple(pictures)


def _check_packed(data: bytes, name: str) -> zipfile.ZipFile:
    """Open a packed file, if what is in it is not made to fill the memory."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise _damaged(name) from error
    sizes = {info.filename: info.file_size for info in packed.infolist()}
    largest = max((size for path, size in sizes.items() if path.endswith(".xml")), default=0)
    if sum(sizes.values()) > _LARGEST or largest > _LARGEST_XML:
        message = translate("core", "“{name}” is too large to be read.")
        raise InputRejected(message.fill(name=name))
    return packed


def _damaged(name: str) -> InputRejected:
    message = translate("core", "“{name}” is damaged; nothing was read from it.")
    return InputRejected(message.fill(name=name))
