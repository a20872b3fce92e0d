"""HTML made plain: what programs write for themselves goes, styles become elements."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from editor.core.base.page_addresses import clean_address
from editor.core.importers.clean_tables import BOLD, clean_tables, make_quotes

_GONE = ("script", "style", "meta", "link", "head", "title", "template", "noscript", "svg",
         "button", "input", "select", "iframe", "object", "colgroup", "col")  # fmt: skip
_UNWRAPPED = ("span", "font", "o:p", "u", "small", "big", "center", "section", "article", "main",
              "header", "footer", "nav", "aside", "figure", "mark", "body", "html")  # fmt: skip
_MARKS = ("strong", "em", "del", "code")
_INLINE = (*_MARKS, "a")
_NAMES = {"b": "strong", "i": "em", "s": "del", "strike": "del", "tt": "code", "figcaption": "p"}
_NOT_BOLD = re.compile(r"(?<![-\w])font-weight:\s*(?:normal|[1-5]00)")
_ITALIC = re.compile(r"font-style:\s*italic")
_STRUCK = re.compile(r"text-decoration[^;]*line-through")
_WORD_LIST = re.compile(r"mso-list:\s*l\d+\s+level(\d+)")
"""Hosts that lead elsewhere, and the parameter that says where; a dot begins an ending."""
_NUMBERED = re.compile(r"^\s*(?:\d+|[a-z])[.)]")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = ("p", "div", "ul", "ol", "li", "table", "blockquote", "pre", "hr", *_HEADINGS)
_BLANKS = " \t\n\r\f"
_LINES = re.compile(r"[ \t\n\r\f]+")


def drop_unseen(soup: BeautifulSoup) -> None:
    """Leave out what is not seen, in place: comments, styles, scripts, controls.

    Args:
        soup: The parsed HTML.
    """
    for comment in soup.find_all(string=lambda text: isinstance(text, PreformattedString)):
        comment.extract()
    for element in soup.find_all(_GONE):
        element.decompose()


def clean_html(soup: BeautifulSoup) -> None:
    """Clean HTML of word processors, mail programs and browsers, in place.

    Args:
        soup: The parsed HTML, without what is not seen. Afterwards it has only elements that
            Markdown can say.
    """
    _make_word_lists(soup)
    make_quotes(soup)
    clean_tables(soup)
    for element in soup.find_all(style=True):
        _read_style(element)
    for element in soup.find_all(list(_NAMES)):
        element.name = _NAMES[element.name]
    for element in soup.find_all(_UNWRAPPED):
        element.unwrap()
    _clean_links(soup)
    _clean_pictures(soup)
    _nest_lists(soup)
    soup.smooth()
    _join_lines(soup)
    _join_marks(soup)
    for element in reversed(soup.find_all(_INLINE)):
        _move_blanks(element)
    for element in soup.find_all(_BLOCKS):
        is_hollow = element.name in ("hr", "table") or element.find(["img", "table", "hr"])
        if not is_hollow and not element.get_text(strip=True):
            element.decompose()
    for line_break in soup.find_all("br"):
        if _is_idle(line_break):
            line_break.decompose()
        else:
            _strip_beside(line_break)
    for heading in soup.find_all(_HEADINGS):
        for bold in heading.find_all("strong"):
            bold.unwrap()  # headings are bold by themselves
    soup.smooth()


# --- styles ---------------------------------------------------------------------------------------


def _read_style(element: Tag) -> None:
    """Say by elements what an element says by its style."""
    style = str(element.get("style", "")).lower()
    if element.name in ("b", "strong") and _NOT_BOLD.search(style):
        element.name = "span"  # Google Docs wraps all of a text so
    if element.name in (*_HEADINGS, "table", "body", "a"):
        return
    for pattern, name in ((BOLD, "strong"), (_ITALIC, "em"), (_STRUCK, "del")):
        is_new = element.name != name and element.find_parent(name) is None
        if pattern.search(style) and is_new and element.name in ("span", "font", "p", "li", "div"):
            _wrap_content(element, name)


def _wrap_content(element: Tag, name: str) -> None:
    wrapper = BeautifulSoup("", "html.parser").new_tag(name)
    for child in list(element.contents):
        wrapper.append(child.extract())
    element.append(wrapper)


# --- lists ----------------------------------------------------------------------------------------


def _make_word_lists(soup: BeautifulSoup) -> None:
    """Word writes items as paragraphs, with their marks as words."""
    lists: list[Tag] = []
    before: Tag | None = None
    for paragraph in soup.find_all(["p", "h1", "h2", "h3"]):
        level = _WORD_LIST.search(str(paragraph.get("style", "")))
        if not level:
            lists = []
            continue
        if before is not None and _next_tag(before) is not paragraph:
            lists = []
        before = paragraph
        mark = paragraph.find(style=re.compile("mso-list:\\s*ignore", re.IGNORECASE))
        kind = "ul"
        if isinstance(mark, Tag):
            kind = "ol" if _NUMBERED.match(mark.get_text()) else "ul"
            mark.decompose()
        _add_to_lists(soup, lists, paragraph, int(level[1]), kind)
        before = lists[0]


def _next_tag(element: Tag) -> Tag | None:
    sibling = element.find_next_sibling()
    return sibling if isinstance(sibling, Tag) else None


def _add_to_lists(
    soup: BeautifulSoup, lists: list[Tag], paragraph: Tag, level: int, kind: str
) -> None:
    """Make a paragraph an item of the list at its level."""
    del lists[level:]
    while len(lists) < level:
        made = soup.new_tag(kind)
        if lists:
            items = lists[-1].find_all("li", recursive=False)
            (items[-1] if items else lists[-1]).append(made)
        else:
            paragraph.insert_before(made)
        lists.append(made)
    paragraph.extract()
    paragraph.name = "li"
    paragraph.attrs = {}
    lists[-1].append(paragraph)


def _nest_lists(soup: BeautifulSoup) -> None:
    """A list within a list belongs into the item before it; an item needs no paragraph."""
    for inner in soup.find_all(["ul", "ol"]):
        parent, item = inner.parent, inner.find_previous_sibling("li")
        if parent is not None and parent.name in ("ul", "ol") and isinstance(item, Tag):
            item.append(inner.extract())
    for item in soup.find_all("li"):
        paragraphs = item.find_all("p", recursive=False)
        if len(paragraphs) == 1:
            paragraphs[0].unwrap()


# --- links and pictures ---------------------------------------------------------------------------


def _clean_links(soup: BeautifulSoup) -> None:
    for link in soup.find_all("a"):
        address = clean_address(str(link.get("href") or ""))
        if not address or address.startswith(("#", "javascript:", "file:", "about:")):
            link.unwrap()
        else:
            link.attrs = {"href": address}


def _clean_pictures(soup: BeautifulSoup) -> None:
    """Pictures of the web stay; those that count readers, and those of the program, go."""
    for picture in soup.find_all("img"):
        source = str(picture.get("src") or "")
        sizes = {str(picture.get(name) or "") for name in ("width", "height")}
        if not source.startswith(("https://", "http://")) or sizes & {"0", "1", "0px", "1px"}:
            picture.decompose()
        else:
            alt = " ".join(str(picture.get("alt") or "").split())
            picture.attrs = {"src": source, "alt": alt}


# --- blanks ---------------------------------------------------------------------------------------


def _move_blanks(element: Tag) -> None:
    """Bring blanks at the inner edges of marks out, and take away marks around nothing."""
    if not element.get_text(strip=True) and not element.find("img"):
        element.unwrap()
        return
    for text, place in _edges(element):
        words = str(text)
        inner = words.lstrip(_BLANKS) if place == "before" else words.rstrip(_BLANKS)
        if inner == words or element.find_parent("pre"):
            continue
        text.replace_with(inner)
        if place == "before":
            element.insert_before(" ")
        else:
            element.insert_after(" ")


def _edges(element: Tag) -> Iterator[tuple[NavigableString, str]]:
    texts = [node for node in element.descendants if isinstance(node, NavigableString)]
    if texts:
        yield texts[0], "before"
    texts = [node for node in element.descendants if isinstance(node, NavigableString)]
    if texts:
        yield texts[-1], "behind"


def _join_lines(soup: BeautifulSoup) -> None:
    """Line ends of the source are blanks, but in code."""
    for text in soup.find_all(string=True):
        if text.find_parent("pre") is None:
            joined = _LINES.sub(" ", str(text))
            if joined != str(text):
                text.replace_with(joined)


def _join_marks(soup: BeautifulSoup) -> None:
    """Word processors cut bold words into several runs."""
    for element in soup.find_all(_MARKS):
        while isinstance(behind := element.next_sibling, Tag) and behind.name == element.name:
            behind.extract()
            element.extend(list(behind.contents))


def _is_idle(line_break: Tag) -> bool:
    """Whether a line break stands at the start or end of a block, or beside one."""
    for siblings in (line_break.previous_siblings, line_break.next_siblings):
        beside = next((node for node in siblings if not _is_blank(node)), None)
        if beside is None or (isinstance(beside, Tag) and beside.name in _BLOCKS):
            return True
    return False


def _strip_beside(line_break: Tag) -> None:
    """No line begins or ends with blanks."""
    before, behind = line_break.previous_sibling, line_break.next_sibling
    if isinstance(before, NavigableString):
        before.replace_with(str(before).rstrip(_BLANKS))
    if isinstance(behind, NavigableString):
        behind.replace_with(str(behind).lstrip(_BLANKS))


def _is_blank(node: object) -> bool:
    return isinstance(node, NavigableString) and not str(node).strip(_BLANKS)
