"""What the preview of a page does not show."""

import re
from collections.abc import Iterable

from editor.core.issue.issue import Issue
from editor.core.markdown.placeholders import SCHEME
from editor.core.markdown.python_markdown import unknown_extensions
from editor.core.profiles.profile import Engine, Profile
from editor.core.rendering.blocks import Omissions, PageBlocks
from editor.core.rendering.source_pieces import SourcePiece

_REMOTE_IMAGE = re.compile(r'<img\b[^>]*?(?<![-\w])src="(?:https?:)?//', re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)


def find_omissions(issue: Issue, blocks: PageBlocks) -> Omissions:
    """Count what the preview of a page does not show.

    Args:
        issue: The issue.
        blocks: The blocks of its page, as rendered.

    Returns:
        The counts.
    """
    columns = zip(*(placed.chunk.omitted for placed in blocks.chunks), strict=True)
    counts = Omissions(*(sum(column) for column in columns))
    return counts._replace(extensions=_count_extensions(issue.profile))


def count_omitted(source: str, pieces: Iterable[SourcePiece]) -> Omissions:
    """Count what the preview of a chunk does not show.

    Args:
        source: The chunk.
        pieces: Its blocks, as rendered.

    Returns:
        The counts.
    """
    contents = [piece.html for piece in pieces]
    return Omissions(
        sum(each.count('class="shortcode"') + each.count(f'"{SCHEME}:') for each in contents),
        sum(each.count('class="embed"') for each in contents),
        len(_SCRIPT.findall(source)),
        sum(len(_REMOTE_IMAGE.findall(each)) for each in contents),
    )


def _count_extensions(profile: Profile) -> int:
    if profile.renderer is not Engine.PYTHON_MARKDOWN:
        return 0
    return len(unknown_extensions(profile.markdown.extensions))
