"""Markdown to HTML as the site does it, sanitised, in blocks that a view can swap one by one.

The profile names the dialect: markdown-it-py for Hugo (goldmark) and Eleventy, Python-Markdown for sites built
with it. The only cache of the core lives here: chunks between headings, by their text.
Law: blocks rendered from a warm cache equal blocks rendered cold.
"""

import html
import itertools
import re
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from editor.core import blocks as skeleton
from editor.core.issue import Issue, title_of
from editor.core.profile import RENDERERS
from editor.core.text import Span

_CACHED = 2000
_LONGEST_LINE = 20_000
_MOST_LINES = 20_000
_MOST_TAGS = 10_000
_CALENDAR = re.compile(r"data:text/calendar[;,][^\"'<>\s()]{60,}")
_SHORT = re.compile(r"data:text/calendar;at,(\d+)")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:|\[\^", re.MULTILINE)
_IFRAME = re.compile(r"<iframe\b[^>]*?\bsrc=[\"']?([^\"'\s>]+)[^>]*>(?:\s*</iframe>)?", re.IGNORECASE)
_NESTED = re.compile(r"^[ \t]*(?:(?:[*+>-]|\d{1,9}[.)])[ \t]*){50,}", re.MULTILINE)


Pieces = tuple[tuple[str, int, int], ...]
"""Blocks of a chunk: HTML, start and end within it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the page: its HTML, safe to show, and the part of the text it was made from."""

    html: str
    span: Span


# --- the page -------------------------------------------------------------------------------------


def render(issue: Issue, *, image: bool = True) -> list[Block]:
    """The page as blocks: the head (title, image, byline), then the body."""
    head = Block(_clean(_head(issue, image=image)), Span(0, issue.front.body))
    return [head, *body(issue)]


def body(issue: Issue) -> list[Block]:
    """The body as blocks, in the order of the text."""
    text, dialect = issue.text, issue.profile.renderer
    found = []
    for span in _chunks(issue):
        for content, start, end in _chunk(dialect, span.of(text)):
            found.append(Block(content, Span(span.start + start, span.start + end)))
    return found


def body_html(issue: Issue) -> str:
    return "\n".join(block.html for block in body(issue)) + "\n"


def inline(markdown_text: str) -> str:
    """A line of Markdown or HTML, such as an attribution, as safe HTML."""
    return _clean(_parser("goldmark").renderInline(markdown_text))


def _chunks(issue: Issue) -> Iterable[Span]:
    """The body cut before headings; whole where definitions or footnotes tie its parts together."""
    text, start = issue.text, issue.front.body
    if issue.profile.renderer == "python-markdown" or _DEFINITION.search(text, start):
        return [Span(start, len(text))]
    cuts = [start, *(section.heading.span.start for section in issue.sections), len(text)]
    return [Span(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if a < b]


@lru_cache(maxsize=_CACHED)
def _chunk(dialect: str, text: str) -> Pieces:
    """The blocks of a chunk: HTML, start and end within it."""
    if _too_heavy(text):
        return ((f"<pre>{html.escape(text[:_LONGEST_LINE])}</pre>", 0, len(text)),)
    calendars = _CALENDAR.findall(text)
    if calendars:
        numbers = itertools.count()
        short = _CALENDAR.sub(lambda _: f"data:text/calendar;at,{next(numbers)}", text)
        return _with_calendars(text, _chunk.__wrapped__(dialect, short), short, calendars)
    if dialect == "python-markdown":
        return ((_clean(_python_markdown(text)), 0, len(text)),)
    parser = _parser(dialect)
    tokens = _tokens(dialect, text)
    groups = _top_level(tokens)
    if any(token.type == "html_block" for token in tokens) or any(group[0].map is None for group in groups):
        # raw HTML may open what a later block closes: such a chunk is one block
        return ((_clean(_placeholders(parser.renderer.render(tokens, parser.options, {}))), 0, len(text)),)
    starts = [0]
    for line in skeleton.lines(text):
        starts.append(line.after)
    result = []
    for group in groups:
        first, last = group[0].map or (0, 0)
        content = _clean(parser.renderer.render(group, parser.options, {}))
        result.append((content, starts[min(first, len(starts) - 1)], starts[min(last, len(starts) - 1)]))
    return tuple(result)


def _too_heavy(text: str) -> bool:
    """Input that keeps any renderer busy for seconds and is no prose: shown as it stands."""
    longest = max(map(len, _CALENDAR.sub("", text).split("\n")), default=0)
    return longest > _LONGEST_LINE or text.count("\n") > _MOST_LINES or text.count("<") > _MOST_TAGS or bool(_NESTED.search(text))


def _with_calendars(text: str, found: Pieces, short: str, calendars: list[str]) -> Pieces:
    """A chunk rendered with short calendar addresses (half the time), the real ones put back."""

    def position(at: int) -> int:
        """Blocks begin and end with lines, so counting lines is exact."""
        return _line_start(text, short.count("\n", 0, at)) if at < len(short) else len(text)

    return tuple(
        (_SHORT.sub(lambda match: html.escape(calendars[int(match[1])]), content), position(start), position(end)) for content, start, end in found
    )


def _line_start(text: str, number: int) -> int:
    at = 0
    for _ in range(number):
        at = text.index("\n", at) + 1
    return at


_BEFORE = ("normalize", "block")
_PER_INLINE = ("inline", "linkify", "replacements", "smartquotes", "text_join")
"""markdown-it's core rules, in their order; the second kind look at one paragraph's text at a time."""


def _tokens(dialect: str, text: str) -> list[Token]:
    """What ``parser.parse`` gives, with the inline content of each paragraph remembered: typing changes one of them.

    Footnotes and definitions reach across paragraphs, so a text with any is parsed the plain way.
    """
    parser = _parser(dialect)
    if _DEFINITION.search(text):
        return parser.parse(text)
    state = StateCore(text, parser, {})
    rules = dict(zip(parser.core.ruler.get_active_rules(), parser.core.ruler.getRules(""), strict=True))
    for name in _BEFORE:
        rules[name](state)
    for token in state.tokens:
        if token.type == "inline":
            token.children = [copy(child) for child in _inline(dialect, token.content)]
    for name, rule in rules.items():
        if name not in _BEFORE + _PER_INLINE:
            rule(state)
    return state.tokens


@lru_cache(maxsize=4 * _CACHED)
def _inline(dialect: str, content: str) -> tuple[Token, ...]:
    """The inline tokens of a paragraph's text; they are shared, so callers copy them."""
    parser = _parser(dialect)
    state = StateCore("", parser, {})
    state.tokens = [Token("inline", "", 0, content=content, children=[])]
    for name, rule in zip(parser.core.ruler.get_active_rules(), parser.core.ruler.getRules(""), strict=True):
        if name in _PER_INLINE:
            rule(state)
    return tuple(state.tokens[0].children or ())


def _top_level(tokens: list[Token]) -> list[list[Token]]:
    groups: list[list[Token]] = []
    depth = 0
    for token in tokens:
        if depth == 0:
            groups.append([])
        groups[-1].append(token)
        depth += token.nesting
    return groups


@lru_cache(maxsize=len(RENDERERS))
def _parser(dialect: str) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "linkify": True, "typographer": True})
    parser.enable(["table", "strikethrough", "linkify", "replacements", "smartquotes"])
    footnote_plugin(parser)
    if dialect == "goldmark":
        deflist_plugin(parser)
        tasklists_plugin(parser)
    if parser.linkify is not None:
        parser.linkify.set({"fuzzy_link": False, "fuzzy_email": True})
    return parser


