"""Where sites begin on the disk, and that their configuration is read as it is now."""

import os
from pathlib import Path

import pytest
from editor.app.services.profile_registry import load_profiles
from editor.app.services.site_reading import find_site_folder, read_site
from editor.app.site.site import find_site
from editor.core.profiles.profile import GENERIC, Engine
from editor.core.sites.configuration import Generator

from helpers.corpus import SITES, needs_sites


def write(path, text=""):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_mark_upward_is_the_root(tmp_path):
    write(tmp_path / "hugo.toml", 'baseURL = "https://a.example/"\n')
    write(tmp_path / "website" / "docusaurus.config.ts", "url: 'https://b.example'")
    inner = find_site_folder(tmp_path / "website" / "news" / "a.mdx")
    assert inner.root == tmp_path / "website"
    assert inner.configuration.generator is Generator.DOCUSAURUS
    outer = find_site_folder(tmp_path / "content" / "a.md")
    assert (outer.root, outer.configuration.address) == (tmp_path, "https://a.example/")


def test_git_and_a_profile_make_a_plain_root(tmp_path):
    (tmp_path / "a" / ".git").mkdir(parents=True)
    write(tmp_path / "b" / ".rundbrief.toml")
    for name in "ab":
        site = find_site_folder(tmp_path / name / "x" / "y.md")
        assert site.root == tmp_path / name
        assert site.configuration.generator is Generator.PLAIN


def test_a_page_decides_between_two_generators(tmp_path):
    write(tmp_path / "config.toml", 'baseURL = "https://a.example/"\n')
    write(tmp_path / "gatsby-config.js", "siteUrl: 'https://b.example'")
    write(tmp_path / "content" / "a.md")
    page = write(tmp_path / "src" / "pages" / "b.md")
    assert read_site(tmp_path).generator is Generator.HUGO
    assert find_site_folder(page).configuration.generator is Generator.GATSBY


def test_hugos_folder_is_read_as_one(tmp_path):
    folder = tmp_path / "config" / "_default"
    write(folder / "hugo.yaml", "title: T\ndefaultContentLanguage: de\n")
    write(folder / "markup.toml", "[goldmark.renderer]\nhardWraps = true\n")
    write(folder / "permalinks.toml", 'news = "/n/:slug/"\n')
    write(folder / "languages.de.toml", 'languageCode = "de-at"\ncontentDir = "inhalt"\n')
    write(folder / "params.toml", 'title = "nicht"\n')
    site = read_site(tmp_path)
    assert (site.title, site.language, site.content) == ("T", "de", ("inhalt",))
    assert site.markdown.hard_wraps is True
    assert site.permalinks == {"news": "/n/:slug/"}


def test_the_address_may_stand_in_cname(tmp_path):
    write(tmp_path / "_config.yml", "theme: minima\n")
    write(tmp_path / "CNAME", "verein.example\n")
    assert read_site(tmp_path).address == "https://verein.example/"


def test_a_changed_configuration_is_read_again(tmp_path):
    path = write(tmp_path / "_config.yml", "title: A\n")
    assert read_site(tmp_path).title == "A"
    path.write_text("title: B\n", encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert read_site(tmp_path).title == "B"


@pytest.mark.parametrize(
    ("mark", "text", "engine", "language", "zone"),
    [
        ("_config.yml", "lang: en\ntimezone: Europe/Rome\n", Engine.KRAMDOWN, "en", "Europe/Rome"),
        ("pelicanconf.py", "TIMEZONE = 'UTC'\n", Engine.PYTHON_MARKDOWN, "en", "UTC"),
        (".eleventy.js", "lang: 'fr'", Engine.MARKDOWN_IT, "fr", ""),
        ("hugo.toml", "title = 'x'\n", Engine.GOLDMARK, "de", ""),
    ],
)
def test_a_page_of_any_site_is_seen_as_its_site_says(tmp_path, mark, text, engine, language, zone):
    write(tmp_path / mark, text)
    page = write(tmp_path / "content" / "a.md", "---\ntitle: x\n---\n")
    profile = load_profiles().choose(page.read_text(), page)
    assert (profile.renderer, profile.language, profile.timezone) == (engine, language, zone)
    assert profile.site == ""


@pytest.mark.parametrize(
    ("mark", "place", "address"),
    [
        ("hugo.toml", "static/a.png", "/a.png"),
        ("hugo.toml", "assets/img/a.png", "img/a.png"),
        ("hugo.toml", "content/blog/a.png", "a.png"),
        ("hugo.toml", "content/bilder/a.png", "../bilder/a.png"),
        ("astro.config.mjs", "public/img/a.png", "/img/a.png"),
        ("_config.yml", "assets/a.png", "/assets/a.png"),
        ("mkdocs.yml", "docs/img/a.png", "/img/a.png"),
        ("pelicanconf.py", "content/images/a.png", "/images/a.png"),
    ],
)
def test_pictures_are_found_as_the_generator_finds_them(tmp_path, mark, place, address):
    write(tmp_path / mark, "[params]\n" if mark == "hugo.toml" else "")
    picture = write(tmp_path / place)
    site = find_site(write(tmp_path / "content" / "blog" / "a.md"), GENERIC)
    assert site.root == tmp_path
    assert site.asset(address) == picture


def test_no_picture_is_found_outside_of_the_site(tmp_path):
    write(tmp_path / "site" / "hugo.toml")
    write(tmp_path / "geheim.png")
    site = find_site(write(tmp_path / "site" / "content" / "a.md"), GENERIC)
    assert site.asset("../../geheim.png") is None
    assert site.asset("/../geheim.png") is None


@needs_sites
@pytest.mark.parametrize(
    ("name", "generator"),
    [
        ("1nterp.github.io", "hugo"),
        ("2i2c-org.github.io", "hugo"),
        ("AikidoClub", "astro"),
        ("KiwiSAT.org.nz", "eleventy"),
        ("Webseite-EmK-Jena", "hugo"),
        ("blog.rust-lang.org", "zola"),
        ("eleventy-base-blog", "eleventy"),
        ("fossgis-webseite", "hugo"),
        ("freifunkmuc.github.io", "jekyll"),
        ("handbook", "eleventy"),
        ("ianahuja.com", "hugo"),
        ("lwkd.github.io", "jekyll"),
        ("mkdocs-material", "mkdocs"),
        ("site", "hexo"),
        ("this-week-in-react/website", "docusaurus"),
        ("this-week-in-rust", "pelican"),
        ("website", "hugo"),
    ],
)
def test_root_and_generator_of_real_sites(name, generator):
    root = SITES / name
    pages = [path for path in root.rglob("*") if path.suffix in (".md", ".mdx", ".markdown")]
    assert pages
    for page in pages:
        site = find_site_folder(page)
        assert site.root == root
        # one folder holds pages of two sites
        is_gatsby = name == "website" and Path("src/content") in page.relative_to(root).parents
        assert site.configuration.generator == ("gatsby" if is_gatsby else generator), page
