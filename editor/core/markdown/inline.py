"""Inline Markdown as plain words."""

import html
import re

_MARKUP = re.compile(
    r"""
    \[ ([^\[\]]*) \] \( [^()\s]* \)  # 1: a link's text
    | \\ ([!-/:-@\[-`{-~])           # 2: an escaped punctuation mark
    | (\*\*|__|`)                    # 3: emphasis or code
    | (&\#?\w{1,32};)                # 4: a character reference
    """,
    re.VERBOSE,
)


def plain_text(markdown: str) -> str:
    """Return inline Markdown as words, for calendars and labels.

    >>> plain_text(r"A [link](https://x.example) and **bold** \\*")
    'A link and bold *'

    Args:
        markdown: A line of Markdown.

    Returns:
        The words without markup, stripped.
    """
    return _MARKUP.sub(_strip_markup, markdown).strip()


def _strip_markup(match: re.Match[str]) -> str:
    if match[4]:
        return html.unescape(match[4])
    return match[1] or match[2] or ""
