"""The HTML of links, images, headings, tasks and footnotes as Hugo writes it."""

import re
from collections.abc import Callable, Sequence
from copy import copy
from typing import TYPE_CHECKING
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml, unescapeAll
from markdown_it.helpers.parse_link_destination import parseLinkDestination
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, autolink
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from editor.core.markdown.goldmark.headings import add_heading_ids
from editor.core.markdown.goldmark.typographer import IN_ITEM

if TYPE_CHECKING:
    from markdown_it.helpers.parse_link_destination import _Result

_URL_SAFE = "!#$&'()*+,-./:;=?@_~"
_TEMPLATE_SAFE = "!#$&*+,/:;=?@[]-._~"
_ESCAPE = re.compile("%[0-9A-Fa-f]{2}")
_TASK = re.compile(r"\[([\sxX])\]\s*")

_RenderRule = Callable[[RendererHTML, Sequence[Token], int, OptionsDict, EnvType], str]
"""How markdown-it writes a token: the renderer, the tokens and its index among them."""


def markup_plugin(md: MarkdownIt, *, hook: bool) -> None:
    """Teach a parser to write HTML as Hugo does.

    Args:
        md: The parser.
        hook: Whether the site's theme writes the links itself.
    """
    md.core.ruler.push("heading_ids", add_heading_ids)
    md.core.ruler.before("inline", "item_marks", _mark_items)
    md.core.ruler.push("loose_definitions", _loosen_definitions)
    md.inline.ruler.before("text", "task", _parse_task)
    md.inline.ruler.at("autolink", _parse_autolink)
    if hook:
        md.add_render_rule("link_open", _address_rule("href", _escape_by_template))
        md.add_render_rule("link_text", lambda self, tokens, index, *_: tokens[index].content)
    else:
        md.add_render_rule("link_open", _address_rule("href", _escape_by_goldmark))
        md.add_render_rule(
            "link_text", lambda self, tokens, index, *_: escapeHtml(tokens[index].content)
        )
    md.add_render_rule("image", _address_rule("src", _escape_by_goldmark))
    md.add_render_rule("s_open", lambda self, *_: "<del>")
    md.add_render_rule("s_close", lambda self, *_: "</del>")
    for name, rule in _FOOTNOTE_RULES.items():
        md.add_render_rule(name, rule)


# --- addresses ------------------------------------------------------------------------------------


def parse_destination(text: str, pos: int, maximum: int) -> "_Result":
    """Parse a link's address as markdown-it's helper does, but as it stands in the source.

    Templates escape it undecoded.

    Args:
        text: The text of the paragraph.
        pos: Where the address begins.
        maximum: Where the text ends.

    Returns:
        The helper's result: whether there is an address, where it ends, and the address.
    """
    result = parseLinkDestination(text, pos, maximum)
    if result.ok:
        result.str = text[pos : result.pos]
        if result.str.startswith("<"):
            result.str = result.str[1:-1]
    return result


def _escape_by_goldmark(url: str) -> str:
    """Goldmark's ``util.URLEscape``: all but ASCII escaped in upper case."""
    return _escape_url(url, lambda text: quote(text, safe=_URL_SAFE))


def _escape_by_template(url: str) -> str:
    """Go's ``html/template`` in an ``href``: references stay as they are, escapes in lower case."""
    return _escape_url(url, _quote_in_lower_case)


def _quote_in_lower_case(text: str) -> str:
    escaped = quote(text, safe=_TEMPLATE_SAFE)
    return _ESCAPE.sub(lambda escape: escape[0].lower(), escaped)


def _escape_url(url: str, escape: Callable[[str], str]) -> str:
    """A URL escaped but for the escapes it has already."""
    parts: list[str] = []
    last = 0
    for kept in _ESCAPE.finditer(url):
        parts += [escape(url[last : kept.start()]), kept[0]]
        last = kept.end()
    return "".join(parts) + escape(url[last:])


