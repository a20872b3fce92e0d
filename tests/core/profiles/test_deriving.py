"""Profiles are derived from pages and from the configuration of editors, as a person would."""

import pytest
from editor.core.frontmatter.reading import read_front_matter
from editor.core.profiles.cms_kinds import EDITORS, read_configured_kinds
from editor.core.profiles.deriving import SitePage, derive_profiles
from editor.core.profiles.guessing import guess_kind
from editor.core.profiles.loading import load_profiles
from editor.core.profiles.profile import Field, FieldKind, MatchRule, Profile
from editor.core.profiles.writing import write_profiles
from editor.core.sites.config_data import load_data
from editor.core.sites.configuration import Generator, SiteConfiguration
from hypothesis import given
from hypothesis import strategies as st

HUGO = SiteConfiguration(Generator.HUGO, "Verein", language="de", content=("content",))


def nodes(key, *values):
    fronts = [read_front_matter(f"---\n{key}: {value}\n---\n") for value in values]
    return [front.node(key) for front in fronts]


@pytest.mark.parametrize(
    ("key", "values", "kind"),
    [
        ("title", ["Eins", "Zwei und mehr"], FieldKind.TEXT),
        ("draft", ["true", "false"], FieldKind.FLAG),
        ("weight", ["1", "2.5"], FieldKind.NUMBER),
        ("plz", ['"01067"'], FieldKind.TEXT),
        ("date", ["2026-01-02", "2026-01-03"], FieldKind.DATE),
        ("date", ["2026-01-02T10:00:00+01:00"], FieldKind.DATETIME),
        ("date", ["2026-01-02 10:00", '"2026-01-03 10:00:00 +0100"'], FieldKind.DATETIME),
        ("date", ["12-11-2024"], FieldKind.TEXT),
        ("image", ["/img/a.jpg", "b c.PNG"], FieldKind.IMAGE),
        ("anhang", ["/files/a.pdf"], FieldKind.FILE),
        ("farbe", ['"#ff8800"', '"#abc"'], FieldKind.COLOR),
        ("status", ["offen", "zu", "offen", "zu", "offen", "zu"], FieldKind.CHOICE),
        ("status", ["offen", "zu"], FieldKind.TEXT),
        ("subtitle", ["''", '""', "''"], FieldKind.TEXT),
        ("summary", ["x" * 200, "y" * 150], FieldKind.LONG),
        ("summary", ["|\n  a\n  b"], FieldKind.LONG),
        ("title", ["x" * 200], FieldKind.TEXT),
        ("tags", ["[a, b]", "[c]"], FieldKind.TAGS),
        ("tags", ["politik freifunk"], FieldKind.TAGS),
        ("aliases", ["[/a, /b]", "[/c]"], FieldKind.LIST),
        ("authors", ["[ada, bo]", "[ada]", "[bo]"], FieldKind.TAGS),
        ("map", ["{a: 1}"], FieldKind.MAP),
        ("rows", ["[{a: 1}, {a: 2}]"], FieldKind.ROWS),
    ],
)
def test_the_kind_of_a_field_is_what_a_person_would_choose(key, values, kind):
    assert guess_kind(key, nodes(key, *values))[0] is kind


def test_a_choice_has_its_values_the_most_frequent_first():
    assert guess_kind("s", nodes("s", "b", "a", "b", "b", "a", "b"))[1] == ("b", "a")


def page(path, head):
    return SitePage(path, read_front_matter(f"---\n{head}---\nText\n"))


PAGES = [
    page(f"content/news/2026-01-0{n}-x{n}.md",
         f"title: T{n}\ndate: 2026-01-0{n}T07:30:00+01:00\nimage: /img/{n}.jpg\n"
         + ("ort: {name: A, plz: '01067'}\n" if n < 5 else ""))
    for n in range(1, 7)
]  # fmt: skip


def test_a_folder_of_pages_becomes_a_kind_of_page():
    other = [page("content/about.md", "title: A\n"), page("content/team/index.md", "title: T\n")]
    news, *rest = derive_profiles(HUGO, [*PAGES, *other])
    assert (news.name, news.content, news.file) == ("news", "content/news", "{date}-{slug}.md")
    assert news.match == MatchRule(paths=("content/news/*.md",))
    assert news.label == {"de": "News"}
    assert news.publish_time == "07:30:00"
    assert news.image.name == ("image",)
    assert [(field.key, field.widget, field.required) for field in news.fields] == [
        ("title", FieldKind.TEXT, True),
        ("date", FieldKind.DATETIME, True),
        ("image", FieldKind.IMAGE, True),
        ("ort", FieldKind.MAP, False),
    ]
    assert [field.key for field in news.fields[3].fields] == ["name", "plz"]
    assert {profile.name for profile in rest} == {"verein"}


