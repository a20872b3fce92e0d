"""Profiles: the program's own are sound, files find theirs, broken ones are named."""

import pytest
from editor.app.services import profile_registry
from editor.core.base.errors import UserFacingError
from editor.core.profiles.loading import load_profile
from editor.resources import resource

from helpers.corpus import DOCUMENTS, SAMPLE, SEEDS, needs_seeds, text_of


def test_the_profiles_of_the_program_are_sound(shelf):
    assert shelf.problems == ()
    names = {kind.name for kind in shelf.profiles}
    assert {
        "newsletter",
        "blog",
        "lab",
        "project",
        "hugo-page",
        "odis-news",
        "mkdocs",
        "generic",
    } <= names
    for kind in shelf.profiles:
        assert set(kind.label) == {"de", "en"}
        for field in kind.fields:
            assert set(field.label) == {"de", "en"}, (kind.name, field.key)


def test_the_profiles_of_the_program_can_be_used():
    """They are not asked at each start; so they are asked here."""
    for path in resource("profiles").glob("*.toml"):
        assert load_profile(path.read_text(encoding="utf-8")).name


@needs_seeds
def test_the_seeds_find_their_profiles(shelf):
    names = [shelf.choose(text_of(path), path).name for path in SEEDS]
    assert names == ["newsletter", "newsletter", "newsletter", "hugo-page", "odis-news"]


@pytest.mark.slow
def test_real_files_find_theirs_by_path(shelf):
    wanted = {"blog": "blog", "labs": "lab", "projekte": "project"}
    for path in DOCUMENTS:
        if path.parent.name in wanted:
            expected = "newsletter" if "out-in-the-open" in path.name else wanted[path.parent.name]
            assert shelf.choose(text_of(path), path).name == expected, path


def test_other_files_are_markdown_pages(shelf, tmp_path):
    assert shelf.choose("Text", tmp_path / "notes.md").name == "generic"
    assert shelf.choose(text_of(SAMPLE), SAMPLE).name == "newsletter"
    assert (
        shelf.choose("---\ndate: 2026-01-01\ncategories: [a]\nauthors: [b]\n---\n", None).name
        == "mkdocs"
    )


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('name = "x"\nlabel = "y"\n', "line 2: “label” should be a table of texts"),
        ('name = "x"\nnonsense = 1\n', "line 2: unknown key “nonsense”"),
        ('label = {de = "x"}\n', "“name” is missing"),
        ('name = "x"\n[[field]]\nkey = "a"\nwidget = "knob"\n', "line 4: “knob” is none of"),
        ('name = "x"\n[[field]]\nlabel = {de = "a"}\n', "line 2: a field without “key”"),
        ('name = "x"\nrenderer = "word"\n', "line 2: “word” is none of"),
        ("name = \n", "line 1"),
        ('name = "x"\n[match]\npaths = "a"\n', "line 3: “paths” should be a list"),
        ('name = "x"\nlabel.de = 3\n', "line 2: “de” should be a table of texts"),
        ('name = "x"\nlabel.en = "a"\nlabel.de = 3\n', "line 3: “de” should be"),
        ('name = "x"\nchecks.levels.b = "bad"\n', "line 2: “bad” is none of"),
        ('name = "x"\n[checks.levels]\na = "hint"\nb = "bad"\nc = "bad"\n', "line 4: “bad”"),
        ('name = "x"\n[[image]]\na = 1\n', "line 2: “image” should be a table"),
        ('name = "x"\n[[other]]\na = 1\n', "line 2: unknown key “other”"),
        ('name = "x"\n[[field]]\nkey = "a"\n[field.label]\nde = 3\n', "line 5: “de”"),
        ('name = "x"\n[[field]]\nkey = ""\n', "line 3: a field without “key”"),
        ('name = "x"\nimage . width = "x"\n', "line 2: “width” should be of the type int"),
        ('name = "x"\n"a.b" = 1\n', "line 2: unknown key “a.b”"),
        ('name = "x"\n"a`b" = 1\n', "line 2: unknown key “a`b”"),
        ('name = "x"\n"a\\nb" = 1\n', "unknown key “a\nb”"),
        ('renderer = "a\'b"\nname = "x"\n', "line 1: “a'b” is none of goldmark"),
        ('name = "x"\nhead = "{title[a]}"\n', "line 2: the template “head”"),
        ('name = "x"\nhead = "{date.year.bit_length:3}"\n', "line 2: the template “head”"),
    ],
)
def test_a_broken_profile_is_named_with_its_line(text, complaint):
    with pytest.raises(UserFacingError) as refused:
        load_profile(text)
    assert complaint in str(refused.value)


