"""Typographic quotes, dashes, dots and guillemets, by goldmark's rules (extension/typographer.go).

A closing quote needs an open one, and the count of open quotes runs through the whole document: one
stray ``"`` changes later paragraphs, here as on the site. ``open_quotes`` is that state; a
paragraph with n quotes cannot tell n open ones from more, which is what ``clamp_quotes`` and
``quotes_after`` are for.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

IN_ITEM = "\ufdd0"
"""Stands before the text of an item that may have tasks: a noncharacter, so that no text has it."""

OpenQuotes = tuple[int, int]
"""Open single and double quotes."""

NO_QUOTES: OpenQuotes = (0, 0)
_RUNS = (("---", "—"), ("--", "–"), ("...", "…"), ("<<", "«"), (">>", "»"))
_WORD_END = r"(?![^\s!-/:-@\[-`{-~])"
"""Before a space, an ASCII punctuation mark or the end."""
_DECADE = re.compile(rf"'\d\ds{_WORD_END}")
_CONTRACTION = re.compile(rf"'(?:[smtd]|ve|ll|re){_WORD_END}")


def typographer_plugin(md: MarkdownIt) -> None:
    """Teach a parser goldmark's typography.

    Args:
        md: The parser.
    """
    md.inline.ruler.push("typographer", _replace_run)


def open_quotes(env: Mapping[str, Any]) -> OpenQuotes:
    """Return the open quotes after what was parsed with an environment.

    Args:
        env: The environment of a parse.

    Returns:
        The open quotes; none where the parse met no quote and got none.
    """
    quotes: OpenQuotes = env.get("quotes", NO_QUOTES)
    return quotes


def clamp_quotes(text: str, quotes: OpenQuotes) -> OpenQuotes:
    """Return open quotes, as far as a text can tell: the result is the same for more of them.

    Args:
        text: The text that follows.
        quotes: The quotes open before it.

    Returns:
        At most as many as the text has quotation marks of each kind.
    """
    if quotes == NO_QUOTES:
        return quotes
    return min(quotes[0], text.count("'")), min(quotes[1], text.count('"'))


def quotes_after(quotes: OpenQuotes, seen: OpenQuotes, left: OpenQuotes) -> OpenQuotes:
    """Return the open quotes after a text that saw only some of them.

    Args:
        quotes: The quotes open before the text.
        seen: Those that it saw, by ``clamp_quotes``.
        left: Those of them still open after it, and those it opened.

    Returns:
        All quotes open after the text.
    """
    return quotes[0] - seen[0] + left[0], quotes[1] - seen[1] + left[1]


def _replace_run(state: StateInline, silent: bool) -> bool:
    char = state.src[state.pos]
    if char in "\"'":
        return not silent and _replace_quote(state, char)
    for run, sign in _RUNS:
        if state.src.startswith(run, state.pos) and state.pos + len(run) <= state.posMax:
            return _write_sign(state, sign, len(run), silent)
    return False


def _write_sign(state: StateInline, sign: str, length: int, silent: bool = False) -> bool:
    if not silent:
        state.push("text", "", 0).content = sign
    state.pos += length
    return True


def _replace_quote(state: StateInline, char: str) -> bool:
    """Write one quotation mark; False where it stays as it is."""
    single, double = open_quotes(state.env)
    if char == "'":
        sign, opened = _choose_single(state, single)
        single += opened
    else:
        sign, opened = _choose_double(state, double)
        double += opened
    if not sign:
        return False
    state.env["quotes"] = (single, double)
    return _write_sign(state, sign, 1)


def _choose_double(state: StateInline, open_count: int) -> tuple[str, int]:
    """The sign for a double quote, and how many quotes it opens; "" where it stays as it is."""
    opens, closes = _read_flanks(state)
    if opens and not closes:
        return "“", 1
    inch = state.src.startswith('""', state.pos) and _char_before(state).isdecimal()
    if open_count and _may_close(state, opens, closes) and not inch:
        return "”", -1
    return "", 0


def _choose_single(state: StateInline, open_count: int) -> tuple[str, int]:
    """The sign for a single quote, and how many quotes it opens; "" where it stays as it is."""
    opens, closes = _read_flanks(state)
    before, line = _char_before(state), _rest_of_line(state)
    after = line[1:2]
    if opens and not closes and _DECADE.match(line):
        return "’", 0
    if after in tuple("tenl") and (_is_punctuation(before) or before.isspace()):
        return "’", 0
    if (before.isalpha() or before.isdecimal()) and after.isalpha():
        return "’", 0
    if opens and not closes:
        if _CONTRACTION.match(line):
            return "’", 0
        return "‘", 1
    if len(line.encode()) > 2 and not after.isdecimal():
        return "’", 0
    if open_count and _may_close(state, opens, closes):
        return "’", -1
    return "", 0


def _may_close(state: StateInline, opens: bool, closes: bool) -> bool:
    line = _rest_of_line(state)
    next_byte = line.encode()[2:3].decode("latin-1")
    alone = (
        len(line.encode()) == 2 or _is_ascii_punctuation(next_byte) or next_byte in tuple(" \t\n\r")
    )
    return closes and (not opens or (_is_punctuation(line[1:2]) and alone))


def _rest_of_line(state: StateInline) -> str:
    """The rest of the line with its end, as far as a rule looks."""
    rest = state.src[state.pos : state.pos + 8]
    return rest[: rest.find("\n") + 1 or None]


def _char_before(state: StateInline) -> str:
    if not state.pos:
        return "\n"
    char = state.src[state.pos - 1]
    if char == IN_ITEM:
        return "\n"
    return char


def _read_flanks(state: StateInline) -> tuple[bool, bool]:
    """Whether a run of quotes can open and close: is left- and right-flanking (CommonMark §6.2)."""
    src, end = state.src, state.pos
    while end < len(src) and src[end] == src[state.pos]:
        end += 1
    before, after = _char_before(state), src[end : end + 1] or " "
    before_space, after_space = before.isspace(), after.isspace()
    before_mark = _is_ascii_punctuation(before) or _is_punctuation(before)
    after_mark = _is_ascii_punctuation(after) or _is_punctuation(after)
    opens = not after_space and (not after_mark or before_space or before_mark)
    closes = not before_space and (not before_mark or after_space or after_mark)
    return opens, closes


def _is_ascii_punctuation(char: str) -> bool:
    return "!" <= char <= "/" or ":" <= char <= "@" or "[" <= char <= "`" or "{" <= char <= "~"


def _is_punctuation(char: str) -> bool:
    return bool(char) and unicodedata.category(char)[0] == "P"
