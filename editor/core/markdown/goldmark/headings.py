"""The ids and attributes of headings as goldmark gives them."""

import re
from copy import copy

from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.attrs.parse import ParseError, parse

_ATTRIBUTES = re.compile(r"[ \t]+\{[^{}]*\}[ \t]*$")

DERIVED = "derived:"
"""Before an id made from the words: it gets a number where another heading has it."""


def add_heading_ids(state: StateCore) -> None:
    """Give headings ids: ``## Words {#id .class}`` says them in braces, else the words do.

    Args:
        state: The state of markdown-it after its inline rules.
    """
    for opening, content in zip(state.tokens, state.tokens[1:], strict=False):
        if opening.type == "heading_open":
            attributes, words = _take_attributes(content), content.content
            if attributes:
                words = _ATTRIBUTES.sub("", words)
            opening.attrs = {"id": DERIVED + heading_id(words), **attributes}


def find_attributes(words: str) -> int:
    """Find the attributes in braces at the end of a heading.

    Args:
        words: The raw text of the heading.

    Returns:
        Where they begin, with the blanks before them; the length of the text where it has none.
    """
    match = _ATTRIBUTES.search(words)
    if match:
        try:
            parse(match[0].strip())
        except ParseError:
            return len(words)
        return match.start()
    return len(words)


def _take_attributes(content: Token) -> dict[str, str | int | float]:
    """Take the attributes in braces out of a heading's text."""
    match = _ATTRIBUTES.search(content.content)
    if not match or not content.children or content.children[-1].type != "text":
        return {}
    try:
        _, attributes = parse(match[0].strip())
    except ParseError:
        return {}
    last = content.children[-1]
    tail = _ATTRIBUTES.search(last.content)
    if not tail:
        return {}
    shorter = copy(last)  # the tokens of a paragraph are remembered, so they stay as they are
    shorter.content = last.content[: tail.start()]
    content.children = [*content.children[:-1], shorter]
    return dict(attributes)


def heading_id(words: str) -> str:
    """Return the id of a heading, as GitHub makes it.

    >>> heading_id("Was *ist* das? – Über uns")
    'was-ist-das--über-uns'

    Args:
        words: The raw text of the heading.

    Returns:
        Letters and digits in lower case, ``_``, and spaces and ``-`` as ``-``; "heading" where
        nothing is left.
    """
    kept = (char for char in words.strip().replace(" ", "-") if char.isalnum() or char in "_-")
    return "".join(kept).lower() or "heading"
