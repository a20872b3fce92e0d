"""Hand-over through real git, against a bare repository as the other side."""

import os
import shutil
import subprocess
from contextlib import suppress
from dataclasses import dataclass

import pytest
from editor.app.site import git
from editor.app.site.site_transaction import commit_files
from editor.core.base.errors import UserFacingError
from editor.core.hosting.repository import pull_request_url
from editor.core.publishing.site_files import SiteFile, SiteFileKind

from helpers.processes import has_ended

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
PAGE, PICTURE = "content/blog/neu ü.md", "static/blog/neu.jpg"
FILES = [
    SiteFile(PAGE, b"neu\n", SiteFileKind.PAGE),
    SiteFile(PICTURE, b"jpg", SiteFileKind.PICTURE),
]


def run(folder, *arguments):
    """Run git, and return what it prints."""
    done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
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


@dataclass(frozen=True)
class CheckoutState:
    """What must be as before where something fails."""

    head: str
    """The branch, or the commit where there is none."""
    changes: str
    branches: str
    files: dict[str, bytes]


def state(folder):
    """Return the state of a checkout."""
    return CheckoutState(
        (folder / ".git" / "HEAD").read_text(),
        run(folder, "status", "--porcelain"),
        run(folder, "branch"),
        {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file() and ".git" not in path.parts
        },
    )


def hand_over(site, branch="ausgabe-2026-01", message="Ausgabe Januar 2026", **options):
    """Write the files, and commit them."""
    paths = [file.path for file in FILES]
    commit_files(site, FILES, then=lambda: git.commit(site, paths, branch, message, **options))


def add_hook(path, *lines):
    """Write a hook, a script of the shell."""
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(["#!/bin/sh", *lines, ""]))
    path.chmod(0o755)


def test_branch_commit_push(site, tmp_path):
    assert git.is_checkout(site)
    assert not git.is_checkout(tmp_path)
    checkout = git.inspect_checkout(site)
    assert checkout == git.Checkout(site, branch="main", others=(), remote="origin")
    hand_over(site)
    assert run(site, "symbolic-ref", "--short", "HEAD").strip() == "ausgabe-2026-01"
    show = ("-c", "core.quotePath=false", "show", "--name-only", "--format=%s|%an", "HEAD")
    assert run(site, *show).splitlines() == ["Ausgabe Januar 2026|Ada", "", PAGE, PICTURE]
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
    subjects = run(site, "log", "--format=%s").splitlines()
    assert subjects == ["Korrektur", "Ausgabe Januar 2026", "eins"]


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


def test_a_user_without_a_name_is_refused(site, home):
    (home / ".gitconfig").write_text("")
    before = state(site)
    with pytest.raises(UserFacingError, match="who you are"):
        hand_over(site)
    assert state(site) == before


def test_a_merge_in_progress_is_refused(site):
    (site / ".git" / "MERGE_HEAD").write_text(run(site, "rev-parse", "HEAD"))
    with pytest.raises(UserFacingError, match="middle of a merge"):
        hand_over(site)


def test_the_branch_that_is_checked_out_is_no_new_one(site):
    hand_over(site, "main")
    assert run(site, "log", "--format=%s", "main").splitlines() == ["Ausgabe Januar 2026", "eins"]


@pytest.mark.parametrize("branch", ["besetzt", "a..b", "-x", "", "@{-1}", "@"])
def test_branches_that_cannot_be(site, branch):
    run(site, "branch", "besetzt")
    before = state(site)
    with pytest.raises(UserFacingError, match="branch"):
        hand_over(site, branch)
    assert state(site) == before


def test_a_hook_that_says_no_leaves_everything_as_it_was(site):
    (site / "hugo.toml").write_text("staged = 1\n")
    run(site, "add", "hugo.toml")
    add_hook(site / ".git/hooks/pre-commit", "echo 'Zeile 3 ist zu lang' >&2", "exit 1")
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


def test_a_hook_that_gives_no_reason_is_said(site):
    add_hook(site / ".git/hooks/pre-commit", "exit 1")
    before = state(site)
    with pytest.raises(UserFacingError, match="without a reason"):
        hand_over(site)
    assert state(site) == before


def test_a_hook_that_adds_everything_does_not_add_the_staging_folder(site):
    add_hook(site / ".git/hooks/pre-commit", "git add -A")
    hand_over(site)
    assert ".rundbrief" not in run(site, "show", "--name-only", "HEAD")


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="process groups are POSIX's")
def test_git_that_hangs_is_stopped_with_its_children(site, tmp_path):
    number = tmp_path / "hook.pid"
    add_hook(site / ".git/hooks/pre-commit", f"echo $$ > '{number}'", "exec sleep 600")
    before = state(site)
    with pytest.raises(UserFacingError, match="did not answer"):
        hand_over(site, seconds=2.0)
    assert has_ended(int(number.read_text()))
    assert state(site) == before
    assert list((site / ".git").glob("*.lock")) == []


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
    add_hook(hook, "echo 'error: geschlossen' >&2", "exit 1")
    hand_over(site)
    with pytest.raises(UserFacingError, match="geschlossen"):
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
    page = "https://git.example/o/r/pull/new/x"
    hook = tmp_path / "server.git/hooks/post-receive"
    add_hook(hook, "echo", "echo 'Create a pull request:'", f"echo '  {page}'")
    hand_over(site)
    assert git.push(site, "ausgabe-2026-01", "origin") == page


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://github.com/o/r.git", "https://github.com/o/r/compare/a%2Fb?expand=1"),
        ("git@github.com:o/r.git", "https://github.com/o/r/compare/a%2Fb?expand=1"),
        (
            "ssh://git@gitlab.example.org:2222/o/r.git",
            "https://gitlab.example.org/o/r/-/merge_requests/new"
            "?merge_request%5Bsource_branch%5D=a%2Fb",
        ),
        ("https://user:secret@codeberg.org/o/r", "https://codeberg.org/o/r/compare/a%2Fb"),
        ("/srv/git/site.git", ""),
        ("../server.git", ""),
        ("", ""),
    ],
)
def test_where_a_pull_request_is_opened(url, address):
    assert pull_request_url(url, "a/b") == address


def test_looking_at_a_folder_runs_nothing_it_names(tmp_path):
    """A status of a hostile checkout would run its fsmonitor, and the hook after the index."""
    root, ran = tmp_path / "site", tmp_path / "ran"
    root.mkdir()
    subprocess.run(["git", "init", "--quiet", root], check=True)
    (root / "a.md").write_text("x")
    subprocess.run(["git", "-C", root, "add", "."], check=True)
    program = root / "program"
    program.write_text(f"#!/bin/sh\necho ran >> {ran}\n")
    program.chmod(0o755)
    hook = root / ".git/hooks/post-index-change"
    hook.parent.mkdir(exist_ok=True)
    hook.write_bytes(program.read_bytes())
    hook.chmod(0o755)
    subprocess.run(["git", "-C", root, "config", "core.fsmonitor", program], check=True)
    ran.unlink(missing_ok=True)
    os.utime(root / "a.md", (1, 1))
    with suppress(UserFacingError):
        git.inspect_checkout(root, ["b.md"])
    assert not ran.exists()
