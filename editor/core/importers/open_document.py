"""The text of an OpenDocument file as HTML (OpenDocument 1.3, part 3).

What styles say about words (bold, italic, struck out) becomes elements; how they look else goes.
"""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_DEEPEST = 80
_GONE = (
    _TEXT + "note",
    _TEXT + "sequence-decls",
    _TEXT + "tracked-changes",
    _OFFICE + "annotation",
)
_TAGS = {
    _TABLE + "table": "table",
    _TABLE + "table-row": "tr",
    _TEXT + "list-item": "li",
    _TEXT + "list-header": "li",
}


def read_open_document(
    content: bytes, picture_host: str, styles: bytes = b""
) -> tuple[str, dict[str, str]]:
    """Read the text of an OpenDocument file.

    Args:
        content: Its ``content.xml``.
        picture_host: What the addresses of its pictures shall begin with.
        styles: Its ``styles.xml``.

    Returns:
        The text as HTML, and for each picture's address its path within the file.

    Raises:
        ValueError: If it is no such text.
    """
    try:
        root = fromstring(content)
        named = [root, fromstring(styles)] if styles else [root]
    except (ParseError, DefusedXmlException, RecursionError) as error:
        raise ValueError(str(error)) from error
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise ValueError("no text")
    reader = _Reader(named, picture_host)
    return "".join(reader.write_all(body, 0)), reader.pictures


class _Reader:
    """Writes elements as HTML."""

    def __init__(self, roots: "list[Element]", picture_host: str) -> None:
        self._host = picture_host
        self.pictures: dict[str, str] = {}
        self._marks: dict[str, list[str]] = {}
        self._parents: dict[str, str] = {}
        self._numbered: set[str] = set()
        for root in roots:
            for style in root.iter(_STYLE + "style"):
                name = style.get(_STYLE + "name", "")
                self._marks[name] = _read_marks(style)
                self._parents[name] = style.get(_STYLE + "parent-style-name", "")
            for listed in root.iter(_TEXT + "list-style"):
                if listed.find(_TEXT + "list-level-style-number") is not None:
                    self._numbered.add(listed.get(_STYLE + "name", ""))

    def write_all(self, element: "Element", depth: int) -> Iterator[str]:
        """The content of an element: text, children, and the text behind each."""
        if depth > _DEEPEST:
            raise ValueError("nested too deeply")
        yield escape(element.text or "")
        for child in element:
            yield from self._write(child, depth + 1)
            yield escape(child.tail or "")

    def _write(self, element: "Element", depth: int) -> Iterator[str]:
        tag, inner = element.tag, self.write_all(element, depth)
        if tag in _GONE:
            return
        if tag == _TEXT + "h":
            level = element.get(_TEXT + "outline-level", "1")
            yield from _wrap(f"h{level if level in '123456' else 6}", inner)
        elif tag == _TEXT + "p":
            yield from self._write_paragraph(element, inner)
        elif tag == _TEXT + "span":
            yield from self._write_marked(element, inner)
        elif tag == _TEXT + "a":
            address = escape(element.get(_XLINK + "href", ""), quote=True)
            yield from _wrap("a", inner, f' href="{address}"')
        elif tag == _TEXT + "list":
            is_numbered = element.get(_TEXT + "style-name", "") in self._numbered
            yield from _wrap("ol" if is_numbered else "ul", inner)
        elif tag == _TABLE + "table-cell":
            yield from _wrap("td", inner)
        elif tag in _TAGS:
            yield from _wrap(_TAGS[tag], inner)
        else:
            yield from self._write_small(element, inner)

    def _write_paragraph(self, element: "Element", inner: Iterator[str]) -> Iterator[str]:
        style = element.get(_TEXT + "style-name", "")
        names = f"{style} {self._parents.get(style, '')}"
        paragraph = _wrap("p", self._write_marked(element, inner))
        if "Quot" in names:
            yield from _wrap("blockquote", paragraph)
        elif "Preformatted" in names:
            yield from _wrap("pre", inner)
        else:
            yield from paragraph

    def _write_marked(self, element: "Element", inner: Iterator[str]) -> Iterator[str]:
        marks = self._marks.get(element.get(_TEXT + "style-name", ""), [])
        yield from (f"<{mark}>" for mark in marks)
        yield from inner
        yield from (f"</{mark}>" for mark in reversed(marks))

    def _write_small(self, element: "Element", inner: Iterator[str]) -> Iterator[str]:
        if element.tag == _TEXT + "s" or element.tag == _TEXT + "tab":
            yield " "
        elif element.tag == _TEXT + "line-break":
            yield "<br>"
        elif element.tag == _DRAW + "frame":
            yield self._write_picture(element)
        else:
            yield from inner

    def _write_picture(self, frame: "Element") -> str:
        image = frame.find(_DRAW + "image")
        path = image.get(_XLINK + "href", "") if image is not None else ""
        if not path.startswith("Pictures/"):
            return ""
        address = f"{self._host}{len(self.pictures) + 1}"
        self.pictures[address] = path
        told = frame.find(_SVG + "desc")
        if told is None:
            told = frame.find(_SVG + "title")
        alt = told.text or "" if told is not None else ""
        return f'<img src="{address}" alt="{escape(alt, quote=True)}">'


def _read_marks(style: "Element") -> list[str]:
    properties = style.find(_STYLE + "text-properties")
    if properties is None:
        return []
    marks = []
    if properties.get(_FO + "font-weight", "normal") in ("bold", "600", "700", "800", "900"):
        marks.append("strong")
    if properties.get(_FO + "font-style") in ("italic", "oblique"):
        marks.append("em")
    if properties.get(_STYLE + "text-line-through-style", "none") != "none":
        marks.append("del")
    return marks


def _wrap(tag: str, inner: Iterator[str], attributes: str = "") -> Iterator[str]:
    yield f"<{tag}{attributes}>"
    yield from inner
    yield f"</{tag}>"
