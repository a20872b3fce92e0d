"""Placeholders for what no Markdown renderer should see: shortcodes, tags and calendar data.

``swap_out`` puts inert words in their place, ``Swapped.restore`` puts labeled signs for tags and
the data itself into the HTML, ``Swapped.origin`` takes positions back to the text.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from urllib.parse import quote

from msgspec import Struct

SCHEME = "shortcode"
"""The scheme of a link whose address the site generator will write."""

_CALENDAR = r"data:text/calendar[;,][^\"'<>\s()]{60,}"
_INSIDE = r"""
    (?:
        (?!
            \n\s*\n      # an empty line
            | \n\#       # a heading
            | \{[{%]     # another tag
        )
        .
    )*?
"""
"""A tag may go over lines, but over no empty line and no heading, where the text is cut for
rendering, and over no other tag: looking for the end of thousands that have none takes minutes."""
_SHORTCODE = rf"""
    \{{\{{ < (?!/\*) {_INSIDE} > \}}\}}    # "/*" after the sign is Hugo's escape
    | \{{\{{ % (?!/\*) {_INSIDE} % \}}\}}
"""
_TEMPLATE = rf"""
    \{{% {_INSIDE} %\}}
    | \{{\{{ {_INSIDE} \}}\}}
"""


def _compile_placeholder(tag: str) -> re.Pattern[str]:
    return re.compile(f"{_CALENDAR} | {tag}", re.VERBOSE | re.DOTALL)


_CALENDARS = re.compile(_CALENDAR)
_PATTERNS = {
    "goldmark": _compile_placeholder(_SHORTCODE),
    "markdown-it": _compile_placeholder(_TEMPLATE),
    "python-markdown": _compile_placeholder(_TEMPLATE),
    "kramdown": _compile_placeholder(_TEMPLATE),
    "commonmark": _compile_placeholder(_TEMPLATE),
}
"""What is swapped out, by engine."""
_WORD = re.compile(
    r"""
    data:text/calendar;at,(\d+);.  # 1: the number of calendar data
    | qzshortcode(\d+)zq           # 2: the number of a tag
    """,
    re.VERBOSE,
)
_TAG_WORD = re.compile(r"qzshortcode\d+zq")
_IN_HTML_TAG = re.compile(r"<[a-zA-Z][^<>]*(?:calendar;at,|qzshortcode)[^<>]*>")
_ESCAPED_SHORTCODE = re.compile(
    r"""
    \{\{ (&lt;|%)               # 1: the sign
    /\* ((?:(?!\{\{).)*?) \*/   # 2: the inside
    (&gt;|%) \}\}               # 3: the sign
    """,
    re.VERBOSE | re.DOTALL,
)
_BRACES = re.compile(
    r"""
    ^ \{[{%] [<%]? -? \s*
    | \s* -? [>%]? [%}]\} $
    """,
    re.VERBOSE,
)


class Swapped(Struct, frozen=True):
    """A text with inert words, and what they stand for."""

    text: str
    kept: tuple[str, ...]
    """What each inert word stands for."""
    ends: tuple[int, ...]
    """Where each inert word ends in ``text``."""
    shifts: tuple[int, ...]
    """How much further each end is in the original."""

    def origin(self, position: int) -> int:
        """Return the position in the original of one in ``text``.

        Args:
            position: A position in ``text`` that is in no inert word.

        Returns:
            The position in the text that was swapped.
        """
        index = bisect_right(self.ends, position)
        if index:
            return position + self.shifts[index - 1]
        return position

    def restore(self, content: str) -> str:
        """Put the real data into HTML, and labeled signs for what the site generator will write.

        Args:
            content: HTML rendered from ``text``.

        Returns:
            The HTML without inert words.
        """
        if not self.kept:
            return content
        content = _IN_HTML_TAG.sub(lambda tag: _WORD.sub(self._restore_in_tag, tag[0]), content)
        return _WORD.sub(self._restore_in_text, content)

    def restore_words(self, text: str) -> str:
        """Put what inert words stand for back into a text.

        Args:
            text: A part of ``text``, or what a parser made of it.

        Returns:
            The text without inert words.
        """
        if not self.kept:
            return text
        return _WORD.sub(self._find_kept, text)

    def split_words(self, text: str) -> Iterator[tuple[str, str]]:
        """Cut a text at its inert words.

        Args:
            text: A part of ``text``.

        Yields:
            What stands before each word, and what the word stands for; "" for the end.
        """
        at = 0
        for word in _WORD.finditer(text):
            yield text[at : word.start()], self._find_kept(word)
            at = word.end()
        yield text[at:], ""

    def _find_kept(self, word: re.Match[str]) -> str:
        number = int(word[1] or word[2])
        if number < len(self.kept):
            return self.kept[number]
        return word[0]

    def _restore_in_tag(self, word: re.Match[str]) -> str:
        kept = self._find_kept(word)
        if word[1]:
            return html.escape(html.unescape(kept))
        return f"{SCHEME}:{quote(tag_label(kept), safe='')}"

    def _restore_in_text(self, word: re.Match[str]) -> str:
        kept = self._find_kept(word)
        if word[1]:
            return html.escape(kept)
        title, label = html.escape(kept), html.escape(tag_label(kept))
        return f'<span class="shortcode" title="{title}">{label}</span>'


def tag_label(tag: str) -> str:
    """Return what a tag says, without its braces.

    >>> tag_label('{{< ref "/ulm" >}}')
    'ref "/ulm"'

    Args:
        tag: A shortcode or template tag.

    Returns:
        Its inside on one line.
    """
    return " ".join(_BRACES.sub("", tag).split())


def blank_calendar_links(text: str) -> str:
    """Return a text without its calendar data.

    Args:
        text: Markdown or HTML.

    Returns:
        The text, with nothing in place of the data.
    """
    return _CALENDARS.sub("", text)


def swap_out(text: str, engine: str) -> Swapped:
    """Return a text as a renderer may see it.

    ``{{</* x */>}}`` is Hugo's way to show a shortcode: those stay text. A word for calendar data
    ends as the data does: what stands before a quotation mark decides on it.

    Args:
        text: Markdown.
        engine: The site's renderer, as ``Dialect.engine``.

    Returns:
        The text with inert words.
    """
    parts: list[str] = []
    kept: list[str] = []
    ends: list[int] = []
    shifts: list[int] = []
    last = size = 0
    for match in _PATTERNS[engine].finditer(text):
        word = f"qzshortcode{len(kept)}zq"
        if match[0].startswith("data:"):
            word = f"data:text/calendar;at,{len(kept)};{match[0][-1]}"
        parts += [text[last : match.start()], word]
        size += match.start() - last + len(word)
        kept.append(match[0])
        ends.append(size)
        last = match.end()
        shifts.append(last - size)
    if not kept:
        return Swapped(text, (), (), ())
    return Swapped("".join([*parts, text[last:]]), tuple(kept), tuple(ends), tuple(shifts))


def unescape_shortcodes(content: str) -> str:
    """Return HTML with ``{{</* x */>}}`` as Hugo shows it: without the stars.

    Args:
        content: HTML, with ``<`` and ``>`` escaped.

    Returns:
        The HTML with the shortcodes to be read.
    """
    if "*/" in content:
        return _ESCAPED_SHORTCODE.sub(r"{{\1\2\3}}", content)
    return content


def find_cut_word(text: str, at: int) -> int | None:
    """Find where the inert word of a shortcode begins that a position cuts.

    Args:
        text: A text with inert words.
        at: A position in it.

    Returns:
        The start of the word; None where the position cuts none.
    """
    words = _TAG_WORD.finditer(text)
    return next((word.start() for word in words if word.start() < at < word.end()), None)
