"""Stand-ins for Mastodon and Bluesky, held to their own descriptions."""

import base64
import hashlib
import json
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx

from helpers.api_description import Description
from helpers.loopback import send_answer, serving


@dataclass
class Request:
    """A request as it came."""

    method: str
    path: str
    query: dict[str, str]
    body: Any
    token: str


class Refusal(Exception):
    """An answer that is an error."""

    def __init__(self, status: int, said: dict[str, str], **headers: str) -> None:
        self.status, self.said, self.headers = status, said, headers


class NetworkStandIn:
    """What both have in common: every answer is checked by the description."""

    description: Description

    def __init__(self) -> None:
        self.server = ""
        self.requests: list[Request] = []
        self.violations: list[str] = []
        self.refuse: Callable[[Request], Refusal | None] = lambda request: None

    def asked(self, path: str) -> int:
        return sum(request.path == path for request in self.requests)

    def answer(self, request: Request) -> tuple[dict[str, str], Any]:
        raise NotImplementedError

    def say(self, request: Request) -> tuple[int, dict[str, str], Any]:
        if refusal := self.refuse(request):
            return refusal.status, refusal.headers, refusal.said
        try:
            headers, value = self.answer(request)
        except Refusal as refusal:
            return refusal.status, refusal.headers, refusal.said
        about = self.description.find(request.method, request.path.removeprefix("/xrpc"))
        for part in ("request", "query") if about else ():
            said = request.body if part == "request" else _with_numbers(request.query)
            if about.get(part) and (wrong := self.description.check(said, about[part])):
                self.violations.append(f"{part} of {request.path}: {wrong}")
        if about and (wrong := self.description.check(value, about["answer"])):
            self.violations.append(f"answer to {request.path}: {wrong}")
        return 200, headers, value


def _with_numbers(query: dict[str, str]) -> dict[str, Any]:
    return {name: int(text) if text.isdecimal() else text for name, text in query.items()}


@contextmanager
def running(stand_in: NetworkStandIn) -> Any:
    """Let a stand-in answer on loopback; its ``server`` is set."""

    class Handler(BaseHTTPRequestHandler):
        def _do(self) -> None:
            parts = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            is_form = "form" in (self.headers.get("Content-Type") or "")
            fields = dict(parse_qsl(body.decode())) if is_form else json.loads(body or "null")
            token = (self.headers.get("Authorization") or "").removeprefix("Bearer ")
            request = Request(self.command, parts.path, dict(parse_qsl(parts.query)), fields, token)
            stand_in.requests.append(request)
            status, headers, value = stand_in.say(request)
            send_answer(self, status, headers, value)

        do_GET = do_POST = _do

        def log_message(self, *_: object) -> None:
            pass

    with serving(Handler) as address:
        stand_in.server = address.removeprefix("http://")
        yield stand_in


class MastodonStandIn(NetworkStandIn):
    """One server with the account "ada"."""

    description = Description("mastodon")

    def __init__(self) -> None:
        super().__init__()
        self.apps: dict[str, dict[str, str]] = {}
        self.codes: dict[str, dict[str, str]] = {}
        self.tokens: set[str] = set()
        self.kept: dict[str, list[dict[str, Any]]] = {"bookmarks": [], "favourites": []}
        self.odd: dict[str, Any] = {}
        """What stands in place of a status, by its id."""

    def keep(self, kept: str, content: str, **more: Any) -> dict[str, Any]:
        """Let Ada keep a post; the last one is the first of the list."""
        posts = self.kept[kept]
        number = str(110_000_000_000_000_000 + len(posts))
        status = {
            "id": number,
            "uri": f"https://chaos.example/users/bo/statuses/{number}",
            "url": f"https://chaos.example/@bo/{number}",
            "created_at": "2026-11-02T10:00:00.000Z",
            "content": content,
            "visibility": "public",
            "account": {"username": "bo", "acct": "bo", "display_name": "Bo"},
            **more,
        }
        posts.insert(0, status)
        return status

    def answer(self, request: Request) -> tuple[dict[str, str], Any]:
        match request.path.rpartition("/")[2]:
            case "apps":
                return {}, self._register(request.body)
            case "token":
                return {}, self._give_token(request.body)
            case "revoke":
                app = self.apps[request.body["client_id"]]
                if app["client_secret"] != request.body["client_secret"]:
                    raise Refusal(403, {"error": "unauthorized_client"})
                self.tokens.discard(request.body["token"])
                return {}, {}
        if request.token not in self.tokens:
            raise Refusal(401, {"error": "The access token is invalid"})
        if request.path.endswith("verify_credentials"):
            return {}, self._make("AccountCredentials", {"username": "ada", "acct": "ada"})
        return self._page(request)

    def _make(self, name: str, value: dict[str, Any]) -> Any:
        return self.description.make({"$ref": f"#/definitions/{name}"}, value)

    def _register(self, form: dict[str, str]) -> Any:
        name = f"client-{len(self.apps)}"
        self.apps[name] = {**form, "client_secret": f"secret-of-{name}"}
        made = {"name": form["client_name"], "client_id": name}
        return self._make("Client", {**made, "client_secret": f"secret-of-{name}"})

    def agree(self, address: str, *, refuses: bool = False) -> None:
        """Do what the browser does when Ada agrees, or refuses, on the page of an address."""
        parts = urlsplit(address)
        query = dict(parse_qsl(parts.query))
        assert parts.path == "/oauth/authorize", address
        app = self.apps[query["client_id"]]
        assert query["redirect_uri"] in app["redirect_uris"].split()
        assert set(query["scope"].split()) <= set(app["scopes"].split())
        assert query["response_type"] == "code"
        code = f"code-{len(self.codes)}"
        self.codes[code] = query
        said = {"error": "access_denied"} if refuses else {"code": code}
        back = f"{query['redirect_uri']}?{urlencode({**said, 'state': query['state']})}"
        assert "Rundbrief" in httpx.get(back, timeout=10).text

    def _give_token(self, form: dict[str, str]) -> Any:
        query = self.codes.pop(form["code"])
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        app = self.apps[form["client_id"]]
        if (
            query["code_challenge"] != challenge
            or form["redirect_uri"] != query["redirect_uri"]
            or form["client_secret"] != app["client_secret"]
        ):
            raise Refusal(400, {"error": "invalid_grant"})
        token = f"token-{len(self.codes)}-{form['code']}"
        self.tokens.add(token)
        return {
            "access_token": token,
            "token_type": "Bearer",
            "scope": form["scope"],
            "created_at": 1,
        }

    def _page(self, request: Request) -> tuple[dict[str, str], Any]:
        posts = self.kept[request.path.rpartition("/")[2]]
        first, limit = int(request.query.get("max_id", "0")), int(request.query["limit"])
        shown = posts[first : first + min(limit, 40)]
        made = [self.odd.get(each["id"]) or self._make("Status", each) for each in shown]
        base = f"https://elsewhere.example{request.path}?limit={limit}"
        links = f'<{base}&max_id={first + 40}>; rel="next", <{base}&min_id={first}>; rel="prev"'
        return ({"Link": links} if first + 40 < len(posts) else {}), made


