"""What each rule of the parser takes of an inline content.

markdown-it gives inline tokens no positions. So each of its rules is wrapped in one that notes
where it began and ended.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from msgspec import Struct, field

from editor.core.markdown.parser import Definitions, Dialect, make_separate_parser

_WATCHER = "watcher"
_Rule = Callable[[StateInline, bool], bool]
_SCHEME_END = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*\Z|\Z")


class Match(NamedTuple):
    """What a rule has taken."""

    rule: str
    start: int
    end: int
    tokens: list[Token]
    widths: list[int]
    """How many characters each token had, before pairs of marks were found."""
    label_end: int
    """Where the words of a link end."""


class _Watcher(Struct):
    """Notes what rules take in one state; other states are those of pictures' descriptions."""

    state: StateInline | None = None
    matches: list[Match] = field(default_factory=list)


def watch_rules(dialect: Dialect, content: str, definitions: Definitions) -> list[Match]:
    """Parse an inline content and note what each rule takes.

    Args:
        dialect: How the site reads Markdown.
        content: The content.
        definitions: What the document defines.

    Returns:
        What was taken, in the order of the content; what holds others stands before them. Tokens
        are as they are after all rules.
    """
    md = _make_watched_parser(dialect)
    watcher = _Watcher()
    references = {
        label: {"href": href, "title": title} for label, href, title in definitions.references
    }
    footnotes = {"refs": {":" + label: -1 for label in definitions.footnotes}, "list": {}}
    env = {_WATCHER: watcher, "references": references, "footnotes": footnotes}
    watcher.state = StateInline(content, md, env, [])
    md.inline.tokenize(watcher.state)
    for finish in md.inline.ruler2.getRules(""):
        finish(watcher.state)
    return watcher.matches


@lru_cache
def _make_watched_parser(dialect: Dialect) -> MarkdownIt:
    """A parser whose rules are watched; it joins no texts, since they would lose their places."""
    md = make_separate_parser(dialect)
    names = md.inline.ruler.get_active_rules()
    for name, rule in zip(names, md.inline.ruler.getRules(""), strict=True):
        md.inline.ruler.at(name, _watch(name, rule))
    md.inline.ruler2.disable("fragments_join")
    return md


def _watch(name: str, rule: _Rule) -> _Rule:
    def watched(state: StateInline, silent: bool) -> bool:
        watcher = state.env.get(_WATCHER)
        if silent or watcher is None or watcher.state is not state:
            return rule(state, silent)
        start, count, index = state.pos, len(state.tokens), len(watcher.matches)
        if not rule(state, silent):
            return False
        tokens, label_end = state.tokens[count:], state.pos
        if name == "link":
            label_end = state.md.helpers.parseLinkLabel(state, start, True)
        elif name == "linkify":
            start -= len(_SCHEME_END.search(state.src, 0, start)[0])  # type: ignore[index]
        widths = [len(token.content) for token in tokens]
        match = Match(name, start, state.pos, tokens, widths, label_end)
        watcher.matches.insert(index, match)  # before what it holds
        return True

    return watched
