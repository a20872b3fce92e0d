"""Masks for what is not prose on a page: front matter, code, comments, scripts.

There is one mask for all checks, made from the blocks that markdown-it finds.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.token import Token

from editor.core.base.edits import Span, blank_out, find_spans, line_starts

_COMMENT = re.compile(
    r"""
    <!-- .*? (?: --> | \Z )
    | \{\{[<%]\s{0,9}highlight\b                        # the shortcode for code
      .*?
      (?: /\s{0,9}highlight\s{0,9}[>%]\}\} | \Z )
    """,
    re.DOTALL | re.VERBOSE,
)
_CALENDAR_DATA = re.compile(r"data:[\w/+-]+[;,][^\s\"')>]*")
_RAW_ELEMENT = re.compile(r"\s*<(?:pre|script|style|textarea)\b", re.IGNORECASE)
_MAY_HOLD_CODE = re.compile(
    r"""
    ` | ~~~
    | ^[ \t]*\n (?: [ ]{4} | [ ]{0,3}\t )       # an indented line after an empty one
    | <(?:pre|script|style|textarea)\b
    """,
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
"""A page without any of these has no code, so that its blocks need not be found."""
_TAG_OR_ADDRESS = re.compile(
    r"""
    \{\{[<%] [^{}\n]{0,500} [>%]\}\}                            # a shortcode
    | </?[a-zA-Z][^<>]*>
    | https?://(?: [^\s<>\"()\[\]] | \[[^\s<>\"\[\]]*\] )+
    """,
    re.VERBOSE,
)
_BACKTICKS = re.compile(r"`+")


@lru_cache(maxsize=1)
def _block_parser() -> MarkdownIt:
    return MarkdownIt("commonmark").disable("inline")


class MaskedPage:
    """The blocks of a page.

    Attributes:
        code: The sorted spans that are not read as words: front matter, code and comments.
    """

    def __init__(self, text: str, start: int) -> None:
        """Find what is not read as words.

        Args:
            text: The whole document.
            start: Where its body begins.
        """
        self._text, self._start = text, start
        self.code = [Span(0, start), *find_spans(_COMMENT, text, start)]
        if _MAY_HOLD_CODE.search(text, start):
            self.code += self._find_code_blocks()
            for block in self.texts:
                self.code += _find_code_spans(text, block)
        self.code.sort()
        self._starts = [span.start for span in self.code]
        self._ends = list(accumulate((span.end for span in self.code), max))

    @cached_property
    def _tokens(self) -> list[tuple[Token, Span]]:
        """The blocks that have lines of their own, each with its span."""
        starts = [*line_starts(self._text, self._start), len(self._text)]
        return [
            (token, _span_of_token(token, starts))
            for token in _block_parser().parse(self._text[self._start :])
            if token.map
        ]

    @cached_property
    def texts(self) -> list[Span]:
        """The blocks with words in them: paragraphs, headings and the texts of items."""
        return [span for token, span in self._tokens if token.type == "inline"]

    def _find_code_blocks(self) -> list[Span]:
        return [
            span
            for token, span in self._tokens
            if token.type in ("fence", "code_block") or _is_raw_element(token)
        ]

    def is_code(self, position: int) -> bool:
        """Tell whether a place in the whole text is code, a comment or front matter."""
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self._ends[index]


def _span_of_token(token: Token, starts: list[int]) -> Span:
    first, last = token.map or (0, 0)
    return Span(starts[min(first, len(starts) - 1)], starts[min(last, len(starts) - 1)])


def _is_raw_element(token: Token) -> bool:
    return token.type == "html_block" and bool(_RAW_ELEMENT.match(token.content))


def _find_code_spans(text: str, block: Span) -> Iterator[Span]:
    """Yield the code between two runs of equally many backticks (CommonMark §6.1)."""
    runs = find_spans(_BACKTICKS, text, block.start, block.end)
    index = 0
    while index < len(runs):
        run = runs[index]
        is_escaped = text[max(block.start, run.start - 1) : run.start] == "\\"
        closing = _find_closing_run(runs, index)
        if closing is None or is_escaped:
            index += 1
            continue
        yield Span(run.start, runs[closing].end)
        index = closing + 1


def _find_closing_run(runs: list[Span], opening: int) -> int | None:
    """Return the index of the next run of backticks that is as long as one."""
    length = runs[opening].end - runs[opening].start
    for index in range(opening + 1, len(runs)):
        if runs[index].end - runs[index].start == length:
            return index
    return None


@lru_cache(maxsize=4)
def read_page(text: str, start: int) -> MaskedPage:
    """Read the blocks of a page; those of the last pages are kept.

    Args:
        text: The whole document.
        start: Where its body begins.

    Returns:
        The blocks, with positions in the whole document.
    """
    return MaskedPage(text, start)


@lru_cache(maxsize=4)
def mask_markdown(text: str, start: int) -> str:
    """Blank out what is not Markdown: front matter, code, comments and calendar data.

    Args:
        text: The whole document.
        start: Where its body begins.

    Returns:
        A text of the same length, in which everything else and every line end is in its place.
    """
    return blank_out(text, [*read_page(text, start).code, *find_spans(_CALENDAR_DATA, text, start)])


@lru_cache(maxsize=4)
def mask_words(text: str, start: int) -> str:
    """Blank out what is not prose: also tags, shortcodes and addresses.

    Args:
        text: The whole document.
        start: Where its body begins.

    Returns:
        A text of the same length, in which everything else and every line end is in its place.
    """
    masked = mask_markdown(text, start)
    return blank_out(masked, find_spans(_TAG_OR_ADDRESS, masked, start))
