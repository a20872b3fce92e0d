"""What of a page is no prose: its front matter, code, comments, scripts. One mask for every check, from the real blocks."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.token import Token

from editor.core.base.edits import Span, blank_out, find_spans, line_starts

_COMMENTS = re.compile(
    r"<!--.*?(?:-->|\Z)|\{\{[<%]\s{0,9}highlight\b.*?(?:/\s{0,9}highlight\s{0,9}[>%]\}\}|\Z)",
    re.DOTALL,
)
_CALENDAR = re.compile(r"data:[\w/+-]+[;,][^\s\"')>]*")
_UNREAD = re.compile(r"\s*<(?:pre|script|style|textarea)\b", re.IGNORECASE)
_MAYBE = re.compile(
    r"`|~~~|^[ \t]*\n(?: {4}|[ ]{0,3}\t)|<(?:pre|script|style|textarea)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""Without any of these a page has no code, and its blocks need not be looked for."""
_TAGS = re.compile(
    r"\{\{[<%][^{}\n]{0,500}[>%]\}\}|</?[a-zA-Z][^<>]*>|https?://(?:[^\s<>\"()\[\]]|\[[^\s<>\"\[\]]*\])+"
)
_RUN = re.compile(r"`+")


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").disable("inline")


class MaskedPage:
    """The blocks of a page. ``code`` are the spans nobody reads as words, ``texts`` those with words in them (a
    paragraph, a heading, an item's text), both by code points of the whole text."""

    def __init__(self, text: str, start: int) -> None:
        self._text, self._start = text, start
        if _MAYBE.search(text, start):
            written = [
                *self._code_blocks(),
                *(span for block in self.texts for span in _code_spans(text, block)),
            ]
        else:
            written = []
        self.code = sorted([Span(0, start), *written, *find_spans(_COMMENTS, text, start)])
        self._starts = [span.start for span in self.code]
        self._ends = list(accumulate((span.end for span in self.code), max))

    @cached_property
    def _tokens(self) -> list[tuple[Token, Span]]:
        starts = [*line_starts(self._text, self._start), len(self._text)]
        return [
            (token, _span(token, starts))
            for token in _parser().parse(self._text[self._start :])
            if token.map
        ]

    @cached_property
    def texts(self) -> list[Span]:
        return [span for token, span in self._tokens if token.type == "inline"]

    def _code_blocks(self) -> list[Span]:
        return [
            span
            for token, span in self._tokens
            if token.type in ("fence", "code_block") or _is_unread(token)
        ]

    def is_code(self, at: int) -> bool:
        """Whether nobody reads what stands at a place."""
        before = bisect_right(self._starts, at) - 1
        return before >= 0 and at < self._ends[before]


def _span(token: Token, starts: list[int]) -> Span:
    first, last = token.map or (0, 0)
    return Span(starts[min(first, len(starts) - 1)], starts[min(last, len(starts) - 1)])


def _is_unread(token: Token) -> bool:
    return token.type == "html_block" and bool(_UNREAD.match(token.content))


def _code_spans(text: str, block: Span) -> Iterator[Span]:
    """Code between two runs of as many backticks (CommonMark §6.1)."""
    runs = find_spans(_RUN, text, block.start, block.end)
    number = 0
    while number < len(runs):
        run = runs[number]
        escaped = text[max(block.start, run.start - 1) : run.start] == "\\"
        size = run.end - run.start
        close = next(
            (at for at in range(number + 1, len(runs)) if runs[at].end - runs[at].start == size),
            None,
        )
        if close is None or escaped:
            number += 1
            continue
        yield Span(run.start, runs[close].end)
        number = close + 1


@lru_cache(maxsize=4)
def read_page(text: str, start: int) -> MaskedPage:
    """The blocks of a text whose body begins at ``start``."""
    return MaskedPage(text, start)


@lru_cache(maxsize=4)
def mask_markdown(text: str, start: int) -> str:
    """The text with all that is no Markdown made blank, calendar data too; everything else in its place."""
    return blank_out(text, [*read_page(text, start).code, *find_spans(_CALENDAR, text, start)])


@lru_cache(maxsize=4)
def mask_words(text: str, start: int) -> str:
    """The text with all that is no prose made blank: of a page's Markdown also tags and addresses."""
    masked = mask_markdown(text, start)
    return blank_out(masked, find_spans(_TAGS, masked, start))
