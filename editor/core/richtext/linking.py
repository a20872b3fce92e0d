"""Words made links, and links led elsewhere."""

from collections.abc import Iterator, Sequence

from editor.core.base.edits import Edit, Span, sort_edits
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.markdown.goldmark.markup import parse_destination
from editor.core.richtext.blocks import Construct, Mark, PlacedBlock, RichBlock
from editor.core.richtext.body import RichBody
from editor.core.richtext.caret import shown_span, to_sources
from editor.core.richtext.marking import is_same_but, trim, unwrap
from editor.core.richtext.proof import Place, Proved, Rate, Selected, prove


def set_link(body: RichBody, selected: Selected, address: str) -> Proved:
    """Make words a link, or change where one leads.

    Args:
        body: The body.
        selected: Words of one block; where they are in a link, that one is changed.
        address: Where it leads; "" takes the link away.

    Returns:
        The edits.

    Raises:
        EditRejected: If the words are in several blocks, or Markdown cannot say it.
    """
    if selected.start.block != selected.end.block:
        raise EditRejected(translate("core", "A link cannot go over several paragraphs."))
    old = body.blocks
    placed = old[selected.start.block]
    block = placed.block
    shown = Span(selected.start.offset, selected.end.offset)
    link = find_link(block, shown)
    shown = shown_span(block, link.inner) if link else trim(block, shown) or shown
    index = selected.start.block

    def judge(new: Sequence[PlacedBlock]) -> Rate:
        if not is_same_but(old, new, index):
            return Rate.WRONG
        found = find_link(new[index].block, shown)
        leads = (
            found.address if found and shown_span(new[index].block, found.inner) == shown else ""
        )
        return Rate.EXACT if leads == address else Rate.WRONG

    candidates = _find_links(body.text, placed, shown, link, address)
    return prove(body, candidates, judge, Place(index, shown.end))


def find_link(block: RichBlock, shown: Span) -> Construct | None:
    """Find the link that a part of a block is in.

    Args:
        block: A block.
        shown: A part of what it shows.

    Returns:
        The link; None where there is none.
    """
    for construct in block.constructs:
        inner = shown_span(block, construct.inner)
        if construct.mark is Mark.LINK and inner.start <= shown.start and shown.end <= inner.end:
            return construct
    return None


def _find_links(
    text: str, placed: PlacedBlock, shown: Span, link: Construct | None, address: str
) -> Iterator[list[Edit]]:
    if link and not address:
        yield list(unwrap(placed, link))
        slashes = text.find("://", placed.start + link.inner.start, placed.start + link.inner.end)
        if slashes >= 0:  # an address is a link by itself, unless it is broken for the parser
            at = slashes + 1
            yield sort_edits([*unwrap(placed, link), Edit(at, at, "\\")])
        return
    inside = [each for each in placed.block.constructs if each.mark is Mark.LINK
              and _covers(shown, shown_span(placed.block, each.inner))]  # fmt: skip
    if not link and inside:
        gone = [edit for each in inside for edit in unwrap(placed, each)]
        for start in to_sources(placed.block, shown.start):
            for end in reversed(to_sources(placed.block, shown.end)):
                opening = Edit(placed.start + start, placed.start + start, "[")
                closing = Edit(placed.start + end, placed.start + end, f"]({address})")
                try:
                    yield sort_edits([opening, *gone, closing])
                except ValueError:
                    continue  # it would stand within a mark that goes
        return
    for written in (address, f"<{address}>"):
        if link:
            yield from _readdress(text, placed, link, written)
            continue
        for start in to_sources(placed.block, shown.start):
            for end in reversed(to_sources(placed.block, shown.end)):
                if start < end:
                    opening = Edit(placed.start + start, placed.start + start, "[")
                    closing = Edit(placed.start + end, placed.start + end, f"]({written})")
                    yield [opening, closing]


def _covers(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _readdress(
    text: str, placed: PlacedBlock, link: Construct, address: str
) -> Iterator[list[Edit]]:
    """Edits that change the address of a link, and not its title."""
    start, end = placed.start + link.inner.end, placed.start + link.outer.end
    if text.startswith("](", start):
        at = start + 2
        while at < end and text[at] in " \t\r\n":
            at += 1
        found = parse_destination(text, at, end)
        if found.ok:
            yield [Edit(at, found.pos, address)]
    opening = Edit(placed.start + link.outer.start, placed.start + link.inner.start, "[")
    yield [opening, Edit(start, end, f"]({address})")]
