"""What every code host can do for an issue; one module for each speaks its API."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol

from msgspec import Struct

from editor.app.services.api import Clash, NotThere
from editor.core.hosting.pull_request import PullRequest, Review, ReviewComment

_WAITS = (1, 2, 3, 5, 8, 13)
"""Seconds between looks at something that a host is making."""


class Account(Struct, frozen=True):
    """Who a token stands for, and what it may do as the host names it; "" where it does not."""

    name: str
    rights: str = ""


class HostedRepository(Struct, frozen=True):
    """A repository as its host describes it."""

    path: str
    """Such as "owner/name", as the host writes it now."""
    base: str
    """The branch that pull requests go into."""
    address: str
    """Its page."""
    may_push: bool
    is_archived: bool = False
    number: int = 0
    """What GitLab calls it in requests."""

    @property
    def owner(self) -> str:
        """Whose it is."""
        return self.path.rpartition("/")[0]


class NewCommit(Struct, frozen=True):
    """Files that become one commit on a branch."""

    branch: str
    parent: str
    """The commit it follows."""
    is_new_branch: bool
    files: Mapping[str, bytes]
    message: str
    tree: Mapping[str, str]
    """The files of ``parent``, by path, as git names their contents."""
    upstream: HostedRepository | None = None
    """Where ``parent`` is, if not in the repository itself."""

    @property
    def head_before(self) -> str:
        """Where the branch stands before; "" for a new one."""
        return "" if self.is_new_branch else self.parent


class BranchMoved(Exception):
    """Somebody else has put a commit on a branch while ours was made; nothing has changed."""


def wait_for(is_there: Callable[[], object], stop: threading.Event) -> None:
    """Wait for what a host makes in its own time, such as a fork; half a minute at most.

    Args:
        is_there: Asks for it.
        stop: Ends the waiting when it is set.
    """
    for seconds in _WAITS:
        if stop.is_set() or is_there():
            break
        stop.wait(seconds)


class CodeHost(Protocol):
    """A host, for one account.

    All methods raise HostRefused if the host refuses, and FetchFailed if it cannot be reached.
    """

    @property
    def name(self) -> str:
        """Return what users call it."""
        ...

    def account(self) -> Account:
        """Ask who the token stands for."""
        ...

    def repository(self, path: str) -> HostedRepository:
        """Ask for a repository by its path; one that was renamed is found."""
        ...

    def head(self, path: str, branch: str) -> str:
        """Return the last commit of a branch; "" where there is no such branch."""
        ...

    def tree(self, path: str, commit: str) -> dict[str, str]:
        """List the files of a commit: path and the name of the content; no links."""
        ...

    def blob(self, path: str, blob: str) -> bytes:
        """Read the content of a file by its name."""
        ...

    def archive(self, path: str, commit: str, into: Callable[[bytes], object]) -> None:
        """Read all files of a commit as a compressed tar file, in a folder of any name."""
        ...

    def fork(self, upstream: HostedRepository, owner: str) -> HostedRepository:
        """Find an account's fork of a repository, or make one."""
        ...

    def start(self, upstream: HostedRepository, target: HostedRepository) -> NewCommit:
        """Return an empty commit on the upstream's base, as it can be made in a target."""
        ...

    def commit(self, repository: HostedRepository, commit: NewCommit) -> str:
        """Make a commit and move the branch to it, whole or not at all.

        Raises:
            BranchMoved: If the branch does not stand on the parent any more.
        """
        ...

    def pull_requests(
        self, upstream: HostedRepository, source: HostedRepository, branch: str
    ) -> list[PullRequest]:
        """List the pull requests of a branch, the newest first."""
        ...

    def open_pull_request(
        self,
        upstream: HostedRepository,
        source: HostedRepository,
        branch: str,
        title: str,
        text: str,
    ) -> PullRequest:
        """Open a pull request."""
        ...

    def review(self, path: str, number: int) -> Review:
        """Ask for a pull request with what is said of it."""
        ...

    def answer(
        self, path: str, number: int, comment: ReviewComment, text: str, *, done: bool
    ) -> None:
        """Answer a comment; with ``done`` resolve it, where the host can.

        A comment without a key and a path stands for the whole: the text is said of it.
        """
        ...


@contextmanager
def noticing_moves(host: CodeHost, path: str, commit: NewCommit) -> Iterator[None]:
    """Tell a refused commit from a branch that has moved meanwhile.

    Args:
        host: The code host.
        path: The path of the repository.
        commit: The commit that is made inside.

    Raises:
        BranchMoved: If the commit is refused, and the branch stands elsewhere by now.
    """
    try:
        yield
    except (Clash, NotThere):
        if host.head(path, commit.branch) != commit.head_before:
            raise BranchMoved from None
        raise