def _python_markdown(text: str) -> str:
    import markdown

    try:
        return markdown.markdown(text, extensions=["extra", "sane_lists", "toc"])
    except RecursionError:
        return f"<pre>{html.escape(text)}</pre>"


def _placeholders(content: str) -> str:
    """Embedded pages as a labelled address: the preview loads nothing."""
    return _IFRAME.sub(lambda match: f'<p class="embed"><a href="{match[1]}">{match[1]}</a></p>', content)


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


# --- safety ---------------------------------------------------------------------------------------

_TAGS = nh3.ALLOWED_TAGS | {"input", "section", "figure", "figcaption", "center", "font", "dl", "dt", "dd"}
_EVERYWHERE = {"class", "id", "title", "style", "role", "align", "aria-label", "lang", "dir"}
_ATTRIBUTES = {tag: set(allowed) | _EVERYWHERE for tag, allowed in nh3.ALLOWED_ATTRIBUTES.items()}
_ATTRIBUTES["*"] = _EVERYWHERE
_ATTRIBUTES["a"] = _EVERYWHERE | {"href", "download", "name"}
_ATTRIBUTES["img"] = _EVERYWHERE | {"src", "alt", "width", "height"}
_ATTRIBUTES["input"] = {"type", "checked", "disabled", "class"}
_STYLES = {"text-align", "width", "max-width", "float", "margin", "font-style", "font-weight", "color"}
_RASTER = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif);base64,", re.IGNORECASE)


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Data addresses only where they are calendar entries or raster images."""
    if value.lstrip().lower().startswith("data:"):
        calendar = tag == "a" and name == "href" and value.lower().startswith("data:text/calendar")
        return value if calendar or (tag == "img" and name == "src" and _RASTER.match(value)) else None
    return value


def _clean(content: str) -> str:
    """HTML that shows and does nothing else: no scripts, handlers, frames or forms."""
    return nh3.clean(
        content,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes={"http", "https", "mailto", "tel", "ftp", "data"},
        filter_style_properties=_STYLES,
        link_rel=None,
    )
