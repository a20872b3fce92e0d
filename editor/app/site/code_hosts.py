"""The pages of code hosts on which a pull request is opened."""

import re
from urllib.parse import quote, urlsplit

_PAGES = (
    ("github.com", "https://{host}/{path}/compare/{branch}?expand=1"),
    (
        "gitlab",
        "https://{host}/{path}/-/merge_requests/new?merge_request%5Bsource_branch%5D={branch}",
    ),
    ("bitbucket.org", "https://{host}/{path}/pull-requests/new?source={branch}"),
    ("", "https://{host}/{path}/compare/{branch}"),
)
"""The address of the page by a part of the host's name; the last is Gitea's and Forgejo's."""
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
    page = next(page for name, page in _PAGES if name in host)
    return page.format(host=host, path=path.strip("/"), branch=quote(branch, safe=""))


def _split_remote(url: str) -> tuple[str, str]:
    """Return the host of a remote and the path of the repository there; "" where there is none."""
    parts = urlsplit(url)
    if parts.scheme in ("http", "https"):
        return parts.hostname or "", parts.path.strip("/").removesuffix(".git")
    match = _SSH_REMOTE.fullmatch(url)
    if match:
        return match["host"], match["path"]
    return "", ""
