"""Answers of GitLab, as far as they are read, and what they mean here."""

import msgspec

from editor.app.hosting.code_host import HostedRepository
from editor.core.hosting.pull_request import (
    CheckState,
    HostCheck,
    PullRequest,
    PullState,
    ReviewComment,
)

_DEVELOPER = 30
"""The lowest level of access with which branches can be made (docs.gitlab.com, Members API)."""


class User(msgspec.Struct):
    """An account."""

    username: str = ""


class Token(msgspec.Struct):
    """What a token may do."""

    scopes: list[str] = []


class Access(msgspec.Struct):
    """A level of access."""

    access_level: int = 0


class Rights(msgspec.Struct):
    """What the account that asks may do."""

    project_access: Access | None = None
    group_access: Access | None = None


class Project(msgspec.Struct):
    """A repository."""

    id: int
    path_with_namespace: str
    web_url: str
    default_branch: str | None = None
    archived: bool = False
    permissions: Rights | None = None
    import_status: str = "none"

    def describe(self) -> HostedRepository:
        """Return it as all hosts have it."""
        rights = self.permissions or Rights()
        given = (rights.project_access, rights.group_access)
        return HostedRepository(
            self.path_with_namespace,
            self.default_branch or "main",
            self.web_url,
            max((each.access_level for each in given if each), default=0) >= _DEVELOPER,
            self.archived,
            self.id,
        )


class Commit(msgspec.Struct):
    """A commit."""

    id: str


class Branch(msgspec.Struct):
    """A branch, and where it stands."""

    commit: Commit


class Entry(msgspec.Struct):
    """A file or folder of a tree."""

    id: str
    path: str
    type: str
    mode: str = ""

    @property
    def is_file(self) -> bool:
        """Whether it is a file, and no link to one (mode 120000)."""
        return self.type == "blob" and self.mode != "120000"


class File(msgspec.Struct):
    """A file, and the commit that has changed it last."""

    last_commit_id: str


class Request(msgspec.Struct):
    """A merge request."""

    iid: int
    web_url: str
    state: str
    source_branch: str
    description: str | None = None
    sha: str | None = None
    source_project_id: int | None = None
    has_conflicts: bool = False

    def read(self) -> PullRequest:
        """Return it as all hosts have it."""
        states = {"merged": PullState.MERGED, "closed": PullState.CLOSED}
        state = states.get(self.state, PullState.OPEN)
        conflicts = self.has_conflicts and state is PullState.OPEN
        head, text = self.sha or "", self.description or ""
        return PullRequest(self.iid, self.web_url, state, self.source_branch, head, conflicts, text)


class Status(msgspec.Struct):
    """A check of a commit."""

    name: str
    status: str
    target_url: str | None = None
    allow_failure: bool = False

    def read(self) -> HostCheck:
        """Return it as all hosts have it."""
        state = CheckState.RUNNING
        if self.status in ("success", "skipped", "manual"):
            state = CheckState.PASSED
        elif self.status in ("failed", "canceled"):
            state = CheckState.PASSED if self.allow_failure else CheckState.FAILED
        return HostCheck(self.name, state, self.target_url or "")


class Position(msgspec.Struct):
    """Where a comment stands."""

    new_path: str | None = None
    new_line: int | None = None
    head_sha: str | None = None


class Note(msgspec.Struct):
    """A comment, or what GitLab itself notes of a request."""

    body: str
    author: User
    system: bool = False
    resolved: bool = False
    position: Position | None = None


class Discussion(msgspec.Struct):
    """A comment with its answers."""

    id: str
    notes: list[Note]

    def read(self) -> list[ReviewComment]:
        """Return what people say in it, as all hosts have it."""
        comments = []
        for note in self.notes:
            place = note.position or Position()
            comment = ReviewComment(
                self.id,
                note.author.username,
                note.body,
                place.new_path or "",
                place.new_line or 0,
                place.head_sha or "",
                note.resolved,
            )
            if not note.system:
                comments.append(comment)
        return comments
