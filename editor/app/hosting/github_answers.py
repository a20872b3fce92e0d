"""Answers of GitHub, as far as they are read, and what they mean here."""

import msgspec

from editor.app.hosting.code_host import HostedRepository
from editor.core.hosting.pull_request import (
    CheckState,
    HostCheck,
    PullRequest,
    PullState,
    ReviewComment,
)

_REFUSED = ("failure", "timed_out", "cancelled", "action_required", "startup_failure", "error")


class User(msgspec.Struct):
    """An account."""

    login: str = ""


class Rights(msgspec.Struct):
    """What the account that asks may do."""

    push: bool = False


class Repository(msgspec.Struct):
    """A repository; Forgejo describes its own in the same words."""

    full_name: str
    default_branch: str
    html_url: str
    archived: bool = False
    permissions: Rights | None = None

    def describe(self) -> HostedRepository:
        """Return it as all hosts have it."""
        may_push = bool(self.permissions and self.permissions.push)
        return HostedRepository(
            self.full_name, self.default_branch, self.html_url, may_push, self.archived
        )


class GitObject(msgspec.Struct):
    """Something that git has a name for."""

    sha: str


class Reference(msgspec.Struct):
    """Where a branch stands."""

    ref: str
    object: GitObject


class Entry(msgspec.Struct):
    """A file or folder of a tree."""

    path: str
    type: str
    sha: str
    mode: str = ""

    @property
    def is_file(self) -> bool:
        """Whether it is a file, and no link to one (mode 120000)."""
        return self.type == "blob" and self.mode != "120000"


class Tree(msgspec.Struct):
    """All files of a commit."""

    tree: list[Entry]
    truncated: bool = False


class Commit(msgspec.Struct):
    """A commit, by its tree."""

    tree: GitObject


class Blob(msgspec.Struct):
    """The content of a file, in base64."""

    content: str


class Head(msgspec.Struct):
    """The branch of a pull request."""

    ref: str
    sha: str


class Pull(msgspec.Struct):
    """A pull request."""

    number: int
    html_url: str
    state: str
    head: Head
    body: str | None = None
    merged_at: str | None = None
    mergeable: bool | None = None

    def read(self) -> PullRequest:
        """Return it as all hosts have it."""
        state = PullState.MERGED if self.merged_at else PullState(self.state)
        conflicts = self.mergeable is False and state is PullState.OPEN
        head, text = self.head, self.body or ""
        return PullRequest(self.number, self.html_url, state, head.ref, head.sha, conflicts, text)


class Run(msgspec.Struct):
    """A check that an app has made."""

    name: str
    status: str
    conclusion: str | None = None
    details_url: str | None = None

    def read(self) -> HostCheck:
        """Return it as all hosts have it."""
        state = CheckState.RUNNING
        if self.status == "completed":
            state = CheckState.FAILED if self.conclusion in _REFUSED else CheckState.PASSED
        return HostCheck(self.name, state, self.details_url or "")


class Runs(msgspec.Struct):
    """The checks of a commit."""

    check_runs: list[Run]


class Status(msgspec.Struct):
    """A check as services tell it that are no apps."""

    context: str
    state: str
    target_url: str | None = None

    def read(self) -> HostCheck:
        """Return it as all hosts have it."""
        states = {"success": CheckState.PASSED, "pending": CheckState.RUNNING}
        state = states.get(self.state, CheckState.FAILED)
        return HostCheck(self.context, state, self.target_url or "")


class Statuses(msgspec.Struct):
    """All of these of a commit."""

    statuses: list[Status]


class Comment(msgspec.Struct):
    """A comment on a line, a verdict, or a comment on the whole."""

    id: int
    body: str | None = None
    user: User | None = None
    path: str = ""
    original_line: int | None = None
    side: str = "RIGHT"
    original_commit_id: str = ""
    in_reply_to_id: int | None = None

    def read(self) -> ReviewComment:
        """Return it as all hosts have it; answers belong to the first of their thread."""
        return ReviewComment(
            str(self.in_reply_to_id or self.id) if self.path else "",
            self.user.login if self.user else "",
            self.body or "",
            self.path,
            0 if self.side == "LEFT" else self.original_line or 0,  # of a text that was replaced
            self.original_commit_id,
        )
