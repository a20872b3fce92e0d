"""A part of what is seen as Markdown by itself: what is copied keeps its marks and links."""

import re

from editor.core.base.edits import Span
from editor.core.richtext.blocks import LINE_BREAK, BlockKind, PlacedBlock, RunKind
from editor.core.richtext.body import RichBody
from editor.core.richtext.caret import block_prefix, place_runs, shown_span, to_sources
from editor.core.richtext.proof import Selected
from editor.core.richtext.reading import read_chunk

_BLANKS = re.compile(r"\s+")


def copy_markdown(body: RichBody, selected: Selected) -> str:
    """Return a part of what is seen as Markdown.

    Args:
        body: The body.
        selected: The part.

    Returns:
        Markdown that shows the same words by itself, with LF for line ends; "" where a part of a
        table, or of something else that cannot stand alone, is selected.
    """
    first, last = body.blocks[selected.start.block], body.blocks[selected.end.block]
    if first is last:
        markdown = _copy_words(body.text, first, selected.start.offset, selected.end.offset)
    else:
        size = len(first.block.shown)
        head = _copy_words(body.text, first, selected.start.offset, size)
        tail = _copy_words(body.text, last, 0, selected.end.offset)
        if selected.end.offset < len(last.block.shown):
            tail = body.text[last.start : last.start + block_prefix(last.block)] + tail
        if not selected.end.offset:
            tail = ""
        markdown = (head + body.text[first.end : last.start] + tail).strip("\r\n")
    markdown = markdown.replace("\r\n", "\n")
    shown = " ".join(block.shown for _, block in read_chunk(body.dialect, markdown))
    return markdown if _squeeze(shown) == _squeeze(_words(body, selected)) else ""


def _words(body: RichBody, selected: Selected) -> str:
    parts = []
    for index in range(selected.start.block, selected.end.block + 1):
        shown = body.blocks[index].block.shown
        end = selected.end.offset if index == selected.end.block else len(shown)
        start = selected.start.offset if index == selected.start.block else 0
        parts.append(shown[start:end])
    return " ".join(parts)


def _squeeze(words: str) -> str:
    return _BLANKS.sub(" ", words.replace(LINE_BREAK, " ")).strip()


def _copy_words(text: str, placed: PlacedBlock, start: int, end: int) -> str:
    """A part of a block, with the marks around it; with what makes it a block if all is copied."""
    block = placed.block
    if start == 0 and end == len(block.shown):
        return text[placed.start : placed.end]
    if start >= end:
        return ""
    if block.kind is BlockKind.CODE:
        return "```\n" + block.shown[start:end].replace(LINE_BREAK, "\n") + "\n```"
    first = _start_of(placed, start)
    last = to_sources(block, end)[0]
    opening = closing = ""
    for construct in block.constructs:
        inner = shown_span(block, construct.inner)
        if inner.start < end and start < inner.end:
            outer, words = placed.in_text(construct.outer), placed.in_text(construct.inner)
            if construct.inner.start <= first:
                opening += text[outer.start : words.start]
            if last <= construct.inner.end:
                closing = text[words.end : outer.end] + closing
    middle = Span(placed.start + first, placed.start + max(first, last)).of(text)
    return opening + middle + closing


def _start_of(placed: PlacedBlock, start: int) -> int:
    """Where the words of a part begin in the source, behind all marks before them."""
    for shown, run in place_runs(placed.block):
        if run.kind is not RunKind.HIDDEN and shown.start <= start < shown.end:
            if run.kind is RunKind.TEXT:
                return run.start + start - shown.start
            return run.start
    return to_sources(placed.block, start)[-1]
