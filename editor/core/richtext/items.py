"""Items of lists: taken out of their list, one level at a time."""

from editor.core.base.edits import Edit
from editor.core.base.errors import EditRejected
from editor.core.richtext.blocks import AtomKind, RichBlock
from editor.core.richtext.body import RichBody
from editor.core.richtext.caret import block_prefix
from editor.core.richtext.proof import (
    IS_EMPTY,
    Expected,
    Place,
    Proved,
    Selected,
    prove_blocks,
)
from editor.core.richtext.styling import indent_items


def task_box(block: RichBlock) -> str:
    """Return what a task begins with that is not done.

    Args:
        block: A block.

    Returns:
        The box as it is seen; "" for a block that is no task.
    """
    is_task = any(run.atom is AtomKind.TASK for run in block.runs[:2])
    return "☐ " if is_task else ""


def words_of(block: RichBlock) -> str:
    """Return what is seen of a block behind the box of a task.

    Args:
        block: A block.

    Returns:
        Its words.
    """
    return block.shown[len(task_box(block)) :]


def end_item(body: RichBody, index: int) -> Proved:
    """Take an item out: of a list within a list first, then out of all lists.

    Args:
        body: The body.
        index: Which block; it begins an item.

    Returns:
        The edits, with the caret at the start of its words.

    Raises:
        EditRejected: If items below it would change.
    """
    place = Place(index, 0)
    if body.blocks[index].block.nesting.depth > 1:
        try:
            return indent_items(body, Selected(place, place), back=True)
        except EditRejected:
            pass  # where it cannot go out alone, it ends the list
    placed = body.blocks[index]
    start, newline = placed.start, body.newline
    end = start + block_prefix(placed.block)
    for run in placed.block.runs[:2]:
        if run.atom is AtomKind.TASK:
            end = start + run.end
    shown = words_of(placed.block)
    wanted = Expected(shown)
    if not shown:
        wanted, end = IS_EMPTY, placed.end
    candidates = []
    for after in (0, 1, 2):
        for before in (0, 1, 2, 3):
            edits = [Edit(start, end, before * newline)]
            if after:
                edits.append(Edit(placed.end, placed.end, after * newline))
            candidates.append(edits)
    return prove_blocks(body, candidates, index, 1, [wanted], 0)
