"""Raw HTML in Markdown: which elements it opens that a later block closes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from markdown_it.token import Token

from editor.core.base.remembering import remember
from editor.core.rendering.blocks import CACHE_SIZE, OpenElements

LIST_TAG = re.compile(r"</?(?:li|ul|ol)\b", re.IGNORECASE)
"""A tag that may end a list or an item of one."""
_LINE_END = r"\n(?![ \t\r]*\n)"
"""A line end within a tag: an empty line ends the paragraph, and what begins there is no tag."""
_TAG = re.compile(
    rf"""
    < (/?) ([a-z][^\s/<>"']*+)
    (?:
        [^<>"']
        | " [^"\n]*+ (?: {_LINE_END} [^"\n]*+ )* "    # without its other one a mark ends nowhere
        | ' [^'\n]*+ (?: {_LINE_END} [^'\n]*+ )* '
    )*
    >
    """,
    re.IGNORECASE | re.VERBOSE,
)
_UNFINISHED_TAG = re.compile(r"<(?:[a-z/]|!--(?!.*?-->))", re.IGNORECASE | re.DOTALL)
_NEVER_OPEN = set("area base br col embed hr img input link meta source track wbr p".split())
"""Elements without an end; and paragraphs, which any other block ends."""


def find_raw_html(block: Iterable[Token]) -> Iterator[Token]:
    """Find the raw HTML of a block.

    Args:
        block: The tokens of the block.

    Returns:
        The tokens of type "html_block" and "html_inline", in order.
    """
    for token in block:
        if token.type == "html_block":
            yield token
        yield from (child for child in token.children or () if child.type == "html_inline")


def count_open_elements(block: Iterable[Token]) -> OpenElements:
    """Count the elements of raw HTML that do not begin and end in a block.

    Args:
        block: The tokens of the block.

    Returns:
        The elements, without those that come out even.
    """
    counts: Counter[str] = Counter()
    for token in find_raw_html(block):
        counts.update(dict(count_open_tags(token.content)))
    return tuple((name, count) for name, count in counts.items() if count)


@remember(2 * CACHE_SIZE)
def count_open_tags(content: str) -> OpenElements:
    """Count the elements that do not begin and end in a text.

    Args:
        content: Markdown or HTML.

    Returns:
        The elements, without those that come out even. A tag or comment without an end swallows
        what follows and counts as an element of the name "<".
    """
    if "<" not in content:
        return ()
    counts: Counter[str] = Counter()
    for tag in _TAG.finditer(content):
        if tag[2].lower() not in _NEVER_OPEN and not tag[0].endswith("/>"):
            counts[tag[2].lower()] += -1 if tag[1] else 1
    counts["<"] = bool(_UNFINISHED_TAG.search(_TAG.sub("", content)))
    return tuple((name, count) for name, count in counts.items() if count)
