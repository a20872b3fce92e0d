"""HTML of word processors, mail programs and browsers, as the Markdown a careful person writes.

The HTML is cleaned first: what programs write for themselves goes, what they say by styles becomes
elements. markdownify writes the Markdown. The result is read again: its words must be those of the
HTML.
"""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from markdownify import MarkdownConverter

from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate
from editor.core.importers.clean_html import clean_html, drop_unseen
from editor.core.markdown.parser import Dialect
from editor.core.richtext.blocks import LINE_BREAK, AtomKind
from editor.core.richtext.reading import read_chunk

_LONGEST = 1_000_000
"""Characters of HTML that are read: a long issue with the styles of a word processor."""
_MOST_ELEMENTS = 3_000
"""Elements that are read: the largest issue has 2 000; ten times as many would take minutes."""
_DEEPEST = 60
_EMPTY_LINES = re.compile(r"\n{3,}")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_LETTERS = re.compile(r"\w+")


def convert_html(html: str, dialect: Dialect, bullet: str = "-") -> str:
    """Convert HTML that was copied elsewhere.

    Args:
        html: The HTML, whole or in part.
        dialect: How the site reads Markdown.
        bullet: The mark of lists: "-", "*" or "+".

    Returns:
        Markdown of headings, paragraphs, bold, italic and struck out words, links, lists, quotes,
        tables, code and pictures of the web, without a line end at its end; "" for nothing to see.

    Raises:
        InputRejected: If it is too large, too deep, or its words would not come out.
    """
    if len(html) > _LONGEST:
        raise InputRejected(translate("core", "What was copied is too large to be converted."))
    soup = BeautifulSoup(html, "html.parser")
    drop_unseen(soup)
    depths = list(_depths(soup))
    if len(depths) > _MOST_ELEMENTS:
        raise InputRejected(translate("core", "What was copied is too large to be converted."))
    if max(depths, default=0) > _DEEPEST:
        raise InputRejected(translate("core", "What was copied is nested too deeply."))
    clean_html(soup)
    wanted = _words_of(soup)
    for escapes_all in (False, True):
        markdown = _write(soup, bullet, escapes_all=escapes_all)
        if _words_shown(markdown, dialect) == wanted:
            return markdown
    raise InputRejected(translate("core", "The words that were copied cannot be kept with marks."))


def _depths(soup: Tag) -> Iterator[int]:
    """How deeply each element stands in others, without recursion."""
    waiting: list[tuple[Tag, int]] = [(soup, 0)]
    while waiting:
        element, depth = waiting.pop()
        yield depth
        waiting += [(child, depth + 1) for child in element.children if isinstance(child, Tag)]


def _words_of(soup: Tag) -> list[str]:
    """The words of the HTML, with the descriptions of pictures."""
    return _LETTERS.findall(_text_of(soup))


def _text_of(soup: Tag) -> str:
    """The text with a blank wherever a block or a line ends."""
    parts: list[str] = []
    for node in soup.descendants:
        if isinstance(node, NavigableString):
            parts.append(str(node))
        elif isinstance(node, Tag) and node.name == "img":
            parts.append(str(node.get("alt") or ""))
        elif isinstance(node, Tag) and node.name in _BREAKING:
            parts.append(" ")
    return "".join(parts)


_BREAKING = frozenset(
    "p div br li ul ol h1 h2 h3 h4 h5 h6 td th tr table blockquote pre hr dl dt dd".split()
)


def _words_shown(markdown: str, dialect: Dialect) -> list[str]:
    shown: list[str] = []
    for _, block in read_chunk(dialect, markdown):
        for run in block.runs:
            if run.atom is AtomKind.BLOCK:  # a table in a list, as it stands
                shown.append(re.sub(r"\\([|*_])", r"\1", run.shown))
            elif run.atom is not AtomKind.TASK:
                shown.append(run.shown)
        shown.append(" ")
    return _LETTERS.findall("".join(shown).replace(LINE_BREAK, " "))


# --- writing --------------------------------------------------------------------------------------


class _Writer(MarkdownConverter):
    """markdownify with the forms that authors of newsletters write."""

    def convert_td(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        cell: str = super().convert_td(  # type: ignore[misc]
            el, text.replace("|", "\\|"), parent_tags
        )
        return cell

    def convert_th(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        cell: str = super().convert_th(  # type: ignore[misc]
            el, text.replace("|", "\\|"), parent_tags
        )
        return cell

    def convert_br(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "_inline" in parent_tags:
            return " "
        return "\\\n"


def _code_language(element: Tag) -> str:
    """The language of code, as most programs name it."""
    code = element.find("code") or element
    names = code.get("class") if isinstance(code, Tag) else None
    for name in names or ():
        if name.startswith("language-"):
            return name.removeprefix("language-")
    return ""


def _write(soup: BeautifulSoup, bullet: str, *, escapes_all: bool) -> str:
    writer = _Writer(
        heading_style="ATX",
        bullets=bullet,
        strong_em_symbol="*",
        autolinks=True,
        escape_misc=escapes_all,
        escape_asterisks=True,
        escape_underscores=escapes_all,
        table_infer_header=True,
        newline_style="backslash",
        code_language_callback=_code_language,
    )
    text: str = writer.convert_soup(soup)
    text = _TRAILING.sub("", text.replace("\r\n", "\n"))
    return _EMPTY_LINES.sub("\n\n", text).strip("\n")
