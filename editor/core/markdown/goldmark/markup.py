"""The HTML of links, images, headings, tasks and footnotes as Hugo writes it."""

import re
from collections.abc import Callable, Sequence
from copy import copy
from typing import Any
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml, unescapeAll
from markdown_it.helpers.parse_link_destination import parseLinkDestination
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, autolink
from markdown_it.token import Token
from mdit_py_plugins.attrs.parse import ParseError, parse

from editor.core.markdown.goldmark.typographer import IN_ITEM

_URL_SAFE = "!#$&'()*+,-./:;=?@_~"
_TEMPLATE_SAFE = "!#$&*+,/:;=?@[]-._~"
_ESCAPED = re.compile("%[0-9A-Fa-f]{2}")
_ATTRIBUTES = re.compile(r"[ \t]+\{[^{}]*\}[ \t]*$")
_TASK = re.compile(r"\[([\sxX])\]\s*")


def markup_plugin(md: MarkdownIt, *, hook: bool) -> None:
    """Teach a parser to write HTML as Hugo does."""
    md.core.ruler.push("heading_ids", _heading_ids)
    md.core.ruler.before("inline", "item_marks", _item_marks)
    md.core.ruler.push("loose_definitions", _loose_definitions)
    md.inline.ruler.before("text", "task", _task)
    write = _by_template if hook else _by_goldmark
    md.add_render_rule(
        "link_open",
        lambda self, tokens, index, *rest: _addressed(self, tokens[index], "href", write, *rest),
    )
    md.add_render_rule(
        "image",
        lambda self, tokens, index, *rest: _addressed(
            self, tokens[index], "src", _by_goldmark, *rest
        ),
    )
    md.add_render_rule(
        "link_text",
        lambda self, tokens, index, *_: (
            tokens[index].content if hook else escapeHtml(tokens[index].content)
        ),
    )
    md.inline.ruler.at("autolink", _autolink)
    md.add_render_rule("s_open", lambda self, *args: "<del>")
    md.add_render_rule("s_close", lambda self, *args: "</del>")
    for name, rule in _FOOTNOTES.items():
        md.add_render_rule(name, rule)


# --- addresses ------------------------------------------------------------------------------------


def parse_destination(text: str, pos: int, maximum: int) -> Any:
    """As markdown-it's helper, but the address as it stands in the source: templates escape it undecoded."""
    found = parseLinkDestination(text, pos, maximum)
    if found.ok:
        raw = text[pos : found.pos]
        found.str = raw[1:-1] if raw.startswith("<") else raw
    return found


def _by_goldmark(url: str) -> str:
    """goldmark's ``util.URLEscape``: all but ASCII escaped in upper case."""
    return _escaped(url, _URL_SAFE)


def _by_template(url: str) -> str:
    """Go's ``html/template`` in an ``href``: references are left as they are, escapes in lower case."""
    return _escaped(url, _TEMPLATE_SAFE, lower=True)


def _escaped(url: str, safe: str, *, lower: bool = False) -> str:
    out, last = [], 0

    def part(text: str) -> str:
        done = quote(text, safe=safe)
        if lower:
            return _ESCAPED.sub(lambda match: match[0].lower(), done)
        return done

    for kept in _ESCAPED.finditer(url):
        out += [part(url[last : kept.start()]), kept[0]]
        last = kept.end()
    return "".join(out) + part(url[last:])


def _addressed(
    self: Any, original: Token, name: str, write: Callable[[str], str], options: Any, env: Any
) -> str:
    token = copy(original)  # the tokens of a paragraph are remembered, so this one is left as it is
    address = str(token.attrs.get(name) or "")
    if token.info in ("linkify", "auto") or write is _by_template:
        decoded = address
    else:
        decoded = unescapeAll(address)
    token.attrs = {**token.attrs, name: write(decoded)}
    if token.type == "image":
        token.attrs["alt"] = _plain(token.children or ())
    return str(self.renderToken([token], 0, options, env))


def _plain(tokens: Sequence[Token]) -> str:
    """An image's alt text; goldmark drops line ends from it."""
    return "".join(
        _plain(token.children) if token.children else token.content
        for token in tokens
        if token.type != "html_inline"
    )


