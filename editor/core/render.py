"""Markdown to HTML as the site does it, sanitised, in blocks that a view can swap one by one.

The profile names the dialect: markdown-it-py for Hugo (goldmark) and Eleventy, Python-Markdown for sites built
with it. The only cache of the core lives here: chunks between headings, by their text.
Law: blocks rendered from a warm cache equal blocks rendered cold.
"""

import html
import re
from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from editor.core import blocks as skeleton
from editor.core import goldmark, placeholders
from editor.core.goldmark import typographer
from editor.core.goldmark.typographer import NONE, Counts
from editor.core.issue import Issue, title_of
from editor.core.profile import Profile
from editor.core.sanitise import clean
from editor.core.text import Span

_CACHED = 2000
_LONGEST_LINE = 20_000
_MOST_LINES = 20_000
_MOST_TAGS = 10_000
_DEFINITION = re.compile(r"^[ >]{0,9}\[[^\]\n]+\]:", re.MULTILINE)
_NESTED = re.compile(r"^[ \t]*(?:(?:[*+>-]|\d{1,9}[.)])[ \t]*){50,}", re.MULTILINE)
_HEADING_ID = re.compile(r'<h[1-6] id="([^"]*)"')
_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)\b[^<>]*?(/?)>", re.IGNORECASE)
_NEVER_OPEN = set("area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option".split())
"""Elements without an end, and those that end by themselves."""


class Dialect(NamedTuple):
    """How a site speaks Markdown: its engine, and whether its theme writes the links."""

    engine: str
    hook: bool = False


class Piece(NamedTuple):
    """A block of a chunk: its HTML, start and end within the chunk."""

    html: str
    start: int
    end: int


