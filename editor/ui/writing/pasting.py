"""What was copied elsewhere, written on the page: plain words, addresses, HTML with its marks."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from editor.core.base.errors import InputRejected
from editor.core.markdown.parser import Dialect
from editor.core.richtext.inserting import insert_markdown
from editor.core.richtext.proof import Place
from editor.core.richtext.styling import find_bullet

_MARKED = re.compile(
    r"<(?:a\s[^>]*href|b|strong|i|em|s|del|strike|h[1-6]|li|table|blockquote|img)\b"
    r"|font-weight:\s*(?:bold|[6-9]00)|font-style:\s*italic",
    re.IGNORECASE,
)
"""What in HTML is more than words."""

if TYPE_CHECKING:
    from editor.ui.writing.writing_pane import WritingPane


def paste_words(pane: "WritingPane", words: str) -> None:
    """Write plain words; an address over selected words makes them a link.

    Args:
        pane: The page.
        words: What was copied; each line becomes a paragraph or item.
    """
    if is_address(words) and pane.textCursor().hasSelection():
        pane.set_link(words.strip())
        return
    lines = [line for line in words.splitlines() if line.strip()]
    for index, line in enumerate(lines):
        if index:
            pane.begin_paragraph()
        pane.write(line, _label())
    if is_address(words) and words.strip().startswith("http"):
        pane.address_pasted.emit(words.strip())


def paste_html(pane: "WritingPane", html: str, words: str) -> None:
    """Write what was copied from a page or a word processor, with its marks and links.

    Args:
        pane: The page.
        html: What was copied.
        words: The same as plain text, for what cannot be converted.
    """
    markdown = ""
    if pane.body is not None and not is_address(words):
        markdown = convert_copied(html, pane.body.dialect, find_bullet(pane.body))
    if not markdown:
        paste_words(pane, words)
        return
    pane.delete_selected()
    place = pane.selected.end
    if "\n\n" in markdown and not pane.is_at_end(place):
        pane.begin_paragraph()
        place = Place(place.block, len(pane.rich.blocks[place.block].block.shown))
    if not pane.act(lambda body, _: insert_markdown(body, place, markdown), _label()):
        paste_words(pane, words)


def has_marks(html: str) -> bool:
    """Tell whether HTML says more than its bare words.

    Args:
        html: What was copied.

    Returns:
        True for links, bold and italic words, headings, lists, tables, quotes and pictures.
    """
    return bool(_MARKED.search(html))


def convert_copied(html: str, dialect: Dialect, bullet: str = "-") -> str:
    """Convert copied HTML to Markdown.

    Args:
        html: What was copied.
        dialect: How the site reads Markdown.
        bullet: The mark of lists.

    Returns:
        The Markdown; "" where its words cannot be kept with marks.
    """
    from editor.core.importers.rich_paste import convert_html  # takes 0.1 s, with its libraries

    try:
        return convert_html(html, dialect, bullet)
    except InputRejected:
        return ""


def is_address(words: str) -> bool:
    """Tell whether words are the address of a page and nothing else.

    Args:
        words: Any words.

    Returns:
        True for a single http or mail address.
    """
    address = words.strip()
    return address.startswith(("https://", "http://", "mailto:")) and len(address.split()) == 1


def _label() -> str:
    return QCoreApplication.translate("WritingPane", "Paste")