def _autolink(state: StateInline, silent: bool) -> bool:
    """``<https://…>``: a theme's hook writes its text unescaped, so it is a kind of its own."""
    found = bool(autolink(state, silent))
    if found and not silent:
        state.tokens[-2].type = "link_text"
    return found


# --- headings -------------------------------------------------------------------------------------


DERIVED = "derived:"
"""Before an id made from the words: it gets a number where another heading has it."""


def _heading_ids(state: StateCore) -> None:
    """``## Words {#id .class}``: what is in braces, else an id from the words, as GitHub makes them."""
    for opening, content in zip(state.tokens, state.tokens[1:], strict=False):
        if opening.type == "heading_open":
            if given := _attributes(content):
                words = _ATTRIBUTES.sub("", content.content)
            else:
                words = content.content
            opening.attrs = {"id": DERIVED + heading_id(words), **given}


def _attributes(content: Token) -> dict[str, str | int | float]:
    found = _ATTRIBUTES.search(content.content)
    last = content.children[-1] if content.children else None
    if not found or last is None or last.type != "text":
        return {}
    try:
        _, attributes = parse(found[0].strip())
    except ParseError:
        return {}
    tail = _ATTRIBUTES.search(last.content)
    if not tail:
        return {}
    shorter = copy(last)  # the tokens of a paragraph are remembered, so they stay as they are
    shorter.content = last.content[: tail.start()]
    content.children = [*(content.children or ())[:-1], shorter]
    return dict(attributes)


def heading_id(words: str) -> str:
    """The id of a heading: letters, digits and ``_`` of the raw text, blanks and ``-`` as ``-``.

    >>> heading_id("Was *ist* das? – Über uns")
    'was-ist-das--über-uns'
    """
    kept = "".join(
        char if char.isalnum() or char in "_-" else "-" if char == " " else ""
        for char in words.strip()
    )
    return kept.lower() or "heading"


# --- lists ----------------------------------------------------------------------------------------


def _loose_definitions(state: StateCore) -> None:
    """A definition after a blank line is a paragraph (PHP Markdown Extra, definition lists)."""
    lines, loose = None, False
    for token in state.tokens:
        if token.type == "dd_open" and token.map:
            lines = lines or state.src.split("\n")
            loose = not lines[token.map[0] - 1].strip()
        elif token.type == "dd_close":
            loose = False
        elif loose and token.type in ("paragraph_open", "paragraph_close"):
            token.hidden = False


def _item_marks(state: StateCore) -> None:
    """Text that begins an item gets a mark which ``_task`` looks for; in front of the text, so that the text says it."""
    for item, paragraph, content in zip(
        state.tokens, state.tokens[1:], state.tokens[2:], strict=False
    ):
        if (
            item.type == "list_item_open"
            and paragraph.type == "paragraph_open"
            and _TASK.search(content.content)
        ):
            content.content = IN_ITEM + content.content


def _task(state: StateInline, silent: bool) -> bool:
    """``[ ]`` and ``[x]`` anywhere in the first text of an item."""
    if state.src[0] != IN_ITEM:
        return False
    if state.pos == 0:
        state.pos = 1
        return True
    found = _TASK.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        checked = 'checked="" ' if found[1] in "xX" else ""
        state.push("html_inline", "", 0).content = f'<input {checked}disabled="" type="checkbox"> '
    state.pos = found.end()
    return True


# --- footnotes ------------------------------------------------------------------------------------


def _reference(token: Token) -> str:
    number = token.meta["id"] + 1
    return f"{token.meta.get('subId') or ''}:{number}"


def _ref(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    number = tokens[index].meta["id"] + 1
    return f'<sup id="fnref{_reference(tokens[index])}"><a href="#fn:{number}" class="footnote-ref" role="doc-noteref">{number}</a></sup>'


def _anchor(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return f'&#160;<a href="#fnref{_reference(tokens[index])}" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a>'


_FOOTNOTES = {
    "footnote_ref": _ref,
    "footnote_anchor": _anchor,
    "footnote_block_open": lambda *_: '<div class="footnotes" role="doc-endnotes">\n<hr>\n<ol>\n',
    "footnote_block_close": lambda *_: "</ol>\n</div>\n",
    "footnote_open": lambda self, tokens, index, *_: f'<li id="fn:{tokens[index].meta["id"] + 1}">',
    "footnote_close": lambda *_: "</li>\n",
}
