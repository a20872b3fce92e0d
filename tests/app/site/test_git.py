"""Hand-over through real git, against a bare repository as the other side."""

import os
import shutil
import subprocess
from contextlib import suppress

import pytest
from editor.app.site import code_hosts, git
from editor.app.site.site_transaction import commit_files
from editor.core.base.errors import UserFacingError
from editor.core.publishing.site_files import SiteFile, SiteFileKind

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
PAGE, PICTURE = "content/blog/neu ü.md", "static/blog/neu.jpg"
PIECES = [
    SiteFile(PAGE, b"neu\n", SiteFileKind.PAGE),
    SiteFile(PICTURE, b"jpg", SiteFileKind.PICTURE),
]


def run(folder, *arguments):
    done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, text=True)
    assert not done.returncode, done.stderr
    return done.stdout


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A user whose git knows nothing but a name."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "XDG_CONFIG"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / ".gitconfig").write_text(
        "[user]\nname = Ada\nemail = ada@example.org\n[init]\ndefaultBranch = main\n"
    )
    return tmp_path / "home"


@pytest.fixture
def site(tmp_path, home):
    """A checkout with one commit, and the bare repository it comes from."""
    run(tmp_path, "init", "--quiet", "--bare", "server.git")
    run(tmp_path, "clone", "--quiet", "server.git", "site")
    folder = tmp_path / "site"
    (folder / "content/blog").mkdir(parents=True)
    (folder / "content/blog/alt.md").write_text("alt\n")
    (folder / "hugo.toml").write_text("")
    run(folder, "add", ".")
    run(folder, "commit", "--quiet", "-m", "eins")
    run(folder, "push", "--quiet", "-u", "origin", "main")
    return folder


def state(folder):
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }
    return (
        run(folder, "symbolic-ref", "--short", "HEAD") if _on_branch(folder) else "",
        run(folder, "status", "--porcelain"),
        run(folder, "branch"),
        files,
    )


def _on_branch(folder):
    with suppress(AssertionError):
        return bool(run(folder, "symbolic-ref", "--short", "HEAD"))
    return False


def hand_over(site, branch="ausgabe-2026-01", message="Ausgabe Januar 2026"):
    commit_files(
        site,
        PIECES,
        then=lambda: git.commit(site, [piece.path for piece in PIECES], branch, message),
    )


def test_branch_commit_push(site, tmp_path):
    assert git.is_checkout(site) and not git.is_checkout(tmp_path)
    found = git.inspect_checkout(site)
    assert (found.branch, found.others, found.remote) == ("main", (), "origin")
    hand_over(site)
    assert run(site, "symbolic-ref", "--short", "HEAD").strip() == "ausgabe-2026-01"
    assert run(
        site, "-c", "core.quotePath=false", "show", "--name-only", "--format=%s|%an", "HEAD"
    ).split("\n")[:4] == [
        "Ausgabe Januar 2026|Ada",
        "",
        PAGE,
        PICTURE,
    ]
    assert run(site, "status", "--porcelain") == ""
    assert "ausgabe" not in run(tmp_path / "server.git", "branch")  # pushed only on click
    assert git.push(site, "ausgabe-2026-01", "origin") == ""
    assert "ausgabe-2026-01" in run(tmp_path / "server.git", "branch")


def test_a_correction_goes_on_the_same_branch(site):
    hand_over(site)
    commit_files(
        site,
        [SiteFile(PAGE, b"besser\n", SiteFileKind.PAGE)],
        may_replace=[PAGE],
        then=lambda: git.commit(site, [PAGE], "ausgabe-2026-01", "Korrektur"),
    )
    assert run(site, "log", "--format=%s").split("\n")[:2] == ["Korrektur", "Ausgabe Januar 2026"]


def test_a_dirty_tree_stays_dirty_and_out_of_the_commit(site):
    (site / "content/blog/alt.md").write_text("halb fertig\n")
    (site / "hugo.toml").write_text("staged = 1\n")
    run(site, "add", "hugo.toml")
    (site / "notiz.txt").write_text("untracked")
    assert git.inspect_checkout(site, [PAGE]).others == ("content/blog/alt.md", "hugo.toml")
    hand_over(site)
    assert run(site, "status", "--porcelain").splitlines() == [
        " M content/blog/alt.md",
        "M  hugo.toml",
        "?? notiz.txt",
    ]
    assert "alt.md" not in run(site, "show", "--name-only", "HEAD")


def test_no_branch_is_refused(site):
    run(site, "checkout", "--quiet", "--detach")
    before = state(site)
    with pytest.raises(UserFacingError, match="detached HEAD"):
        hand_over(site)
    assert state(site) == before


def test_nobody_is_refused(site, home):
    (home / ".gitconfig").write_text("")
    before = state(site)
    with pytest.raises(UserFacingError, match="who you are"):
        hand_over(site)
    assert state(site) == before


def test_a_merge_in_progress_is_refused(site):
    (site / ".git" / "MERGE_HEAD").write_text(run(site, "rev-parse", "HEAD"))
    with pytest.raises(UserFacingError, match="middle of a merge"):
        hand_over(site)


