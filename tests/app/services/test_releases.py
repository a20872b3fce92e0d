"""What the home page says of releases is read strictly."""

import json

import pytest
from editor import HOME_PAGE
from editor.app.services import releases
from editor.app.services.releases import read_release
from editor.core.base.errors import UserFacingError
from hypothesis import given
from hypothesis import strategies as st

PAGE = f"{HOME_PAGE}/releases/tag/v1.2.0"


def answer(version, page=PAGE, **more):
    return json.dumps({"version": version, "page": page, **more}).encode()


@pytest.mark.parametrize(
    ("running", "version", "is_newer"),
    [
        ("0.1.0", "0.1.1", True),
        ("0.9.0", "0.10.0", True),
        ("1.2", "1.2.0", False),
        ("1.2.1", "1.2", False),
        ("0.1.0", "0.1.0", False),
    ],
)
def test_versions_are_compared_by_their_numbers(monkeypatch, running, version, is_newer):
    monkeypatch.setattr(releases, "__version__", running)
    assert read_release(answer(version, more=1)).is_newer == is_newer


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>",
        b"[]",
        b"[" * 100_000,
        answer(1),
        answer("newest"),
        answer("1.0", "https://elsewhere.example/"),
        answer("1.0", f"{HOME_PAGE}.elsewhere.example/"),
        answer("1.0", "javascript:x"),
        answer("1.0", x="y" * 30_000),
    ],
)
def test_what_names_no_release_is_refused_with_a_sentence(data):
    with pytest.raises(UserFacingError, match="which release is the newest"):
        read_release(data)


@given(st.binary(max_size=200))
def test_no_answer_is_a_fault(data):
    try:
        read_release(data)
    except UserFacingError:
        pass
