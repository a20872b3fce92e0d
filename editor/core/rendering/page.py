"""Markdown to HTML as the site does it, sanitized, in blocks that a view can swap one by one."""

import re
from functools import lru_cache

from editor.core.base.edits import Span
from editor.core.base.remembering import remember
from editor.core.issue.issue import Issue
from editor.core.markdown.goldmark import typographer
from editor.core.markdown.goldmark.headings import DERIVED
from editor.core.markdown.goldmark.typographer import NO_QUOTES
from editor.core.markdown.parser import Dialect
from editor.core.markdown.sanitizer import sanitize
from editor.core.profiles.profile import Engine, Profile
from editor.core.rendering.blocks import CACHE_SIZE, Block, SourcePiece, strip_markers
from editor.core.rendering.chunks import find_chunks, render_chunk
from editor.core.rendering.page_head import render_head

_sanitize_head = lru_cache(maxsize=16)(sanitize)
"""The head is the same at most keys."""
_HEADING_ID = re.compile(r'(<h[1-6] id=")([^"]*)(")')


def render_page(issue: Issue, *, image: bool = True) -> list[Block]:
    """Render the page of an issue.

    Args:
        issue: The issue.
        image: Whether the head shows the issue's picture.

    Returns:
        The head (title, picture, byline) as one block, then the blocks of the body.
    """
    head = Block(_sanitize_head(render_head(issue, image=image)), Span(0, issue.front.body))
    return [head, *render_body(issue)]


def render_body(issue: Issue) -> list[Block]:
    """Render the body of an issue.

    Args:
        issue: The issue.

    Returns:
        The blocks, in the order of the text.
    """
    dialect = dialect_for(issue.profile)
    blocks: list[Block] = []
    open_quotes, taken_ids = NO_QUOTES, dict[str, int]()
    for start, chunk in find_chunks(issue, dialect):
        clamped = typographer.clamp_quotes(chunk, open_quotes)
        rendered = render_chunk(dialect, chunk, clamped)
        open_quotes = typographer.quotes_after(open_quotes, clamped, rendered.quotes)
        for piece in rendered.pieces:
            blocks.append(_number_headings(piece, taken_ids).to_block(start))
    return blocks


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


def _number_headings(piece: SourcePiece, taken_ids: dict[str, int]) -> SourcePiece:
    """A piece whose headings have ids that are free on the page; those are taken then.

    The ids of a page differ, though chunks do not depend on each other. An id that stands in the
    text is left as it is. ``taken_ids`` has for each the number to try next.
    """
    if ' id="' not in piece.html:
        return piece
    items = piece.items
    if items:  # they are the same headings once more, in the same order
        before = dict(taken_ids)
        items = tuple(_number_headings(item, before) for item in items)
    ids = tuple(_take_free_id(name, taken_ids) for name in _find_ids(piece.html))
    return piece._replace(html=_write_ids(piece.html, ids), items=items)


@remember(CACHE_SIZE)
def _find_ids(content: str) -> tuple[str, ...]:
    return tuple(match[2] for match in _HEADING_ID.finditer(content))


@remember(CACHE_SIZE)
def _write_ids(content: str, ids: tuple[str, ...]) -> str:
    following = iter(ids)
    return _HEADING_ID.sub(lambda match: match[1] + next(following) + match[3], content)


def _take_free_id(name: str, taken_ids: dict[str, int]) -> str:
    free = name
    if name.startswith(DERIVED):
        words = free = name.removeprefix(DERIVED)
        while free in taken_ids:
            free = f"{words}-{taken_ids[words]}"
            taken_ids[words] += 1
    taken_ids.setdefault(free, 1)
    return free
