"""GitHub's REST API (version 2022-11-28), also of GitHub Enterprise.

Commits are made with the Git data API: blobs, a tree and a commit, which nobody sees, and then the
branch moves.
"""

import base64
import contextlib
import threading
from collections.abc import Callable
from urllib.parse import quote

from editor.app.hosting import github_answers as answers
from editor.app.hosting.code_host import (
    Account,
    HostedRepository,
    NewCommit,
    noticing_moves,
    wait_for,
)
from editor.app.services.api import Api, Clash, HostRefused, NotAllowed, Nothing, NotThere, base_of
from editor.app.services.fetch import FetchFailed
from editor.core.base.messages import translate
from editor.core.hosting.git_objects import blob_id
from editor.core.hosting.pull_request import PullRequest, Review, ReviewComment

_VERSION = {"X-GitHub-Api-Version": "2022-11-28"}


class GitHub:
    """A CodeHost that is GitHub."""

    name = "GitHub"

    def __init__(self, host: str, token: str, stop: threading.Event | None = None) -> None:
        """Name the host, such as "github.com", and the account's token."""
        base = "https://api.github.com" if host == "github.com" else base_of(host, "/api/v3")
        self._api = Api(base, token, stop, _VERSION)
        self._stop = stop or threading.Event()

    def account(self) -> Account:
        """Ask who the token stands for."""
        answer = self._api.ask("GET", "/user")
        user = self._api.decode(answer, answers.User)
        return Account(user.login, answer.headers.get("x-oauth-scopes", ""))

    def repository(self, path: str) -> HostedRepository:
        """Ask for a repository."""
        return self._api.get(f"/repos/{quote(path)}", answers.Repository).describe()

    def head(self, path: str, branch: str) -> str:
        """Return the last commit of a branch."""
        try:
            found = self._api.get(
                f"/repos/{quote(path)}/git/ref/heads/{quote(branch)}", answers.Reference
            )
        except (NotThere, Clash):  # a fork that is being made is empty, which is a clash
            return ""
        return found.object.sha if found.ref == f"refs/heads/{branch}" else ""

    def tree(self, path: str, commit: str) -> dict[str, str]:
        """List the files of a commit."""
        found = self._api.get(f"/repos/{quote(path)}/git/trees/{commit}", answers.Tree, recursive=1)
        if found.truncated:
            message = translate("core", "{path} has too many files to be listed.").fill(path=path)
            raise FetchFailed(message)
        return {entry.path: entry.sha for entry in found.tree if entry.is_file}

    def blob(self, path: str, blob: str) -> bytes:
        """Read the content of a file."""
        return base64.b64decode(
            self._api.get(f"/repos/{quote(path)}/git/blobs/{blob}", answers.Blob).content
        )

    def archive(self, path: str, commit: str, into: Callable[[bytes], object]) -> None:
        """Read all files of a commit; GitHub sends on to another of its hosts."""
        self._api.download(f"/repos/{quote(path)}/tarball/{commit}", into)

    def fork(self, upstream: HostedRepository, owner: str) -> HostedRepository:
        """Find the account's fork of a repository, or make one; that takes GitHub a while."""
        body = {"default_branch_only": True}
        made = self._api.send(
            "POST", f"/repos/{quote(upstream.path)}/forks", body, answers.Repository
        )
        wait_for(lambda: self.head(made.full_name, made.default_branch), self._stop)
        return self.repository(made.full_name)

    def start(self, upstream: HostedRepository, target: HostedRepository) -> NewCommit:
        """Begin on the upstream's base; a fork takes it over first."""
        parent = self.head(upstream.path, upstream.base)
        if target.path != upstream.path:
            body = {"branch": upstream.base}
            # a fork may have commits of its own there, and a token no right for its workflows;
            # its objects are shared with the upstream then, most often
            with contextlib.suppress(Clash, NotAllowed, NotThere):
                self._api.send("POST", f"/repos/{quote(target.path)}/merge-upstream", body, Nothing)
        return NewCommit("", parent, True, {}, "", self.tree(upstream.path, parent))

    def commit(self, repository: HostedRepository, commit: NewCommit) -> str:
        """Make blobs, a tree and a commit, and move the branch last."""
        git = f"/repos/{quote(repository.path)}/git"
        entries = [self._upload(git, path, data) for path, data in commit.files.items()]
        base = self._api.get(f"{git}/commits/{commit.parent}", answers.Commit).tree.sha
        tree = self._api.send(
            "POST", f"{git}/trees", {"base_tree": base, "tree": entries}, answers.GitObject
        )
        body = {"message": commit.message, "tree": tree.sha, "parents": [commit.parent]}
        made = self._api.send("POST", f"{git}/commits", body, answers.GitObject).sha
        with noticing_moves(self, repository.path, commit):
            if commit.is_new_branch:
                new = {"ref": f"refs/heads/{commit.branch}", "sha": made}
                self._api.send("POST", f"{git}/refs", new, Nothing)
            else:
                move = {"sha": made, "force": False}
                branch = quote(commit.branch)
                self._api.send("PATCH", f"{git}/refs/heads/{branch}", move, Nothing)
        return made

    def _upload(self, git: str, path: str, data: bytes) -> dict[str, str]:
        content = base64.b64encode(data).decode()
        body = {"content": content, "encoding": "base64"}
        made = self._api.send("POST", f"{git}/blobs", body, answers.GitObject)
        if made.sha != blob_id(data):
            message = translate("core", "{path} did not arrive as it was sent. Try again.")
            raise FetchFailed(message.fill(path=path))
        return {"path": path, "mode": "100644", "type": "blob", "sha": made.sha}

    def pull_requests(
        self, upstream: HostedRepository, source: HostedRepository, branch: str
    ) -> list[PullRequest]:
        """List the pull requests of a branch."""
        found = self._api.get_pages(
            f"/repos/{quote(upstream.path)}/pulls",
            answers.Pull,
            state="all",
            head=f"{source.owner}:{branch}",
            per_page=100,
        )
        return [pull.read() for pull in found if pull.head.ref == branch]

    def open_pull_request(
        self,
        upstream: HostedRepository,
        source: HostedRepository,
        branch: str,
        title: str,
        text: str,
    ) -> PullRequest:
        """Open a pull request."""
        body = {
            "title": title,
            "body": text,
            "head": f"{source.owner}:{branch}",
            "base": upstream.base,
            "maintainer_can_modify": source.path != upstream.path,
        }
        address = f"/repos/{quote(upstream.path)}/pulls"
        return self._api.send("POST", address, body, answers.Pull).read()

    def review(self, path: str, number: int) -> Review:
        """Ask for a pull request with its checks and comments."""
        repo = f"/repos/{quote(path)}"
        pull = self._api.get(f"{repo}/pulls/{number}", answers.Pull)
        commit = f"{repo}/commits/{pull.head.sha}"
        runs: list[answers.Run] = []
        with contextlib.suppress(HostRefused):  # a token may have no right for these
            runs = self._api.get(f"{commit}/check-runs", answers.Runs, per_page=100).check_runs
        statuses = self._api.get(f"{commit}/status", answers.Statuses, per_page=100).statuses
        lines = self._api.get_pages(
            f"{repo}/pulls/{number}/comments", answers.Comment, per_page=100
        )
        verdicts = self._api.get_pages(
            f"{repo}/pulls/{number}/reviews", answers.Comment, per_page=100
        )
        talk = self._api.get_pages(
            f"{repo}/issues/{number}/comments", answers.Comment, per_page=100
        )
        checks = (*(run.read() for run in runs), *(status.read() for status in statuses))
        said = [*lines, *verdicts, *talk]
        comments = tuple(each.read() for each in said if (each.body or "").strip())
        return Review(pull.read(), checks, comments)

    def answer(
        self, path: str, number: int, comment: ReviewComment, text: str, *, done: bool
    ) -> None:
        """Answer a comment; its thread can be resolved on GitHub's pages only."""
        repo = f"/repos/{quote(path)}"
        if not text:
            return
        if comment.key:
            address = f"{repo}/pulls/{number}/comments/{comment.key}/replies"
        else:
            address = f"{repo}/issues/{number}/comments"
        self._api.send("POST", address, {"body": text}, Nothing)
