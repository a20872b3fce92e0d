"""Repositories of code hosts: read from what people type, and from the remotes of git."""

import re
from enum import StrEnum
from urllib.parse import quote, urlsplit

from msgspec import Struct

from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate


class HostKind(StrEnum):
    """Whose API a host speaks; Gitea and Codeberg speak Forgejo's."""

    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "forgejo"


_PAGES = {
    HostKind.GITHUB: "https://{host}/{path}/compare/{branch}?expand=1",
    HostKind.GITLAB: (
        "https://{host}/{path}/-/merge_requests/new?merge_request%5Bsource_branch%5D={branch}"
    ),
    HostKind.FORGEJO: "https://{host}/{path}/compare/{branch}",
}
"""Where a pull request is opened by hand."""
_BITBUCKET_PAGE = "https://{host}/{path}/pull-requests/new?source={branch}"
_SSH_REMOTE = re.compile(
    r"""
    (?:ssh://)?
    (?:[\w.-]+@)?           # user
    (?P<host>[\w.-]+\.\w+)
    (?::\d+)?               # port
    [:/]
    (?P<path>[\w./~-]+?)
    (?:\.git)?
    /?
    """,
    re.VERBOSE,
)
_PATH = re.compile(r"[\w.~-]+(?:/[\w.~-]+)+")
"""An owner, groups of groups with GitLab, and a name."""
_PAGES_OF_A_REPOSITORY = frozenset(
    """
    actions activity archive blame blob branches commit commits compare discussions edit find forks
    graphs info insights issues labels media milestones packages projects pull pulls pulse raw
    release releases search security settings src stars tags tree watchers wiki
    """.split()
)
"""What stands behind the name in a browser's address: Forgejo, Gitea, GitHub."""
_HOST = re.compile(
    r"[\w-]+(?:\.[\w-]+)+(?::\d+)? | localhost(?::\d+)? | 127\.0\.0\.1:\d+", re.VERBOSE
)


class Repository(Struct, frozen=True):
    """A repository of a code host: the host with its port, and the path such as "owner/name"."""

    host: str
    path: str

    def __str__(self) -> str:
        """Write it as people do."""
        return f"{self.host}/{self.path}"


def read_repository(text: str) -> Repository:
    """Read a repository as people type it, as browsers show it or as git has its remotes.

    >>> str(read_repository("git@codeberg.org:verein/seite.git"))
    'codeberg.org/verein/seite'
    >>> str(read_repository("https://github.com/verein/seite/tree/main/content"))
    'github.com/verein/seite'
    >>> str(read_repository("verein/seite"))
    'github.com/verein/seite'

    Args:
        text: An address, a remote, or an owner and a name, which mean GitHub.

    Returns:
        The repository.

    Raises:
        InputRejected: If it names none.
    """
    typed = text.strip()
    host, path = _split_remote(typed)
    if not host:
        host, _, path = typed.strip("/").partition("/")
        if "." not in host and ":" not in host and host != "localhost":
            host, path = "github.com", f"{host}/{path}"
    if guess_kind(bare := host.lower().removeprefix("www.")):
        host = bare
    path = _cut_path(host, path)
    is_folder = typed.startswith(("/", ".")) or ".." in path or not typed.isprintable()
    if is_folder or not _HOST.fullmatch(host) or not _PATH.fullmatch(path):
        message = translate(
            "core",
            "“{text}” names no repository. Its address looks like https://github.com/owner/name.",
        )
        raise InputRejected(message.fill(text=typed[:200]))
    return Repository(host.lower(), path)


def _cut_path(host: str, path: str) -> str:
    """Leave out what a browser's address has behind the repository."""
    path = path.split("?")[0].split("#")[0].strip("/").removesuffix(".git")
    if "/-/" in path or guess_kind(host) is HostKind.GITLAB:
        return path.partition("/-/")[0]
    parts = path.split("/")
    if guess_kind(host) or parts[2:3] and parts[2] in _PAGES_OF_A_REPOSITORY:
        return "/".join(parts[:2])
    return path


def guess_kind(host: str) -> HostKind | None:
    """Guess from its name whose API a host speaks.

    >>> guess_kind("gitlab.opencode.de"), guess_kind("code.example")
    (<HostKind.GITLAB: 'gitlab'>, None)

    Args:
        host: The name of the host.

    Returns:
        The kind; None where the name does not say.
    """
    if host == "github.com":
        return HostKind.GITHUB
    if "gitlab" in host or host == "salsa.debian.org":
        return HostKind.GITLAB
    if host == "codeberg.org" or any(name in host for name in ("gitea", "forgejo")):
        return HostKind.FORGEJO
    return None


def pull_request_url(url: str, branch: str) -> str:
    """Return the page that opens a pull request for a branch of a remote.

    >>> pull_request_url("git@github.com:codeforgermany/site.git", "neu")
    'https://github.com/codeforgermany/site/compare/neu?expand=1'

    Args:
        url: The remote's URL as git has it.
        branch: The branch with the changes.

    Returns:
        The address of the page; "" for a remote without pages, such as a folder.
    """
    host, path = _split_remote(url)
    if not host or not path or url.startswith(("/", ".")):
        return ""
    page = _PAGES[guess_kind(host) or HostKind.FORGEJO]
    if "bitbucket.org" in host:
        page = _BITBUCKET_PAGE
    return page.format(host=host, path=path.strip("/"), branch=quote(branch, safe=""))


def _split_remote(url: str) -> tuple[str, str]:
    """Return the host of a remote and the path of the repository there; "" where there is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", ""
    if parts.scheme in ("http", "https"):
        return parts.netloc.rpartition("@")[2], parts.path.strip("/").removesuffix(".git")
    match = _SSH_REMOTE.fullmatch(url)
    if match and (url.startswith("ssh://") or "@" in url):
        return match["host"], match["path"]
    return "", ""
