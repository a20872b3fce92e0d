"""The links that a site knows, read in the background: pages, and what earlier issues link to."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from editor.app.services.page_files import find_pages
from editor.app.services.profile_registry import ProfileRegistry
from editor.app.site.site import Site
from editor.core.checks.body_links import find_links
from editor.core.issue.issue import issue_title
from editor.core.issue.known_links import KnownLink
from editor.core.markdown.inline import plain_text

_MOST_ISSUES = 40
_MOST_PAGES = 3_000
_HEAD = 4_000
"""Bytes of a page in which its title is looked for."""
_TITLE = re.compile(rb"^(?:title:|title\s*=)\s*[\"']?(.{1,200}?)[\"']?\s*$", re.MULTILINE)


def read_links(
    site: Site, path: Path | None, registry: ProfileRegistry, pause: Callable[[], None]
) -> list[KnownLink]:
    """Read the links that a site knows.

    Args:
        site: The site.
        path: The open file, which is left out; None where there is none.
        registry: The profiles with which issues are read.
        pause: Called before every file; it may raise to end the work.

    Returns:
        The pages of the site, then the links of earlier issues, the newest first.
    """
    found = list(_read_pages(site, pause))
    here = path and path.resolve()
    files = [file for file in site.issues()[:_MOST_ISSUES] if file.resolve() != here]
    for file, issue in registry.read_pages(files, pause):
        source = issue_title(issue) or file.name
        for link in find_links(issue):
            if link.text:
                found.append(KnownLink(plain_text(link.text), link.address, source))
    return found


def _read_pages(site: Site, pause: Callable[[], None]) -> Iterator[KnownLink]:
    """The pages of a Hugo site, with the addresses that they have by default."""
    content = site.root / "content" if site.root else None
    if content is None or not content.is_dir():
        return
    for count, file in enumerate(sorted(find_pages(content), reverse=True)):
        if count == _MOST_PAGES:
            return
        pause()
        try:
            with file.open("rb") as stream:
                match = _TITLE.search(stream.read(_HEAD))
        except OSError:
            continue
        title = match[1].decode("utf-8", "replace").strip() if match else file.stem
        yield KnownLink(title, page_address(file.relative_to(content)))


def page_address(path: Path) -> str:
    """Return the address of a page on its site.

    Args:
        path: Its file, from the folder of the content.

    Returns:
        Such as "/blog/name/"; for the page of a folder the folder.
    """
    parts = list(path.with_suffix("").parts)
    if parts[-1] in ("index", "_index"):
        parts.pop()
    return "/" + "".join(f"{part}/" for part in parts)
