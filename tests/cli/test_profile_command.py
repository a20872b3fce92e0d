"""``rundbrief profile`` makes profiles of a site and checks those of users."""

import os
import subprocess
import sys
from collections import Counter
from fnmatch import fnmatch

import pytest
from editor.app.checks.site_check_settings import load_site_checks
from editor.app.services.page_files import find_pages
from editor.app.services.profile_derivation import derive_from
from editor.app.services.profile_keys import list_profile_keys
from editor.app.services.profile_registry import load_profiles
from editor.app.services.site_reading import OWN_PROFILE
from editor.cli.main import main
from editor.core.frontmatter.reading import read_front_matter
from editor.core.profiles import loading
from editor.core.profiles.profile import FieldKind

from helpers.corpus import SITE_FOLDERS, needs_sites


@pytest.fixture
def site(tmp_path):
    """A small site of Eleventy with Decap CMS."""
    root = tmp_path / "site"
    files = {
        ".eleventy.js": "module.exports = { dir: { input: 'src' } };",
        "src/admin/config.yml": (
            "collections:\n- name: news\n  label: Neues\n  folder: src/news\n  fields:\n"
            "  - {name: title, label: Titel}\n  - {name: karte, widget: map}\n"
        ),
        "src/news/2026-01-02-a.md": "---\ntitle: A\nort: X\n---\nText\n",
        "src/about.md": "---\ntitle: B\n---\nText\n",
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def test_a_profile_is_made_and_checked(site, tmp_path, capsys):
    out = tmp_path / "p.toml"
    assert main(["profile", "--from", str(site), "--out", str(out)]) == 0
    assert "karte (map)" in capsys.readouterr().err
    news, rest = loading.load_profiles(out.read_text(encoding="utf-8"))
    assert [field.key for field in news.fields] == ["title", "karte", "ort"]
    assert (news.content, rest.content) == ("src/news", "src")
    assert main(["profile", "--check", str(out)]) == 0
    assert "news: 3 fields; src/news/*.md" in capsys.readouterr().out


def test_it_goes_to_the_terminal_and_replaces_nothing_unasked(site, tmp_path, capsys):
    assert main(["profile", "--from", str(site)]) == 0
    text = capsys.readouterr().out
    assert text.startswith("# Kinds of page")
    out = tmp_path / "p.toml"
    out.write_text("meins")
    assert main(["profile", "--from", str(site), "--out", str(out)]) == 1
    assert out.read_text() == "meins"
    assert main(["profile", "--from", str(site), "--out", str(out), "--force"]) == 0
    assert out.read_text(encoding="utf-8") == text


def test_what_cannot_be_done_is_said(tmp_path, capsys):
    assert main(["profile", "--from", str(tmp_path)]) == 1
    assert "no pages" in capsys.readouterr().err
    assert main(["profile", "--from", str(tmp_path / "fort")]) == 2
    broken = tmp_path / "a.toml"
    broken.write_text('name = "x"\noops = 1\n')
    assert main(["profile", "--check", str(broken)]) == 1
    assert "line 2: unknown key" in capsys.readouterr().err
    assert main(["profile", "--check", str(tmp_path / "fort.toml")]) == 1
    assert main(["profile"]) == 2


def test_the_profile_of_a_site_is_used_for_its_pages(site, tmp_path):
    main(["profile", "--from", str(site), "--out", str(site / OWN_PROFILE)])
    page = site / "src" / "news" / "2026-01-02-a.md"
    shelf = load_profiles()
    profile = shelf.choose(page.read_text(), page)
    assert (profile.name, profile.renderer) == ("news", "markdown-it")
    assert shelf.choose("", site / "src" / "x.md").name == "page"
    text = (site / OWN_PROFILE).read_text(encoding="utf-8").replace('"news"', '"neues"')
    (site / OWN_PROFILE).write_text(text, encoding="utf-8")
    os.utime(site / OWN_PROFILE, ns=(1, 1))
    assert shelf.choose(page.read_text(), page).name == "neues"
    (site / OWN_PROFILE).write_text('[checks]\noff = ["http"]\n', encoding="utf-8")
    assert shelf.choose(page.read_text(), page).name == "generic"
    assert main(["profile", "--from", str(site), "--out", str(site / OWN_PROFILE)]) == 0
    assert shelf.choose(page.read_text(), page).name == "news"
    assert load_site_checks(site)[0].off == ("http",)
    (site / OWN_PROFILE).write_text("kaputt", encoding="utf-8")
    assert shelf.choose(page.read_text(), page).name == "generic"


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_key_is_explained(language, capsys):
    keys = list_profile_keys(language)
    assert all(key.words for key in keys)
    assert len({(key.table, key.name) for key in keys}) == len(keys)
    assert main(["explain", "profile"]) == 0
    shown = capsys.readouterr().out
    assert "[[profile.field]]" in shown
    assert all(kind in shown for kind in FieldKind)


def test_nobody_needs_to_read_on():
    command = f"{sys.executable} -m editor explain profile | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


@needs_sites
@pytest.mark.parametrize("root", SITE_FOLDERS, ids=lambda path: path.name)
def test_nearly_all_keys_of_real_sites_are_covered(root):
    derived = derive_from(root)
    found, keys = 0, Counter()
    for page in find_pages(derived.site.root):
        place = page.relative_to(derived.site.root).as_posix()
        if place.startswith(("archetypes/", "README")):
            continue
        front = read_front_matter(page.read_text(encoding="utf-8", errors="replace"))
        fits = [
            (max(map(len, profile.match.paths)), profile)
            for profile in derived.profiles
            if any(fnmatch(place, pattern) for pattern in profile.match.paths)
        ]
        profile = max(fits, key=lambda fit: fit[0])[1] if fits else None
        known = {field.key for field in profile.fields} if profile else set()
        keys.update(front.keys)
        found += sum(key in known for key in front.keys)
    assert found >= 0.96 * keys.total()
