"""Pull requests as a window shows them: their state, checks, and what reviewers say.

GitLab calls them merge requests. All text of a host is plain text here.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct


class PullState(StrEnum):
    """What has become of a pull request."""

    OPEN = "open"
    MERGED = "merged"
    CLOSED = "closed"


class PullRequest(Struct, frozen=True):
    """A pull request: the number it has in its repository, and its page."""

    number: int
    address: str
    state: PullState
    branch: str
    head: str
    """The last commit of its branch."""
    conflicts: bool = False
    """Whether the host cannot merge it by itself."""
    text: str = ""
    """What it was opened with."""


class CheckState(StrEnum):
    """How a check of a host stands."""

    RUNNING = "running"
    PASSED = "passed"
    FAILED = "failed"


class HostCheck(Struct, frozen=True):
    """What a program at the host says of a commit, such as a build of the site."""

    name: str
    state: CheckState
    address: str = ""
    """Where more is said; a built preview where the check made one."""


class ReviewComment(Struct, frozen=True):
    """What somebody says of a pull request, or of a line in it."""

    key: str
    """What the host calls it, for an answer; "" where it takes none."""
    author: str
    text: str
    path: str = ""
    """The file that it speaks of; "" for the whole."""
    line: int = 0
    """The line of that file in ``commit``, from 1; 0 where the host no longer knows."""
    commit: str = ""
    is_done: bool = False
    """Whether the host counts it as resolved."""


class Review(Struct, frozen=True):
    """A pull request with all that is said of it."""

    request: PullRequest
    checks: tuple[HostCheck, ...] = ()
    comments: tuple[ReviewComment, ...] = ()

    @property
    def preview(self) -> str:
        """The address of a page built from the branch; "" where no check names one."""
        return find_preview(self.checks, self.comments)


_PREVIEW_HOSTS = re.compile(
    r"""
    https://
    [\w.-]+
    \. (?:netlify\.app | vercel\.app | pages\.dev | surge\.sh | onrender\.com | readthedocs\.build)
    (?: /[^\s)>"\]]* )?
    """,
    re.VERBOSE,
)
"""Where services build what a pull request proposes."""
_PREVIEW_NAME = re.compile(r"preview|deploy|vercel|netlify|cloudflare|pages|surge", re.IGNORECASE)


def find_preview(checks: Iterable[HostCheck], comments: Iterable[ReviewComment]) -> str:
    """Find the address of a page that was built from a pull request.

    Args:
        checks: What programs say of it; a preview stands at the address of one.
        comments: What people and programs say; some services name it there.

    Returns:
        The address, of https; "" where none is named.
    """
    passed = [check for check in checks if check.state is CheckState.PASSED]
    for check in passed:
        if _PREVIEW_HOSTS.match(check.address):
            return check.address
    for comment in comments:
        if found := _PREVIEW_HOSTS.search(comment.text):
            return found[0]
    for check in passed:
        if _PREVIEW_NAME.search(check.name) and check.address.startswith("https://"):
            return check.address
    return ""
