"""A block made from its source lines and the content that the parser found in them."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from editor.core.base.edits import Span
from editor.core.markdown.goldmark.headings import find_attributes
from editor.core.markdown.goldmark.typographer import IN_ITEM
from editor.core.markdown.parser import Definitions, Dialect
from editor.core.richtext.blocks import (
    LINE_BREAK,
    TOP,
    AtomKind,
    BlockKind,
    Construct,
    Nesting,
    RichBlock,
    Run,
    RunKind,
)
from editor.core.richtext.inline import InlineRuns, read_inline
from editor.core.richtext.table_runs import read_table

_LONGEST_LABEL = 60
_HASHES = re.compile(r"#{1,6}")


class Leaf(Struct, frozen=True):
    """A block that holds no others, as the parser found it."""

    kind: BlockKind
    lines: tuple[int, int]
    """Its first line, and the first behind it."""
    content: str = ""
    nesting: Nesting = TOP
    level: int = 0
    token: str = ""
    """The type of its token."""


def make_block(
    dialect: Dialect, text: str, lines: Sequence[Span], leaf: Leaf, definitions: Definitions
) -> RichBlock:
    """Make a block.

    Args:
        dialect: How the site reads Markdown.
        text: The text of the chunk.
        lines: Its lines, without their ends.
        leaf: What the parser found in them.
        definitions: What the document defines.

    Returns:
        The block; its runs tile the lines from the first to the last. Where the parser's content
        cannot be found in them, it is one that shows them as they stand.
    """
    start, end = lines[0].start, lines[-1].end
    source = text[start:end]
    shape = [Span(line.start - start, line.end - start) for line in lines]
    constructs: tuple[Construct, ...] = ()
    kind = leaf.kind
    if kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        inline = _read_content(dialect, source, shape, leaf, definitions)
        if inline is None:
            kind, runs = BlockKind.OTHER, _show_lines(source, shape)
        else:
            runs, constructs = inline
    elif kind is BlockKind.CODE:
        runs = _show_code(source, shape, leaf)
    elif kind is BlockKind.OTHER:
        runs = _show_lines(source, shape)
    elif kind is BlockKind.TABLE and leaf.nesting == TOP:
        table = read_table(dialect, source, definitions)
        runs, constructs = table or (_show_as_atom(source, kind), ())
    else:
        runs = _show_as_atom(source, kind)
    return RichBlock(kind, len(source), runs, constructs, leaf.nesting, leaf.level)


def _show_as_atom(source: str, kind: BlockKind) -> tuple[Run, ...]:
    return (Run(RunKind.ATOM, 0, len(source), _label(source, kind), atom=AtomKind.BLOCK),)


def _label(source: str, kind: BlockKind) -> str:
    if kind is BlockKind.RULE:
        return "⸻"
    words = " ".join(source[: 10 * _LONGEST_LABEL].split())
    if kind is BlockKind.TABLE:
        return LINE_BREAK.join(line.strip() for line in source.splitlines())
    if len(words) > _LONGEST_LABEL:
        return words[:_LONGEST_LABEL] + "…"
    return words


def _show_lines(source: str, lines: Sequence[Span]) -> tuple[Run, ...]:
    """Lines as they stand."""
    runs: list[Run] = []
    at = 0
    for line in lines:
        if line.start > at or runs:
            runs.append(Run(RunKind.ATOM, at, line.start, LINE_BREAK, atom=AtomKind.BREAK))
        if line.end > line.start:
            runs.append(Run(RunKind.TEXT, line.start, line.end, line.of(source)))
        at = line.end
    return tuple(runs)


def _show_code(source: str, lines: Sequence[Span], leaf: Leaf) -> tuple[Run, ...]:
    """The lines of code without fences and indentation."""
    words = leaf.content.removesuffix("\n").split("\n") if leaf.content else []
    skipped = int(leaf.token == "fence")
    shown = lines[skipped : skipped + len(words)]
    runs: list[Run] = []
    at = 0
    for line, code in zip(shown, words, strict=False):
        start = line.end - len(code)
        if start < line.start or source[start : line.end] != code:
            return _show_lines(source, lines)
        if runs:
            runs.append(Run(RunKind.ATOM, at, start, LINE_BREAK, atom=AtomKind.BREAK))
        elif start:
            runs.append(Run(RunKind.HIDDEN, at, start, ""))
        if code:
            runs.append(Run(RunKind.TEXT, start, line.end, code))
        at = line.end
    if at < len(source):
        runs.append(Run(RunKind.HIDDEN, at, len(source), ""))
    return tuple(runs)


def _read_content(
    dialect: Dialect, source: str, lines: Sequence[Span], leaf: Leaf, definitions: Definitions
) -> tuple[tuple[Run, ...], tuple[Construct, ...]] | None:
    """The runs of a paragraph or heading; None where its content is not found in its lines."""
    content, has_task = leaf.content, leaf.content.startswith(IN_ITEM)
    words = content.removeprefix(IN_ITEM)
    if not words:
        return (Run(RunKind.HIDDEN, 0, len(source), ""),) if source else (), ()
    starts = _find_lines(source, lines, words, leaf)
    if starts is None:
        return None
    attributes = find_attributes(words) if leaf.kind is BlockKind.HEADING else len(words)
    inline = read_inline(dialect, content[: attributes + has_task], definitions)
    content_map = _ContentMap(words, starts)
    runs, constructs = _move(inline, content_map, 1 if has_task else 0)
    end = content_map.to_source(len(words))
    prefix = Run(RunKind.HIDDEN, 0, starts[0], "")
    middle = Run(RunKind.HIDDEN, content_map.to_source(attributes), end, "")
    blanks_end = end + len(source[end:]) - len(source[end:].lstrip(" \t"))
    if blanks_end < len(source):
        blanks_end = end
    blanks = Run(RunKind.TEXT, end, blanks_end, source[end:blanks_end])
    tail = Run(RunKind.HIDDEN, blanks_end, len(source), "")
    tiles = (prefix, *runs, middle, blanks, tail)
    return tuple(run for run in tiles if run.end > run.start), constructs


def _find_lines(source: str, lines: Sequence[Span], content: str, leaf: Leaf) -> list[int] | None:
    """Where each line of a content begins in the source."""
    starts: list[int] = []
    contents = content.split("\n")
    if len(contents) > len(lines):
        return None
    for index, (line, words) in enumerate(zip(lines, contents, strict=False)):
        whole = line.of(source)
        start = len(whole) - len(words)
        if index == len(contents) - 1:
            start = len(whole.rstrip()) - len(words)
        if leaf.kind is BlockKind.HEADING and leaf.level and len(lines) == 1:
            hashes = _HASHES.search(whole)
            start = whole.find(words, hashes.end()) if hashes else -1
        if start < 0 or not whole.startswith(words, start):
            return None
        starts.append(line.start + start)
    return starts


class _ContentMap:
    """Leads from positions in a content to positions in the source of its block."""

    def __init__(self, content: str, starts: list[int]) -> None:
        self._source_starts = starts
        self._starts = [0]
        for line in content.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)

    def to_source(self, position: int) -> int:
        """Map a position of the content."""
        index = bisect_right(self._starts, position, 0, len(self._starts) - 1) - 1
        return self._source_starts[index] + position - self._starts[index]


def _move(
    inline: InlineRuns, content_map: _ContentMap, skipped: int
) -> tuple[list[Run], tuple[Construct, ...]]:
    """The runs and constructs of a content, moved to where they stand in the block."""

    def move(span: Span | Run) -> Span:
        start = max(span.start - skipped, 0)
        return Span(content_map.to_source(start), content_map.to_source(span.end - skipped))

    runs = []
    for run in inline.runs:
        if run.end > skipped:
            place = move(run)
            runs.append(replace(run, start=place.start, end=place.end))
    return runs, tuple(
        replace(construct, outer=move(construct.outer), inner=move(construct.inner))
        for construct in inline.constructs
    )