class Rendered(NamedTuple):
    """A chunk: its blocks, and what is still open after it, quotes and elements of raw HTML."""

    pieces: tuple[Piece, ...]
    quotes: Counts
    elements: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the page: its HTML, safe to show, and the part of the text it was made from."""

    html: str
    span: Span


# --- the page -------------------------------------------------------------------------------------


def render(issue: Issue, *, image: bool = True) -> list[Block]:
    """The page as blocks: the head (title, image, byline), then the body."""
    head = Block(clean(_head(issue, image=image)), Span(0, issue.front.body))
    return [head, *body(issue)]


def body(issue: Issue) -> list[Block]:
    """The body as blocks, in the order of the text."""
    text, dialect = issue.text, dialect_of(issue.profile)
    found: list[Block] = []
    open_, taken = NONE, dict[str, int]()
    for span in _balanced(text, dialect, list(_chunks(issue))):
        chunk = span.of(text)
        seen = typographer.within(chunk, open_)
        done = _chunk(dialect, chunk, seen)
        open_ = typographer.after(open_, seen, done.quotes)
        found += (Block(_numbered(piece.html, taken), Span(span.start + piece.start, span.start + piece.end)) for piece in done.pieces)
    return found


def body_html(issue: Issue) -> str:
    return "\n".join(block.html for block in body(issue)) + "\n"


def dialect_of(profile: Profile) -> Dialect:
    return Dialect(profile.renderer, profile.link_hook)


def inline(markdown_text: str) -> str:
    """A line of Markdown or HTML, such as an attribution, as safe HTML."""
    return clean(_parser(Dialect("goldmark")).renderInline(markdown_text))


def _numbered(content: str, taken: dict[str, int]) -> str:
    """A heading whose id is taken gets a number: the ids of a page differ, though chunks do not know each other."""
    found = _HEADING_ID.match(content)
    if not found:
        return content
    name = found[1]
    taken[name] = taken.get(name, -1) + 1
    return f"{content[: found.start(1)]}{name}-{taken[name]}{content[found.end(1) :]}" if taken[name] else content


def _chunks(issue: Issue) -> Iterable[Span]:
    """The body cut before headings; whole where definitions or footnotes tie its parts together."""
    text, start = issue.text, issue.front.body
    if issue.profile.renderer == "python-markdown" or _tied(text[start:]):
        return [Span(start, len(text))]
    cuts = [start, *(section.heading.span.start for section in issue.sections), len(text)]
    return [Span(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if a < b]


def _tied(text: str) -> bool:
    """Whether a text has footnotes or link definitions."""
    return "[^" in text or "^[" in text or ("]:" in text and bool(_DEFINITION.search(text)))


def _balanced(text: str, dialect: Dialect, spans: list[Span]) -> Iterable[Span]:
    """Raw HTML that opens under one heading and closes under another keeps its chunks together."""
    start, depth = None, 0
    for span in spans:
        chunk = span.of(text)
        depth += _chunk(dialect, chunk, NONE).elements if _opened(chunk) else 0
        start = span.start if start is None else start
        if depth <= 0 or span is spans[-1]:
            yield Span(start, span.end)
            start, depth = None, 0


@lru_cache(maxsize=_CACHED)
def _chunk(dialect: Dialect, text: str, open_: Counts) -> Rendered:
    """The blocks of a chunk, with quotes open before it."""
    if _too_heavy(text):
        return Rendered((Piece(f"<pre>{html.escape(text[:_LONGEST_LINE])}</pre>", 0, len(text)),), open_)
    swapped = placeholders.swap(text, dialect.engine)
    done = _rendered(dialect, swapped.text, open_)
    if not swapped.kept:
        return done
    pieces = (Piece(swapped.back(content), swapped.origin(start), swapped.origin(end)) for content, start, end in done.pieces)
    return done._replace(pieces=tuple(pieces))


def _rendered(dialect: Dialect, text: str, open_: Counts) -> Rendered:
    if dialect.engine == "python-markdown":
        return Rendered((Piece(clean(_python_markdown(text)), 0, len(text)),), open_)
    parser = _parser(dialect)
    tokens, after = _tokens(dialect, text, open_)
    groups = _top_level(tokens)
    depths = [_elements(group) for group in groups]
    if any(depths) or any(group[0].map is None for group in groups):
        # raw HTML opens what a later block closes: such a chunk is one block
        return Rendered((Piece(_written(parser, tokens), 0, len(text)),), after, sum(depths))
    starts = [0, *(line.after for line in skeleton.lines(text))]
    pieces = []
    for group in groups:
        first, last = group[0].map or (0, 0)
        pieces.append(Piece(_written(parser, group), starts[min(first, len(starts) - 1)], starts[min(last, len(starts) - 1)]))
    return Rendered(tuple(pieces), after)


def _elements(group: list[Token]) -> int:
    """How many more elements of raw HTML begin in a block than end in it."""
    depth = 0
    for token in group:
        if token.type == "html_block":
            depth += _opened(token.content)
        for child in token.children or ():
            if child.type == "html_inline":
                depth += _opened(child.content)
    return depth


@lru_cache(maxsize=2 * _CACHED)
def _opened(content: str) -> int:
    return sum(-1 if tag[1] else 1 for tag in _TAG.finditer(content) if tag[2].lower() not in _NEVER_OPEN and not tag[3])


def _written(parser: MarkdownIt, tokens: list[Token]) -> str:
    return placeholders.shown(clean(parser.renderer.render(tokens, parser.options, {})))


def _too_heavy(text: str) -> bool:
    """Input that keeps any renderer busy for seconds and is no prose: shown as it stands."""
    longest = max(map(len, placeholders.without_calendars(text).split("\n")), default=0)
    return longest > _LONGEST_LINE or text.count("\n") > _MOST_LINES or text.count("<") > _MOST_TAGS or bool(_NESTED.search(text))


_BEFORE = ("normalize", "block", "item_marks")
_PER_INLINE = ("inline", "linkify", "replacements", "smartquotes", "text_join")
"""markdown-it's core rules, in their order; the second kind look at one paragraph's text at a time."""


def _tokens(dialect: Dialect, text: str, open_: Counts = NONE) -> tuple[list[Token], Counts]:
    """What ``parser.parse`` gives, with the inline content of each paragraph remembered: typing changes one of them.

    Paragraphs with footnotes are not: those are numbered as they come.
    """
    parser = _parser(dialect)
    env: dict[str, Any] = {}
    state = StateCore(text, parser, env)
    rules = _rules(parser)
    for name in _BEFORE:
        if name in rules:
            rules[name](state)
    known = tuple((label, found["href"], found["title"]) for label, found in env.get("references", {}).items())
    for token in state.tokens:
        if token.type != "inline":
            continue
        seen = typographer.within(token.content, open_)
        if "^[" in token.content or ("footnotes" in env and "[^" in token.content):
            env["quotes"] = seen
            token.children, after = _parsed(parser, token.content, env), typographer.counts(env)
        else:
            children, after = _inline(dialect, token.content, seen, known if "[" in token.content else ())
            token.children = [copy(child) for child in children]
        open_ = typographer.after(open_, seen, after)
    for name, rule in rules.items():
        if name not in _BEFORE + _PER_INLINE:
            rule(state)
    return state.tokens, open_


@lru_cache(maxsize=4 * _CACHED)
def _inline(dialect: Dialect, content: str, open_: Counts, known: tuple[tuple[str, str, str], ...]) -> tuple[list[Token], Counts]:
    """The inline tokens of a paragraph's text, with quotes open before it and the link definitions of its document.

    They are shared, so callers copy them.
    """
    env = {"quotes": open_, "references": {label: {"href": href, "title": title} for label, href, title in known}}
    return _parsed(_parser(dialect), content, env), typographer.counts(env)


def _parsed(parser: MarkdownIt, content: str, env: dict[str, Any]) -> list[Token]:
    state = StateCore("", parser, env)
    state.tokens = [Token("inline", "", 0, content=content, children=[])]
    for name, rule in _rules(parser).items():
        if name in _PER_INLINE:
            rule(state)
    return state.tokens[0].children or []


def _rules(parser: MarkdownIt) -> dict[str, Callable[[StateCore], None]]:
    """markdown-it's core rules by name, in their order."""
    return dict(zip(parser.core.ruler.get_active_rules(), parser.core.ruler.getRules(""), strict=True))


