"""Blocks made headings, items of lists or quotes, and paragraphs again."""

import re
from collections.abc import Callable, Iterator, Sequence

from editor.core.base.edits import Edit, Span, sort_edits
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.richtext.blocks import AtomKind, BlockKind, PlacedBlock, RichBlock
from editor.core.richtext.body import RichBody
from editor.core.richtext.caret import block_end, block_prefix
from editor.core.richtext.moving import last_below
from editor.core.richtext.proof import Proved, Rate, Selected, prove

_STYLED = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.EMPTY)
_HASHES = re.compile(r"#{1,6}[ \t]*")
_NUMBER = re.compile(r"[ \t]*(\d{1,9})[.)]")
_QUOTE = re.compile(r" {0,3}> ?")
_MARKER = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[*+-]|\d{1,9}[.)])(?P<blanks>[ \t]+|$)")


def set_heading(body: RichBody, selected: Selected, level: int) -> Proved:
    """Make paragraphs headings, or headings paragraphs.

    Args:
        body: The body.
        selected: The blocks are those that it touches.
        level: 1 to 6; 0 for a paragraph, and where all blocks have the level already.

    Returns:
        The edits.

    Raises:
        EditRejected: If a block is of another kind.
    """
    placed = _styled_blocks(body, selected)
    if all(item.block.level == level for item in placed):
        level = 0
    edits: list[Edit] = []
    for item in placed:
        edits += _write_heading(body.text, item, level)
    kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
    return _prove_kinds(body, [sort_edits(edits)], selected, lambda block: block.kind is kind)


def _write_heading(text: str, placed: PlacedBlock, level: int) -> Iterator[Edit]:
    block, start = placed.block, placed.start
    hashes = "#" * level + " " if level else ""
    if block.kind is BlockKind.EMPTY:
        yield Edit(start, start, hashes)
        return
    if block.kind is BlockKind.HEADING:
        old = _HASHES.search(text, start, start + block_prefix(block))
        at = old.start() if old else start + block_prefix(block)
        yield Edit(at, old.end() if old else at, hashes)
        end = start + block_end(block)
        if end < placed.end and not text[end : placed.end].lstrip().startswith("{"):
            yield Edit(end, placed.end, "")
        return
    at = start + block_prefix(block)
    yield Edit(at, at, hashes)
    for run in block.runs:
        if run.atom is AtomKind.BREAK:
            yield Edit(start + run.start, start + run.end, " ")


def toggle_list(body: RichBody, selected: Selected, *, is_numbered: bool) -> Proved:
    """Make paragraphs items of a list, or items paragraphs.

    Args:
        body: The body.
        selected: The blocks are those that it touches.
        is_numbered: Whether the items get numbers.

    Returns:
        The edits.

    Raises:
        EditRejected: If a block is of another kind.
    """
    placed = _styled_blocks(body, selected)
    is_off = all(_is_item(item.block, is_numbered=is_numbered) for item in placed)
    bullet = find_bullet(body) + " "
    edits: list[Edit] = []
    for number, item in enumerate(placed, 1):
        mark = f"{number}. " if is_numbered else bullet
        edits += _write_item(body, item, "" if is_off else mark)
    gaps = _set_gaps(body, placed, is_list=not is_off)

    def fits(block: RichBlock) -> bool:
        if is_off:
            return not block.nesting.marker
        return _is_item(block, is_numbered=is_numbered)

    candidates = [sort_edits([*edits, *gaps]), sort_edits(edits)]
    if is_off:
        candidates.append(sort_edits([*edits, *gaps, *_set_apart(body, selected)]))
    return _prove_kinds(body, candidates, selected, fits)


def _set_apart(body: RichBody, selected: Selected) -> Iterator[Edit]:
    """Edits that put empty lines between blocks and the items around them."""
    blocks, first = body.blocks, selected.start.block
    behind = last_below(blocks, selected.end.block) + 1
    if first and blocks[first - 1].block.nesting.depth:
        yield Edit(blocks[first].start, blocks[first].start, body.newline)
    if behind < len(blocks) and blocks[behind].block.nesting.depth:
        yield Edit(blocks[behind - 1].end, blocks[behind - 1].end, body.newline)


