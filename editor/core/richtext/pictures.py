"""Pictures in the text: their alt text and caption, changed without touching anything else."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.helpers import parseLinkTitle

from editor.core.base.edits import Edit, Span
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.markdown.goldmark.markup import parse_destination
from editor.core.richtext.blocks import (
    AtomKind,
    BlockKind,
    PlacedBlock,
    RichBlock,
    Run,
    RunKind,
    picture_label,
)
from editor.core.richtext.body import RichBody
from editor.core.richtext.caret import place_runs
from editor.core.richtext.proof import Place, Proved, Rate, prove

_ESCAPED = "\\[]*_`<>&!~$"


class Picture(NamedTuple):
    """A picture as the text names it; spans count from the start of its block."""

    run: Run
    alt: Span
    address: Span
    title: Span
    """With its quotes; empty behind the address where there is none."""


def pictures_of(block: RichBlock) -> list[str]:
    """List the addresses of a block that holds pictures and no words.

    Args:
        block: A block.

    Returns:
        The addresses; [] for any other block.
    """
    if block.kind is not BlockKind.PARAGRAPH:
        return []
    shown = [run for run in block.runs if run.kind is not RunKind.HIDDEN and run.shown.strip()]
    if any(run.atom is not AtomKind.IMAGE for run in shown):
        return []
    return [run.address for run in shown]


def find_picture(body: RichBody, place: Place) -> Picture | None:
    """Find the picture that a place is in or behind.

    Args:
        body: The body.
        place: A place.

    Returns:
        The picture; None where there is none, or it is one that is defined elsewhere in the text.
    """
    placed = body.blocks[place.block]
    for shown, run in place_runs(placed.block):
        if run.atom is AtomKind.IMAGE and shown.start <= place.offset <= shown.end:
            return _read_picture(body.text, placed, run)
    return None


def read_title(body: RichBody, place: Place, picture: Picture) -> str:
    """Read the caption of a picture.

    Args:
        body: The body.
        place: A place in its block.
        picture: The picture.

    Returns:
        Its title without quotes and backslashes; "" where there is none.
    """
    start = body.blocks[place.block].start
    source = body.text[start + picture.title.start : start + picture.title.end]
    return parseLinkTitle(source, 0, len(source)).str


def _read_picture(text: str, placed: PlacedBlock, run: Run) -> Picture | None:
    source = text[placed.start + run.start : placed.start + run.end]
    middle = source.find("](")
    while middle >= 0:
        at = middle + 2 + len(source[middle + 2 :]) - len(source[middle + 2 :].lstrip())
        found = parse_destination(source, at, len(source))
        if found.ok:
            title = found.pos + len(source[found.pos :]) - len(source[found.pos :].lstrip())
            named = parseLinkTitle(source, title, len(source))
            end = named.pos if named.ok else found.pos
            if source[end:].strip() == ")":
                quoted = Span(title, end) if named.ok else Span(end, end)
                parts = (Span(2, middle), Span(at, found.pos), quoted)
                alt, address, title_span = (_move(part, run.start) for part in parts)
                return Picture(run, alt, address, title_span)
        middle = source.find("](", middle + 1)
    return None


def _move(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def set_picture(body: RichBody, place: Place, alt: str, title: str) -> Proved:
    """Change what a picture is described by.

    Args:
        body: The body.
        place: A place in or behind the picture.
        alt: What it shows, for those who do not see it; "" for mere decoration.
        title: Its caption; "" for none.

    Returns:
        The edits.

    Raises:
        EditRejected: If there is no such picture, or Markdown cannot say it.
    """
    picture = find_picture(body, place)
    if picture is None:
        raise EditRejected(translate("core", "The caret is at no picture."))
    alt, title = " ".join(alt.split()), " ".join(title.split())
    old = body.blocks
    was_titled = read_title(body, place, picture)

    def judge(new: Sequence[PlacedBlock]) -> Rate:
        if len(new) != len(old) or not all(
            left.has_block_of(right)
            for at, (left, right) in enumerate(zip(old, new, strict=True))
            if at != place.block
        ):
            return Rate.WRONG
        block = new[place.block].block
        is_same = [_look(run) for run in block.runs] == [
            (run.kind, picture_label(alt), run.address) if run is picture.run else _look(run)
            for run in old[place.block].block.runs
        ]
        return Rate.EXACT if is_same else Rate.WRONG

    candidates = _find_edits(old[place.block], picture, alt, None if title == was_titled else title)
    return prove(body, candidates, judge, place)


def _look(run: Run) -> tuple[RunKind, str, str]:
    return run.kind, run.shown, run.address


def _find_edits(
    placed: PlacedBlock, picture: Picture, alt: str, title: str | None
) -> Iterator[list[Edit]]:
    edits = []
    if title is not None:
        span = placed.in_text(picture.title)
        written = _write_title(title)
        if title and not span.end - span.start:
            written = " " + written
        edits = [Edit(span.start, span.end, written)]
        if not title:
            edits = [Edit(placed.start + picture.address.end, span.end, "")]
    span = placed.in_text(picture.alt)
    for written in (alt, write_alt(alt)):
        yield [Edit(span.start, span.end, written), *edits]


def write_alt(alt: str) -> str:
    """Write an alt text so that no character of it is a mark.

    Args:
        alt: Words.

    Returns:
        The Markdown.
    """
    return "".join("\\" + char if char in _ESCAPED else char for char in alt)


def _write_title(title: str) -> str:
    """Write a caption in its quotes."""
    return '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write_picture(alt: str, address: str) -> str:
    """Write a picture.

    Args:
        alt: What it shows.
        address: Where its file is.

    Returns:
        The Markdown.
    """
    safe = address if not set(address) & set(" ()<>") else f"<{address}>"
    return f"![{write_alt(' '.join(alt.split()))}]({safe})"
