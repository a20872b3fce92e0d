"""What the preview of a page does not show."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from editor.core.issue.issue import Issue
from editor.core.markdown.placeholders import SCHEME
from editor.core.markdown.python_markdown import unknown_extensions
from editor.core.profiles.profile import Engine, Profile
from editor.core.rendering.blocks import Block

_REMOTE_IMAGE = re.compile(r'<img\b[^>]*?(?<![-\w])src="(?:https?:)?//', re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)


class Omissions(NamedTuple):
    """How much of a page the preview does not show.

    Attributes:
        shortcodes: Tags of the site generator, of which the preview shows a label.
        embeds: Frames, of which it shows the address.
        scripts: Scripts, which are left out.
        remote_images: Images that wait until the user allows to fetch them.
        extensions: Extensions of the site's Markdown that are not run.
    """

    shortcodes: int = 0
    embeds: int = 0
    scripts: int = 0
    remote_images: int = 0
    extensions: int = 0


def find_omissions(issue: Issue, blocks: Iterable[Block]) -> Omissions:
    """Count what the preview of a page does not show.

    Args:
        issue: The issue.
        blocks: The blocks of its page, as rendered.

    Returns:
        The counts.
    """
    page = "".join(block.html for block in blocks)
    scripts = 0
    if "<" in issue.text:
        scripts = len(_SCRIPT.findall(issue.text, issue.front.body))
    return Omissions(
        shortcodes=page.count('class="shortcode"') + page.count(f'"{SCHEME}:'),
        embeds=page.count('class="embed"'),
        scripts=scripts,
        remote_images=len(_REMOTE_IMAGE.findall(page)),
        extensions=_count_extensions(issue.profile),
    )


def _count_extensions(profile: Profile) -> int:
    if profile.renderer is not Engine.PYTHON_MARKDOWN:
        return 0
    return len(unknown_extensions(profile.markdown.extensions))
