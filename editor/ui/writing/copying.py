"""What is copied or dragged: Markdown for ourselves, HTML and plain words for others."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from editor.core.issue.issue import parse_issue
from editor.core.rendering.page import render_body_html
from editor.core.richtext.blocks import LINE_BREAK
from editor.core.richtext.copying import copy_markdown
from editor.core.richtext.proof import Place
from editor.ui.writing.pasting import paste_markdown

if TYPE_CHECKING:
    from editor.ui.writing.writing_pane import WritingPane

OWN_FORMAT = "text/markdown"


def copy_selected(pane: "WritingPane") -> QMimeData:
    """Copy what is selected.

    Args:
        pane: The page.

    Returns:
        The words; with their marks as Markdown and HTML where they can stand alone.
    """
    data = QMimeData()
    data.setText(_selected_words(pane))
    markdown = copy_markdown(pane.body, pane.selected) if pane.body else ""
    if markdown:
        data.setData(OWN_FORMAT, markdown.encode())
        data.setHtml(render_body_html(parse_issue(markdown, pane.session.profile)))
    return data


def _selected_words(pane: "WritingPane") -> str:
    """The words alone; Qt's own plain text turns no-break spaces into blanks."""
    words = pane.textCursor().selectedText()
    return words.replace("\u2029", "\n").replace(LINE_BREAK, "\n")


def move_selected(pane: "WritingPane", target: Place) -> None:
    """Move what is selected, as one step.

    Args:
        pane: The page.
        target: Where to; within the selection nothing happens.
    """
    selected = pane.selected
    if selected.start <= target <= selected.end or pane.body is None:
        return
    markdown, words = copy_markdown(pane.body, selected), _selected_words(pane)
    place = pane.source_of(target)

    def move() -> bool:
        before = len(pane.session.text)
        if not pane.delete_selected():
            return False
        grown = len(pane.session.text) - before
        is_behind = selected.end <= target
        at = place + grown if is_behind else place
        pane.put_caret(pane.place_of(max(at, 0)))
        return paste_markdown(pane, markdown, words)

    pane.in_one_step(move)
