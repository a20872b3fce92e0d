"""Pages that have not changed are not checked again, and nothing that matters is overlooked."""

import json
import os

import pytest
from editor.cli import check_memory, checking
from editor.cli.main import main
from PIL import Image

from helpers.corpus import SAMPLE, text_of


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    root = tmp_path / "site"
    folder = root / "content/blog"
    folder.mkdir(parents=True)
    (root / "config.toml").write_text('baseURL = "https://codefor.de/"\n')
    (root / "static/blog").mkdir(parents=True)
    text = SAMPLE.read_text(encoding="utf-8")
    for number in range(3):
        (folder / f"2026-03-0{number + 1}-a.md").write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def check(site, monkeypatch, capsys):
    """Run the command; returns its answer and which pages it has read."""
    original = checking.check_some

    def run(*options, paths=None):
        # a run is a process of its own: what it has looked at is forgotten
        check_memory._digest_site.cache_clear()
        check_memory._digest_program.cache_clear()
        read = []

        def note(paths, options):
            read.extend(path.name for path in paths)
            return original(paths, options)

        monkeypatch.setattr(checking, "check_some", note)
        code = main(["check", *options, *map(str, paths or [site / "content"])])
        out, err = capsys.readouterr()
        return (code, out, err), read

    return run


def test_the_second_run_reads_nothing_and_says_the_same(check):
    first, read = check()
    assert len(read) == 3
    second, read = check()
    assert read == []
    assert second == first
    assert "6 errors" in first[2]


def test_only_a_page_that_has_changed_is_read(check, site):
    check()
    page = site / "content/blog/2026-03-02-a.md"
    page.write_text(
        page.read_text(encoding="utf-8") + "\nEin Satz, dass dass so ist.\n", encoding="utf-8"
    )
    answer, read = check()
    assert read == ["2026-03-02-a.md"]
    assert answer[1].count("[doubled]") == 1
    assert check() == (answer, [])


@pytest.mark.parametrize("format_", ["json", "github", "sarif"])
def test_every_report_is_the_same(check, format_):
    assert check("--format", format_)[0] == check("--format", format_)[0]


def change_picture(site):
    text = SAMPLE.read_text(encoding="utf-8")
    name = next(line for line in text.splitlines() if "header.jpg" in line).split()[-1]
    path = site / "static/blog" / name.strip("\"'").rpartition("/")[2]
    Image.new("RGB", (20, 20)).save(path)


def change_public_file(site):
    (site / "public").mkdir()
    (site / "public/picture.jpg").write_bytes(b"x")


def change_settings(site):
    (site / ".rundbrief.toml").write_text('[checks]\noff = ["image-missing"]\n')


def change_configuration(site):
    (site / "config.toml").write_text('baseURL = "https://example.org/"\n')


def change_profiles(site):
    folder = site.parent / "config/rundbrief/profiles"
    folder.mkdir(parents=True)
    (folder / "x.toml").write_text('name = "x"\nlabel = "X"\n')


@pytest.mark.parametrize(
    "change",
    [
        change_picture,
        change_public_file,
        change_settings,
        change_configuration,
        change_profiles,
    ],
)
def test_what_checks_look_at_beside_the_pages_counts(check, site, change):
    check()
    change(site)
    assert len(check()[1]) == 3


def test_other_options_are_other_answers(check):
    check()
    assert len(check("--ignore", "image-missing")[1]) == 3
    assert len(check("--level", "hint")[1]) == 3
    assert check()[1] == []


def test_what_is_said_about_settings_is_said_again(check, site):
    (site / ".rundbrief.toml").write_text('[checks]\noff = ["no-such-check"]\n')
    first, _ = check()
    assert first[0] == 2
    second, read = check()
    assert second == first
    assert len(read) == 3


def test_broken_answers_are_thrown_away(check, site):
    first, _ = check()
    [answers] = (site.parent / "cache").rglob("checks/*.json")
    for junk in (b"{", b"[]", b"\xff"):
        answers.write_bytes(junk)
        again, read = check()
        assert again == first
        assert len(read) == 3
    assert len(json.loads(answers.read_bytes())) == 3


def test_a_page_outside_of_any_site_is_known_and_one_that_is_gone_is_read_anew(check, tmp_path):
    alone = tmp_path / "alone.md"
    alone.write_text("Text\n")
    for expected in (["alone.md", "gone.md"], ["gone.md"]):
        (code, _, _), read = check(paths=[alone, tmp_path / "gone.md"])
        assert read == expected
        assert code == 1
    (tmp_path / ".rundbrief.toml").write_text("[checks]\n")
    _, read = check(paths=[alone])
    assert read == ["alone.md"]


def test_a_site_that_only_a_profile_knows_is_looked_at(check, tmp_path):
    page = tmp_path / "codefor.de/content/blog/2026-03-09-out-in-the-open-february-2026.md"
    page.parent.mkdir(parents=True)
    page.write_text(text_of(SAMPLE), encoding="utf-8")
    for expected in ([page.name], []):
        assert check(paths=[page])[1] == expected
    (tmp_path / "codefor.de/content/.git").mkdir()  # a repository is no site
    assert check(paths=[page])[1] == [page.name]
    assert check(paths=[page])[1] == []
    picture = tmp_path / "codefor.de/static/blog/header.jpg"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"x")
    assert check(paths=[page])[1] == [page.name]


def test_a_cache_that_cannot_be_written_is_no_fault(check, site):
    (site.parent / "cache").mkdir()
    (site.parent / "cache/rundbrief").write_text("a file")
    first, _ = check()
    second, read = check()
    assert second == first
    assert len(read) == 3


def test_few_states_are_kept(check, site, monkeypatch):
    monkeypatch.setattr(check_memory, "_MOST_STATES", 12)
    for number in range(15):
        (site / "config.toml").write_text(f'baseURL = "https://{number}.example/"\n')
        os.utime(site / "config.toml", ns=(number, number))
        check()
    assert len(list((site.parent / "cache").rglob("checks/*.json"))) == 12


def test_a_path_is_known_by_where_it_leads(check, site, monkeypatch):
    first, _ = check()
    other = site.parent / "other"
    (other / ".git").mkdir(parents=True)
    monkeypatch.chdir(other)
    again, read = check(paths=["../site/content"])
    assert read == []
    assert again[0] == first[0]
    (site / ".rundbrief.toml").write_text('[checks]\noff = ["image-missing"]\n')
    assert len(check(paths=["../site/content"])[1]) == 3


def test_a_loop_of_links_is_a_file_that_cannot_be_read(check, site):
    loop = site / "content/loop.md"
    loop.symlink_to(loop)
    for _ in range(2):
        (code, out, _), _ = check(paths=[loop])
        assert code == 1
        assert "[unreadable]" in out


def test_what_is_said_about_profiles_is_said_again(check, site):
    folder = site.parent / "config/rundbrief/profiles"
    folder.mkdir(parents=True)
    (folder / "broken.toml").write_text("name =\n")
    first, _ = check()
    assert "broken.toml" in first[2]
    second, _ = check()
    assert second == first