def _top_level(tokens: list[Token]) -> list[list[Token]]:
    groups: list[list[Token]] = []
    depth = 0
    for token in tokens:
        if depth == 0:
            groups.append([])
        groups[-1].append(token)
        depth += token.nesting
    return groups


@lru_cache
def _parser(dialect: Dialect) -> MarkdownIt:
    if dialect.engine == "goldmark":
        return goldmark.parser(hook=dialect.hook)
    parser = MarkdownIt("commonmark", {"html": True, "linkify": True, "typographer": True})
    parser.enable(["table", "strikethrough", "linkify", "replacements", "smartquotes"])
    footnote_plugin(parser)
    if parser.linkify is not None:
        parser.linkify.set({"fuzzy_link": False, "fuzzy_email": True})
    return parser


def _python_markdown(text: str) -> str:
    import markdown

    try:
        return markdown.markdown(text, extensions=["extra", "sane_lists", "toc"])
    except RecursionError:
        return f"<pre>{html.escape(text)}</pre>"


# --- the head -------------------------------------------------------------------------------------


def _head(issue: Issue, *, image: bool) -> str:
    title = title_of(issue) if issue.front.text("title") else ""
    parts = [f"<h1>{html.escape(title)}</h1>"] if title else []
    name = issue.front.text(*issue.profile.image.name) if issue.profile.image.name else ""
    if name and image:
        alt = issue.front.text(*issue.profile.image.alt) if issue.profile.image.alt else ""
        source = html.escape(f"{issue.profile.image.folder.removeprefix('static')}/{name}")
        parts.append(f'<p class="header-image"><img src="{source}" alt="{html.escape(alt)}"></p>')
        line = issue.front.text(*issue.profile.image.attribution) if issue.profile.image.attribution else ""
        parts.append(f'<p class="attribution">{inline(line)}</p>' if line else "")
    day, author = issue.day, issue.front.text("author")
    by = (" von " if issue.profile.language == "de" else " by ") if day and author else ""
    if day or author:
        parts.append(f'<p class="byline">{f"{day:%d.%m.%Y}" if day else ""}{by}{html.escape(author)}</p>')
    return "\n".join(parts)
