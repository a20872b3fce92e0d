"""Which dialect of Markdown a site reads."""

from editor.core.markdown.parser import Dialect
from editor.core.profiles.profile import Engine, Profile


def dialect_for(profile: Profile) -> Dialect:
    """Choose the dialect of Markdown that the site of a profile reads.

    Args:
        profile: The profile of an issue.

    Returns:
        Its renderer, with what its templates change about links and what the site has set.
    """
    has_quotes, has_bare_links = _USUAL[profile.renderer]
    set_by_site = profile.markdown
    return Dialect(
        profile.renderer,
        profile.link_hook,
        _first(set_by_site.typographer, has_quotes),
        _first(set_by_site.hard_wraps, False),
        _first(set_by_site.linkify, has_bare_links),
        _first(set_by_site.unsafe, True),
        set_by_site.extensions,
    )


_USUAL = {
    Engine.GOLDMARK: (True, True),
    Engine.MARKDOWN_IT: (False, False),
    Engine.PYTHON_MARKDOWN: (False, False),
    Engine.KRAMDOWN: (True, False),
    Engine.COMMONMARK: (False, True),
}
"""Whether an engine makes typographic quotes and links of bare addresses if nobody says."""


def _first(said: bool | None, usual: bool) -> bool:
    return usual if said is None else said
