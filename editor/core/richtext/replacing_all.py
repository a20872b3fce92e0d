"""Many places replaced at once: each proved by itself, from the end of the body on."""

from collections.abc import Sequence
from typing import NamedTuple

from editor.core.base.edits import Edit, Span, apply, sort_edits
from editor.core.base.errors import EditRejected
from editor.core.base.searching import Hit
from editor.core.richtext.blocks import RunKind
from editor.core.richtext.body import RichBody
from editor.core.richtext.caret import place_runs, to_source_span
from editor.core.richtext.proof import Place, Selected
from editor.core.richtext.replacing import replace_words


class ReplacedAll(NamedTuple):
    """What became of some places."""

    edits: list[Edit]
    body: RichBody
    refused: int
    """How many places stay, since the site would not show what is wanted there."""


def replace_all(body: RichBody, places: Sequence[Hit]) -> ReplacedAll:
    """Replace words that are seen.

    Args:
        body: The body.
        places: Where in what its blocks show, in their order, and what shall stand there.

    Returns:
        Edits of the text that do it in one step.
    """
    at_once = _replace_at_once(body, places)
    if at_once:
        return at_once
    before, refused = body.text, 0
    made: list[Edit] = []
    for found in reversed(places):
        part = Selected(Place(found.text_number, found.start), Place(found.text_number, found.end))
        try:
            proved = replace_words(body, part, found.new)
        except EditRejected:
            refused += 1
            continue
        made = [*proved.edits, *made]
        body = proved.body
    return ReplacedAll(_join(before, body.text, made), body, refused)


def _replace_at_once(body: RichBody, places: Sequence[Hit]) -> ReplacedAll | None:
    """All places by one reading; None where one is more than words, or the words come out else."""
    edits: list[Edit] = []
    wanted = {index: placed.block.shown for index, placed in enumerate(body.blocks)}
    for found in reversed(places):
        placed = body.blocks[found.text_number]
        runs = [run for part, run in place_runs(placed.block)
                if part.start <= found.start and found.end <= part.end]  # fmt: skip
        if len(runs) != 1 or runs[0].kind is not RunKind.TEXT or not found.new.strip():
            return None
        span = placed.in_text(to_source_span(placed.block, Span(found.start, found.end)))
        edits.append(Edit(span.start, span.end, found.new))
        words = wanted[found.text_number]
        wanted[found.text_number] = words[: found.start] + found.new + words[found.end :]
    edits.reverse()
    after = body.follow(edits, apply(body.text, edits))
    if len(after.blocks) != len(body.blocks):
        return None
    for index, (old, new) in enumerate(zip(body.blocks, after.blocks, strict=True)):
        is_same = (old.block.kind, old.block.nesting) == (new.block.kind, new.block.nesting)
        if not is_same or new.block.shown != wanted[index]:
            return None
        if [run.marks for run in old.block.runs] != [run.marks for run in new.block.runs]:
            return None
    return ReplacedAll(edits, after, 0)


def _join(before: str, after: str, made: Sequence[Edit]) -> list[Edit]:
    """Edits that were made one after the other as edits of the text before all of them."""
    try:
        edits = sort_edits(made)  # from the end on, none has moved another
        if apply(before, edits) == after:
            return edits
    except ValueError:
        pass  # one changed what another had written, such as the label of a link
    start = 0
    limit = min(len(before), len(after))
    while start < limit and before[start] == after[start]:
        start += 1
    end = 0
    while end < limit - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return [Edit(start, len(before) - end, after[start : len(after) - end])]
