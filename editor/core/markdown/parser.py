"""The parser of each dialect, and tokens with the paragraphs of earlier parses remembered.

Law: remembered tokens are those that the parser makes.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from mdit_py_plugins.footnote import footnote_plugin

from editor.core.base.remembering import remember
from editor.core.markdown import admonitions, edge_blanks
from editor.core.markdown.goldmark import make_goldmark_parser, typographer
from editor.core.markdown.goldmark.typographer import NO_QUOTES, OpenQuotes
from editor.core.markdown.kramdown import kramdown_plugin

_MAX_REMEMBERED = 8000
_RULES_BEFORE = ("normalize", "block", edge_blanks.NAME, "item_marks")
_RULES_PER_INLINE = ("inline", "linkify", "replacements", "smartquotes", "text_join")
"""markdown-it's core rules, in their order: those that run first, and those that look at the text
of one paragraph at a time."""

_Environment = dict[str, Any]
"""What markdown-it's rules tell each other during a parse."""
Reference = tuple[str, str, str]
"""A link definition: its label, address and title."""


class Definitions(NamedTuple):
    """What a document defines for its paragraphs."""

    references: tuple[Reference, ...] = ()
    footnotes: tuple[str, ...] = ()
    """The labels of the footnotes."""


class Dialect(NamedTuple):
    """The engine, whether the site's theme writes the links, and what the site has set."""

    engine: str
    hook: bool = False
    quotes: bool = True
    """Whether straight quotes, hyphens and dots become typographic ones."""
    wraps: bool = False
    """Whether every line end is a line break."""
    linkify: bool = True
    """Whether a bare address is a link."""
    html: bool = True
    """Whether HTML stays."""
    extensions: tuple[str, ...] = ()
    """Those of Python-Markdown, by name; () for the usual ones. Of others, "admonition"."""


def parse_tokens(
    dialect: Dialect, text: str, quotes: OpenQuotes = NO_QUOTES
) -> tuple[list[Token], OpenQuotes]:
    """Return what ``parser.parse`` gives, with the inline content of each paragraph remembered.

    Typing changes one paragraph. Those with footnotes are not remembered: they are numbered as
    they come.

    Args:
        dialect: A dialect that markdown-it speaks.
        text: Markdown without shortcodes.
        quotes: The quotes open before the text.

    Returns:
        The block tokens, shared with later calls and not to be changed, and the quotes open after
        the text.
    """
    md, rules = make_parser(dialect), _core_rules(make_parser(dialect))
    env: _Environment = {}
    state = _parse_blocks(dialect, text, env)
    references = _list_references(env)
    paragraphs = [token for token in state.tokens if token.type == "inline"]
    for token in paragraphs:
        quotes = _fill_paragraph(dialect, token, env, references, quotes)
    for name, rule in rules.items():
        if name not in _RULES_BEFORE + _RULES_PER_INLINE:
            rule(state)
    filled = set(map(id, paragraphs))
    for token in state.tokens:
        if token.type == "inline" and id(token) not in filled:
            _finish_inline(md, token, env)  # the words of an inline footnote
    return state.tokens, quotes


def parse_blocks(dialect: Dialect, text: str) -> tuple[list[Token], Definitions]:
    """Parse the blocks of a text, and leave their inline content as it stands.

    Args:
        dialect: A dialect that markdown-it speaks.
        text: Markdown without shortcodes.

    Returns:
        The block tokens, those of inline content without children, and what the text defines.
    """
    env: _Environment = {}
    state = _parse_blocks(dialect, text, env)
    footnotes = env.get("footnotes", {}).get("refs", {})
    labels = tuple(label.removeprefix(":") for label in footnotes)
    return state.tokens, Definitions(_list_references(env), labels)


def _parse_blocks(dialect: Dialect, text: str, env: _Environment) -> StateCore:
    """A text after the rules that come before those of inline content."""
    md = make_parser(dialect)
    state = StateCore(text, md, env)
    rules = _core_rules(md)
    for name in _RULES_BEFORE:
        if name in rules:
            rules[name](state)
    return state


def _list_references(env: _Environment) -> tuple[Reference, ...]:
    return tuple(
        (label, reference["href"], reference["title"])
        for label, reference in env.get("references", {}).items()
    )


