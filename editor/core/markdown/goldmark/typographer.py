"""Typographic quotes, dashes, dots and guillemets, by goldmark's rules (extension/typographer.go).

A closing quote needs an open one, and the count of open quotes runs through the whole document: one stray
``"`` changes later paragraphs, here as on the site. ``open_quotes`` is that state; a paragraph with n quotes
cannot tell n open ones from more, which is what ``clamp_quotes`` and ``quotes_after`` are for.
"""

import re
import unicodedata
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

IN_ITEM = "\ufdd0"
"""Stands before the text of an item that may have tasks: a code point that is no character, so no text has it."""

OpenQuotes = tuple[int, int]
"""Open single and double quotes."""

NO_QUOTES: OpenQuotes = (0, 0)
_RUNS = (("---", "—"), ("--", "–"), ("...", "…"), ("<<", "«"), (">>", "»"))
_DECADE = re.compile(r"'\d\ds(?![^\s!-/:-@\[-`{-~])")
_SHORT = re.compile(r"'(?:[smtd]|ve|ll|re)(?![^\s!-/:-@\[-`{-~])")


def typographer_plugin(md: MarkdownIt) -> None:
    md.inline.ruler.push("typographer", _typographer)


def open_quotes(env: Any) -> OpenQuotes:
    """The open quotes after what was parsed with an environment."""
    found: OpenQuotes = env.get("quotes", NO_QUOTES)
    return found


def clamp_quotes(text: str, open_: OpenQuotes) -> OpenQuotes:
    """Open quotes, as far as a text can tell: the same result for more of them."""
    single, double = text.count("'"), text.count('"')
    return min(open_[0], single), min(open_[1], double)


def quotes_after(open_: OpenQuotes, seen: OpenQuotes, left: OpenQuotes) -> OpenQuotes:
    """The open quotes after a text that saw only some of them and left so many."""
    return open_[0] - seen[0] + left[0], open_[1] - seen[1] + left[1]


def _typographer(state: StateInline, silent: bool) -> bool:
    char = state.src[state.pos]
    if char in "\"'":
        return not silent and _quote(state, char)
    for run, sign in _RUNS:
        if state.src.startswith(run, state.pos) and state.pos + len(run) <= state.posMax:
            return _write(state, sign, len(run), silent)
    return False


def _write(state: StateInline, sign: str, length: int, silent: bool = False) -> bool:
    if not silent:
        state.push("text", "", 0).content = sign
    state.pos += length
    return True


def _quote(state: StateInline, char: str) -> bool:
    """One quotation mark; False where it stays as it is."""
    single, double = open_quotes(state.env)
    sign, opened = (_single if char == "'" else _double)(state, single if char == "'" else double)
    if not sign:
        return False
    state.env["quotes"] = (single + opened, double) if char == "'" else (single, double + opened)
    return _write(state, sign, 1)


def _double(state: StateInline, open_: int) -> tuple[str, int]:
    opens, closes = _flanks(state)
    if opens and not closes:
        return "“", 1
    inch = state.src.startswith('""', state.pos) and _before(state).isdecimal()
    if open_ and _may_close(state, opens, closes) and not inch:
        return "”", -1
    return "", 0


def _single(state: StateInline, open_: int) -> tuple[str, int]:
    opens, closes = _flanks(state)
    before, line = _before(state), _line(state)
    after = line[1:2]
    if opens and not closes and _DECADE.match(line):
        return "’", 0
    if after in tuple("tenl") and (_punctuation(before) or before.isspace()):
        return "’", 0
    if before.isalpha() or before.isdecimal():
        if after.isalpha():
            return "’", 0
    if opens and not closes:
        if _SHORT.match(line):
            return ("’", 0)
        return ("‘", 1)
    if len(line.encode()) > 2 and not after.isdecimal():
        return "’", 0
    if open_ and _may_close(state, opens, closes):
        return "’", -1
    return "", 0


def _may_close(state: StateInline, opens: bool, closes: bool) -> bool:
    line = _line(state)
    next_ = line.encode()[2:3].decode("latin-1")
    alone = len(line.encode()) == 2 or _ascii_punctuation(next_) or next_ in tuple(" \t\n\r")
    return closes and (not opens or (_punctuation(line[1:2]) and alone))


def _line(state: StateInline) -> str:
    """The rest of the line with its end, as far as a rule looks."""
    rest = state.src[state.pos : state.pos + 8]
    return rest[: rest.find("\n") + 1 or None]


def _before(state: StateInline) -> str:
    char = state.src[state.pos - 1] if state.pos else "\n"
    if char == IN_ITEM:
        return "\n"
    return char


def _flanks(state: StateInline) -> tuple[bool, bool]:
    """Whether a run of quotes can open and can close (CommonMark §6.2, left- and right-flanking)."""
    src, end = state.src, state.pos
    while end < len(src) and src[end] == src[state.pos]:
        end += 1
    before, after = _before(state), src[end] if end < len(src) else " "
    before_space, after_space = before.isspace(), after.isspace()
    before_mark = _ascii_punctuation(before) or _punctuation(before)
    after_mark = _ascii_punctuation(after) or _punctuation(after)
    opens = not after_space and (not after_mark or before_space or before_mark)
    closes = not before_space and (not before_mark or after_space or after_mark)
    return opens, closes


def _ascii_punctuation(char: str) -> bool:
    return "!" <= char <= "/" or ":" <= char <= "@" or "[" <= char <= "`" or "{" <= char <= "~"


def _punctuation(char: str) -> bool:
    return bool(char) and unicodedata.category(char)[0] == "P"
