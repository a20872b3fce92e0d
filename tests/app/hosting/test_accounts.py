"""Whose API a host has that does not say so in its name."""

import http.server

import pytest
from editor.app.hosting.accounts import find_kind
from editor.app.services.api import HostRefused
from editor.core.hosting.repository import HostKind

from helpers.loopback import send_answer, serving

VERSION = (200, {"version": "11.0.3"})
CLOSED = (401, {"message": "401 Unauthorized"})
PAGE = (200, b"<!doctype html><title>Welcome</title>")
PAGES = {"/api/v1/version": PAGE, "/api/v4/version": PAGE}


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ({"/api/v1/version": VERSION}, HostKind.FORGEJO),
        ({"/api/v1/version": CLOSED}, HostKind.FORGEJO),
        ({"/api/v4/version": CLOSED}, HostKind.GITLAB),
        ({"/api/v1/version": PAGE, "/api/v4/version": VERSION}, HostKind.GITLAB),
        ({"/api/v3/meta": (200, {"verifiable_password_authentication": True})}, HostKind.GITHUB),
        (
            {"/api/v1/version": PAGE, "/api/v4/version": PAGE, "/api/v3/meta": CLOSED},
            HostKind.GITHUB,
        ),
        ({"/api/v1/version": PAGE, "/api/v4/version": PAGE, "/api/v3/meta": PAGE}, None),
        ({}, None),
    ],
)
def test_a_host_is_known_by_what_it_answers(answers, kind):
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            assert "Authorization" not in self.headers
            send_answer(self, *_with_headers(answers.get(self.path, (404, {}))))

        def log_message(self, *_):
            pass

    with serving(Handler) as address:
        host = address.removeprefix("http://")
        if kind:
            assert find_kind(host) is kind
        else:
            with pytest.raises(HostRefused, match="does not look like"):
                find_kind(host)


def _with_headers(answer):
    status, value = answer
    return status, {}, value
