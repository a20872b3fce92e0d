"""The chunks of a body in their order: what each passes on to the next, and what stays at a change.

Law: a page that is rendered around a change is the page that is rendered anew.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise

from editor.core.base.differences import find_edit
from editor.core.base.edits import Edit
from editor.core.issue.issue import Issue
from editor.core.markdown.goldmark import typographer
from editor.core.markdown.goldmark.headings import DERIVED
from editor.core.markdown.goldmark.typographer import NO_QUOTES
from editor.core.markdown.parser import Dialect
from editor.core.rendering.blocks import PageBlocks, PlacedChunk
from editor.core.rendering.chunks import Chunk, find_cuts, is_tied, render_chunk
from editor.core.rendering.dialects import dialect_for


class PageWriter:
    """Writes chunk after chunk: quotes stay open from one to the next, and ids are taken once."""

    def __init__(self, dialect: Dialect) -> None:
        """Begin a page.

        Args:
            dialect: How the site reads Markdown.
        """
        self.dialect, self.open_quotes = dialect, NO_QUOTES
        self._taken_ids: dict[str, int] = {}
        """For each id the number to try next."""

    def render(self, chunk: Chunk) -> PlacedChunk:
        """Render a chunk; its ids are those it has alone.

        Args:
            chunk: The chunk that follows.

        Returns:
            The chunk in its place.
        """
        quotes = self.open_quotes
        clamped = typographer.clamp_quotes(chunk.text, quotes)
        rendered = render_chunk(self.dialect, chunk.text, clamped)
        self.open_quotes = typographer.quotes_after(quotes, clamped, rendered.quotes)
        return PlacedChunk(chunk.start, rendered, rendered, quotes)

    def number(self, placed: PlacedChunk) -> PlacedChunk:
        """Give a chunk ids that are free.

        Args:
            placed: The chunk that follows.

        Returns:
            The same in its place.
        """
        ids = self._take_ids(placed.alone.ids)
        return placed if ids == placed.chunk.ids else placed.with_ids(ids)

    def _take_ids(self, names: Iterable[str]) -> tuple[str, ...]:
        """Take ids for headings. An id that stands in the text is left as it is."""
        return tuple([self._take_id(name) for name in names])

    def _take_id(self, name: str) -> str:
        free, taken_ids = name, self._taken_ids
        if name.startswith(DERIVED):
            words = free = name.removeprefix(DERIVED)
            while free in taken_ids:
                free = f"{words}-{taken_ids[words]}"
                taken_ids[words] += 1
        taken_ids.setdefault(free, 1)
        return free


def render_around_change(before: Issue, blocks: PageBlocks, issue: Issue) -> PageBlocks | None:
    """Render what differs from a page, and take over the rest.

    Args:
        before: The issue of the page.
        blocks: The page, its head first.
        issue: A similar issue.

    Returns:
        The blocks of its body; None where it has to be rendered as a whole.
    """
    if not blocks.is_free or before.profile != issue.profile:
        return None
    text, known = issue.text, blocks.chunks[1:]
    change = find_edit(before.text, text)
    cuts = find_cuts(issue)
    matched = _match([placed.start for placed in known], cuts[:-1], change)
    if matched is None:
        return None
    head, tail = matched
    behind = len(cuts) - 1 - tail
    chunks = [Chunk(start, text[start:end]) for start, end in pairwise(cuts[head : behind + 1])]
    if any(is_tied(chunk.text) for chunk in chunks):
        return None
    writer = PageWriter(dialect_for(issue.profile))
    if head:
        writer.open_quotes = known[head].quotes
    rendered = [writer.render(chunk) for chunk in chunks]
    replaced, rest = known[head : len(known) - tail], known[len(known) - tail :]
    if rest and rest[0].quotes != writer.open_quotes:
        return None
    growth = change.growth
    moved = [placed.moved(growth) for placed in rest]
    if numbered := _number_alike(rendered, replaced):
        return PageBlocks([*known[:head], *numbered, *moved], is_free=True)
    following = (*known[:head], *rendered, *moved)
    return PageBlocks([writer.number(placed) for placed in following], is_free=True)


def _number_alike(
    rendered: Sequence[PlacedChunk], replaced: Sequence[PlacedChunk]
) -> list[PlacedChunk]:
    """Chunks with the ids of those they replace; none where their headings are others."""
    names, names_before = (
        [name for placed in chunks for name in placed.alone.ids] for chunks in (rendered, replaced)
    )
    if names != names_before:
        return []
    ids = iter([name for placed in replaced for name in placed.chunk.ids])
    return [placed.with_ids(tuple(islice(ids, len(placed.alone.ids)))) for placed in rendered]


def _match(starts: list[int], cuts: list[int], change: Edit) -> tuple[int, int] | None:
    """How many chunks before a change, and behind it, begin where they began."""
    head = max(bisect_left(starts, change.start) - 1, 0)
    tail = len(starts) - max(bisect_left(starts, change.end), head)
    growth = change.growth
    behind = [start + growth for start in starts[len(starts) - tail :]]
    if head + tail > len(cuts) or cuts[len(cuts) - tail :] != behind:
        return None
    if head and cuts[: head + 1] != starts[: head + 1]:
        return None
    return head, tail
