"""Front matter, read with spans.

``finding`` says where it is and how it is written; the format's own parser says what it means and
where each value stands. Law: reading is total. ``editing`` changes what is read here.
"""

from editor.core.frontmatter.finding import find_front_matter
from editor.core.frontmatter.model import FrontMatter, UnreadableFrontMatter


def read_front_matter(text: str, *, strict: bool = False) -> FrontMatter:
    """Read the front matter of a text.

    Args:
        text: The whole document.
        strict: Whether it is read as strictly as other programs do, which takes longer.

    Returns:
        The front matter. Total: what cannot be read is reported in ``problem``.
    """
    place = find_front_matter(text)
    if place is None:
        return FrontMatter(None, None, 0)
    if place.format is None or place.span is None:
        return FrontMatter(None, None, place.body, foreign=place.message)
    try:
        root = place.format.read(text, place.span, strict=strict)
    except UnreadableFrontMatter as error:
        return FrontMatter(
            place.format, place.span, place.body, None, error.message, error.position
        )
    return FrontMatter(place.format, place.span, place.body, root)
