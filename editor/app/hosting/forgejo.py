"""Forgejo's REST API, version 1, which Gitea and Codeberg speak, too.

A commit of many files is one request.
"""

import base64
import contextlib
import threading
from collections.abc import Callable
from urllib.parse import quote

from editor.app.hosting import forgejo_answers as answers
from editor.app.hosting import github_answers
from editor.app.hosting.code_host import (
    Account,
    HostedRepository,
    NewCommit,
    noticing_moves,
    wait_for,
)
from editor.app.services.api import Api, HostRefused, Nothing, NotThere, base_of
from editor.app.services.fetch import FetchFailed
from editor.core.base.messages import translate
from editor.core.hosting.pull_request import PullRequest, Review, ReviewComment

_PAGE = 50
_TREE_PAGE = 1000
_MOST_TREE_PAGES = 100


class Forgejo:
    """A CodeHost that is Forgejo or Gitea."""

    def __init__(self, host: str, token: str, stop: threading.Event | None = None) -> None:
        """Name the host, such as "codeberg.org", and the account's token."""
        self._api = Api(base_of(host, "/api/v1"), token, stop)
        self._stop = stop or threading.Event()
        self.name = "Codeberg" if host == "codeberg.org" else "Forgejo"

    def account(self) -> Account:
        """Ask who the token stands for."""
        return Account(self._api.get("/user", github_answers.User).login)

    def repository(self, path: str) -> HostedRepository:
        """Ask for a repository."""
        return self._api.get(f"/repos/{quote(path)}", github_answers.Repository).describe()

    def head(self, path: str, branch: str) -> str:
        """Return the last commit of a branch."""
        try:
            return self._api.get(
                f"/repos/{quote(path)}/branches/{quote(branch)}", answers.Branch
            ).commit.id
        except NotThere:
            return ""

    def tree(self, path: str, commit: str) -> dict[str, str]:
        """List the files of a commit."""
        files: dict[str, str] = {}
        seen = 0
        for page in range(1, _MOST_TREE_PAGES + 1):
            found = self._api.get(
                f"/repos/{quote(path)}/git/trees/{commit}",
                answers.Tree,
                recursive="true",
                per_page=_TREE_PAGE,
                page=page,
            )
            entries = found.tree or []
            files |= {entry.path: entry.sha for entry in entries if entry.is_file}
            seen += len(entries)
            if not entries or seen >= found.total_count:
                return files
        message = translate("core", "{path} has too many files to be listed.").fill(path=path)
        raise FetchFailed(message)

    def blob(self, path: str, blob: str) -> bytes:
        """Read the content of a file."""
        return base64.b64decode(
            self._api.get(f"/repos/{quote(path)}/git/blobs/{blob}", github_answers.Blob).content
        )

    def archive(self, path: str, commit: str, into: Callable[[bytes], object]) -> None:
        """Read all files of a commit."""
        self._api.download(f"/repos/{quote(path)}/archive/{commit}.tar.gz", into)

    def fork(self, upstream: HostedRepository, owner: str) -> HostedRepository:
        """Find the account's fork of a repository, or make one."""
        address = f"/repos/{quote(upstream.path)}/forks"
        forks = self._api.get_pages(address, github_answers.Repository, limit=_PAGE)
        mine = [fork for fork in forks if fork.full_name.partition("/")[0] == owner]
        made = mine[0] if mine else self._api.send("POST", address, {}, github_answers.Repository)
        wait_for(lambda: self.head(made.full_name, upstream.base), self._stop)
        return self.repository(made.full_name)

    def start(self, upstream: HostedRepository, target: HostedRepository) -> NewCommit:
        """Begin on the base; a fork takes over the upstream's first, where the host knows how."""
        if target.path != upstream.path:
            repo = f"/repos/{quote(target.path)}"
            try:
                self._api.send("POST", f"{repo}/sync_fork/{quote(upstream.base)}", {}, Nothing)
            except HostRefused:  # Forgejo before 12, or Gitea
                body = {"branch": upstream.base}
                with contextlib.suppress(HostRefused):  # the fork's base is what there is
                    self._api.send("POST", f"{repo}/merge-upstream", body, Nothing)
        parent = self.head(target.path, upstream.base)
        return NewCommit("", parent, True, {}, "", self.tree(target.path, parent))

    def commit(self, repository: HostedRepository, commit: NewCommit) -> str:
        """Make the commit in one request; a file that is replaced is named by its content."""
        body: dict[str, object] = {
            "message": commit.message,
            "branch": commit.branch,
            "files": [_action(path, data, commit) for path, data in commit.files.items()],
        }
        if commit.is_new_branch:
            body |= {"branch": self.repository(repository.path).base, "new_branch": commit.branch}
        address = f"/repos/{quote(repository.path)}/contents"
        with noticing_moves(self, repository.path, commit):
            return self._api.send("POST", address, body, answers.Committed).commit.sha

    def pull_requests(
        self, upstream: HostedRepository, source: HostedRepository, branch: str
    ) -> list[PullRequest]:
        """List the pull requests of a branch; the host cannot look for it."""
        found = self._api.get_pages(
            f"/repos/{quote(upstream.path)}/pulls", answers.Pull, state="all", limit=_PAGE
        )
        return [pull.read() for pull in found if pull.is_from(source.path, branch)]

    def open_pull_request(
        self,
        upstream: HostedRepository,
        source: HostedRepository,
        branch: str,
        title: str,
        text: str,
    ) -> PullRequest:
        """Open a pull request."""
        is_fork = source.path != upstream.path
        body = {
            "title": title,
            "body": text,
            "head": f"{source.owner}:{branch}" if is_fork else branch,
            "base": upstream.base,
        }
        address = f"/repos/{quote(upstream.path)}/pulls"
        return self._api.send("POST", address, body, answers.Pull).read()

    def review(self, path: str, number: int) -> Review:
        """Ask for a pull request with its checks and comments."""
        repo = f"/repos/{quote(path)}"
        pull = self._api.get(f"{repo}/pulls/{number}", answers.Pull)
        told = self._api.get(f"{repo}/commits/{pull.head.sha}/status", answers.Statuses)
        checks = tuple(each.read() for each in told.statuses or ())
        reviews = self._api.get_pages(
            f"{repo}/pulls/{number}/reviews", answers.PullReview, limit=_PAGE
        )
        comments = [review.read() for review in reviews if review.body.strip()]
        for review in reviews:
            if review.comments_count:
                address = f"{repo}/pulls/{number}/reviews/{review.id}/comments"
                lines = self._api.get(address, list[answers.Comment])
                comments += [line.read(str(review.id)) for line in lines]
        talk = self._api.get(f"{repo}/issues/{number}/comments", list[answers.Comment])
        comments += [each.read() for each in talk]
        return Review(pull.read(), checks, tuple(comments))

    def answer(
        self, path: str, number: int, comment: ReviewComment, text: str, *, done: bool
    ) -> None:
        """Answer at the line of a comment, or below the pull request."""
        repo = f"/repos/{quote(path)}"
        if not text:
            return
        if comment.key and comment.line:
            address = f"{repo}/pulls/{number}/reviews/{comment.key}/comments"
            body = {"body": text, "path": comment.path, "new_position": comment.line}
            self._api.send("POST", address, body, Nothing)
        else:
            self._api.send("POST", f"{repo}/issues/{number}/comments", {"body": text}, Nothing)


def _action(path: str, data: bytes, commit: NewCommit) -> dict[str, str]:
    action = {"operation": "create", "path": path, "content": base64.b64encode(data).decode()}
    if path in commit.tree:
        action |= {"operation": "update", "sha": commit.tree[path]}
    return action
