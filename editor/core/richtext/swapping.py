"""Blocks that were read with inert words in place of shortcodes, put back to the real text."""

from collections.abc import Iterator

from msgspec.structs import replace

from editor.core.base.edits import Span
from editor.core.markdown.placeholders import Swapped, tag_label
from editor.core.richtext.blocks import AtomKind, RichBlock, Run, RunKind


def restore_block(
    swapped: Swapped, text: str, start: int, block: RichBlock
) -> tuple[int, RichBlock]:
    """Put a block back to the text that was swapped.

    Args:
        swapped: The text with inert words.
        text: The text itself.
        start: Where the block starts in the text with inert words.
        block: The block.

    Returns:
        Where it starts in the text, and the block with positions and words of the text.
    """
    if not swapped.kept:
        return start, block
    base = swapped.origin(start)

    def move(position: int) -> int:
        return swapped.origin(start + position) - base

    def move_span(span: Span) -> Span:
        return Span(move(span.start), move(span.end))

    runs: list[Run] = []
    for run in block.runs:
        runs += _restore_run(swapped, replace(run, start=move(run.start), end=move(run.end)))
    constructs = tuple(
        replace(
            construct,
            outer=move_span(construct.outer),
            inner=move_span(construct.inner),
            address=swapped.restore_words(construct.address),
        )
        for construct in block.constructs
    )
    return base, replace(block, length=move(block.length), runs=tuple(runs), constructs=constructs)


def _restore_run(swapped: Swapped, run: Run) -> Iterator[Run]:
    """A run that is in its place already, with the words of the text."""
    if run.kind is RunKind.TEXT:
        yield from _split(run, swapped)
    else:
        shown, address = map(swapped.restore_words, (run.shown, run.address))
        yield replace(run, shown=shown, address=address)


def _split(moved: Run, swapped: Swapped) -> Iterator[Run]:
    """A text run, cut at its inert words, which become atoms."""
    at = moved.start
    for before, kept in swapped.split_words(moved.shown):
        if before:
            yield replace(moved, start=at, end=at + len(before), shown=before)
            at += len(before)
        if kept:
            label = tag_label(kept)
            kind = AtomKind.SHORTCODE
            yield Run(RunKind.ATOM, at, at + len(kept), label, moved.marks, kind)
            at += len(kept)
