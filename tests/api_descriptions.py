"""Make the descriptions of other people's APIs that the stand-ins in the tests are held to.

``python tests/api_descriptions.py`` fetches GitHub's OpenAPI description, Bluesky's lexicons, and
the types of the clients for Forgejo (made from its description), GitLab and Mastodon, with npm, and
keeps of them what the program asks for. What is kept lies in ``tests/data/apis``; the tests need no
npm.
"""

import json
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

_TARGET = Path(__file__).parent / "data" / "apis"
_REPO = "/repos/{owner}/{repo}"
_GITHUB = {
    "GET /user": 200,
    f"GET {_REPO}": 200,
    f"GET {_REPO}/git/ref/{{ref}}": 200,
    f"GET {_REPO}/git/trees/{{tree_sha}}": 200,
    f"GET {_REPO}/git/commits/{{commit_sha}}": 200,
    f"GET {_REPO}/git/blobs/{{file_sha}}": 200,
    f"POST {_REPO}/git/blobs": 201,
    f"POST {_REPO}/git/trees": 201,
    f"POST {_REPO}/git/commits": 201,
    f"POST {_REPO}/git/refs": 201,
    f"PATCH {_REPO}/git/refs/{{ref}}": 200,
    f"POST {_REPO}/forks": 202,
    f"POST {_REPO}/merge-upstream": 200,
    f"GET {_REPO}/pulls": 200,
    f"POST {_REPO}/pulls": 201,
    f"GET {_REPO}/pulls/{{pull_number}}": 200,
    f"GET {_REPO}/pulls/{{pull_number}}/comments": 200,
    f"GET {_REPO}/pulls/{{pull_number}}/reviews": 200,
    f"POST {_REPO}/pulls/{{pull_number}}/comments/{{comment_id}}/replies": 201,
    f"GET {_REPO}/issues/{{issue_number}}/comments": 200,
    f"POST {_REPO}/issues/{{issue_number}}/comments": 201,
    f"GET {_REPO}/commits/{{ref}}/check-runs": 200,
    f"GET {_REPO}/commits/{{ref}}/status": 200,
}
"""What is asked of GitHub, with the status of an answer that agrees."""
_FORGEJO = {
    "GET /user": ("", "User", 200),
    f"GET {_REPO}": ("", "Repository", 200),
    f"GET {_REPO}/branches/{{branch}}": ("", "Branch", 200),
    f"GET {_REPO}/git/trees/{{sha}}": ("", "GitTreeResponse", 200),
    f"GET {_REPO}/git/blobs/{{sha}}": ("", "GitBlobResponse", 200),
    f"GET {_REPO}/forks": ("", "Repository[]", 200),
    f"POST {_REPO}/forks": ("CreateForkOption", "Repository", 202),
    f"POST {_REPO}/contents": ("ChangeFilesOptions", "FilesResponse", 201),
    f"GET {_REPO}/pulls": ("", "PullRequest[]", 200),
    f"POST {_REPO}/pulls": ("CreatePullRequestOption", "PullRequest", 201),
    f"GET {_REPO}/pulls/{{index}}": ("", "PullRequest", 200),
    f"GET {_REPO}/pulls/{{index}}/reviews": ("", "PullReview[]", 200),
    f"GET {_REPO}/pulls/{{index}}/reviews/{{id}}/comments": ("", "PullReviewComment[]", 200),
    f"POST {_REPO}/pulls/{{index}}/reviews/{{id}}/comments": (
        "CreatePullReviewComment",
        "PullReviewComment",
        200,
    ),
    f"GET {_REPO}/issues/{{index}}/comments": ("", "Comment[]", 200),
    f"POST {_REPO}/issues/{{index}}/comments": ("CreateIssueCommentOption", "Comment", 201),
    f"GET {_REPO}/commits/{{ref}}/status": ("", "CombinedStatus", 200),
}
_PROJECT = "/projects/{id}"
_REQUEST = f"{_PROJECT}/merge_requests"
_GITLAB = {
    "GET /user": ("", "ExpandedUserSchema", 200),
    "GET /personal_access_tokens/self": ("", "PersonalAccessTokenSchema", 200),
    f"GET {_PROJECT}": ("", "ProjectSchema", 200),
    f"GET {_PROJECT}/repository/branches/{{branch}}": ("", "BranchSchema", 200),
    f"GET {_PROJECT}/repository/tree": ("", "RepositoryTreeSchema[]", 200),
    f"GET {_PROJECT}/repository/files/{{path}}": ("", "RepositoryFileExpandedSchema", 200),
    f"GET {_PROJECT}/forks": ("", "ProjectSchema[]", 200),
    f"POST {_PROJECT}/fork": ("ForkProjectOptions", "ProjectSchema", 201),
    f"POST {_PROJECT}/repository/commits": ("CommitAction[]", "CommitSchema", 201),
    f"GET {_REQUEST}": ("", "MergeRequestSchemaWithBasicLabels[]", 200),
    f"POST {_REQUEST}": ("CreateMergeRequestOptions", "ExpandedMergeRequestSchema", 201),
    f"GET {_REQUEST}/{{iid}}": ("", "ExpandedMergeRequestSchema", 200),
    f"GET {_REQUEST}/{{iid}}/discussions": ("", "DiscussionSchema[]", 200),
    f"POST {_REQUEST}/{{iid}}/discussions/{{discussion}}/notes": ("", "DiscussionNoteSchema", 201),
    f"PUT {_REQUEST}/{{iid}}/discussions/{{discussion}}": ("", "DiscussionSchema", 200),
    f"POST {_REQUEST}/{{iid}}/notes": ("", "MergeRequestNoteSchema", 201),
    f"GET {_PROJECT}/repository/commits/{{sha}}/statuses": ("", "CommitStatusSchema[]", 200),
}
"""What is asked of Forgejo and GitLab: the types of request and answer, and the status.

GitLab's client passes the actions of a commit alone; what is around them has no type.
"""
_MASTODON = {
    "POST /api/v1/apps": "Client",
    "POST /oauth/token": "Token",
    "GET /api/v1/accounts/verify_credentials": "AccountCredentials",
    "GET /api/v1/bookmarks": "Status[]",
    "GET /api/v1/favourites": "Status[]",
}
"""What is asked of Mastodon, and the types of its answers."""
_BLUESKY = (
    ("POST", "com.atproto.server.createSession"),
    ("GET", "app.bsky.bookmark.getBookmarks"),
    ("GET", "app.bsky.feed.getActorLikes"),
)
_KEPT = (
    *("type", "properties", "required", "items", "enum", "anyOf", "oneOf", "allOf"),
    *("additionalProperties", "const", "$ref"),
)


