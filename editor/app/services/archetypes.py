"""What a site's generator begins a new page with: Hugo's archetypes, Hexo's scaffolds."""

import re

from editor.app.services.files import read_file
from editor.app.services.site_reading import SiteFolder
from editor.core.base.encoding import decode
from editor.core.base.errors import UserFacingError
from editor.core.sites.configuration import Generator

_PLACES = {
    Generator.HUGO: ("archetypes/{section}.md", "archetypes/{section}/index.md",
                     "archetypes/default.md"),
    Generator.HEXO: ("scaffolds/post.md",),
}  # fmt: skip
_TAG = re.compile(r"\{\{[^{}]*\}\}")
_LONGEST = 50_000


def read_archetype(site: SiteFolder, folder: str) -> str:
    """Read what new pages of a folder begin with.

    Args:
        site: The site.
        folder: The folder of its pages, from the root.

    Returns:
        The text, without the template tags that only the generator can fill; "" for none.
    """
    section = folder.strip("/").rpartition("/")[2]
    for place in _PLACES.get(site.configuration.generator, ()):
        path = site.root / place.format(section=section)
        try:
            text = decode(read_file(path))[0] if path.is_file() else ""
        except UserFacingError:
            continue
        if text and len(text) <= _LONGEST:
            return _TAG.sub("", text)
    return ""