@pytest.mark.parametrize("branch", ["main", "besetzt", "a..b", "-x", "", "@{-1}", "@"])
def test_branches_that_cannot_be(site, branch):
    run(site, "branch", "besetzt")
    before = state(site)
    if branch == "main":
        hand_over(site, branch)  # the branch one stands on is no new one
        return
    with pytest.raises(UserFacingError, match="branch"):
        hand_over(site, branch)
    assert state(site) == before


def test_a_hook_that_says_no_leaves_everything_as_it_was(site):
    (site / "hugo.toml").write_text("staged = 1\n")
    run(site, "add", "hugo.toml")
    hook = site / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'Zeile 3 ist zu lang' >&2\nexit 1\n")
    hook.chmod(0o755)
    before = state(site)
    with pytest.raises(UserFacingError, match="Zeile 3 ist zu lang"):
        hand_over(site)
    assert state(site) == before


def test_ignored_files_are_said(site):
    (site / ".gitignore").write_text("static/\n")
    run(site, "add", ".gitignore")
    run(site, "commit", "--quiet", "-m", "zwei")
    before = state(site)
    with pytest.raises(UserFacingError, match="gitignore"):
        hand_over(site)
    assert state(site) == before


def test_a_silent_hook_and_a_hook_that_adds_everything(site):
    hook = site / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    before = state(site)
    with pytest.raises(UserFacingError, match="without a reason"):
        hand_over(site)
    assert state(site) == before
    hook.write_text("#!/bin/sh\ngit add -A\n")
    hand_over(site)
    assert ".rundbrief" not in run(site, "show", "--name-only", "HEAD")


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="process groups are POSIX's")
def test_git_that_hangs_is_stopped_with_its_children(site, monkeypatch):
    import time

    monkeypatch.setattr(git, "_COMMIT_SECONDS", 1.0)
    hook = site / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nsleep 60\n")
    hook.chmod(0o755)
    before, begin = state(site), time.monotonic()
    with pytest.raises(UserFacingError, match="did not answer"):
        hand_over(site)
    assert time.monotonic() - begin < 30
    assert state(site) == before and not list((site / ".git").glob("*.lock"))


def test_the_same_again_is_nothing_to_commit(site):
    hand_over(site)
    with pytest.raises(UserFacingError, match="nothing to commit"):
        git.commit(site, [PAGE], "ausgabe-2026-01", "noch einmal")


def test_a_rejected_push_gets_a_sentence(site, tmp_path):
    run(tmp_path, "clone", "--quiet", "server.git", "other")
    run(tmp_path / "other", "switch", "--quiet", "-c", "ausgabe-2026-01")
    run(tmp_path / "other", "commit", "--quiet", "--allow-empty", "-m", "schneller")
    run(tmp_path / "other", "push", "--quiet", "origin", "ausgabe-2026-01")
    hand_over(site)
    before = state(site)
    with pytest.raises(UserFacingError, match="rejected the push"):
        git.push(site, "ausgabe-2026-01", "origin")
    assert state(site) == before


def test_a_hook_of_the_server_is_quoted(site, tmp_path):
    hook = tmp_path / "server.git/hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'error: geschlossen' >&2\nexit 1\n")
    hook.chmod(0o755)
    hand_over(site)
    with pytest.raises(UserFacingError, match=r"geschlossen|rejected"):
        git.push(site, "ausgabe-2026-01", "origin")


@pytest.mark.parametrize(
    ("url", "words"),
    [("/nirgends/server.git", "Git says"), ("http://127.0.0.1:9/x.git", "cannot be reached")],
)
def test_a_server_that_is_not_there(site, url, words):
    run(site, "remote", "set-url", "origin", url)
    hand_over(site)
    with pytest.raises(UserFacingError, match=words):
        git.push(site, "ausgabe-2026-01", "origin")


def test_the_servers_offer_of_a_pull_request_is_taken(site, tmp_path):
    hook = tmp_path / "server.git/hooks/post-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(
        "#!/bin/sh\necho\necho 'Create a pull request:'\necho '  https://git.example/o/r/pull/new/x'\n"
    )
    hook.chmod(0o755)
    hand_over(site)
    assert git.push(site, "ausgabe-2026-01", "origin") == "https://git.example/o/r/pull/new/x"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://github.com/o/r.git", "https://github.com/o/r/compare/a%2Fb?expand=1"),
        ("git@github.com:o/r.git", "https://github.com/o/r/compare/a%2Fb?expand=1"),
        (
            "ssh://git@gitlab.example.org:2222/o/r.git",
            "https://gitlab.example.org/o/r/-/merge_requests/new?merge_request%5Bsource_branch%5D=a%2Fb",
        ),
        ("https://user:secret@codeberg.org/o/r", "https://codeberg.org/o/r/compare/a%2Fb"),
        ("/srv/git/site.git", ""),
        ("../server.git", ""),
        ("", ""),
    ],
)
def test_where_a_pull_request_is_opened(url, address):
    assert code_hosts.pull_request_url(url, "a/b") == address