DID = "did:plc:ada"


class BlueskyStandIn(NetworkStandIn):
    """One server with the account "ada.example"."""

    description = Description("bluesky")

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[dict[str, Any]] = []
        self.liked: list[dict[str, Any]] = []
        self.sessions: set[str] = set()

    def make_view(self, text: str, **more: Any) -> dict[str, Any]:
        number = len(self.kept) + len(self.liked)
        record = {
            "$type": "app.bsky.feed.post",
            "text": text,
            "createdAt": "2026-11-01T09:00:00.000Z",
            "facets": more.pop("facets", []),
        }
        return {
            "$type": "app.bsky.feed.defs#postView",
            "uri": f"at://did:plc:bo/app.bsky.feed.post/{number}",
            "cid": "bafyreib",
            "author": {"did": "did:plc:bo", "handle": "bo.example", "displayName": "Bo"},
            "record": record,
            "indexedAt": "2026-11-01T09:00:01.000Z",
            **more,
        }

    def keep(self, item: dict[str, Any]) -> None:
        """Let Ada keep a post; the last one is the first of the list."""
        subject = {"uri": item["uri"], "cid": "bafyreib"}
        self.kept.insert(
            0, {"subject": subject, "createdAt": "2026-11-20T08:00:00.000Z", "item": item}
        )

    def like(self, view: dict[str, Any]) -> None:
        self.liked.insert(0, {"post": {key: each for key, each in view.items() if key != "$type"}})

    def answer(self, request: Request) -> tuple[dict[str, str], Any]:
        match request.path.rpartition(".")[2]:
            case "createSession":
                said = (request.body["identifier"], request.body["password"])
                if said[0] not in ("ada.example", DID) or said[1] != "abcd-efgh-ijkl-mnop":
                    words = "Invalid identifier or password"
                    raise Refusal(401, {"error": "AuthenticationRequired", "message": words})
                number = len(self.requests)
                self.sessions.add(f"{number}")
                tokens = {"accessJwt": f"access-{number}", "refreshJwt": f"refresh-{number}"}
                return {}, {**tokens, "handle": "ada.example", "did": DID}
            case "deleteSession":
                self.sessions.remove(request.token.removeprefix("refresh-"))
                return {}, b""
        if request.token.removeprefix("access-") not in self.sessions:
            raise Refusal(400, {"error": "ExpiredToken", "message": "Token has expired"})
        is_kept = request.path.endswith("getBookmarks")
        posts = self.kept if is_kept else self.liked
        first, limit = (
            int(request.query.get("cursor", "from 0")[5:]),
            int(request.query.get("limit", "50")),
        )
        page: dict[str, Any] = {
            "bookmarks" if is_kept else "feed": posts[first : first + min(limit, 100)]
        }
        if first + limit < len(posts):
            page["cursor"] = f"from {first + limit}"
        return {}, page
