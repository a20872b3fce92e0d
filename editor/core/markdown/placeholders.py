"""What no Markdown renderer should see: shortcodes, template tags and calendar data, swapped out and in again.

``swap_out`` puts inert words in their place, ``Swapped.back`` puts labelled signs for tags and the data itself into
the HTML, ``Swapped.origin`` takes positions back to the text.
"""

import html
import re
from bisect import bisect_right
from dataclasses import dataclass
from urllib.parse import quote

SCHEME = "shortcode"
"""The scheme of a link whose address the site generator will write."""

_CALENDAR = r"data:text/calendar[;,][^\"'<>\s()]{60,}"
_INSIDE = r"(?:(?!\n\s*\n|\n#|\{[{%]).)*?"
"""A tag may go over lines, but over no blank one and no heading, where the text is cut for rendering, and over no
other tag: looking for the end of thousands that have none would take minutes."""
_SHORTCODE = rf"\{{\{{<(?!/\*){_INSIDE}>\}}\}}|\{{\{{%(?!/\*){_INSIDE}%\}}\}}"
_TEMPLATE = rf"\{{%{_INSIDE}%\}}|\{{\{{{_INSIDE}\}}\}}"
_CALENDARS = re.compile(_CALENDAR)
_PATTERNS = {
    "goldmark": re.compile(f"{_CALENDAR}|{_SHORTCODE}", re.DOTALL),
    "markdown-it": re.compile(f"{_CALENDAR}|{_TEMPLATE}", re.DOTALL),
    "python-markdown": re.compile(f"{_CALENDAR}|{_TEMPLATE}", re.DOTALL),
}
_WORD = re.compile(r"data:text/calendar;at,(\d+);.|qzshortcode(\d+)zq")
_IN_TAG = re.compile(r"<[a-zA-Z][^<>]*(?:calendar;at,|qzshortcode)[^<>]*>")
_ONLY_TEXT = re.compile(r"\{\{(&lt;|%)/\*((?:(?!\{\{).)*?)\*/(&gt;|%)\}\}", re.DOTALL)
_MARKS = re.compile(r"^\{[{%][<%]?-?\s*|\s*-?[>%]?[%}]\}$")


@dataclass(frozen=True, slots=True)
class Swapped:
    """A text with inert words, and what they stand for."""

    text: str
    kept: tuple[str, ...]
    ends: tuple[int, ...]
    """Where each inert word ends in ``text``."""
    shifts: tuple[int, ...]
    """How much further each end is in the original."""

    def origin(self, position: int) -> int:
        """The position in the original of one in ``text`` that is in no inert word."""
        index = bisect_right(self.ends, position)
        return position + (self.shifts[index - 1] if index else 0)

    def back(self, content: str) -> str:
        """HTML with the real data, and labelled signs where the site generator will put something."""
        if not self.kept:
            return content
        return _WORD.sub(
            self._in_text, _IN_TAG.sub(lambda tag: _WORD.sub(self._in_tag, tag[0]), content)
        )

    def _kept(self, match: re.Match[str]) -> str:
        number = int(match[1] or match[2])
        if number < len(self.kept):
            return self.kept[number]
        return match[0]

    def _in_tag(self, match: re.Match[str]) -> str:
        kept = self._kept(match)
        if match[1]:
            return html.escape(html.unescape(kept))
        return f"{SCHEME}:{quote(tag_label(kept), safe='')}"

    def _in_text(self, match: re.Match[str]) -> str:
        kept = self._kept(match)
        if match[1]:
            return html.escape(kept)
        return f'<span class="shortcode" title="{html.escape(kept)}">{html.escape(tag_label(kept))}</span>'


def tag_label(tag: str) -> str:
    """What a tag says, without its braces.

    >>> tag_label('{{< ref "/ulm" >}}')
    'ref "/ulm"'
    """
    return " ".join(_MARKS.sub("", tag).split())


def blank_calendar_links(text: str) -> str:
    return _CALENDARS.sub("", text)


def swap_out(text: str, engine: str) -> Swapped:
    """A text as a renderer may see it. ``{{</* x */>}}`` is Hugo's way to show a shortcode: those stay text.

    A word for calendar data ends as the data does: what stands before a quotation mark decides on it.
    """
    parts: list[str] = []
    kept: list[str] = []
    ends: list[int] = []
    shifts: list[int] = []
    last = size = 0
    for match in _PATTERNS[engine].finditer(text):
        calendar = match[0].startswith("data:")
        if calendar:
            word = f"data:text/calendar;at,{len(kept)};{match[0][-1]}"
        else:
            word = f"qzshortcode{len(kept)}zq"
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
    """``{{</* x */>}}`` in HTML as Hugo shows it: without the stars."""
    if "*/" in content:
        return _ONLY_TEXT.sub(r"{{\1\2\3}}", content)
    return content