def find_bullet(body: RichBody) -> str:
    """Find the mark that the body's lists have.

    Args:
        body: The body.

    Returns:
        "*", "+" or "-"; "-" where it has no lists.
    """
    found = re.findall(r"^[ \t]*([*+-]) ", body.text[body.start :], re.MULTILINE)
    return max(set(found), key=found.count) if found else "-"


def _is_item(block: RichBlock, *, is_numbered: bool) -> bool:
    return bool(block.nesting.marker) and block.nesting.marker[0].isdigit() is is_numbered


def _write_item(body: RichBody, placed: PlacedBlock, mark: str) -> Iterator[Edit]:
    """Edits that give a block the mark of an item, or take it."""
    start, block = placed.start, placed.block
    prefix = body.text[start : start + block_prefix(block)]
    old = _MARKER.search(prefix) if block.nesting.marker else None
    if old:
        yield Edit(start + old.start("mark"), start + old.end(), mark)
    elif block.kind is BlockKind.HEADING:
        yield Edit(start, start + len(prefix), mark)
    else:
        at = start + len(prefix) if block.nesting.quotes else start
        yield Edit(at, at, mark)
    for run in block.runs:
        if run.atom is AtomKind.BREAK and mark and not old:
            yield Edit(start + run.end, start + run.end, " " * len(mark))


def _set_gaps(body: RichBody, placed: Sequence[PlacedBlock], *, is_list: bool) -> list[Edit]:
    """Edits that bring items together, and paragraphs apart."""
    newline = body.newline
    edits = []
    for before, after in zip(placed, placed[1:], strict=False):
        gap = Span(before.end, after.start)
        wanted = newline if is_list else 2 * newline
        if not gap.of(body.text).strip() and gap.of(body.text) != wanted:
            edits.append(Edit(gap.start, gap.end, wanted))
    return edits


def indent_items(body: RichBody, selected: Selected, *, back: bool) -> Proved:
    """Put items below the item before them, or out of it.

    Args:
        body: The body.
        selected: The items are those that it touches.
        back: Whether they go out.

    Returns:
        The edits.

    Raises:
        EditRejected: If a block is no item, or there is none to put it under.
    """
    blocks = body.blocks
    indexes = range(selected.start.block, selected.end.block + 1)
    if not all(blocks[index].block.nesting.depth for index in indexes):
        raise EditRejected(translate("core", "Only items of lists are indented."))
    last = last_below(blocks, indexes[-1])
    lines = _line_starts(body.text, blocks[indexes[0]].start, blocks[last].end)
    candidates = [_shift_lines(body.text, lines, width, back=back) for width in (2, 3, 4)]
    first = _NUMBER.match(body.text, lines[0]) if lines and not back else None
    if first:  # only a list that begins with 1 may stand right below words
        one = Edit(first.start(1), first.end(1), "1")
        candidates += [sort_edits([*edits, one]) for edits in candidates]
    if not back and not blocks[indexes[0]].block.shown:
        # an empty item right below words would be an underline, or part of them
        gap = Edit(lines[0], lines[0], body.newline)
        candidates += [sort_edits([gap, *edits]) for edits in candidates]
    candidates = [edits for edits in candidates if edits]
    moved, step = range(indexes[0], last + 1), -1 if back else 1
    return _prove_step(body, candidates, selected, moved, step, lambda block: block.nesting.depth)


def _shift_lines(text: str, lines: Sequence[int], width: int, *, back: bool) -> list[Edit]:
    """Edits that move lines to the right, or back as far as they go."""
    if not back:
        return [Edit(at, at, " " * width) for at in lines]
    widths = [min(width, _indent(text, at)) for at in lines]
    return [Edit(at, at + gone, "") for at, gone in zip(lines, widths, strict=True) if gone]


