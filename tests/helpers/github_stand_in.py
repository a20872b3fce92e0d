"""A stand-in for GitHub."""

import base64
from typing import Any

from helpers.api_description import Description
from helpers.code_hosts import Call, Pull, Refusal, Remark, StandIn

_REPO = "/repos/([^/]+/[^/]+)"


class GitHubStandIn(StandIn):
    description = Description("github")
    prefix = "/api/v3"

    def user(self, call: Call) -> Any:
        return {"login": call.login}

    def describe(self, path: str, login: str) -> dict[str, Any]:
        self.repository(path)
        found: dict[str, Any] = {
            "full_name": path,
            "default_branch": "main",
            "html_url": f"https://{self.host}/{path}",
            "permissions": {"push": self.may_push(path, login), "pull": True, "admin": False},
            "archived": path in self.archived,
            "fork": path in self.parents,
        }
        return found

    def get_repository(self, call: Call, path: str) -> Any:
        return self.describe(path, call.login)

    def get_ref(self, call: Call, path: str, ref: str) -> Any:
        sha = self.repository(path).head(ref.removeprefix("heads/"))
        if not sha:
            raise Refusal(404, "Not Found")
        return {"ref": f"refs/{ref}", "object": {"type": "commit", "sha": sha}}

    def get_tree(self, call: Call, path: str, commit: str) -> Any:
        entries = self.repository(path).entries(commit)
        return {"sha": commit, "tree": entries, "truncated": False}

    def get_commit(self, call: Call, path: str, commit: str) -> Any:
        return {"sha": commit, "tree": {"sha": self.repository(path).tree_of(commit)}}

    def get_blob(self, call: Call, path: str, blob: str) -> Any:
        content = base64.encodebytes(self.repository(path).blob(blob)).decode()
        return {"sha": blob, "content": content, "encoding": "base64"}

    def post_blob(self, call: Call, path: str) -> Any:
        self._check_write(call, path)
        data = base64.b64decode(call.body["content"], validate=True)
        return {"sha": self.repository(path).write_blob(data)}

    def post_tree(self, call: Call, path: str) -> Any:
        self._check_write(call, path)
        repository = self.repository(path)
        blobs = {entry["path"]: entry["sha"] for entry in call.body["tree"]}
        for blob in blobs.values():
            repository.git("cat-file", "-e", blob)
        return {"sha": repository.write_tree(call.body["base_tree"], blobs)}

    def post_commit(self, call: Call, path: str) -> Any:
        self._check_write(call, path)
        body, repository = call.body, self.repository(path)
        return {"sha": repository.write_commit(body["tree"], body["parents"], body["message"])}

    def _check_write(self, call: Call, path: str) -> None:
        if not self.may_push(path, call.login):
            raise Refusal(404, "Not Found")

    def post_ref(self, call: Call, path: str) -> Any:
        branch = call.body["ref"].removeprefix("refs/heads/")
        self.check_push(path, branch, call.login)
        if self.repository(path).head(branch):
            raise Refusal(422, "Reference already exists")
        self.repository(path).move(branch, call.body["sha"])
        return {"ref": call.body["ref"], "object": {"type": "commit", "sha": call.body["sha"]}}

    def patch_ref(self, call: Call, path: str, branch: str) -> Any:
        self.check_push(path, branch, call.login)
        repository, sha = self.repository(path), call.body["sha"]
        head = repository.head(branch)
        if not call.body.get("force") and not repository.is_ancestor(head, sha):
            raise Refusal(422, "Update is not a fast forward")
        repository.move(branch, sha, head)
        return {"ref": f"refs/heads/{branch}", "object": {"type": "commit", "sha": sha}}

    def post_fork(self, call: Call, path: str) -> Any:
        return self.describe(self.make_fork(path, call.login), call.login)

    def merge_upstream(self, call: Call, path: str) -> Any:
        fork, upstream = self.repository(path), self.repositories[self.parents[path]]
        branch = call.body["branch"]
        fork.fetch(upstream)
        if not fork.is_ancestor(fork.head(branch), upstream.head(branch)):
            raise Refusal(409, "There are merge conflicts")
        fork.move(branch, upstream.head(branch), fork.head(branch))
        return {"merge_type": "fast-forward"}

    def show(self, pull: Pull) -> dict[str, Any]:
        return {
            "number": pull.number,
            "html_url": f"https://{self.host}/verein/seite/pull/{pull.number}",
            "state": "open" if pull.state == "open" else "closed",
            "title": pull.title,
            "body": pull.text,
            "merged_at": "2026-11-28T12:00:00Z" if pull.state == "merged" else None,
            "mergeable": True,
            "head": {"ref": pull.branch, "sha": self.pull_head(pull) or "0" * 40},
            "base": {"ref": pull.base},
        }

    def get_pulls(self, call: Call, path: str) -> Any:
        owner, _, branch = call.query["head"].partition(":")
        return [
            self.show(pull)
            for pull in reversed(self.pulls)
            if pull.branch == branch and pull.source.startswith(f"{owner}/")
        ]

    def post_pull(self, call: Call, path: str) -> Any:
        owner, _, branch = call.body["head"].partition(":")
        source = f"{owner}/{path.partition('/')[2]}"
        body = call.body
        return self.show(
            self.open_pull(source, branch, body["base"], body["title"], body.get("body", ""))
        )

    def get_pull(self, call: Call, path: str, number: str) -> Any:
        return self.show(self.pull(number))

    def show_remark(self, remark: Remark) -> dict[str, Any]:
        return {
            "id": remark.number,
            "user": {"login": remark.author},
            "body": remark.text,
            "path": remark.path,
            "original_line": remark.line,
            "original_commit_id": remark.commit,
        }

    def get_lines(self, call: Call, path: str, number: str) -> Any:
        return [self.show_remark(remark) for remark in self.remarks if remark.path]

    def get_talk(self, call: Call, path: str, number: str) -> Any:
        return [
            {"id": each.number, "user": {"login": each.author}, "body": each.text}
            for each in self.remarks
            if not each.path
        ]

    def get_reviews(self, call: Call, path: str, number: str) -> Any:
        return []

    def post_reply(self, call: Call, path: str, number: str, comment: str) -> Any:
        remark = next(each for each in self.remarks if each.number == int(comment))
        remark.answers.append(call.body["body"])
        return self.show_remark(remark)

    def post_comment(self, call: Call, path: str, number: str) -> Any:
        self.remarks.append(Remark(len(self.remarks) + 500, call.login, call.body["body"]))
        return {"id": 1, "user": {"login": call.login}, "body": call.body["body"]}

    def get_runs(self, call: Call, path: str, commit: str) -> Any:
        return {"total_count": 0, "check_runs": []}

    def get_statuses(self, call: Call, path: str, commit: str) -> Any:
        statuses = [
            {"context": each["name"], "state": each["state"], "target_url": each["address"]}
            for each in self.statuses
        ]
        return {"state": "success", "sha": commit, "statuses": statuses}

    def get_tarball(self, call: Call, path: str, commit: str) -> Any:
        """GitHub sends on to a host for downloads."""
        self.repository(path, call.login)
        raise Refusal(302, "", Location=f"http://{self.host}/codeload/{path}/{commit}")

    def download(self, call: Call, path: str, commit: str) -> Any:
        return self.repositories[path].archive(commit)

    routes = [
        (f"GET {_REPO}/tarball/(.+)", get_tarball),
        ("GET /codeload/([^/]+/[^/]+)/(.+)", download),
        ("GET /user", user),
        (f"GET {_REPO}", get_repository),
        (f"GET {_REPO}/git/ref/(.+)", get_ref),
        (f"GET {_REPO}/git/trees/(.+)", get_tree),
        (f"GET {_REPO}/git/commits/(.+)", get_commit),
        (f"GET {_REPO}/git/blobs/(.+)", get_blob),
        (f"POST {_REPO}/git/blobs", post_blob),
        (f"POST {_REPO}/git/trees", post_tree),
        (f"POST {_REPO}/git/commits", post_commit),
        (f"POST {_REPO}/git/refs", post_ref),
        (f"PATCH {_REPO}/git/refs/heads/(.+)", patch_ref),
        (f"POST {_REPO}/forks", post_fork),
        (f"POST {_REPO}/merge-upstream", merge_upstream),
        (f"GET {_REPO}/pulls", get_pulls),
        (f"POST {_REPO}/pulls", post_pull),
        (rf"GET {_REPO}/pulls/(\d+)", get_pull),
        (rf"GET {_REPO}/pulls/(\d+)/comments", get_lines),
        (rf"GET {_REPO}/pulls/(\d+)/reviews", get_reviews),
        (rf"POST {_REPO}/pulls/(\d+)/comments/(\d+)/replies", post_reply),
        (rf"GET {_REPO}/issues/(\d+)/comments", get_talk),
        (rf"POST {_REPO}/issues/(\d+)/comments", post_comment),
        (f"GET {_REPO}/commits/([^/]+)/check-runs", get_runs),
        (f"GET {_REPO}/commits/([^/]+)/status", get_statuses),
    ]
