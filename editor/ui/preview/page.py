"""A page as the preview holds it: blocks, the text they come from, and how it looks. No Qt.

Laws: ``find_change`` leads from any page to any other; ``position_of_place`` of a ``find_place`` is never behind the position it
was made from, and in the same line where the page marks it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape as html_unescape
from typing import NamedTuple

from editor.app.site.site import Site
from editor.core.base.edits import Span
from editor.core.rendering.blocks import Block

_IMAGE = re.compile(r'<img\b[^>]*?(?<![-\w])src="(?!data:|https?:|//)([^"]+)"')
_POLICY = "default-src 'none'; img-src {images}; style-src 'unsafe-inline'; font-src preview: data:; base-uri 'none'; form-action 'none'"


_POINTED = "@keyframes pointed-at{from{background:#ffd54a66}to{background:transparent}}.pointed-at{animation:pointed-at 1.6s ease-out}"
"""How the place is marked for a moment that a form has led to."""


@dataclass(frozen=True, slots=True)
class PageLook:
    """How a page is dressed: "light" or "dark", its style sheet, and whether images of other sites load."""

    scheme: str = "light"
    css: str = ""
    remote_images: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What the preview shows. ``document`` tells one document from another, whatever their text."""

    text: str
    blocks: Sequence[Block]
    site: Site
    look: PageLook
    document: int = 0

    def lost_images(self) -> int:
        """How many of the site's own images are not to be found."""
        sources = (
            html_unescape(match[1])
            for block in self.blocks
            if "<img" in block.html
            for match in _IMAGE.finditer(block.html)
        )
        return sum(self.site.asset(source) is None for source in sources)


class PagePosition(NamedTuple):
    """A place on a page: the n-th block, the n-th item of its list (-1 for none), and lines below its first."""

    block: int
    item: int = -1
    line: int = 0


class PageChange(NamedTuple):
    """What turns one page into another: in the n-th block's list, or among the blocks (-1), from ``first`` on,
    take out ``gone`` and put in ``new``."""

    inside: int
    first: int
    gone: int
    new: list[str]


def write_html(page: Page) -> str:
    """The whole document; blocks are wrapped so that the n-th child is the n-th block."""
    policy = _POLICY.format(
        images="preview: data: http: https:" if page.look.remote_images else "preview: data:"
    )
    style = page.look.css.replace("</", "<\\/")
    blocks = "".join(f'<div class="block">{block.html}</div>' for block in page.blocks)
    return (
        f"<!DOCTYPE html><html class='{page.look.scheme}'><head><meta charset='utf-8'>"
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><meta name="viewport" content="width=device-width">'
        f"<style>{style}.block{{display:contents}}{_POINTED}</style></head><body><main>{blocks}</main></body></html>"
    )


def find_change(old: Sequence[Block], new: Sequence[Block]) -> PageChange:
    """The smallest run of blocks that differ; where that is one list, the run of its items."""
    first, gone, put = find_difference([block.html for block in old], [block.html for block in new])
    if gone == len(put) == 1:
        before, after = old[first], new[first]
        if before.items and after.items and _tag(before) == _tag(after):
            return PageChange(
                first,
                *find_difference(
                    [item.html for item in before.items], [item.html for item in after.items]
                ),
            )
    return PageChange(-1, first, gone, put)


def _tag(block: Block) -> str:
    return block.html[: block.html.index(">") + 1]


def find_difference(old: Sequence[str], new: Sequence[str]) -> tuple[int, int, list[str]]:
    """What to do to ``old`` to get ``new``: from which index, how many to take out, what to put in.

    >>> find_difference(["a", "b", "c"], ["a", "x", "c"])
    (1, 1, ['x'])
    """
    limit = min(len(old), len(new))
    head = next((i for i in range(limit) if old[i] != new[i]), limit)
    limit -= head
    tail = next((i for i in range(limit) if old[-1 - i] != new[-1 - i]), limit)
    return head, len(old) - head - tail, list(new[head : len(new) - tail])


def find_place(page: Page, position: int) -> PagePosition | None:
    """Where a position of the text is shown; None for one that is not."""
    index = _holding(page.blocks, position)
    if index < 0:  # between blocks, or below the last: the one above
        index = max(
            (i for i, block in enumerate(page.blocks) if block.span.start <= position), default=-1
        )
        position = min(position, page.blocks[index].span.end - 1) if index >= 0 else position
    if index < 0:
        return None
    block = page.blocks[index]
    item = _holding(block.items, position)
    start = (block.items[item] if item >= 0 else block).span.start
    return PagePosition(index, item, page.text.count("\n", start, position))


def span_of_place(page: Page, at: PagePosition) -> Span:
    """The part of the text that the block or item at a place was made from; empty where there is none."""
    if not 0 <= at.block < len(page.blocks):
        return Span(0, 0)
    block = page.blocks[at.block]
    if 0 <= at.item < len(block.items):
        return block.items[at.item].span
    return block.span


def position_of_place(page: Page, at: PagePosition) -> int:
    """Where in the text a place begins, behind the marker of its item."""
    found = span_of_place(page, at)
    start = found.start
    for _ in range(min(at.line, page.text.count("\n", found.start, found.end))):
        start = page.text.find("\n", start, found.end) + 1 or start
    line = page.text[start : page.text.find("\n", start) + 1 or None]
    return start + len(line) - len(line.lstrip(" \t*+-#>"))


def word_at(page: Page, at: PagePosition, word: str, number: int) -> int:
    """Where the n-th of a word stands at a place, from 0; where the place begins if the text has no such word there."""
    start, end = position_of_place(page, at), span_of_place(page, at).end
    found = page.text.find(word, start, end) if word else -1
    while found >= 0 and number > 0:
        further, number = page.text.find(word, found + len(word), end), number - 1
        if further < 0:
            break
        found = further
    if found >= 0:
        return found
    return start


def _holding(blocks: Sequence[Block], position: int) -> int:
    return next(
        (i for i, block in enumerate(blocks) if block.span.start <= position < block.span.end), -1
    )
