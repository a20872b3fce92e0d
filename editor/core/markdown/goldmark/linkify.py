"""Bare addresses become links, by goldmark's rules (extension/linkify.go): no guessing.

http, https, ftp, www. and mail addresses, at the start of a line, after a space, ``* _ ~ (`` or
anything that is not text; never while a ``[`` is open.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, html_inline

from editor.core.markdown.goldmark.typographer import IN_ITEM
from editor.core.markdown.placeholders import find_cut_word

_HOST = r"[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+"
_PATH = r"""(?:[/#?][-a-zA-Z0-9@:%_+.~#!?&/=();,'">^{}\[\]`$]*)?"""
_WWW_PATH = _PATH.replace("$", "")
_URL = re.compile(rf"(?:https?|ftp)://{_HOST}(?::\d+)?{_PATH}|www\.{_HOST}{_WWW_PATH}")
_MAIL_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_MAIL = re.compile(rf"[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]+@(?:{_MAIL_LABEL}(?:\.{_MAIL_LABEL})*)")
_ENTITY_TAIL = re.compile(r"&[A-Za-z0-9]+;$")
_TAIL = "?!.,:*_~"
"""What does not belong to an address at its end."""

START = r"(?=https?:|ftp:|www\.)|(?<![^\s*_~(`])(?=[A-Za-z0-9][A-Za-z0-9.+_-]{0,64}@)"
"""Where a bare address may begin."""


def linkify_plugin(md: MarkdownIt) -> None:
    """Teach a parser goldmark's bare addresses.

    Args:
        md: The parser.
    """
    md.inline.ruler.before("text", "goldmark_linkify", _linkify)
    md.inline.ruler.push("open_bracket", _open_bracket)
    md.inline.ruler.at("html_inline", _html_inline)


def _html_inline(state: StateInline, silent: bool) -> bool:
    """Raw HTML. In markdown-it no link may stand in a raw ``<a>``; in goldmark one may."""
    level = state.linkLevel
    matched = html_inline(state, silent)
    state.linkLevel = level
    return matched


def _open_bracket(state: StateInline, silent: bool) -> bool:
    """Count the brackets that are neither link nor closed; every other rule has passed."""
    char = state.src[state.pos]
    if not silent and char in "[]":
        step = -1
        if char == "[":
            step = 1
        state.env["brackets"] = (state, max(_bracket_depth(state) + step, 0))
    return False


def _bracket_depth(state: StateInline) -> int:
    owner, depth = state.env.get("brackets", (None, 0))
    if owner is state:
        return int(depth)
    return 0


def _linkify(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] not in "hfw" and not state.src[state.pos].isalnum():
        return False
    if silent or state.linkLevel or not _may_start(state) or _bracket_depth(state):
        return False
    line = state.src[state.pos : state.posMax].split("\n", 1)[0]
    address = _find_address(line)
    cut = find_cut_word(line, len(address[0])) if address else None
    if cut is not None:
        address = _find_address(line[:cut])  # it ends before the shortcode
    if not address:
        return False
    text, prefix = address
    opening = state.push("link_open", "a", 1)
    opening.attrs = {"href": prefix + text}
    opening.info = opening.markup = "linkify"
    state.push("link_text", "", 0).content = text
    closing = state.push("link_close", "a", -1)
    closing.info = closing.markup = "linkify"
    state.pos += len(text)
    return True


def _may_start(state: StateInline) -> bool:
    if not state.pos or state.src[state.pos - 1] in f" \t\n*_~(`{IN_ITEM}":
        return True
    return not state.pending and bool(state.tokens) and state.tokens[-1].type != "text_special"


def _find_address(line: str) -> tuple[str, str] | None:
    """The address a line begins with, as it stands, and what its link needs before it."""
    url = _URL.match(line)
    if url:
        text = _strip_tail(url[0])
        prefix = ""
        if text.startswith("www."):
            prefix = "https://"
        return text, prefix
    mail = _MAIL.match(line)
    if not mail or "." not in mail[0].partition("@")[2]:
        return None
    if _is_ascii_mark(line[0]) or line[mail.end() : mail.end() + 1] in ("-", "_"):
        return None
    return mail[0].rstrip(_TAIL), "mailto:"


def _is_ascii_mark(char: str) -> bool:
    return char.isascii() and not char.isalnum()


def _strip_tail(text: str) -> str:
    if text.endswith("."):
        text = text[:-1]
    elif text.endswith(")"):
        text = text[: len(text) - max(text.count(")") - text.count("("), 0)]
    elif text.endswith(";"):
        text = _ENTITY_TAIL.sub("", text)
    return text[0] + text[1:].rstrip(_TAIL)
