"""Stand-ins for code hosts over real bare git repositories.

They answer as the hosts' own descriptions say, and check every request and answer by them.
"""

import json
import re
import socket
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from helpers.api_description import Description
from helpers.git_repository import BareRepository
from helpers.loopback import send_answer, serving


@dataclass
class Call:
    """A request as it came."""

    method: str
    path: str
    query: dict[str, str]
    body: Any
    login: str


class Refusal(Exception):
    """An answer that is an error."""

    def __init__(self, status: int, message: str, **headers: str) -> None:
        self.status, self.message, self.headers = status, message, headers


@dataclass
class Pull:
    number: int
    title: str
    text: str
    source: str
    branch: str
    base: str
    state: str = "open"
    last: str = ""
    """Its last commit, when it is not open any more."""


@dataclass
class Remark:
    """What a reviewer says; ``answers`` are those to it."""

    number: int
    author: str
    text: str
    path: str = ""
    line: int = 0
    commit: str = ""
    answers: list[str] = field(default_factory=list)
    resolved: bool = False


Route = Callable[..., Any]


class StandIn:
    """One host, with a repository "verein/seite" whose branch "main" has a page."""

    description: Description
    prefix = ""
    routes: list[tuple[str, Route]]

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.host = ""
        self.users = {"token-of-ada": "ada", "token-of-bo": "bo"}
        self.pushers = {"verein/seite": {"ada"}}
        self.protected = {("verein/seite", "main")}
        self.repositories: dict[str, BareRepository] = {}
        self.parents: dict[str, str] = {}
        self.pulls: list[Pull] = []
        self.remarks: list[Remark] = []
        self.statuses: list[dict[str, str]] = []
        self.calls: list[Call] = []
        self.violations: list[str] = []
        self.limited_until = 0
        self.archived: set[str] = set()
        self.before_doing: Callable[[Call], object] = lambda call: None
        self.drop: Callable[[int], str] = lambda number: ""
        """Whether the connection breaks at a request: "before" or "after" it is done."""
        self.add(
            "verein/seite", {"content/blog/2026-11.md": b"---\ntitle: November\n---\n\nEins\n"}
        )

    def add(self, path: str, files: dict[str, bytes]) -> BareRepository:
        made = self.repositories[path] = BareRepository(self.folder / path.replace("/", "."))
        made.put("main", files)
        return made

    @property
    def site(self) -> BareRepository:
        return self.repositories["verein/seite"]

    # --- what the program asks --------------------------------------------------------------------

    def repository(self, path: str, login: str = "") -> BareRepository:
        if path not in self.repositories:
            raise Refusal(404, "Not Found")
        return self.repositories[path]

    def may_push(self, path: str, login: str) -> bool:
        return login in self.pushers.get(path, ())

    def check_push(self, path: str, branch: str, login: str) -> None:
        if not self.may_push(path, login):
            raise Refusal(403, "Resource not accessible by this token")
        if (path, branch) in self.protected:
            raise Refusal(422, "Protected branch update failed")

    def make_fork(self, path: str, login: str) -> str:
        name = f"{login}/{path.partition('/')[2]}"
        if name not in self.repositories:
            folder = self.folder / name.replace("/", ".")
            self.repositories[name] = self.repositories[path].fork(folder)
            self.parents[name] = path
            self.pushers[name] = {login}
        return name

    def commit(
        self, path: str, branch: str, files: dict[str, bytes], start: str, message: str
    ) -> str:
        """Put files on a branch; ``start`` is where a new one begins."""
        repository = self.repositories[path]
        head = repository.head(branch) or start
        blobs = {name: repository.write_blob(data) for name, data in files.items()}
        tree = repository.write_tree(repository.tree_of(head), blobs)
        made = repository.write_commit(tree, [head], message)
        repository.move(branch, made, repository.head(branch))
        return made

    def open_pull(self, source: str, branch: str, base: str, title: str, text: str) -> Pull:
        if not self.repositories[source].head(branch):
            raise Refusal(422, "Validation Failed: head does not exist")
        for pull in self.pulls:
            if (pull.source, pull.branch, pull.state) == (source, branch, "open"):
                raise Refusal(422, "A pull request already exists")
        pull = Pull(len(self.pulls) + 1, title, text, source, branch, base)
        self.pulls.append(pull)
        return pull

    def pull(self, number: str) -> Pull:
        found = [pull for pull in self.pulls if pull.number == int(number)]
        if not found:
            raise Refusal(404, "Not Found")
        return found[0]

    def pull_head(self, pull: Pull) -> str:
        return pull.last or self.repositories[pull.source].head(pull.branch)

    def merge(self, pull: Pull) -> None:
        """Accept a pull request as a maintainer does; its branch is removed."""
        site, source = self.site, self.repositories[pull.source]
        if source is not site:
            site.fetch(source)
        head, base = self.pull_head(pull), site.head("main")
        tree = site.write_tree(site.tree_of(base), self._own_changes(pull))
        site.move("main", site.write_commit(tree, [base, head], "Merge"), base)
        source.git("update-ref", "-d", f"refs/heads/{pull.branch}")
        pull.state, pull.last = "merged", head

    def _own_changes(self, pull: Pull) -> dict[str, str]:
        source = self.repositories[pull.source]
        start = source.value("merge-base", self.pull_head(pull), "refs/heads/main")
        before = source.tree(start)
        after = source.tree(self.pull_head(pull))
        return {path: blob for path, blob in after.items() if before.get(path) != blob}

    # --- requests ---------------------------------------------------------------------------------

    def say(self, call: Call) -> tuple[int, dict[str, str], Any]:
        try:
            return self.answer(call)
        except Refusal as refusal:
            said = {"message": refusal.message, "documentation_url": ""}
            return refusal.status, refusal.headers, said
        except KeyError as error:  # git has said no
            return 422, {}, {"message": str(error)}

    def answer(self, call: Call) -> tuple[int, dict[str, str], Any]:
        self.before_doing(call)
        if self.limited_until > time.time():
            raise Refusal(
                403,
                "API rate limit exceeded",
                **{"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(self.limited_until)},
            )
        if not call.login:
            raise Refusal(401, "Bad credentials")
        about = self.description.find(call.method, call.path)
        if about and about["request"]:
            self._check_request(call, about)
        for pattern, route in self.routes:
            method, _, path = pattern.partition(" ")
            match = re.fullmatch(path, call.path)
            if method == call.method and match:
                value = route(self, call, *map(unquote, match.groups()))
                if about is None:
                    return 200, {}, value
                made = self.description.make(about["answer"], value)
                if wrong := self.description.check(made, about["answer"]):
                    self.violations.append(f"answer to {call.method} {call.path}: {wrong}")
                return about["status"], {}, made
        raise Refusal(404, "Not Found")

    def _check_request(self, call: Call, about: dict[str, Any]) -> None:
        if wrong := self.description.check(call.body, about["request"]):
            self.violations.append(f"{call.method} {call.path}: {wrong}")


@contextmanager
def running(stand_in: StandIn) -> Any:
    """Let a stand-in answer on loopback; its ``host`` is set."""

    class Handler(BaseHTTPRequestHandler):
        def _do(self) -> None:
            parts = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            token = (self.headers.get("Authorization") or "").removeprefix("Bearer ")
            call = Call(
                self.command,
                parts.path.removeprefix(stand_in.prefix),
                dict(parse_qsl(parts.query)),
                json.loads(body) if body else None,
                stand_in.users.get(token, ""),
            )
            stand_in.calls.append(call)
            breaks = stand_in.drop(len(stand_in.calls))
            status, headers, value = (0, {}, b"") if breaks == "before" else stand_in.say(call)
            if breaks:
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            send_answer(self, status, headers, value)

        do_GET = do_POST = do_PATCH = do_PUT = _do

        def log_message(self, *_: object) -> None:
            pass

    with serving(Handler) as address:
        stand_in.host = address.removeprefix("http://")
        yield stand_in