def _address_rule(attribute: str, escape: Callable[[str], str]) -> _RenderRule:
    """The rule that writes a token whose attribute is an address."""

    def render(
        self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        # the tokens of a paragraph are remembered, so this one is left as it is
        token = copy(tokens[index])
        address = str(token.attrs.get(attribute) or "")
        if token.info not in ("linkify", "auto") and escape is not _escape_by_template:
            address = unescapeAll(address)
        token.attrs = {**token.attrs, attribute: escape(address)}
        if token.type == "image":
            token.attrs["alt"] = image_text(token.children or ())
        return self.renderToken([token], 0, options, env)

    return render


def image_text(tokens: Sequence[Token]) -> str:
    """Return the alt text of an image; goldmark drops line ends from it.

    Args:
        tokens: What its description was read as.

    Returns:
        The words without marks.
    """
    text = ""
    for token in tokens:
        if token.type == "html_inline":
            continue
        if token.children:
            text += image_text(token.children)
        else:
            text += token.content
    return text


def _parse_autolink(state: StateInline, silent: bool) -> bool:
    """``<https://…>``: a theme's hook writes its text unescaped, so it is a kind of its own."""
    matched = bool(autolink(state, silent))
    if matched and not silent:
        state.tokens[-2].type = "link_text"
    return matched


# --- lists ----------------------------------------------------------------------------------------


def _loosen_definitions(state: StateCore) -> None:
    """A definition after an empty line is a paragraph (PHP Markdown Extra, definition lists)."""
    lines: list[str] = []
    loose = False
    for token in state.tokens:
        if token.type == "dd_open" and token.map:
            lines = lines or state.src.split("\n")
            loose = not lines[token.map[0] - 1].strip()
        elif token.type == "dd_close":
            loose = False
        elif loose and token.type in ("paragraph_open", "paragraph_close"):
            token.hidden = False


def _mark_items(state: StateCore) -> None:
    """Text that begins an item and may have tasks gets the mark which ``_parse_task`` looks for.

    The mark is part of the text, since paragraphs are remembered by their text alone.
    """
    triples = zip(state.tokens, state.tokens[1:], state.tokens[2:], strict=False)
    for item, paragraph, content in triples:
        if item.type == "list_item_open" and paragraph.type == "paragraph_open":
            if _TASK.search(content.content):
                content.content = IN_ITEM + content.content


def _parse_task(state: StateInline, silent: bool) -> bool:
    """``[ ]`` and ``[x]`` anywhere in the first text of an item."""
    if state.src[0] != IN_ITEM:
        return False
    if state.pos == 0:
        state.pos = 1
        return True
    task = _TASK.match(state.src, state.pos)
    if not task:
        return False
    if not silent:
        checked = ""
        if task[1] in "xX":
            checked = 'checked="" '
        token = state.push("html_inline", "", 0)
        token.content = f'<input {checked}disabled="" type="checkbox"> '
        token.meta = {"is_own": True}  # it stays where the page's own HTML does not
    state.pos = task.end()
    return True


# --- footnotes ------------------------------------------------------------------------------------


def _footnote_number(token: Token) -> int:
    return int(token.meta["id"]) + 1


def _reference_id(token: Token) -> str:
    return f"fnref{token.meta.get('subId') or ''}:{_footnote_number(token)}"


def _render_reference(self: RendererHTML, tokens: Sequence[Token], index: int, *_: object) -> str:
    number = _footnote_number(tokens[index])
    return (
        f'<sup id="{_reference_id(tokens[index])}"><a href="#fn:{number}"'
        f' class="footnote-ref" role="doc-noteref">{number}</a></sup>'
    )


def _render_anchor(self: RendererHTML, tokens: Sequence[Token], index: int, *_: object) -> str:
    return (
        f'&#160;<a href="#{_reference_id(tokens[index])}"'
        ' class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a>'
    )


def _render_footnote(self: RendererHTML, tokens: Sequence[Token], index: int, *_: object) -> str:
    return f'<li id="fn:{_footnote_number(tokens[index])}">'


_FOOTNOTE_RULES: dict[str, _RenderRule] = {
    "footnote_ref": _render_reference,
    "footnote_anchor": _render_anchor,
    "footnote_block_open": lambda *_: '<div class="footnotes" role="doc-endnotes">\n<hr>\n<ol>\n',
    "footnote_block_close": lambda *_: "</ol>\n</div>\n",
    "footnote_open": _render_footnote,
    "footnote_close": lambda *_: "</li>\n",
}
