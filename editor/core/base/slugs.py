"""File names from titles."""

import re
import unicodedata

from editor.core.base.file_names import is_portable_name


def make_slug(title: str) -> str:
    """Make a file name of a title.

    >>> make_slug("Bürger:innen – Größe & Maß")
    'buerger-innen-groesse-mass'

    Args:
        title: Any text.

    Returns:
        ASCII letters, digits and hyphens, in lower case, at most 60; never empty.
    """
    folded = title.casefold()
    for char, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        folded = folded.replace(char, letters)
    ascii_only = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:60].rstrip("-") or "termin"
    if is_portable_name(slug):
        return slug
    return f"{slug}-1"  # "con" and the like are devices on Windows
