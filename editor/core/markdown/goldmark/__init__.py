"""Markdown as Hugo's goldmark reads and writes it, spoken by markdown-it-py.

markdown-it-py already speaks CommonMark; what goldmark does otherwise, or adds, is one module each:
typographic quotes, bare addresses, and the HTML of links, headings, tasks and footnotes. Follows
goldmark 1.5 (MIT license, © Yusuke Inoue); the tests hold the result against the real Hugo where
it is installed.
"""

import re
from types import SimpleNamespace

from markdown_it import MarkdownIt, helpers
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from editor.core.markdown.goldmark import linkify, markup, typographer

_STOPS = re.compile(
    rf"""
    [\n&*\[\]_`~<!\\"']  # markup and quotes
    | -- | >> | \.\.\.    # what the typographer replaces
    | {linkify.START}
    """,
    re.VERBOSE,
)
"""Where text may end: every character or beginning that one of the inline rules looks at."""


class _Goldmark(MarkdownIt):
    """A parser for which every address is a link and stays as it is written.

    An address is escaped when it is put into HTML; what a click may do, the sanitizer decides.
    """

    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's name
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link


def make_goldmark_parser(
    *, hook: bool = False, quotes: bool = True, bare_links: bool = True
) -> MarkdownIt:
    """Make a parser for Hugo's Markdown with all of its extensions.

    Args:
        hook: Whether the site's theme writes the links itself.
        quotes: Whether quotes, hyphens and dots become typographic ones.
        bare_links: Whether a bare address is a link.

    Returns:
        A new parser.
    """
    md = _Goldmark("commonmark", {"html": True, "maxNesting": 100})
    md.enable(["table", "strikethrough"])
    footnote_plugin(md, inline=False)
    deflist_plugin(md)
    md.helpers = SimpleNamespace(
        **{**vars(helpers), "parseLinkDestination": markup.parse_destination}
    )  # type: ignore[assignment]
    md.inline.terminator_re = _STOPS
    if bare_links:
        linkify.linkify_plugin(md)
    if quotes:
        typographer.typographer_plugin(md)
    markup.markup_plugin(md, hook=hook)
    return md
