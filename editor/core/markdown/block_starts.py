"""What a line may begin: headings, items, thematic breaks, fenced code and HTML.

Lines come here without their ends. Source: CommonMark 0.31 §4, §5.
"""

import re

ATX_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?$")
LIST_ITEM = re.compile(
    r"""
    ([ ]*)                       # 1: indentation
    ([*+-] | \d{1,9}[.)])        # 2: the marker
    ([ ]{1,4}(?![ ])|[ ]+|\t|$)  # 3: the space before the content
    """,
    re.VERBOSE,
)
THEMATIC_BREAK = re.compile(
    r"""
    [ ]{0,3}
    (?:
        (?: \*[ \t]* ){3,}
        | (?: -[ \t]* ){3,}
        | (?: _[ \t]* ){3,}
    )$
    """,
    re.VERBOSE,
)
CONTAINER = re.compile(r" {0,3}(?:>|[*+-][ \t]|\d{1,9}[.)][ \t])")
"""A quote or a list item."""
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^`]*)$")
_HTML_ELEMENTS = (
    "address|article|aside|blockquote|body|center|dd|details|dialog|div|dl|dt|fieldset|figcaption"
    "|figure|footer|form|frame|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav"
    "|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead"
    "|title|tr|track|ul"
)
"""The elements that make a block (§4.6, condition 6), as alternatives of a pattern."""
_HTML_BLOCKS = (
    (
        re.compile(r" {0,3}<(?:script|pre|style|textarea)(?:\s|>|$)", re.IGNORECASE),
        re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE),
    ),
    (re.compile(r" {0,3}<!--"), re.compile(r"-->")),
    (re.compile(r" {0,3}<\?"), re.compile(r"\?>")),
    (re.compile(r" {0,3}<!\[CDATA\["), re.compile(r"\]\]>")),
    (
        re.compile(rf" {{0,3}}</?(?:{_HTML_ELEMENTS})(?:\s|/?>|$)", re.IGNORECASE),
        re.compile(r"^[ \t\r]*$", re.MULTILINE),
    ),
)
"""How the kinds of HTML blocks begin, and what ends each."""


def count_indent(line: str) -> int:
    """Return how many spaces a line begins with.

    Args:
        line: A line.

    Returns:
        The number of spaces; tabs do not count.
    """
    return len(line) - len(line.lstrip(" "))


def find_closing(line: str) -> re.Pattern[str] | None:
    """Return what ends the code or HTML that a line begins.

    Args:
        line: A line.

    Returns:
        The pattern to look for in the lines below; None where the line begins no such block, or
        ends it.
    """
    fence = _FENCE.match(line)
    if fence:
        mark, length = re.escape(fence[1][0]), len(fence[1])
        return re.compile(rf"^ {{0,3}}{mark}{{{length},}}[ \t]*\r?$", re.MULTILINE)
    closing = _find_html_closing(line)
    if closing and closing.search(line):
        return None
    return closing


def _find_html_closing(line: str) -> re.Pattern[str] | None:
    for opening, closing in _HTML_BLOCKS:
        if opening.match(line):
            return closing
    return None


def interrupts_paragraph(line: str) -> bool:
    """Return whether a line ends a paragraph without an empty line before it.

    Args:
        line: A line without a list marker.

    Returns:
        True if the line cannot be a lazy continuation.
    """
    bare = line.lstrip(" ")
    if bare.startswith((">", "```", "~~~")):
        return True
    if THEMATIC_BREAK.match(line) or ATX_HEADING.match(line):
        return True
    return bare.startswith("<") and _find_html_closing(line) is not None
