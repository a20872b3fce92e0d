"""Where the repository of a site is."""

import pytest
from editor.app.hosting.site_repository import find_site_repository, find_template

CONFIG = """[core]
\tbare = false
[remote "origin"]
\turl = git@github.com:me/seite.git
\tfetch = +refs/heads/*:refs/remotes/origin/*
[branch "main"]
\tremote = origin
"""


@pytest.fixture
def site(tmp_path):
    root = tmp_path / "top" / "website"
    root.mkdir(parents=True)
    return root


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def test_nothing_names_one(site):
    assert find_site_repository(site) is None


def test_a_remote_and_the_folder_of_the_site(site):
    write(site.parent / ".git/config", CONFIG)
    found = find_site_repository(site)
    assert (str(found.repository), found.folder) == ("github.com/me/seite", "website")
    found = find_site_repository(site.parent)
    assert found.folder == ""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_where_others_work_together_comes_first(site, end):
    more = '[remote "upstream"]\n\tfetch = x\n\turl = https://github.com/verein/seite\n'
    write(site.parent / ".git/config", (CONFIG + more).replace("\n", end))
    assert str(find_site_repository(site).repository) == "github.com/verein/seite"


def test_a_worktree(site):
    write(site.parent / "main/.git/config", CONFIG)
    write(site.parent / "main/.git/worktrees/website/commondir", "../..\n")
    write(site / ".git", f"gitdir: {site.parent}/main/.git/worktrees/website\n")
    assert str(find_site_repository(site).repository) == "github.com/me/seite"


def test_a_remote_that_is_a_folder_is_none(site):
    write(site / ".git/config", '[remote "origin"]\n\turl = /srv/git/seite.git\n')
    assert find_site_repository(site) is None


@pytest.mark.parametrize(
    ("kind", "host"),
    [("github", "github.com"), ("gitlab", "gitlab.com"), ("gitea", "codeberg.org")],
)
def test_the_configuration_of_an_editor(site, kind, host):
    write(
        site / "static/admin/config.yml",
        f"backend:\n  name: {kind}\n  branch: main\n  repo: verein/seite # Seite\n",
    )
    assert str(find_site_repository(site).repository) == f"{host}/verein/seite"


def test_what_was_typed_counts_most(site):
    write(site / ".git/config", CONFIG)
    found = find_site_repository(site, "https://codeberg.org/a/b")
    assert str(found.repository) == "codeberg.org/a/b"


def test_a_configuration_without_an_end_takes_no_time(site):
    write(site / ".git/config", '[remote "a"]\n' + "\tx = y\n" * 20_000)
    write(site / "static/admin/config.yml", "name: github\n" * 12_000)
    assert find_site_repository(site) is None


def test_the_text_pull_requests_begin_with(site):
    assert find_template(None) == find_template(site) == ""
    write(site.parent / ".git/config", CONFIG)
    write(site.parent / ".github/pull_request_template.md", "Bitte prüfen:\n")
    assert find_template(site) == "Bitte prüfen:\n"