@pytest.mark.parametrize(
    ("paths", "file"),
    [
        (["n/a.md", "n/b.md"], "{slug}.md"),
        (["n/a/index.md", "n/b/index.md"], "{slug}/index.md"),
        (["n/2026/a/index.md"], "{year}/{slug}/index.md"),
        (["n/2026-01-02-a.b.markdown", "n/2026-01-03-c.markdown"], "{date}-{slug}.markdown"),
        (["n/2026-01-02-a.md", "n/b.md", "n/c.md"], "{slug}.md"),
    ],
)
def test_the_pattern_of_names_is_that_of_most(paths, file):
    pages = [page(f"content/{path}", "title: x\n") for path in paths]
    assert derive_profiles(HUGO, pages)[0].file == file


# --- editors ------------------------------------------------------------------------------------

DECAP = """
media_folder: static/img
collections:
  - name: news
    label: Neues
    folder: content/news
    slug: "{{year}}-{{month}}-{{day}}-{{slug}}"
    fields:
      - {label: Titel, name: title, widget: string, hint: Kurz}
      - {label: Zeit, name: date, widget: datetime, required: false}
      - {name: bild, widget: image}
      - {name: art, widget: select, options: [a, {label: B, value: b}]}
      - {name: viele, widget: select, multiple: true, options: [x]}
      - {name: personen, widget: list, fields: [{name: name}, {name: rolle, widget: text}]}
      - {name: woerter, widget: list}
      - {name: ort, widget: object, fields: [{name: stadt}]}
      - {name: karte, widget: map}
      - {name: body, widget: markdown}
  - name: daten
    files: [{name: a, file: data/a.yml, fields: []}]
"""
FRONT_MATTER = """{
  "frontMatter.content.pageFolders": [{"title": "Blog", "path": "[[workspace]]/content/news"}],
  "frontMatter.content.publicFolder": "static",
  "frontMatter.taxonomy.contentTypes": [{"name": "default", "fields": [
    {"title": "Titel", "name": "title", "type": "string", "required": true},
    {"name": "bild", "type": "image"}, {"name": "x", "type": "divider"},
    {"name": "art", "type": "choice", "choices": ["a", {"id": "b", "title": "B"}]},
    {"name": "tags", "type": "tags"}, {"name": "y", "type": "wasanderes"},
    {"name": "ort", "type": "fields", "fields": [{"name": "stadt", "type": "string"}]}]}]
}"""
PAGES_CMS = """
media: {input: static/img, output: /img}
content:
  - name: news
    label: Neues
    type: collection
    path: content/news
    filename: '{year}-{month}-{day}-{primary}.md'
    fields:
      - {name: title, label: Titel, type: string, required: true, description: Kurz}
      - {name: date, type: date}
      - {name: art, type: select, options: {values: [{name: a, label: A}, b]}}
      - {name: leute, type: object, list: true, fields: [{name: name, type: string}]}
      - {name: worte, type: string, list: true}
      - {name: body, type: rich-text}
"""
FORESTRY = """
label: news
fields:
- {type: text, name: title, label: Titel, config: {required: true}}
- {type: tag_list, name: tags}
- {type: select, name: art, config: {options: [a, b]}}
- {type: field_group_list, name: leute, fields: [{type: text, name: name}]}
pages: [content/news/a.md, content/news/b.md]
"""


def read(editor, **files):
    row = next(row for row in EDITORS if row.name == editor)
    data = {path: load_data(path, text) for path, text in files.items()}
    return read_configured_kinds(data, row, "de")


def kinds_of(kind):
    return {field.key: field.widget.value for field in kind.fields}


def test_decap():
    (news,), unmapped = read("Decap CMS", **{"static/admin/config.yml": DECAP})
    assert (news.name, news.folder, news.label) == ("news", "content/news", "Neues")
    assert news.file == "{date}-{slug}.md"
    assert kinds_of(news) == {
        "title": "text",
        "date": "datetime",
        "bild": "image",
        "art": "choice",
        "viele": "list",
        "personen": "rows",
        "woerter": "list",
        "ort": "map",
        "karte": "text",
    }
    title, date, picture, choice, *_ = news.fields
    assert (title.label, title.help, title.required) == ({"de": "Titel"}, {"de": "Kurz"}, True)
    assert not date.required
    assert picture.folder == "static/img"
    assert choice.choices == ("a", "b")
    assert unmapped == ["karte (map)"]


def test_front_matter():
    (news,), unmapped = read("Front Matter", **{"frontmatter.json": FRONT_MATTER})
    assert (news.folder, news.label) == ("content/news", "Blog")
    assert kinds_of(news) == {
        "title": "text",
        "bild": "image",
        "art": "choice",
        "tags": "tags",
        "y": "text",
        "ort": "map",
    }
    assert news.fields[2].choices == ("a", "b")
    assert unmapped == ["y (wasanderes)"]


