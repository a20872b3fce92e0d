"""Markdown to HTML as the site does it, sanitized, in blocks that a view can swap one by one."""

from functools import lru_cache

from editor.core.issue.issue import Issue
from editor.core.markdown.goldmark.typographer import NO_QUOTES
from editor.core.markdown.sanitizer import sanitize
from editor.core.rendering.blocks import (
    PageBlocks,
    PlacedChunk,
    RenderedChunk,
    strip_markers,
)
from editor.core.rendering.chunks import find_chunks
from editor.core.rendering.dialects import dialect_for
from editor.core.rendering.omissions import count_omitted
from editor.core.rendering.page_head import render_head
from editor.core.rendering.page_writer import PageWriter, render_around_change
from editor.core.rendering.source_pieces import SourcePiece


def render_page(
    issue: Issue, *, image: bool = True, before: tuple[Issue, PageBlocks] | None = None
) -> PageBlocks:
    """Render the page of an issue.

    Args:
        issue: The issue.
        image: Whether the head shows the issue's picture.
        before: A similar issue and its page, of which what has not changed is taken over.

    Returns:
        The head (title, picture, byline) as one block, then the blocks of the body.
    """
    title = _render_head(render_head(issue, image=image), issue.front.body)
    head = PlacedChunk(0, title, title)
    body = before and render_around_change(*before, issue) or render_body(issue)
    return PageBlocks([head, *body.chunks], is_free=body.is_free)


@lru_cache(maxsize=16)
def _render_head(content: str, length: int) -> RenderedChunk:
    """The head of a page, which is the same at most keys."""
    piece = SourcePiece(sanitize(content), 0, length)
    return RenderedChunk((piece,), NO_QUOTES, omitted=count_omitted("", (piece,)))


def render_body(issue: Issue) -> PageBlocks:
    """Render the body of an issue.

    Args:
        issue: The issue.

    Returns:
        The blocks, in the order of the text.
    """
    dialect = dialect_for(issue.profile)
    cut, writer = find_chunks(issue, dialect), PageWriter(dialect)
    chunks = [writer.number(writer.render(chunk)) for chunk in cut.chunks]
    return PageBlocks(chunks, is_free=cut.is_free)


def render_body_html(issue: Issue) -> str:
    """Render the body of an issue as one piece of HTML.

    Args:
        issue: The issue.

    Returns:
        The HTML as the site has it, without source markers.
    """
    return "\n".join(strip_markers(block.html) for block in render_body(issue)) + "\n"