def _line_starts(text: str, start: int, end: int) -> list[int]:
    starts = [start]
    while (at := text.find("\n", starts[-1], end)) >= 0:
        starts.append(at + 1)
    return [at for at in starts if text[at : at + 1] not in ("\n", "\r", "")]


def _indent(text: str, at: int) -> int:
    return len(text[at : at + 8]) - len(text[at : at + 8].lstrip(" "))


def toggle_quote(body: RichBody, selected: Selected) -> Proved:
    """Make paragraphs a quote, or quoted ones paragraphs.

    Args:
        body: The body.
        selected: The blocks are those that it touches.

    Returns:
        The edits.

    Raises:
        EditRejected: If Markdown cannot say it, as within a list.
    """
    blocks = body.blocks[selected.start.block : selected.end.block + 1]
    is_off = all(placed.block.nesting.quotes for placed in blocks)
    start, end = blocks[0].start, blocks[-1].end
    edits = []
    for at in [start, *(start + match.end() for match in re.finditer("\n", body.text[start:end]))]:
        mark = _QUOTE.match(body.text, at) if is_off else None
        if mark:
            edits.append(Edit(at, mark.end(), ""))
        elif not is_off:
            is_blank = body.text[at : at + 1] in ("\n", "\r", "")
            edits.append(Edit(at, at, ">" if is_blank else "> "))
    moved, step = range(selected.start.block, selected.end.block + 1), -1 if is_off else 1
    return _prove_step(body, [edits], selected, moved, step, lambda block: block.nesting.quotes)


def _prove_step(
    body: RichBody,
    candidates: Sequence[list[Edit]],
    selected: Selected,
    moved: range,
    step: int,
    level_of: Callable[[RichBlock], int],
) -> Proved:
    """Prove that all words stay, and that some blocks go in or out by a level."""
    old = [placed.block for placed in body.blocks]

    def judge(new: Sequence[PlacedBlock]) -> Rate:
        fits = len(new) == len(old) and all(
            placed.block.shown == before.shown
            and level_of(placed.block) == level_of(before) + step * (index in moved)
            for index, (placed, before) in enumerate(zip(new, old, strict=True))
        )
        return Rate.EXACT if fits else Rate.WRONG

    return prove(body, candidates, judge, selected.end)


def _styled_blocks(body: RichBody, selected: Selected) -> list[PlacedBlock]:
    blocks = body.blocks[selected.start.block : selected.end.block + 1]
    if any(placed.block.kind not in _STYLED for placed in blocks):
        raise EditRejected(
            translate("core", "Tables, code and HTML cannot be made a heading or a list.")
        )
    words = [placed for placed in blocks if placed.block.kind is not BlockKind.EMPTY]
    return words or blocks


def _prove_kinds(
    body: RichBody,
    candidates: Sequence[list[Edit]],
    selected: Selected,
    fits: Callable[[RichBlock], bool],
) -> Proved:
    """Prove that the words of all blocks stay, and that some blocks are what is wanted."""
    old = [placed.block for placed in body.blocks]
    first, last = selected.start.block, selected.end.block
    wanted = [_words(block) for block in old if block.kind is not BlockKind.EMPTY]
    was_empty = all(block.kind is BlockKind.EMPTY for block in old[first : last + 1])

    def judge(new: Sequence[PlacedBlock]) -> Rate:
        blocks = [placed.block for placed in new]
        shown = [_words(block) for block in blocks if block.kind is not BlockKind.EMPTY]
        if was_empty:
            is_right = fits(blocks[first]) if first < len(blocks) else False
        else:
            is_right = shown == wanted and all(
                fits(block)
                for block in blocks[first : last + 1]
                if block.kind is not BlockKind.EMPTY
            )
        return Rate.EXACT if is_right else Rate.WRONG

    return prove(body, candidates, judge, selected.end)


def _words(block: RichBlock) -> str:
    return " ".join(block.shown.split())