def test_front_matter_in_several_files():
    config = ".frontmatter/config"
    folder = '{"title": "N", "path": "[[workspace]]/n", "contentTypes": ["a"]}'
    files = {
        f"{config}/content/pagefolders/n.json": folder,
        f"{config}/taxonomy/contenttypes/a.json": '{"name": "a", "fields": [{"name": "title"}]}',
    }
    (news,), _ = read("Front Matter", **files)
    assert (news.folder, kinds_of(news)) == ("n", {"title": "text"})


def test_pages_cms():
    (news,), unmapped = read("Pages CMS", **{".pages.yml": PAGES_CMS})
    assert (news.file, news.fields[0].required) == ("{date}-{slug}.md", True)
    assert kinds_of(news) == {
        "title": "text",
        "date": "date",
        "art": "choice",
        "leute": "rows",
        "worte": "list",
    }
    assert news.fields[2].choices == ("a", "b")
    assert unmapped == []


def test_forestry():
    path = ".forestry/front_matter/templates/news.yml"
    (news,), _ = read("Forestry", **{path: FORESTRY})
    assert (news.folder, news.fields[0].required) == ("content/news", True)
    assert kinds_of(news) == {"title": "text", "tags": "tags", "art": "choice", "leute": "rows"}
    assert news.fields[2].choices == ("a", "b")


def test_pages_add_what_a_configuration_does_not_know():
    kinds, _ = read("Decap CMS", **{"static/admin/config.yml": DECAP})
    (news,) = derive_profiles(HUGO, [*PAGES, page("content/news/y.md", "bild: a.jpg\n")], kinds)
    fields = {field.key: field for field in news.fields}
    assert list(fields)[:3] == ["title", "date", "bild"]
    assert "image" in fields
    assert not fields["title"].required  # one page is without it
    assert news.label == {"de": "Neues"}


def test_what_is_no_date_on_pages_is_none_whatever_the_configuration_says():
    kinds, _ = read("Decap CMS", **{"static/admin/config.yml": DECAP})
    (news,) = derive_profiles(HUGO, [page("content/news/a.md", "date: Oktober 2025\n")], kinds)
    assert news.fields[1].widget is FieldKind.TEXT


def test_patterns_of_other_languages_and_fields_without_an_end_are_left_out():
    text = """
collections:
- name: p
  folder: content
  fields: &f
  - {name: x, widget: object, fields: *f}
  - {name: y, pattern: ['^\\p{Lu}', 'groß']}
"""
    (kind,), _ = read("Decap CMS", **{"admin/config.yml": text})
    assert kind.fields[1].pattern == ""
    assert load_profiles(write_profiles(derive_profiles(HUGO, [], [kind])))


SETTINGS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "collections content fields field name widget type folder path options label "
                "frontMatter.taxonomy.contentTypes frontMatter.content.pageFolders list".split()
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(st.sampled_from(EDITORS), SETTINGS)
def test_reading_a_configuration_is_total(row, data):
    files = {"a/templates/b.yml": data if isinstance(data, dict) else {}}
    kinds, unmapped = read_configured_kinds(files, row, "")
    assert all(kind.folder is not None for kind in kinds)
    assert all(isinstance(each, str) for each in unmapped)


# --- as TOML ------------------------------------------------------------------------------------


def test_what_is_written_is_loaded_again():
    kinds, _ = read("Decap CMS", **{"static/admin/config.yml": DECAP})
    profiles = derive_profiles(HUGO, PAGES, kinds)
    text = write_profiles(profiles, "Zwei\nZeilen")
    assert text.startswith("# Zwei\n# Zeilen\n\n[[profile]]\n")
    assert load_profiles(text) == tuple(profiles)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=8)


@given(
    st.lists(
        st.builds(
            Field,
            key=WORDS,
            widget=st.sampled_from(FieldKind),
            label=st.dictionaries(WORDS, WORDS, max_size=2),
            required=st.booleans(),
            choices=st.lists(WORDS, max_size=2).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
    WORDS,
)
def test_any_profile_is_written_so_that_it_is_loaded(fields, words):
    profile = Profile(name=words, label={words: words}, file=words, fields=fields)
    assert load_profiles(write_profiles([profile])) == (profile,)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[[profile]]\nname = "a"\n\n[[profile]]\nlabel = {}\n', "“name” is missing"),
        ('[[profile]]\nname = "a"\nhead = "{title:>99999}"\n', "the template “head” cannot be"),
        ('[[profile]]\nname = "a"\ntimezone = "Mond"\n', "line 3: “Mond” is no time zone"),
        ('[[profile]]\nname = "a"\n[[profile.field]]\nkey = "b"\nwidget = "x"\n', "line 5: “x”"),
        ('[[profile]]\nname = "a"\n[[profile.field]]\nkey = "b"\n[[profile.field.field]]\nx = 1\n',
         "line 6: unknown key “x”"),
    ],
)  # fmt: skip
def test_a_broken_file_is_named_with_its_line(text, complaint):
    with pytest.raises(Exception, match="line") as refused:
        load_profiles(text)
    assert complaint in str(refused.value)