def main() -> None:
    """Fetch and write all three."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        packages = (
            *("@octokit/openapi", "forgejo-js", "@gitbeaker/core", "masto", "@atproto/api"),
            *("ts-json-schema-generator", "typescript"),
        )
        subprocess.run(["npm", "install", "--silent", *packages], cwd=folder, check=True)
        modules = folder / "node_modules"
        _write("github", "@octokit/openapi", _read_github(modules), modules)
        _write("forgejo", "forgejo-js", _read_types(folder, "forgejo-js", _FORGEJO), modules)
        _write(
            "gitlab", "@gitbeaker/core", _read_types(folder, "@gitbeaker/core", _GITLAB), modules
        )
        _write("mastodon", "masto", _read_mastodon(folder), modules)
        _write("bluesky", "@atproto/api", _read_bluesky(folder), modules)


def _write(name: str, package: str, found: dict[str, Any], modules: Path) -> None:
    about = json.loads((modules / package / "package.json").read_text())
    source = f"{package} {about['version']} ({about['license']})"
    text = json.dumps({"source": source, **found}, indent=1, sort_keys=True)
    (_TARGET / f"{name}.json").write_text(text + "\n")


def _read_github(modules: Path) -> dict[str, Any]:
    whole = json.loads((modules / "@octokit/openapi/generated/api.github.com.json").read_text())
    definitions: dict[str, Any] = {}

    def keep(schema: Any) -> Any:
        for name in re.findall(r'"#/components/schemas/([\w-]+)"', json.dumps(schema)):
            if name not in definitions:
                definitions[name] = None
                definitions[name] = keep(whole["components"]["schemas"][name])
        return _tidy(schema)

    operations = {}
    for operation, status in _GITHUB.items():
        method, path = operation.split(" ")
        about = whole["paths"][path][method.lower()]
        asked = about.get("requestBody", {}).get("content", {}).get("application/json", {})
        answer = about["responses"][str(status)]
        answered = answer.get("content", {}).get("application/json", {})
        operations[operation] = {
            "status": status,
            "request": keep(asked["schema"]) if "schema" in asked else None,
            "answer": keep(answered.get("schema", {})),
        }
    return {"operations": operations, "definitions": definitions}


def _read_types(
    folder: Path, package: str, wanted: dict[str, tuple[str, str, int]]
) -> dict[str, Any]:
    types = (folder / "node_modules" / package / "dist" / "index.d.ts").read_text()
    types = re.sub(r"(?m)^(interface|type|class|declare \w+) ", r"export \1 ", types)
    types = re.sub(r"(?ms)^export (?:type )?\{.*?\}.*?$", "", types)
    (folder / "types.d.ts").write_text(types)
    definitions: dict[str, Any] = {}

    def keep(name: str) -> Any:
        plain = name.removesuffix("[]")
        if not plain:
            return None
        command = ["npx", "ts-json-schema-generator", "--path", "types.d.ts", "--type", plain]
        options = ["--no-type-check", "--expose", "all"]
        made = subprocess.run(
            [*command, *options], cwd=folder, check=True, capture_output=True, text=True
        )
        for key, schema in json.loads(made.stdout)["definitions"].items():
            definitions[key] = _tidy(schema)
        one = {"$ref": f"#/definitions/{plain}"}
        return {"type": "array", "items": one} if name.endswith("[]") else one

    operations = {
        operation: {"status": status, "request": keep(asked), "answer": keep(answered)}
        for operation, (asked, answered, status) in wanted.items()
    }
    return {"operations": operations, "definitions": definitions}


def _read_mastodon(folder: Path) -> dict[str, Any]:
    """The client writes names with capitals where Mastodon has "_"."""
    entities = (folder / "node_modules/masto/dist/esm/mastodon/entities/v1").glob("*.d.ts")
    texts = (file.read_text() for file in sorted(entities))
    types = "\n".join(
        re.sub(r"(?ms)^(import|export \*|export \{).*?;$", "", text) for text in texts
    )
    package = folder / "node_modules/masto-types/dist"
    package.mkdir(parents=True)
    (package / "index.d.ts").write_text(types)
    wanted = {operation: ("", name, 200) for operation, name in _MASTODON.items()}
    found = _read_types(folder, "masto-types", wanted)
    text = json.dumps(found)
    for name in set(re.findall(r'"([a-z]+(?:[A-Z][a-z]+)+)"', text)) - set(_KEPT):
        snake = re.sub("([A-Z])", r"_\1", name).lower()
        text = text.replace(f'"{name}"', f'"{snake}"')
    return json.loads(text)  # type: ignore[no-any-return]


class _Lexicons:
    """Bluesky's descriptions (atproto.com/specs/lexicon) as JSON Schema."""

    def __init__(self, schemas: list[dict[str, Any]]) -> None:
        self._lexicons = {each["id"]: each["defs"] for each in schemas}
        self.definitions: dict[str, Any] = {}

    def read(self, name: str) -> dict[str, Any]:
        about = self._lexicons[name]["main"]
        parts = (about.get("input", {}).get("schema"), about.get("parameters"))
        asked, query = (self._convert(part, name) if part else None for part in parts)
        answer = self._convert(about["output"]["schema"], name)
        return {"status": 200, "request": asked, "query": query, "answer": answer}

    def _refer(self, name: str, lexicon: str) -> dict[str, Any]:
        name = lexicon + name if name.startswith("#") else name
        within, _, part = name.partition("#")
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self._convert(self._lexicons[within][part or "main"], within)
        return {"$ref": f"#/definitions/{name}"}

    def _choose(self, name: str, lexicon: str) -> dict[str, Any]:
        """One of a union says which it is."""
        kind = lexicon + name if name.startswith("#") else name.removesuffix("#main")
        says = {"required": ["$type"], "properties": {"$type": {"const": kind}}}
        return {"allOf": [says, self._refer(name, lexicon)]}

    def _convert(self, schema: dict[str, Any], lexicon: str) -> dict[str, Any]:
        match schema["type"]:
            case "record":
                return self._convert(schema["record"], lexicon)
            case "object" | "params":
                return self._convert_object(schema, lexicon)
            case "array":
                return {"type": "array", "items": self._convert(schema["items"], lexicon)}
            case "ref":
                return self._refer(schema["ref"], lexicon)
            case "union":
                return {"anyOf": [self._choose(each, lexicon) for each in schema["refs"]]}
            case "unknown" if "feed" in lexicon or "embed" in lexicon:
                return self._refer("app.bsky.feed.post", lexicon)
            case "string" | "integer" | "boolean" as kind:
                limits = {"maxLength", "minimum", "maximum", "enum"} & set(schema)
                return {"type": kind, **{name: schema[name] for name in limits}}
        return {}

    def _convert_object(self, schema: dict[str, Any], lexicon: str) -> dict[str, Any]:
        parts = schema.get("properties", {})
        made = {name: self._convert(each, lexicon) for name, each in parts.items()}
        for name in schema.get("nullable", []):
            made[name] = {"anyOf": [made[name], {"type": "null"}]}
        return {"type": "object", "required": schema.get("required", []), "properties": made}


def _read_bluesky(folder: Path) -> dict[str, Any]:
    script = "console.log(JSON.stringify(require('@atproto/api').schemas))"
    said = subprocess.run(["node", "-e", script], cwd=folder, check=True, capture_output=True)
    lexicons = _Lexicons(json.loads(said.stdout.replace(b'"lex:', b'"')))
    operations = {f"{method} /{name}": lexicons.read(name) for method, name in _BLUESKY}
    return {"operations": operations, "definitions": lexicons.definitions}


def _tidy(schema: Any) -> Any:
    """Keep what a validator needs; OpenAPI 3.0 writes null in its own way."""
    if isinstance(schema, list):
        return [_tidy(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    kept: dict[str, Any] = {}
    for key in _KEPT:
        if key not in schema:
            continue
        value = schema[key]
        if key == "properties":
            kept[key] = {name: _tidy(each) for name, each in value.items()}
        elif key == "$ref":
            kept[key] = value.replace("#/components/schemas/", "#/definitions/")
        else:
            kept[key] = _tidy(value)
    if schema.get("nullable"):
        kept.pop("enum", None)
        return {"anyOf": [kept, {"type": "null"}]}
    return kept


if __name__ == "__main__":
    main()
