"""What checks need to know beside the text, gathered from the site's folder.

It needs no Qt: the command line checks in the same way.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from editor.app.services.gazetteer_loading import load_gazetteer
from editor.app.services.picture_size import read_picture_size
from editor.app.services.profile_registry import ProfileRegistry
from editor.app.site.site import Site
from editor.core.base.messages import Message
from editor.core.checks.body_links import find_links
from editor.core.checks.diagnostic import CheckContext, PictureFacts, Speller
from editor.core.issue.issue import Issue, issue_title
from editor.core.places.gazetteer import Gazetteer


def make_check_context(
    path: Path | None,
    issue: Issue,
    site: Site,
    gazetteer: Gazetteer | None = None,
    *,
    earlier_links: Mapping[str, str] | None = None,
    dead_links: Mapping[str, Message] | None = None,
    speller: Speller | None = None,
) -> CheckContext:
    """Gather what checks need to know about a file.

    Args:
        path: The file; None where the issue has none yet.
        issue: The issue in it.
        site: The site it belongs to.
        gazetteer: Known venues and towns; None for those that come with the program.
        earlier_links: See ``find_earlier_links``; None where it does not matter.
        dead_links: The addresses that did not answer, with the reasons; None where none was asked.
        speller: Looks words up; None where spelling is not checked.

    Returns:
        The context for ``run_checks``.
    """
    file_name = ""
    if path:
        file_name = path.name
    return CheckContext(
        gazetteer=gazetteer or load_gazetteer()[0],
        file_name=file_name,
        pictures=_read_pictures(issue, site),
        earlier_links=earlier_links or {},
        dead_links=dead_links or {},
        speller=speller,
    )


def _read_pictures(issue: Issue, site: Site) -> PictureFacts | None:
    """Return what is known of the header's picture; None where pages or site have none."""
    image = issue.profile.image
    if site.root is None or not image.folder or not image.name:
        return None
    folder = site.root / image.folder
    if not folder.is_dir():
        return None
    name = issue.front.text(*image.name)
    names = [path.relative_to(folder).as_posix() for path in _list_files_beside(folder, name)]
    names.sort()
    if site.pending_photos.path(name):
        names.append(name)
    file = site.image(name) if name else None
    if file is None:
        return PictureFacts(tuple(names))
    try:
        return PictureFacts(tuple(names), read_picture_size(file), file.stat().st_size)
    except OSError:
        return PictureFacts(tuple(names))


def _list_files_beside(folder: Path, name: str) -> list[Path]:
    """Return the files in the folder of a picture, as long as it is inside the image folder."""
    picture_folder = (folder / name).parent
    try:
        is_inside = picture_folder.resolve().is_relative_to(folder.resolve())
        if is_inside and picture_folder.is_dir():
            return [path for path in picture_folder.iterdir() if path.is_file()]
        return []
    except (OSError, ValueError):
        return []


def find_earlier_links(
    site: Site,
    path: Path | None,
    registry: ProfileRegistry,
    pause: Callable[[], None],
    limit: int = 60,
) -> dict[str, str]:
    """Find the addresses in the prose of a site's earlier issues.

    Args:
        site: The site.
        path: The issue before which the others are; None for all of them.
        registry: The profiles with which they are read.
        pause: Called before every file; it may raise to end the work.
        limit: How many of the newest issues are read.

    Returns:
        The title of the newest one that has an address, by address without a slash at its end.
    """
    links: dict[str, str] = {}
    newest = reversed(site.issues()[:limit])
    files = [file for file in newest if not path or file.name < path.name]
    for file, issue in registry.read_pages(files, pause):
        title = issue_title(issue) or file.name
        entry_spans = [entry.span for entry in issue.entries]
        for link in find_links(issue):
            if not any(span.start <= link.url.start < span.end for span in entry_spans):
                links[link.url.of(issue.text).rstrip("/")] = title
    return links
