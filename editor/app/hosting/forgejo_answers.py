"""Answers of Forgejo where they are not GitHub's, as far as they are read."""

import msgspec

from editor.app.hosting.github_answers import Entry, User
from editor.core.hosting.pull_request import (
    CheckState,
    HostCheck,
    PullRequest,
    PullState,
    ReviewComment,
)


class BranchCommit(msgspec.Struct):
    """The last commit of a branch."""

    id: str


class Branch(msgspec.Struct):
    """A branch, and where it stands."""

    commit: BranchCommit


class Tree(msgspec.Struct):
    """Files of a commit, one page of them."""

    tree: list[Entry] | None = None
    total_count: int = 0


class CommitName(msgspec.Struct):
    """What a commit is called."""

    sha: str


class Committed(msgspec.Struct):
    """What has come of files that were sent."""

    commit: CommitName


class HeadRepository(msgspec.Struct):
    """The repository of a branch."""

    full_name: str


class Head(msgspec.Struct):
    """The branch of a pull request."""

    ref: str
    sha: str
    repo: HeadRepository | None = None


class Pull(msgspec.Struct):
    """A pull request."""

    number: int
    html_url: str
    state: str
    head: Head
    body: str | None = None
    merged: bool = False
    mergeable: bool = True

    def is_from(self, path: str, branch: str) -> bool:
        """Tell whether it proposes a branch of a repository; a deleted fork has no name."""
        head = self.head
        return head.ref == branch and (head.repo is None or head.repo.full_name == path)

    def read(self) -> PullRequest:
        """Return it as all hosts have it."""
        state = PullState.MERGED if self.merged else PullState(self.state)
        conflicts = not self.mergeable and state is PullState.OPEN
        head, text = self.head, self.body or ""
        return PullRequest(self.number, self.html_url, state, head.ref, head.sha, conflicts, text)


class Status(msgspec.Struct):
    """A check of a commit."""

    context: str
    status: str
    target_url: str = ""

    def read(self) -> HostCheck:
        """Return it as all hosts have it."""
        states = {"success": CheckState.PASSED, "pending": CheckState.RUNNING}
        return HostCheck(self.context, states.get(self.status, CheckState.FAILED), self.target_url)


class Statuses(msgspec.Struct):
    """All checks of a commit."""

    statuses: list[Status] | None = None


class PullReview(msgspec.Struct):
    """A verdict, with comments on lines that are asked for by its number."""

    id: int
    body: str = ""
    user: User | None = None
    comments_count: int = 0

    def read(self) -> ReviewComment:
        """Return what it says of the whole, as all hosts have it."""
        return ReviewComment("", self.user.login if self.user else "", self.body)


class Comment(msgspec.Struct):
    """A comment on a line, or on the whole."""

    body: str = ""
    user: User | None = None
    path: str = ""
    position: int = 0
    commit_id: str = ""
    resolver: User | None = None

    def read(self, review: str = "") -> ReviewComment:
        """Return it as all hosts have it; an answer names the review."""
        return ReviewComment(
            review,
            self.user.login if self.user else "",
            self.body,
            self.path,
            self.position,
            self.commit_id,
            self.resolver is not None,
        )
