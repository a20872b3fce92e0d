"""The manual: chapters of Markdown, rendered as the site's pages are."""

import re
from functools import cache

from msgspec import Struct

from editor.core.issue.issue import parse_issue
from editor.core.rendering.blocks import strip_markers
from editor.core.rendering.page import render_page
from editor.resources import resource
from editor.ui.help.chapters import Chapter

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_IMAGE = re.compile(r'<img src="pictures/([^"]+)"')
_PICTURE_WIDTH = 620


class ManualPage(Struct, frozen=True):
    """A chapter of the manual."""

    chapter: Chapter
    title: str
    text: str
    """Its Markdown, with its heading."""

    @property
    def html(self) -> str:
        """Return the chapter as HTML that Qt can show."""
        page = render_help(self.text)
        return _IMAGE.sub(rf'<img width="{_PICTURE_WIDTH}" src="\1"', page)

    def holds(self, words: str) -> bool:
        """Tell whether all words stand in the chapter.

        Args:
            words: What the user looks for.

        Returns:
            Whether each of them does, however it is written.
        """
        text = self.text.casefold()
        return all(word in text for word in words.casefold().split())


def render_help(text: str) -> str:
    """Render a text of the program itself.

    Args:
        text: Markdown.

    Returns:
        HTML that Qt can show.
    """
    return "".join(strip_markers(block.html) for block in render_page(parse_issue(text)))


@cache
def read_manual(language: str) -> tuple[ManualPage, ...]:
    """Read the manual.

    Args:
        language: "de" or "en".

    Returns:
        Its chapters, in their order.
    """
    text = resource("help", f"manual.{language}.md").read_text(encoding="utf-8")
    blanked = _FENCE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    starts = [match.start() for match in _HEADING.finditer(blanked)]
    parts = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    return tuple(
        ManualPage(chapter, part.partition("\n")[0].removeprefix("## "), part)
        for chapter, part in zip(Chapter, parts, strict=True)
    )
