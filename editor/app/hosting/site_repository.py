"""Where the repository of a site is: in git's configuration, in that of its editor, or typed once.

Files are read, git is not run: the configuration of a folder may name programs.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from editor.app.hosting.fetched_sites import find_fetched
from editor.app.site.git import find_top
from editor.core.base.errors import InputRejected
from editor.core.hosting.repository import Repository, read_repository

_MOST_BYTES = 200_000
_SECTION = re.compile(r'\s*\[(?:remote\s+"(?P<name>[^"]*)")?')
_URL = re.compile(r"\s*url\s*=\s*(?P<url>\S+)")
_BACKEND = re.compile(r"\s+name:\s*[\"']?(?P<kind>[\w-]+)")
_EDITOR_PATH = re.compile(r"\s+repo:\s*[\"']?(?P<path>[\w./-]+)")
_EDITOR_FILES = ("static/admin/config.yml", "public/admin/config.yml", "admin/config.yml")
_EDITOR_HOSTS = {"github": "github.com", "gitlab": "gitlab.com", "gitea": "codeberg.org"}
_TEMPLATES = (
    ".github/pull_request_template.md",
    ".github/PULL_REQUEST_TEMPLATE.md",
    ".gitlab/merge_request_templates/Default.md",
    ".forgejo/pull_request_template.md",
    ".gitea/pull_request_template.md",
    "docs/pull_request_template.md",
    "pull_request_template.md",
)


class SiteRepository(NamedTuple):
    """The repository of a site, and the folder of the site in it; "" for its top."""

    repository: Repository
    folder: str = ""


def find_site_repository(root: Path, typed: str = "") -> SiteRepository | None:
    """Find the repository of a site.

    Args:
        root: The folder of the site.
        typed: What the user has said of it; "" for nothing.

    Returns:
        The repository; None where nothing names one.
    """
    fetched = find_fetched(root)
    top = fetched.folder if fetched else find_top(root)
    folder = root.resolve().relative_to(top).as_posix() if top else ""
    if fetched:
        names = [typed, f"https://{fetched.repository}"]
    else:
        names = [typed, *(_remotes(top) if top else ()), *_editors(root)]
    for text in names:
        try:
            return SiteRepository(read_repository(text), "" if folder == "." else folder)
        except InputRejected:
            continue
    return None


def find_template(root: Path | None) -> str:
    """Read the text that a site wants pull requests to begin with.

    Args:
        root: The folder of the site; None for no site.

    Returns:
        The text; "" where it has none.
    """
    if root is None:
        return ""
    fetched = find_fetched(root)
    top = fetched.folder if fetched else find_top(root) or root
    return next(filter(None, (_read(top / name) for name in _TEMPLATES)), "")


def _remotes(top: Path) -> list[str]:
    """The remotes of a checkout: where others work together, then what it was cloned from."""
    git = top / ".git"
    if git.is_file():  # a worktree, or a submodule
        git = top / _read(git).partition("gitdir:")[2].strip()
        common = _read(git / "commondir").strip()
        git = git / common if common else git
    found: dict[str, str] = {}
    name = None
    for line in _read(git / "config").splitlines():
        if section := _SECTION.match(line):
            name = section["name"]
        elif name is not None and (url := _URL.match(line)):
            found.setdefault(name, url["url"])
    names = sorted(found, key=lambda name: (name != "upstream", name != "origin", name))
    return [found[name] for name in names]


def _editors(root: Path) -> Iterator[str]:
    """The repository that Decap or Netlify CMS writes to, from the part ``backend``."""
    for file in _EDITOR_FILES:
        kind = path = ""
        is_backend = False
        for line in _read(root / file).splitlines():
            if line[:1].strip():
                is_backend = line.startswith("backend:")
            elif is_backend and (name := _BACKEND.match(line)):
                kind = name["kind"]
            elif is_backend and (repo := _EDITOR_PATH.match(line)):
                path = repo["path"]
        if path:
            yield f"https://{_EDITOR_HOSTS.get(kind, 'github.com')}/{path}"


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES).decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError:
        return ""