def test_the_users_own_profiles_win_and_broken_ones_are_skipped(tmp_path, shelf):
    own = tmp_path / "profiles"
    own.mkdir()
    (own / "a.toml").write_text('name = "newsletter"\nlanguage = "en"\n', encoding="utf-8")
    (own / "b.toml").write_text('name = "x"\noops = 1\n', encoding="utf-8")
    (own / "c.toml").write_bytes(b"\xff")

    registry = profile_registry.load_profiles(resource("profiles"), own)
    assert registry.named("newsletter").language == "en"
    assert len(registry.profiles) == len(shelf.profiles)
    unknown_key, no_text = registry.problems
    assert "b.toml" in unknown_key
    assert "line 2" in unknown_key
    assert "c.toml" in no_text


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('timezone = "Europe/Berln"', "line 2: “Europe/Berln” is no time zone"),
        ('timezone = "Europe"', "line 2: “Europe” is no time zone"),
        ('timezone = "../../etc/passwd"', "line 2: “../../etc/passwd” is no time zone"),
        ('publish_time = "morgens"', "line 2: “morge” is no time"),
        ('[events]\nduration = "lang"', "line 3: “lang” is no time"),
        ('[events]\nlink = "<a {nonsense}>"', "line 3: the template “link” cannot be filled"),
        ('[events]\nlabel = "{title"', "line 3: the template “label” cannot be filled"),
        ('[match.values]\ntitle = "["', "line 3: “[” is no regular expression"),
        ('[[field]]\nkey = "a"\npattern = "(a"', "line 4: “(a” is no regular expression"),
    ],
)
def test_what_nothing_can_be_done_with_is_said_when_it_is_loaded(line, complaint):
    with pytest.raises(UserFacingError) as caught:
        load_profile(f'name = "x"\n{line}\n')
    assert str(caught.value.message).startswith(complaint)


def test_a_path_alone_names_no_zone(shelf, tmp_path):
    path = tmp_path / "content" / "blog" / "2026-01-02-x.md"
    assert shelf.choose("---\ntitle: x\n---\n", path).timezone == ""
    known = "---\ntitle: x\ntype: blog\nauthor: a\ntopic: t\n---\n"
    assert shelf.choose(known, path).timezone == "Europe/Berlin"


def test_no_zone_is_assumed_but_that_of_known_sites(shelf):
    zones = {profile.name: profile.timezone for profile in shelf.profiles}
    assert {name for name, zone in zones.items() if not zone} == {"generic", "hugo-page", "mkdocs"}


@pytest.mark.parametrize(
    ("mark", "content", "expected"),
    [
        ("eleventy.config.js", "export default {}", "generic"),
        ("astro.config.mjs", 'export default { site: "https://andere.example" }', "generic"),
        ("_config.yml", "url: https://andere.example", "generic"),
        ("hugo.toml", 'baseURL = "https://andere.example/"', "hugo-page"),
        ("hugo.toml", 'baseURL = "https://codefor.de/"', "blog"),
        ("config/_default/hugo.toml", 'baseURL = "https://codefor.de/"', "blog"),
        ("README.md", "nichts", "generic"),
    ],
)
def test_the_profile_of_a_site_claims_no_page_of_another(shelf, tmp_path, mark, content, expected):
    page = tmp_path / "content" / "blog" / "a.md"
    for path, text in ((tmp_path / mark, content), (page, "---\ntitle: x\n---\n")):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    name = shelf.choose(page.read_text(), page).name
    assert name == expected
    assert shelf.named(name).address == ("https://codefor.de/" if expected == "blog" else "")
