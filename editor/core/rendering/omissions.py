"""What the preview of a page does not show."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from editor.core.base.remembering import remember
from editor.core.issue.issue import Issue
from editor.core.markdown.placeholders import SCHEME
from editor.core.markdown.python_markdown import unknown_extensions
from editor.core.profiles.profile import Engine, Profile
from editor.core.rendering.blocks import CACHE_SIZE, Block

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
    counts = [_count_in(block.html) for block in blocks]
    scripts = 0
    if "<" in issue.text:
        scripts = len(_SCRIPT.findall(issue.text, issue.front.body))
    return Omissions(
        shortcodes=sum(shortcodes for shortcodes, _, _ in counts),
        embeds=sum(embeds for _, embeds, _ in counts),
        scripts=scripts,
        remote_images=sum(images for _, _, images in counts),
        extensions=_count_extensions(issue.profile),
    )


@remember(CACHE_SIZE)
def _count_in(content: str) -> tuple[int, int, int]:
    """Shortcodes, frames and images of other sites in a block."""
    shortcodes = content.count('class="shortcode"') + content.count(f'"{SCHEME}:')
    return shortcodes, content.count('class="embed"'), len(_REMOTE_IMAGE.findall(content))


def _count_extensions(profile: Profile) -> int:
    if profile.renderer is not Engine.PYTHON_MARKDOWN:
        return 0
    return len(unknown_extensions(profile.markdown.extensions))
