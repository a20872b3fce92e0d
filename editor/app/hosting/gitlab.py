"""GitLab's REST API, version 4.

A commit of many files is one request. What GitLab calls a merge request is a pull request here.
"""

import base64
import contextlib
import threading
from collections.abc import Callable
from urllib.parse import quote

from editor.app.hosting import gitlab_answers as answers
from editor.app.hosting.code_host import (
    Account,
    HostedRepository,
    NewCommit,
    noticing_moves,
    wait_for,
)
from editor.app.services.api import Api, HostRefused, Nothing, NotThere, base_of
from editor.core.hosting.pull_request import PullRequest, Review, ReviewComment


class GitLab:
    """A CodeHost that is GitLab."""

    name = "GitLab"

    def __init__(self, host: str, token: str, stop: threading.Event | None = None) -> None:
        """Name the host, such as "gitlab.com", and the account's token."""
        self._api = Api(base_of(host, "/api/v4"), token, stop)
        self._stop = stop or threading.Event()

    def account(self) -> Account:
        """Ask who the token stands for, and for its scopes."""
        user = self._api.get("/user", answers.User)
        try:
            token = self._api.get("/personal_access_tokens/self", answers.Token)
        except HostRefused:  # a token of a sign-in has none to ask about
            return Account(user.username)
        return Account(user.username, ", ".join(token.scopes))

    def repository(self, path: str) -> HostedRepository:
        """Ask for a repository."""
        return self._project(path).describe()

    def _project(self, path: str) -> answers.Project:
        return self._api.get(_project(path), answers.Project)

    def head(self, path: str, branch: str) -> str:
        """Return the last commit of a branch."""
        address = f"{_project(path)}/repository/branches/{quote(branch, safe='')}"
        try:
            return self._api.get(address, answers.Branch).commit.id
        except NotThere:
            return ""

    def tree(self, path: str, commit: str) -> dict[str, str]:
        """List the files of a commit."""
        found = self._api.get_pages(
            f"{_project(path)}/repository/tree",
            answers.Entry,
            ref=commit,
            recursive="true",
            per_page=100,
        )
        return {entry.path: entry.id for entry in found if entry.is_file}

    def blob(self, path: str, blob: str) -> bytes:
        """Read the content of a file."""
        return self._api.ask("GET", f"{_project(path)}/repository/blobs/{blob}/raw").data

    def archive(self, path: str, commit: str, into: Callable[[bytes], object]) -> None:
        """Read all files of a commit."""
        self._api.download(f"{_project(path)}/repository/archive.tar.gz", into, sha=commit)

    def fork(self, upstream: HostedRepository, owner: str) -> HostedRepository:
        """Find the account's fork of a repository, or make one."""
        address = _project(upstream.path)
        found = self._api.get_pages(f"{address}/forks", answers.Project, owned="true", per_page=100)
        mine = [each for each in found if each.path_with_namespace.rpartition("/")[0] == owner]
        project = (
            mine[0] if mine else self._api.send("POST", f"{address}/fork", {}, answers.Project)
        )
        path = project.path_with_namespace
        wait_for(lambda: self._project(path).import_status in ("finished", "none"), self._stop)
        return self.repository(path)

    def start(self, upstream: HostedRepository, target: HostedRepository) -> NewCommit:
        """Begin on the upstream's base; GitLab takes it from there."""
        parent = self.head(upstream.path, upstream.base)
        tree = self.tree(upstream.path, parent)
        other = upstream if upstream.path != target.path else None
        return NewCommit("", parent, True, {}, "", tree, other)

    def commit(self, repository: HostedRepository, commit: NewCommit) -> str:
        """Make the commit in one request.

        A file that is replaced names the commit it was last changed in, which GitLab compares.
        """
        body: dict[str, object] = {
            "branch": commit.branch,
            "commit_message": commit.message,
            "actions": [
                self._action(repository.path, path, data, commit)
                for path, data in commit.files.items()
            ],
        }
        if commit.is_new_branch:
            body["start_sha"] = commit.parent
            if commit.upstream:
                body["start_project"] = commit.upstream.number
        address = f"{_project(repository.path)}/repository/commits"
        with noticing_moves(self, repository.path, commit):
            return self._api.send("POST", address, body, answers.Commit).id

    def _action(self, path: str, file: str, data: bytes, commit: NewCommit) -> dict[str, str]:
        action = {
            "action": "update" if file in commit.tree else "create",
            "file_path": file,
            "content": base64.b64encode(data).decode(),
            "encoding": "base64",
        }
        if file in commit.tree and not commit.is_new_branch:
            address = f"{_project(path)}/repository/files/{quote(file, safe='')}"
            found = self._api.get(address, answers.File, ref=commit.parent)
            action["last_commit_id"] = found.last_commit_id
        return action

    def pull_requests(
        self, upstream: HostedRepository, source: HostedRepository, branch: str
    ) -> list[PullRequest]:
        """List the merge requests of a branch."""
        found = self._api.get_pages(
            f"{_project(upstream.path)}/merge_requests",
            answers.Request,
            source_branch=branch,
            state="all",
            per_page=100,
        )
        return [each.read() for each in found if each.source_project_id == source.number]

    def open_pull_request(
        self,
        upstream: HostedRepository,
        source: HostedRepository,
        branch: str,
        title: str,
        text: str,
    ) -> PullRequest:
        """Open a merge request."""
        body = {
            "source_branch": branch,
            "target_branch": upstream.base,
            "target_project_id": upstream.number,
            "title": title,
            "description": text,
            "remove_source_branch": True,
        }
        address = f"{_project(source.path)}/merge_requests"
        return self._api.send("POST", address, body, answers.Request).read()

    def review(self, path: str, number: int) -> Review:
        """Ask for a merge request with its checks and discussions."""
        address = f"{_project(path)}/merge_requests/{number}"
        request = self._api.get(address, answers.Request)
        source = request.source_project_id
        statuses: list[answers.Status] = []
        if source and request.sha:
            commit = f"/projects/{source}/repository/commits/{request.sha}"
            with contextlib.suppress(HostRefused):  # a fork may be private
                statuses = self._api.get_pages(f"{commit}/statuses", answers.Status, per_page=100)
        talk = self._api.get_pages(f"{address}/discussions", answers.Discussion, per_page=100)
        checks = tuple(each.read() for each in statuses)
        comments = tuple(comment for discussion in talk for comment in discussion.read())
        return Review(request.read(), checks, comments)

    def answer(
        self, path: str, number: int, comment: ReviewComment, text: str, *, done: bool
    ) -> None:
        """Answer in a discussion, and resolve it."""
        request = f"{_project(path)}/merge_requests/{number}"
        if not comment.key:
            self._api.send("POST", f"{request}/notes", {"body": text}, Nothing)
            return
        address = f"{request}/discussions/{quote(comment.key)}"
        if text:
            self._api.send("POST", f"{address}/notes", {"body": text}, Nothing)
        if done and comment.path:
            self._api.send("PUT", address, {"resolved": True}, Nothing)


def _project(path: str) -> str:
    return f"/projects/{quote(path, safe='')}"
