"""A page read: what the list of a site shows of it, and its words."""

import re
from datetime import date
from pathlib import Path

from editor.app.library.page_facts import PageFacts, ReadPage
from editor.app.library.word_places import EMBEDDED_DATA
from editor.app.services.profile_registry import ProfileRegistry
from editor.app.site.site import find_site
from editor.core.base.encoding import decode
from editor.core.base.errors import UserFacingError
from editor.core.events.item_reading import CALENDAR_ANCHOR
from editor.core.issue.issue import Issue, is_draft, issue_title
from editor.core.issue.sections import count_words
from editor.core.markdown.inline import plain_text

_KEY = re.compile(r"^[ \t-]*[\w.-]+[ \t]*[:=][ \t]*|^(?:---|\+\+\+)[ \t]*$|^[ \t]*- ", re.MULTILINE)
"""What stands before values in front matter."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|<!--.{0,2000}?-->", re.DOTALL)
_ADDRESS = re.compile(r"""(?:href|src)=["']?([^\s"'>]+)""")
_DATE_IN_NAME = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MOST_LETTERS = 400_000
"""Letters of a page whose words are looked for."""
_AUTHOR_KEYS = ("author", "authors", "by")
_DRAFT_FOLDER = "_drafts"


def read_page(path: Path, data: bytes, registry: ProfileRegistry) -> ReadPage | None:
    """Read what is known of a page.

    Args:
        path: Its file.
        data: The bytes of the file.
        registry: The profiles.

    Returns:
        The page; None where it is no text.
    """
    try:
        text, _ = decode(data)
    except UserFacingError:
        return None
    issue = registry.parse(text, path)
    front = issue.front
    author = next((name for key in _AUTHOR_KEYS if (name := front.text(key))), "")
    profile = issue.profile
    image = None
    if profile.image.name and (name := front.text(*profile.image.name)):
        image = find_site(path, profile).image(name)
    facts = PageFacts(
        path,
        issue_title(issue) or path.stem,
        issue.day or _day_of_name(path),
        plain_text(author),
        profile.name,
        is_draft(issue) or _DRAFT_FOLDER in path.parts,
        str(image or ""),
        len(issue.entries),
        count_words(issue, issue.body),
        is_issue=bool(issue.entries) or "{month}" in profile.title_suffix,
    )
    return ReadPage(facts, searched_text(issue))


def searched_text(issue: Issue) -> str:
    """Write what is searched of a page.

    Args:
        issue: The page.

    Returns:
        Its body and the texts of its front matter, without calendar data and pictures in it.
    """
    text = issue.text[:_MOST_LETTERS]
    if "data:" in text:
        text = EMBEDDED_DATA.sub("", CALENDAR_ANCHOR.sub("", text))
    start = min(issue.front.body, len(text))
    front = _KEY.sub("", text[:start])
    return front + _TAG.sub(lambda tag: f" {' '.join(_ADDRESS.findall(tag[0]))} ", text[start:])


def _day_of_name(path: Path) -> date | None:
    match = _DATE_IN_NAME.search(path.name)
    if not match:
        return None
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return None
