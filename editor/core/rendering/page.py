"""Markdown to HTML as the site does it, sanitized, in blocks that a view can swap one by one."""

from collections.abc import Iterator
from functools import lru_cache

from editor.core.issue.issue import Issue
from editor.core.markdown.goldmark import typographer
from editor.core.markdown.goldmark.headings import DERIVED
from editor.core.markdown.goldmark.typographer import NO_QUOTES
from editor.core.markdown.parser import Dialect
from editor.core.markdown.sanitizer import sanitize
from editor.core.profiles.profile import Engine, Profile
from editor.core.rendering.blocks import (
    PageBlocks,
    PlacedChunk,
    RenderedChunk,
    SourcePiece,
    strip_markers,
)
from editor.core.rendering.chunks import find_chunks, render_chunk
from editor.core.rendering.omissions import count_omitted
from editor.core.rendering.page_head import render_head


def render_page(issue: Issue, *, image: bool = True) -> PageBlocks:
    """Render the page of an issue.

    Args:
        issue: The issue.
        image: Whether the head shows the issue's picture.

    Returns:
        The head (title, picture, byline) as one block, then the blocks of the body.
    """
    head = _render_head(render_head(issue, image=image), issue.front.body)
    return PageBlocks([PlacedChunk(0, head), *_render_chunks(issue)])


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
    return PageBlocks(list(_render_chunks(issue)))


def _render_chunks(issue: Issue) -> Iterator[PlacedChunk]:
    """The chunks of the body, with ids that are free on the page; those are taken then.

    The ids of a page differ, though chunks do not depend on each other. An id that stands in the
    text is left as it is.
    """
    dialect = dialect_for(issue.profile)
    open_quotes, taken_ids = NO_QUOTES, dict[str, int]()
    for start, text in find_chunks(issue, dialect):
        clamped = typographer.clamp_quotes(text, open_quotes)
        chunk = render_chunk(dialect, text, clamped)
        open_quotes = typographer.quotes_after(open_quotes, clamped, chunk.quotes)
        if chunk.ids:
            chunk = chunk.with_ids(tuple(_take_free_id(name, taken_ids) for name in chunk.ids))
        yield PlacedChunk(start, chunk)


def render_body_html(issue: Issue) -> str:
    """Render the body of an issue as one piece of HTML.

    Args:
        issue: The issue.

    Returns:
        The HTML as the site has it, without source markers.
    """
    return "\n".join(strip_markers(block.html) for block in render_body(issue)) + "\n"


def dialect_for(profile: Profile) -> Dialect:
    """Choose the dialect of Markdown that the site of a profile reads.

    Args:
        profile: The profile of an issue.

    Returns:
        Its renderer, with what its templates change about links and what the site has set.
    """
    has_quotes, has_bare_links = _USUAL[profile.renderer]
    set_by_site = profile.markdown
    return Dialect(
        profile.renderer,
        profile.link_hook,
        _first(set_by_site.typographer, has_quotes),
        _first(set_by_site.hard_wraps, False),
        _first(set_by_site.linkify, has_bare_links),
        _first(set_by_site.unsafe, True),
        set_by_site.extensions,
    )


_USUAL = {
    Engine.GOLDMARK: (True, True),
    Engine.MARKDOWN_IT: (False, False),
    Engine.PYTHON_MARKDOWN: (False, False),
    Engine.KRAMDOWN: (True, False),
    Engine.COMMONMARK: (False, True),
}
"""Whether an engine makes typographic quotes and links of bare addresses if nobody says."""


def _first(said: bool | None, usual: bool) -> bool:
    return usual if said is None else said


def _take_free_id(name: str, taken_ids: dict[str, int]) -> str:
    """An id that is free; ``taken_ids`` has for each that is not the number to try next."""
    free = name
    if name.startswith(DERIVED):
        words = free = name.removeprefix(DERIVED)
        while free in taken_ids:
            free = f"{words}-{taken_ids[words]}"
            taken_ids[words] += 1
    taken_ids.setdefault(free, 1)
    return free