def _fill_paragraph(
    dialect: Dialect,
    token: Token,
    env: _Environment,
    references: tuple[Reference, ...],
    quotes: OpenQuotes,
) -> OpenQuotes:
    """Give an inline token its children; the quotes open after it."""
    content = token.content
    seen = typographer.clamp_quotes(content, quotes)
    if "^[" in content or ("footnotes" in env and "[^" in content):
        env["quotes"] = seen
        token.children = _parse_inline(make_parser(dialect), content, env)
        left = typographer.open_quotes(env)
    else:
        if "[" not in content:
            references = ()
        children, left = _parse_remembered(dialect, content, seen, references)
        token.children = list(children)
    return typographer.quotes_after(quotes, seen, left)


@remember(_MAX_REMEMBERED, at=1)
def _parse_remembered(
    dialect: Dialect, content: str, quotes: OpenQuotes, references: tuple[Reference, ...]
) -> tuple[list[Token], OpenQuotes]:
    """The inline tokens of a paragraph, and the quotes open after it.

    Its quotes are those open before it, its references the link definitions of its document. The
    tokens are shared and must not be changed.
    """
    env: _Environment = {
        "quotes": quotes,
        "references": {label: {"href": href, "title": title} for label, href, title in references},
    }
    return _parse_inline(make_parser(dialect), content, env), typographer.open_quotes(env)


def _parse_inline(md: MarkdownIt, content: str, env: _Environment) -> list[Token]:
    token = Token("inline", "", 0, content=content, children=[])
    state = StateCore("", md, env)
    state.tokens = [token]
    _core_rules(md)["inline"](state)
    _finish_inline(md, token, env)
    return token.children or []


def _finish_inline(md: MarkdownIt, token: Token, env: _Environment) -> None:
    """Do to inline tokens what comes after their parsing: links, quotes, joined texts."""
    state = StateCore("", md, env)
    state.tokens = [token]
    for name, rule in _core_rules(md).items():
        if name in _RULES_PER_INLINE and name != "inline":
            rule(state)


def _core_rules(md: MarkdownIt) -> dict[str, Callable[[StateCore], None]]:
    """markdown-it's core rules by name, in their order."""
    return dict(zip(md.core.ruler.get_active_rules(), md.core.ruler.getRules(""), strict=True))


@lru_cache
def make_parser(dialect: Dialect) -> MarkdownIt:
    """Return the parser of a dialect; it is made once.

    Args:
        dialect: "goldmark", or any other for markdown-it itself.

    Returns:
        The parser, shared: its rules must not be changed.
    """
    return make_separate_parser(dialect)


def make_separate_parser(dialect: Dialect) -> MarkdownIt:
    """Make a parser of a dialect whose rules may be changed.

    Args:
        dialect: "goldmark", or any other for markdown-it itself.

    Returns:
        A new parser.
    """
    if dialect.engine == "goldmark":
        md = make_goldmark_parser(
            hook=dialect.hook, quotes=dialect.quotes, bare_links=dialect.linkify
        )
    else:
        md = _make_markdown_it(dialect)
    edge_blanks.edge_blanks_plugin(md)
    md.options["breaks"] = dialect.wraps
    if not dialect.html:
        for name in ("html_block", "html_inline"):
            md.add_render_rule(name, _omit_html)
    return md


def _make_markdown_it(dialect: Dialect) -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": True, "linkify": True, "typographer": True})
    md.enable(["table", "strikethrough"])
    if dialect.linkify:
        md.enable("linkify")
    if dialect.quotes:
        md.enable(["replacements", "smartquotes"])
    footnote_plugin(md)
    if admonitions.NAME in dialect.extensions:
        admonitions.admonitions_plugin(md)
    if dialect.engine == "kramdown":
        kramdown_plugin(md, quotes=dialect.quotes)
    if md.linkify is not None:
        md.linkify.set({"fuzzy_link": False, "fuzzy_email": True})
    return md


def _omit_html(
    self: RendererProtocol, tokens: Sequence[Token], idx: int, options: OptionsDict, env: object
) -> str:
    """What goldmark writes in place of HTML where its site does not let it through."""
    if tokens[idx].meta.get("is_own"):
        return tokens[idx].content
    return "<!-- raw HTML omitted -->"
