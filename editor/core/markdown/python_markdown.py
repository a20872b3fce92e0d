"""Markdown as sites built with Python-Markdown have it, with their extensions.

Run are the extensions that Python-Markdown brings along, and those of PyMdown Extensions where
they are installed and read no files. Others would run code of the site.
"""

import html
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec

_USUAL = ("extra", "sane_lists", "toc")
_PREFIX = "markdown.extensions."
_OWN = {
    "abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code",
    "footnotes", "legacy_attrs", "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists",
    "smarty", "tables", "toc", "wikilinks",
}  # fmt: skip
_PYMDOWN = {
    f"pymdownx.{name}"
    for name in (
        "arithmatex", "betterem", "caret", "critic", "details", "escapeall", "extra", "highlight",
        "inlinehilite", "keys", "magiclink", "mark", "progressbar", "saneheaders", "smartsymbols",
        "striphtml", "superfences", "tabbed", "tasklist", "tilde",
    )
}  # fmt: skip


def render_python_markdown(text: str, names: Sequence[str] = ()) -> str:
    """Return HTML as sites built with Python-Markdown have it.

    Args:
        text: Markdown without template tags.
        names: The site's extensions; those of ``unknown_extensions`` are left out. Without any,
            the usual ones.

    Returns:
        The HTML, not yet sanitized; the text as it is where it nests too deeply.
    """
    import markdown

    known = [name.removeprefix(_PREFIX) for name in names if _is_known(name)]
    try:
        return markdown.markdown(text, extensions=known or list(_USUAL))
    except RecursionError:
        return f"<pre>{html.escape(text)}</pre>"


def unknown_extensions(names: Sequence[str]) -> list[str]:
    """Find the extensions of a site that are not run here.

    Args:
        names: The site's extensions, as its configuration names them.

    Returns:
        Those that are not run, in their order.
    """
    return [name for name in names if not _is_known(name)]


def _is_known(name: str) -> bool:
    plain = name.removeprefix(_PREFIX)
    return plain in _OWN or (plain in _PYMDOWN and _has_pymdown())


@cache
def _has_pymdown() -> bool:
    return find_spec("pymdownx") is not None
