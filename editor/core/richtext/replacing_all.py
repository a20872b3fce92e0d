"""Many places replaced at once: each proved by itself, from the end of the body on."""

from collections.abc import Sequence
from typing import NamedTuple

from editor.core.base.edits import Edit, apply, sort_edits
from editor.core.base.errors import EditRejected
from editor.core.base.searching import Hit
from editor.core.richtext.body import RichBody
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
