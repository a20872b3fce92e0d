"""A stand-in for Forgejo, whose API began as GitHub's."""

import base64
from typing import Any

from helpers.api_description import Description
from helpers.code_hosts import Call, Pull, Refusal, Remark
from helpers.github_stand_in import GitHubStandIn

_REPO = "/repos/([^/]+/[^/]+)"


class ForgejoStandIn(GitHubStandIn):
    description = Description("forgejo")
    prefix = "/api/v1"

    def get_branch(self, call: Call, path: str, branch: str) -> Any:
        sha = self.repository(path).head(branch)
        if not sha:
            raise Refusal(404, "The target couldn't be found.")
        return {"name": branch, "commit": {"id": sha}}

    def get_tree(self, call: Call, path: str, commit: str) -> Any:
        """In pages of two, to see that all are asked for."""
        entries = self.repository(path).entries(commit)
        page = int(call.query["page"])
        tree = entries[2 * (page - 1) : 2 * page]
        return {"sha": commit, "tree": tree, "total_count": len(entries), "page": page}

    def get_forks(self, call: Call, path: str) -> Any:
        forks = [fork for fork, parent in self.parents.items() if parent == path]
        return [self.describe(fork, call.login) for fork in forks]

    def sync_fork(self, call: Call, path: str, branch: str) -> Any:
        fork, upstream = self.repository(path), self.repositories[self.parents[path]]
        fork.fetch(upstream)
        fork.move(branch, upstream.head(branch), fork.head(branch))
        return {}

    def post_contents(self, call: Call, path: str) -> Any:
        body, repository = call.body, self.repository(path)
        branch = body.get("new_branch") or body["branch"]
        self.check_push(path, branch, call.login)
        if body.get("new_branch") and repository.head(branch):
            raise Refusal(409, "branch already exists")
        start = repository.head(body["branch"])
        tree = repository.tree(start)
        for each in body["files"]:
            if (each["operation"] == "create") == (each["path"] in tree):
                raise Refusal(422, "repository file already exists, or does not")
            if each["operation"] == "update" and tree[each["path"]] != each.get("sha"):
                raise Refusal(409, "sha does not match")
        files = {
            each["path"]: base64.b64decode(each["content"], validate=True) for each in body["files"]
        }
        made = self.commit(path, branch, files, start, body["message"])
        return {"commit": {"sha": made}, "files": []}

    def show(self, pull: Pull) -> dict[str, Any]:
        return {
            "number": pull.number,
            "html_url": f"https://{self.host}/verein/seite/pulls/{pull.number}",
            "state": "open" if pull.state == "open" else "closed",
            "title": pull.title,
            "body": pull.text,
            "merged": pull.state == "merged",
            "mergeable": True,
            "head": {
                "ref": pull.branch,
                "sha": self.pull_head(pull),
                "repo": {"full_name": pull.source},
            },
        }

    def get_pulls(self, call: Call, path: str) -> Any:
        return [self.show(pull) for pull in reversed(self.pulls)]

    def post_pull(self, call: Call, path: str) -> Any:
        owner, colon, branch = call.body["head"].rpartition(":")
        source = f"{owner}/{path.partition('/')[2]}" if colon else path
        body = call.body
        try:
            pull = self.open_pull(source, branch, body["base"], body["title"], body["body"])
        except Refusal as refusal:
            raise Refusal(409 if "exists" in refusal.message else 422, refusal.message) from None
        return self.show(pull)

    def get_statuses(self, call: Call, path: str, commit: str) -> Any:
        statuses = [
            {"context": each["name"], "status": each["state"], "target_url": each["address"]}
            for each in self.statuses
        ]
        return {"sha": commit, "statuses": statuses}

    def get_reviews(self, call: Call, path: str, number: str) -> Any:
        lines = [each for each in self.remarks if each.path]
        return [{"id": 77, "body": "", "comments_count": len(lines)}] if lines else []

    def show_remark(self, remark: Remark) -> dict[str, Any]:
        return {
            "id": remark.number,
            "user": {"login": remark.author},
            "body": remark.text,
            "path": remark.path,
            "position": remark.line,
            "commit_id": remark.commit,
        }

    def get_lines(self, call: Call, path: str, number: str, review: str) -> Any:
        return [self.show_remark(each) for each in self.remarks if each.path]

    def post_line(self, call: Call, path: str, number: str, review: str) -> Any:
        for remark in self.remarks:
            if (remark.path, remark.line) == (call.body["path"], call.body["new_position"]):
                remark.answers.append(call.body["body"])
        return {"id": 900, "body": call.body["body"]}

    def post_comment(self, call: Call, path: str, number: str) -> Any:
        self.remarks.append(Remark(len(self.remarks) + 500, call.login, call.body["body"]))
        return {"id": 1, "body": call.body["body"]}

    def get_archive(self, call: Call, path: str, commit: str) -> Any:
        return self.repository(path).archive(commit)

    routes = [
        (rf"GET {_REPO}/archive/(\w+)\.tar\.gz", get_archive),
        ("GET /user", GitHubStandIn.user),
        (f"GET {_REPO}", GitHubStandIn.get_repository),
        (f"GET {_REPO}/branches/(.+)", get_branch),
        (f"GET {_REPO}/git/trees/(.+)", get_tree),
        (f"GET {_REPO}/git/blobs/(.+)", GitHubStandIn.get_blob),
        (f"GET {_REPO}/forks", get_forks),
        (f"POST {_REPO}/forks", GitHubStandIn.post_fork),
        (f"POST {_REPO}/sync_fork/(.+)", sync_fork),
        (f"POST {_REPO}/contents", post_contents),
        (f"GET {_REPO}/pulls", get_pulls),
        (f"POST {_REPO}/pulls", post_pull),
        (rf"GET {_REPO}/pulls/(\d+)", GitHubStandIn.get_pull),
        (f"GET {_REPO}/commits/([^/]+)/status", get_statuses),
        (rf"GET {_REPO}/pulls/(\d+)/reviews", get_reviews),
        (rf"GET {_REPO}/pulls/(\d+)/reviews/(\d+)/comments", get_lines),
        (rf"POST {_REPO}/pulls/(\d+)/reviews/(\d+)/comments", post_line),
        (rf"GET {_REPO}/issues/(\d+)/comments", GitHubStandIn.get_talk),
        (rf"POST {_REPO}/issues/(\d+)/comments", post_comment),
    ]
