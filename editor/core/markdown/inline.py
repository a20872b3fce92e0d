"""Inline Markdown as plain words."""

import html
import re

_MARKUP = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)|\\([!-/:-@\[-`{-~])|(\*\*|__|`)|(&#?\w{1,32};)")


def plain_text(markdown: str) -> str:
    """Inline Markdown as words, for calendars.

    >>> plain_text(r"A [link](https://x.example) and **bold** \\*")
    'A link and bold *'
    """
    return _MARKUP.sub(
        lambda match: html.unescape(match[4]) if match[4] else match[1] or match[2] or "", markdown
    ).strip()
