"""What a page of the site shows above its body: title, picture and byline, by a template."""

import html
import re
from functools import lru_cache

from editor.core.issue.issue import Issue, issue_title
from editor.core.markdown.parser import Dialect, make_parser
from editor.core.markdown.sanitizer import sanitize

_FIELD = re.compile(r"\{(\w+)[^{}]*\}")


def render_head(issue: Issue, *, image: bool) -> str:
    """Render the head of a page by the template of the issue's profile.

    A line of the template is written if there is a value for each of its fields, and at least one
    of them is not shown yet.

    Args:
        issue: The issue.
        image: Whether to show its picture.

    Returns:
        The HTML, not sanitized as a whole.
    """
    values = _find_values(issue, image=image)
    shown: set[str] = set()
    lines = []
    for line in issue.profile.head.strip().splitlines():
        fields = set(_FIELD.findall(line)) - {"alt"}
        if all(values.get(name) for name in fields) and not fields <= shown:
            lines.append(line.format_map(values))
            shown |= fields
    return "\n".join(lines)


def _find_values(issue: Issue, *, image: bool) -> dict[str, object]:
    """The values of the template's fields, as HTML; "" for what is not shown."""
    front, settings = issue.front, issue.profile.image
    values: dict[str, object] = dict.fromkeys(("title", "image", "alt", "attribution"), "")
    if front.text("title"):
        values["title"] = html.escape(issue_title(issue))
    if settings.alt:
        values["alt"] = html.escape(front.text(*settings.alt))
    name = front.text(*settings.name) if settings.name and image else ""
    if name:
        values["image"] = html.escape(f"{settings.folder.removeprefix('static')}/{name}")
    if name and settings.attribution:
        values["attribution"] = _render_inline(front.text(*settings.attribution))
    values["date"] = issue.day or ""
    values["author"] = html.escape(front.text("author"))
    return values


@lru_cache(maxsize=16)
def _render_inline(markdown_text: str) -> str:
    """A line of Markdown or HTML, such as an attribution, as safe HTML."""
    if not markdown_text:
        return ""
    return sanitize(make_parser(Dialect("goldmark")).renderInline(markdown_text))
