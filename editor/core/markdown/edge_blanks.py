"""Blanks at the ends of paragraphs, headings and cells, of which ASCII's alone are taken off.

markdown-it-py takes off all that Python calls a blank: a no-break space at the end of a paragraph
would be lost (CommonMark §2.1, Unicode whitespace; §4.8, paragraphs).
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

NAME = "edge_blanks"
_WIDE = r"[^\S \t\r\n\f\v]"
"""A blank that is not ASCII's."""
_LEADING = re.compile(rf"(?:{_WIDE}[ \t]*)+\Z")
_TRAILING = re.compile(rf"(?:[ \t]*{_WIDE})+(?=[ \t]*(?:[ \t]\#+[ \t]*)?\Z)")
_TRAILING_IN_CELL = re.compile(rf"(?:[ \t]*{_WIDE})+(?=[ \t]*(?:\||\Z))")
_EMPTY_CELL = re.compile(r"\|?(?P<blanks>\s*)")
_HAS_WIDE = re.compile(_WIDE)


def edge_blanks_plugin(md: MarkdownIt) -> None:
    """Teach a parser to keep blanks that are not ASCII's.

    Args:
        md: The parser.
    """
    md.core.ruler.after("block", NAME, _restore_blanks)


def _restore_blanks(state: StateCore) -> None:
    if not _HAS_WIDE.search(state.src):
        return
    lines = state.src.split("\n")
    row_end = 0
    for opening, token in zip(state.tokens, state.tokens[1:], strict=False):
        if opening.type == "tr_open":
            row_end = 0
        if opening.type in ("td_open", "th_open") and token.map:
            row_end = _restore_in_cell(token, lines[token.map[0]], row_end)
        is_text = opening.type in ("paragraph_open", "heading_open")
        if is_text and token.type == "inline" and token.map and token.content:
            _restore_in(token, lines)


def _restore_in_cell(token: Token, line: str, at: int) -> int:
    """Give a cell its blanks back; return where in its line it ends."""
    if not token.content:
        empty = _EMPTY_CELL.match(line, at)
        token.content = empty["blanks"].strip(" \t") if empty else ""
        return empty.end() if empty else at
    start = line.find(token.content, at)
    end = start + len(token.content)
    if start >= 0:
        leading, trailing = _LEADING.search(line[at:start]), _TRAILING_IN_CELL.match(line, end)
        token.content = (
            (leading[0] if leading else "") + token.content + (trailing[0] if trailing else "")
        )
    return max(line.find("|", end), end)


def _restore_in(token: Token, lines: list[str]) -> None:
    assert token.map is not None
    first_line, last_line = lines[token.map[0]], lines[max(token.map[1] - 1, token.map[0])]
    words = token.content.split("\n")
    start = first_line.find(words[0])
    leading = _LEADING.search(first_line[: max(start, 0)])
    end = last_line.rfind(words[-1])
    behind = last_line[end + len(words[-1]) :] if end >= 0 else ""
    trailing = _TRAILING.match(behind)
    token.content = (
        (leading[0] if leading else "") + token.content + (trailing[0] if trailing else "")
    )
