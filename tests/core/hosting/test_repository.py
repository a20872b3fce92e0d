"""Repositories as people type them and git has them, and what is read of pull requests."""

import pytest
from editor.core.base.errors import InputRejected
from editor.core.hosting.git_objects import blob_id
from editor.core.hosting.line_places import find_line
from editor.core.hosting.pull_request import (
    CheckState,
    HostCheck,
    ReviewComment,
    find_preview,
)
from editor.core.hosting.repository import HostKind, guess_kind, read_repository
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "host", "path"),
    [
        ("https://github.com/okfde/codefor.de", "github.com", "okfde/codefor.de"),
        ("https://github.com/okfde/codefor.de.git", "github.com", "okfde/codefor.de"),
        ("https://github.com/okfde/codefor.de/", "github.com", "okfde/codefor.de"),
        ("https://github.com/a/b/tree/main/content?x=1#y", "github.com", "a/b"),
        ("https://GitHub.com/a/b/pull/7", "github.com", "a/b"),
        ("https://user:secret@codeberg.org/a/b", "codeberg.org", "a/b"),
        ("git@github.com:a/b.git", "github.com", "a/b"),
        ("ssh://git@codeberg.org/a/b.git", "codeberg.org", "a/b"),
        ("ssh://git@gitlab.example.org:2222/a/b/c.git", "gitlab.example.org", "a/b/c"),
        ("https://gitlab.com/a/b/c/-/tree/main", "gitlab.com", "a/b/c"),
        ("https://code.example.org/a/b/c/-/issues", "code.example.org", "a/b/c"),
        ("https://code.example.org/a/b/c", "code.example.org", "a/b/c"),
        ("git@code.example.org:a/b/c.git", "code.example.org", "a/b/c"),
        ("https://code.example.org/a/b/src/branch/main", "code.example.org", "a/b"),
        ("https://code.example.org/a/b/issues/3", "code.example.org", "a/b"),
        ("https://www.github.com/a/b", "github.com", "a/b"),
        ("www.gitlab.com/a/b/c", "gitlab.com", "a/b/c"),
        ("github.com/a/b", "github.com", "a/b"),
        ("codeberg.org/a/b/src/branch/main", "codeberg.org", "a/b"),
        ("a/b", "github.com", "a/b"),
        ("  a/b  ", "github.com", "a/b"),
        ("http://127.0.0.1:3000/a/b", "127.0.0.1:3000", "a/b"),
        ("https://git.example.org:8443/a/b", "git.example.org:8443", "a/b"),
    ],
)
def test_repositories(text, host, path):
    found = read_repository(text)
    assert (found.host, found.path) == (host, path)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "a", "https://github.com", "https://github.com/a", "https://", "file:///a/b"),
        *("https://github.com/../../etc", "a/../b", "https://exa mple.org/a/b", "[x](https://a/b)"),
        *("https://[::1/a/b", "a/b c", "https://github.com/a/b\nx"),
    ],
)
def test_what_is_no_repository(text):
    with pytest.raises(InputRejected, match="names no repository"):
        read_repository(text)


@given(st.text(max_size=60))
def test_any_text_is_a_repository_or_a_sentence(text):
    try:
        found = read_repository(text)
    except InputRejected:
        return
    assert read_repository(f"https://{found}").path == found.path
    assert ".." not in found.path and " " not in str(found)


def test_kinds():
    assert guess_kind("github.com") is HostKind.GITHUB
    assert guess_kind("gitlab.opencode.de") is HostKind.GITLAB
    assert guess_kind("codeberg.org") is HostKind.FORGEJO
    assert guess_kind("code.example.org") is None


def test_contents_have_the_names_git_gives_them():
    assert blob_id(b"") == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"


LINES = st.lists(st.text("abc", max_size=3), min_size=1, max_size=8)


@given(LINES, LINES, st.integers(-2, 12))
def test_a_line_is_always_somewhere(before, now, line):
    place = find_line("\n".join(before), "\n".join(now), line)
    assert 1 <= place <= len(now)


@given(LINES, LINES, st.integers(1, 8))
def test_a_line_moves_with_what_is_put_before_it(before, added, line):
    text = "\n".join(f"{number}: {words}" for number, words in enumerate(before))
    line = min(line, len(before))
    assert find_line(text, "\n".join(added) + "\n" + text, line) == line + len(added)
    assert find_line(text, text + "\n" + "\n".join(added), line) == line


def test_previews():
    netlify = HostCheck("x", CheckState.PASSED, "https://deploy-preview-1--a.netlify.app/b")
    assert find_preview([netlify], []) == netlify.address
    running = HostCheck("netlify", CheckState.RUNNING, "https://deploy-preview-1--a.netlify.app")
    assert find_preview([running], []) == ""
    said = ReviewComment("", "bot", "Look: (https://pr-7.site.pages.dev) and more")
    assert find_preview([], [said]) == "https://pr-7.site.pages.dev"
    own = HostCheck("Deploy preview", CheckState.PASSED, "https://preview.example.org/7")
    lint = HostCheck("lint", CheckState.PASSED, "https://ci.example.org/7")
    assert find_preview([lint, own], []) == own.address
    assert find_preview([lint], []) == ""
    assert find_preview([HostCheck("preview", CheckState.PASSED, "javascript:alert(1)")], []) == ""
