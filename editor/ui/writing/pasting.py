"""What was copied elsewhere, written on the page: plain words, addresses, HTML with its marks."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from editor.core.base.errors import InputRejected
from editor.core.markdown.parser import Dialect
from editor.core.richtext.blocks import LINE_BREAK, BlockKind
from editor.core.richtext.inserting import insert_markdown
from editor.core.richtext.proof import Place
from editor.core.richtext.styling import find_bullet

_MARKED = re.compile(
    r"<(?:a\s[^>]*href|b|strong|i|em|s|del|strike|h[1-6]|li|table|blockquote|img)\b"
    r"|font-weight:\s*(?:bold|[6-9]00)|font-style:\s*italic",
    re.IGNORECASE,
)
"""What in HTML is more than words."""
_BLANKS = " \u00a0"

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
    if pane.table_here() and "\t" in words:
        pane.tables.fill(words.rstrip("\r\n"))
        return
    kind = pane.block_here()[0]
    if kind in (BlockKind.CODE, BlockKind.OTHER) or pane.table_here():
        lines = words.splitlines()
        if pane.table_here():
            lines = [" ".join(line.split()) for line in lines if line.strip()]
        pane.write(LINE_BREAK.join(lines), _label())
        return
    pane.in_one_step(lambda: _write_lines(pane, words))
    if is_address(words) and words.strip().startswith("http"):
        pane.address_pasted.emit(words.strip())


def _write_lines(pane: "WritingPane", words: str) -> bool:
    """Each line becomes a paragraph or item, without the blanks at its ends."""
    lines = [" ".join(line.split("\t")) for line in words.splitlines() if line.strip()]
    if len(lines) > 1:
        lines = [line.strip(_BLANKS) for line in lines]
    return all(
        (not index or pane.begin_paragraph()) and pane.write(line, _label())
        for index, line in enumerate(lines)
    )


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
    paste_markdown(pane, markdown, words)


def paste_markdown(pane: "WritingPane", markdown: str, words: str) -> bool:
    """Write Markdown in place of what is selected, as one step.

    Args:
        pane: The page.
        markdown: The Markdown; "" where there is none.
        words: The same as plain words, which are written where the Markdown cannot be.

    Returns:
        Whether either was written.
    """

    def paste() -> bool:
        if pane.textCursor().hasSelection() and not pane.delete_selected():
            return False
        place = pane.selected.end
        if "\n\n" in markdown and not pane.is_at_end(place):
            if not pane.begin_paragraph():
                return False
            place = Place(place.block, len(pane.rich.blocks[place.block].block.shown))
        return pane.act(lambda body, _: insert_markdown(body, place, markdown), _label())

    can_mark = (
        bool(markdown) and not pane.table_here() and pane.block_here()[0] is not BlockKind.CODE
    )
    if can_mark and pane.in_one_step(paste):
        return True
    paste_words(pane, words)
    return True


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
