"""What rich text is made of: blocks, and runs that tile the source of each."""

from enum import StrEnum

from msgspec import Struct

from editor.core.base.edits import Span

PICTURE_SIGN = "🖼"
"""What is seen before the alt text of a picture."""
LINE_BREAK = "\u2028"
"""What stands in a block for the end of a line that is seen (Unicode's line separator)."""


def picture_label(alt: str) -> str:
    """Return what is seen in place of a picture.

    Args:
        alt: Its alt text.

    Returns:
        The alt text behind a sign.
    """
    return f"{PICTURE_SIGN} {alt}" if alt else PICTURE_SIGN


class BlockKind(StrEnum):
    """What a block is on the page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CODE = "code"
    RULE = "rule"
    """A horizontal line."""
    TABLE = "table"
    HTML = "html"
    EMPTY = "empty"
    """An empty paragraph, which Markdown does not know: it stands in a gap of empty lines."""
    OTHER = "other"
    """What the page does not show in its place, such as the definition of a link."""


class RunKind(StrEnum):
    """How a run is seen."""

    TEXT = "text"
    """As it stands in the source."""
    HIDDEN = "hidden"
    """Not at all: a mark."""
    ATOM = "atom"
    """As other words, which are taken or left as a whole."""


class Mark(StrEnum):
    """What marks make of words."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    STRIKE = "strike"
    CODE = "code"
    LINK = "link"


class AtomKind(StrEnum):
    """What an atom stands for."""

    NONE = ""
    BREAK = "break"
    """The end of a line in the source, or one that the page has."""
    CHARACTER = "character"
    CALENDAR = "calendar"
    IMAGE = "image"
    HTML = "html"
    SHORTCODE = "shortcode"
    FOOTNOTE = "footnote"
    TASK = "task"
    CELL = "cell"
    """What is between two cells of a table: a tab, or the end of a row."""
    BLOCK = "block"
    """A whole block: raw HTML, a horizontal line, a table in a list."""


class Construct(Struct, frozen=True):
    """Marks and the words between them: ``**bold**``, ``[a link](address)``."""

    mark: Mark
    outer: Span
    """With the marks."""
    inner: Span
    """The words alone."""
    address: str = ""
    """Where a link leads, as it stands in the source."""


class Run(Struct, frozen=True):
    """A part of a block's source; positions count from the block's start."""

    kind: RunKind
    start: int
    end: int
    shown: str
    marks: frozenset[Mark] = frozenset()
    atom: AtomKind = AtomKind.NONE
    address: str = ""
    """Where the file of a picture is."""


class Nesting(Struct, frozen=True):
    """What a block stands in: how many quotes, which lists."""

    quotes: int = 0
    depth: int = 0
    """How many lists it is in."""
    marker: str = ""
    """The mark of the item that it begins: "•" or "3."; "" where it begins none."""


TOP = Nesting()
"""That of a block in no list and no quote."""


class RichBlock(Struct, frozen=True):
    """A block, from the start of its first line to the end of its last, without the line end."""

    kind: BlockKind
    length: int
    runs: tuple[Run, ...]
    constructs: tuple[Construct, ...] = ()
    nesting: Nesting = TOP
    level: int = 0
    """The level of a heading."""

    @property
    def shown(self) -> str:
        """What of the block is seen."""
        return "".join(run.shown for run in self.runs)


class PlacedBlock(Struct, frozen=True):
    """A block, and where it starts in the text."""

    start: int
    block: RichBlock

    @property
    def end(self) -> int:
        """Where the block's source ends in the text."""
        return self.start + self.block.length

    def in_text(self, span: Span) -> Span:
        """Return where a part of the block's source is in the text."""
        return Span(self.start + span.start, self.start + span.end)

    def has_block_of(self, other: "PlacedBlock") -> bool:
        """Tell whether two blocks are equal, wherever they start."""
        return self.block is other.block or self.block == other.block
