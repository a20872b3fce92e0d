"""A stand-in for GitLab."""

import base64
from typing import Any

from helpers.api_description import Description
from helpers.code_hosts import Call, Pull, Refusal, Remark, StandIn

_PROJECT = "/projects/([^/]+)"
_REQUEST = rf"{_PROJECT}/merge_requests/(\d+)"


class GitLabStandIn(StandIn):
    description = Description("gitlab")
    prefix = "/api/v4"

    def user(self, call: Call) -> Any:
        return {"username": call.login}

    def token(self, call: Call) -> Any:
        return {"scopes": ["api"], "active": True, "revoked": False}

    def number(self, path: str) -> int:
        return sorted(self.repositories).index(path) + 100

    def path(self, name: str) -> str:
        """The path of a project by its path or number."""
        for path in self.repositories:
            if name in (path, str(self.number(path))):
                return path
        raise Refusal(404, "404 Project Not Found")

    def describe(self, path: str, login: str) -> dict[str, Any]:
        level = 30 if self.may_push(path, login) else 20
        return {
            "id": self.number(path),
            "path_with_namespace": path,
            "default_branch": "main",
            "web_url": f"https://{self.host}/{path}",
            "permissions": {
                "project_access": {"access_level": level, "notification_level": 3},
                "group_access": {"access_level": 0, "notification_level": 3},
            },
            "archived": path in self.archived,
            "import_status": "finished",
        }

    def get_project(self, call: Call, name: str) -> Any:
        return self.describe(self.path(name), call.login)

    def get_branch(self, call: Call, name: str, branch: str) -> Any:
        sha = self.repositories[self.path(name)].head(branch)
        if not sha:
            raise Refusal(404, "404 Branch Not Found")
        return {"name": branch, "commit": {"id": sha}}

    def get_tree(self, call: Call, name: str) -> Any:
        entries = self.repositories[self.path(name)].entries(call.query["ref"])
        return [{**entry, "id": entry.pop("sha"), "name": entry["path"]} for entry in entries]

    def get_blob(self, call: Call, name: str, blob: str) -> Any:
        return self.repositories[self.path(name)].blob(blob)

    def last_commit(self, path: str, file: str, commit: str) -> str:
        return self.repositories[path].value("rev-list", "-1", commit, "--", file)

    def get_file(self, call: Call, name: str, file: str) -> Any:
        last = self.last_commit(self.path(name), file, call.query["ref"])
        return {"file_path": file, "last_commit_id": last, "ref": call.query["ref"]}

    def get_forks(self, call: Call, name: str) -> Any:
        path = self.path(name)
        forks = [fork for fork, parent in self.parents.items() if parent == path]
        return [self.describe(fork, call.login) for fork in forks]

    def post_fork(self, call: Call, name: str) -> Any:
        fork = self.make_fork(self.path(name), call.login)
        return {**self.describe(fork, call.login), "import_status": "scheduled"}

    def check_commit(self, call: Call) -> None:
        """Check the actions; the client's types name them in other letters."""
        schema = {"type": "array", "items": {"$ref": "#/definitions/CommitAction"}}
        names = {"file_path": "filePath", "last_commit_id": "lastCommitId"}
        actions = [
            {names.get(name, name): value for name, value in action.items()}
            for action in call.body["actions"]
        ]
        if wrong := self.description.check(actions, schema):
            self.violations.append(wrong)

    def post_commit(self, call: Call, name: str) -> Any:
        self.check_commit(call)
        body, path = call.body, self.path(name)
        repository, branch = self.repositories[path], body["branch"]
        self.check_push(path, branch, call.login)
        head, start = repository.head(branch), body.get("start_sha", "")
        if start and head:
            raise Refusal(400, f"A branch called '{branch}' already exists.")
        if "start_project" in body:
            repository.fetch(self.repositories[self.path(str(body["start_project"]))])
        tree = repository.tree(head or start)
        for action in body["actions"]:
            file = action["file_path"]
            if (action["action"] == "create") == (file in tree):
                raise Refusal(400, "A file with this name already exists, or doesn't")
            last = action.get("last_commit_id")
            if last and last != self.last_commit(path, file, head):
                raise Refusal(400, "The file has changed since you started editing it")
        files = {
            action["file_path"]: base64.b64decode(action["content"], validate=True)
            for action in body["actions"]
        }
        return {"id": self.commit(path, branch, files, start, body["commit_message"])}

    def show(self, pull: Pull) -> dict[str, Any]:
        states = {"open": "opened", "merged": "merged", "closed": "closed"}
        return {
            "iid": pull.number,
            "web_url": f"https://{self.host}/verein/seite/-/merge_requests/{pull.number}",
            "state": states[pull.state],
            "title": pull.title,
            "description": pull.text,
            "source_branch": pull.branch,
            "source_project_id": self.number(pull.source),
            "sha": self.pull_head(pull),
            "has_conflicts": False,
        }

    def get_requests(self, call: Call, name: str) -> Any:
        branch = call.query["source_branch"]
        return [self.show(pull) for pull in reversed(self.pulls) if pull.branch == branch]

    def post_request(self, call: Call, name: str) -> Any:
        body = call.body
        try:
            pull = self.open_pull(
                self.path(name),
                body["source_branch"],
                body["target_branch"],
                body["title"],
                body["description"],
            )
        except Refusal as refusal:
            raise Refusal(409 if "exists" in refusal.message else 422, refusal.message) from None
        return self.show(pull)

    def _check_request(self, call: Call, about: dict[str, Any]) -> None:
        if "merge_requests" not in call.path:  # the client has other letters for all others
            return
        names = {
            "target_project_id": "targetProjectId",
            "remove_source_branch": "removeSourceBranch",
        }
        arguments = ("source_branch", "target_branch", "title")
        body = {
            names.get(name, name): value
            for name, value in call.body.items()
            if name not in arguments
        }
        if wrong := self.description.check(body, about["request"]):
            self.violations.append(f"{call.method} {call.path}: {wrong}")

    def get_request(self, call: Call, name: str, number: str) -> Any:
        return self.show(self.pull(number))

    def get_statuses(self, call: Call, name: str, commit: str) -> Any:
        states = {"failure": "failed", "pending": "running"}
        return [
            {
                "name": each["name"],
                "status": states.get(each["state"], each["state"]),
                "target_url": each["address"],
            }
            for each in self.statuses
        ]

    def show_remark(self, remark: Remark) -> dict[str, Any]:
        note: dict[str, Any] = {
            "body": remark.text,
            "author": {"username": remark.author},
            "system": False,
            "noteable_type": "MergeRequest",
            "resolved": remark.resolved,
        }
        if remark.path:
            note["position"] = {
                "new_path": remark.path,
                "new_line": remark.line,
                "head_sha": remark.commit,
            }
        return {"id": str(remark.number), "individual_note": not remark.path, "notes": [note]}

    def get_discussions(self, call: Call, name: str, number: str) -> Any:
        return [self.show_remark(each) for each in self.remarks]

    def find(self, key: str) -> Remark:
        return next(each for each in self.remarks if str(each.number) == key)

    def post_note(self, call: Call, name: str, number: str, key: str) -> Any:
        self.find(key).answers.append(call.body["body"])
        return {"body": call.body["body"], "noteable_type": "MergeRequest"}

    def post_words(self, call: Call, name: str, number: str) -> Any:
        self.remarks.append(Remark(len(self.remarks) + 500, call.login, call.body["body"]))
        return {"body": call.body["body"], "noteable_type": "MergeRequest"}

    def resolve(self, call: Call, name: str, number: str, key: str) -> Any:
        self.find(key).resolved = call.body["resolved"]
        return self.show_remark(self.find(key))

    def get_archive(self, call: Call, name: str) -> Any:
        return self.repositories[self.path(name)].archive(call.query["sha"])

    routes = [
        (rf"GET {_PROJECT}/repository/archive\.tar\.gz", get_archive),
        ("GET /user", user),
        ("GET /personal_access_tokens/self", token),
        (f"GET {_PROJECT}", get_project),
        (f"GET {_PROJECT}/repository/branches/([^/]+)", get_branch),
        (f"GET {_PROJECT}/repository/tree", get_tree),
        (f"GET {_PROJECT}/repository/blobs/([^/]+)/raw", get_blob),
        (f"GET {_PROJECT}/repository/files/([^/]+)", get_file),
        (f"GET {_PROJECT}/forks", get_forks),
        (f"POST {_PROJECT}/fork", post_fork),
        (f"POST {_PROJECT}/repository/commits", post_commit),
        (f"GET {_PROJECT}/merge_requests", get_requests),
        (f"POST {_PROJECT}/merge_requests", post_request),
        (f"GET {_REQUEST}", get_request),
        (f"GET {_REQUEST}/discussions", get_discussions),
        (f"POST {_REQUEST}/discussions/([^/]+)/notes", post_note),
        (f"POST {_REQUEST}/notes", post_words),
        (f"PUT {_REQUEST}/discussions/([^/]+)", resolve),
        (f"GET {_PROJECT}/repository/commits/([^/]+)/statuses", get_statuses),
    ]
