"""How a site speaks Markdown: its parser, and tokens with the paragraphs of earlier parses remembered.

Law: remembered tokens are those that the parser makes.
"""

import html
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from editor.core.markdown.goldmark import make_goldmark_parser, typographer
from editor.core.markdown.goldmark.typographer import NO_QUOTES, OpenQuotes

_REMEMBERED = 8000


class Dialect(NamedTuple):
    """The engine, and whether the site's theme writes the links."""

    engine: str
    hook: bool = False


_BEFORE = ("normalize", "block", "item_marks")
_PER_INLINE = ("inline", "linkify", "replacements", "smartquotes", "text_join")
"""markdown-it's core rules, in their order; the second kind look at one paragraph's text at a time."""


def parse_tokens(
    dialect: Dialect, text: str, open_: OpenQuotes = NO_QUOTES
) -> tuple[list[Token], OpenQuotes]:
    """What ``parser.parse`` gives, with the inline content of each paragraph remembered: typing changes one of them.

    Paragraphs with footnotes are not: those are numbered as they come.
    """
    md = make_parser(dialect)
    env: dict[str, Any] = {}
    state = StateCore(text, md, env)
    rules = _rules(md)
    for name in _BEFORE:
        if name in rules:
            rules[name](state)
    known = tuple(
        (label, found["href"], found["title"]) for label, found in env.get("references", {}).items()
    )
    for token in state.tokens:
        if token.type != "inline":
            continue
        seen = typographer.clamp_quotes(token.content, open_)
        if "^[" in token.content or ("footnotes" in env and "[^" in token.content):
            env["quotes"] = seen
            token.children, after = _parsed(md, token.content, env), typographer.open_quotes(env)
        else:
            children, after = _inline(
                dialect, token.content, seen, known if "[" in token.content else ()
            )
            token.children = list(children)
        open_ = typographer.quotes_after(open_, seen, after)
    for name, rule in rules.items():
        if name not in _BEFORE + _PER_INLINE:
            rule(state)
    return state.tokens, open_


@lru_cache(maxsize=_REMEMBERED)
def _inline(
    dialect: Dialect, content: str, open_: OpenQuotes, known: tuple[tuple[str, str, str], ...]
) -> tuple[list[Token], OpenQuotes]:
    """The inline tokens of a paragraph's text, with quotes open before it and the link definitions of its document.

    They are shared, so nobody changes them.
    """
    env = {
        "quotes": open_,
        "references": {label: {"href": href, "title": title} for label, href, title in known},
    }
    return _parsed(make_parser(dialect), content, env), typographer.open_quotes(env)


def _parsed(md: MarkdownIt, content: str, env: dict[str, Any]) -> list[Token]:
    state = StateCore("", md, env)
    state.tokens = [Token("inline", "", 0, content=content, children=[])]
    for name, rule in _rules(md).items():
        if name in _PER_INLINE:
            rule(state)
    return state.tokens[0].children or []


def _rules(md: MarkdownIt) -> dict[str, Callable[[StateCore], None]]:
    """markdown-it's core rules by name, in their order."""
    return dict(zip(md.core.ruler.get_active_rules(), md.core.ruler.getRules(""), strict=True))


@lru_cache
def make_parser(dialect: Dialect) -> MarkdownIt:
    """The parser of a dialect that markdown-it speaks; made once."""
    if dialect.engine == "goldmark":
        return make_goldmark_parser(hook=dialect.hook)
    md = MarkdownIt("commonmark", {"html": True, "linkify": True, "typographer": True})
    md.enable(["table", "strikethrough", "linkify", "replacements", "smartquotes"])
    footnote_plugin(md)
    if md.linkify is not None:
        md.linkify.set({"fuzzy_link": False, "fuzzy_email": True})
    return md


def render_python_markdown(text: str) -> str:
    """HTML as sites built with Python-Markdown have it."""
    import markdown

    try:
        return markdown.markdown(text, extensions=["extra", "sane_lists", "toc"])
    except RecursionError:
        return f"<pre>{html.escape(text)}</pre>"
