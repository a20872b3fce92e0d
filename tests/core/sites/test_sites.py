"""What sites say of themselves is read as data, whatever their generator."""

import pytest
from editor.core.sites.config_data import load_data
from editor.core.sites.configuration import Generator, MarkdownOptions, SiteConfiguration
from editor.core.sites.generators import GENERATORS, find_generators, read_configuration
from hypothesis import given
from hypothesis import strategies as st

FILES = {
    Generator.HUGO: (
        "hugo.toml",
        'baseURL = "https://verein.example/"\nlanguageCode = "de-DE"\ntitle = "Verein"\n'
        'timeZone = "Europe/Vienna"\nstaticDir = ["public", "bilder"]\n[permalinks]\n'
        'news = "/n/:slug/"\n[markup.goldmark.renderer]\nunsafe = true\nhardWraps = true\n'
        "[markup.goldmark.extensions]\ntypographer = false\n",
        SiteConfiguration(
            Generator.HUGO,
            "Verein",
            "https://verein.example/",
            "de",
            "Europe/Vienna",
            ("content",),
            ("public", "bilder", "assets"),
            {"news": "/n/:slug/"},
            markdown=MarkdownOptions(False, True, None, True),
        ),
    ),
    Generator.ZOLA: (
        "config.toml",
        'base_url = "https://z.example"\ntitle = "Z"\n[markdown]\nsmart_punctuation = true\n',
        SiteConfiguration(
            Generator.ZOLA,
            "Z",
            "https://z.example",
            "en",
            content=("content",),
            static=("static",),
            markdown=MarkdownOptions(True),
        ),
    ),
    Generator.JEKYLL: (
        "_config.yml",
        "title: J\nurl: https://j.example\nbaseurl: /verein\nlang: de\n"
        "timezone: Europe/Berlin\npermalink: pretty\nkramdown:\n  hard_wrap: true\n",
        SiteConfiguration(
            Generator.JEKYLL,
            "J",
            "https://j.example/verein/",
            "de",
            "Europe/Berlin",
            ("",),
            ("",),
            {"": "pretty"},
            "{date}-{slug}.md",
            MarkdownOptions(hard_wraps=True),
        ),
    ),
    Generator.HEXO: (
        "_config.yml",
        "title: H\nurl: https://h.example\nlanguage: [de, en]\ntimezone: UTC\n"
        "source_dir: quelle\nnew_post_name: :year-:month-:day-:title.md\n",
        SiteConfiguration(
            Generator.HEXO,
            "H",
            "https://h.example",
            "de",
            "UTC",
            ("quelle",),
            ("quelle",),
            {},
            "{date}-{slug}.md",
        ),
    ),
    Generator.ELEVENTY: (
        ".eleventy.js",
        "// url: 'https://falsch.example'\nconst md = markdownIt({ html: true, typographer: false "
        "});\nmodule.exports = { dir: { input: './src' } };\n",
        SiteConfiguration(
            Generator.ELEVENTY,
            content=("src",),
            static=("public", "static", "src"),
            markdown=MarkdownOptions(False, unsafe=True),
        ),
    ),
    Generator.ASTRO: (
        "astro.config.mjs",
        "export default defineConfig({\n  site: 'https://a.example',\n  base: '/verein',\n"
        "  i18n: { defaultLocale: 'de' },\n});\n",
        SiteConfiguration(
            Generator.ASTRO,
            address="https://a.example/verein/",
            language="de",
            content=("src/content", "src/pages", "src"),
            static=("public",),
        ),
    ),
    Generator.DOCUSAURUS: (
        "docusaurus.config.ts",
        "const config: Config = {\n  title: 'D',\n  url: 'https://d.example',\n  baseUrl: '/',\n};",
        SiteConfiguration(Generator.DOCUSAURUS, "D", "https://d.example", "en", static=("static",)),
    ),
    Generator.MKDOCS: (
        "mkdocs.yml",
        "site_name: M\nsite_url: https://m.example/\ndocs_dir: seiten\ntheme:\n  name: material\n"
        "  language: de\nmarkdown_extensions:\n  - smarty\n  - toc:\n      permalink: true\n"
        "  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\n",
        SiteConfiguration(
            Generator.MKDOCS,
            "M",
            "https://m.example/",
            "de",
            content=("seiten",),
            static=("seiten",),
            markdown=MarkdownOptions(True, extensions=("smarty", "toc", "pymdownx.emoji")),
        ),
    ),
    Generator.PELICAN: (
        "pelicanconf.py",
        "import os\nTESTING = False\nSITENAME = u'P'\nTIMEZONE = 'Europe/Paris'\n"
        "SITEURL = 'https://p.example' if not TESTING else 'http://localhost'\n"
        "DEFAULT_LANG = 'fr'\nPATH = 'inhalt'\nSTATIC_PATHS = ['bilder']\n"
        "ARTICLE_URL = 'blog/{slug}/'\nos.system('touch /tmp/no')\n",
        SiteConfiguration(
            Generator.PELICAN,
            "P",
            "https://p.example",
            "fr",
            "Europe/Paris",
            ("inhalt",),
            ("inhalt", "inhalt/bilder"),
            {"": "blog/{slug}/"},
        ),
    ),
    Generator.GATSBY: (
        "gatsby-config.js",
        "module.exports = { siteMetadata: { title: `G`, siteUrl: `https://g.example` } };",
        SiteConfiguration(
            Generator.GATSBY,
            "G",
            "https://g.example",
            content=("content", "src/content", "src/pages", "src"),
            static=("static",),
        ),
    ),
}


def find(files):
    return [row.generator for row in find_generators(files.get)]


def test_every_generator_has_its_sample():
    assert set(FILES) == {row.generator for row in GENERATORS}


@pytest.mark.parametrize("generator", FILES)
def test_a_site_is_known_and_read(generator):
    name, text, expected = FILES[generator]
    rows = find_generators({name: text}.get)
    assert rows[0].generator is generator
    assert read_configuration(rows[0], {name: load_data(name, text)}) == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, []),
        ({"config/_default": ""}, [Generator.HUGO]),
        ({"config.toml": 'base_url = "x"\ntitle = "y"\n'}, [Generator.ZOLA]),
        ({"config.toml": 'title = "y"\nbaseURL = "x"\n'}, [Generator.HUGO]),
        ({"config.toml": "[server]\nport = 1\n"}, []),
        ({"config.yaml": "apiVersion: v1\n"}, []),
        ({"_config.yml": "theme: minima\n"}, [Generator.JEKYLL]),
        ({"_config.yml": "theme: x\n", "package.json": '{"dependencies": {"hexo": "^7"}}'},
         [Generator.HEXO, Generator.JEKYLL]),
        ({"package.json": '{"dependencies": {"vue": "3"}}'}, []),
        ({"gatsby-config.js": "", "hugo.toml": ""}, [Generator.HUGO, Generator.GATSBY]),
    ],
)  # fmt: skip
def test_marks_tell_one_generator_from_another(files, expected):
    assert find(files) == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yml", "a: [\n"),
        ("a.yml", "- a\n- b\n"),
        ("a.yml", "a: " + "[" * 5000),
        ("a.yml", "&a [*a, *a]\n"),
        ("a.toml", "a = \n"),
        ("a.json", "{"),
        ("a.json", "[" * 100_000),
        ("a.py", "def ("),
        ("a.py", "x = " + "(" * 300 + ")" * 300),
        ("a.txt", "a: 1"),
        ("a.yml", "a: 1\n" * 100_000),
    ],
)
def test_what_cannot_be_read_says_nothing(name, text):
    assert load_data(name, text) == {}


def test_nothing_is_executed():
    data = load_data("pelicanconf.py", "A = 1\nB = open('/etc/passwd').read()\nC = A + 1\n")
    assert data == {"A": 1}
    assert load_data("a.yml", "a: !!python/object/apply:os.system [echo]\n") == {"a": ["echo"]}


@given(
    st.sampled_from([row.read for row in GENERATORS]),
    st.dictionaries(
        st.sampled_from(
            "title url baseURL language languages permalinks markup STATIC_PATHS MARKDOWN theme "
            "markdown_extensions source_dir new_post_name default_lang kramdown".split()
        ),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=5),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.text(max_size=8), inner, max_size=3)
            ),
            max_leaves=6,
        ),
    ),
)
def test_reading_is_total(read, data):
    row = next(row for row in GENERATORS if row.read is read)
    assert read_configuration(row, {"x": data}).generator is row.generator


def test_merge_keys_do_not_unfold():
    lines = ["a0: &a0 {k: 1, l: 2}"]
    for number in range(1, 14):
        same = ", ".join([f"*a{number - 1}"] * 10)
        lines.append(f"a{number}: &a{number} {{<<: [{same}]}}")
    assert "a13" in load_data("_config.yml", "\n".join(lines))


@pytest.mark.parametrize("value", ["!!bool x", "!!timestamp q", '!!int ""', "!!float x"])
def test_a_tag_that_does_not_fit_says_nothing(value):
    assert load_data("mkdocs.yml", f"title: {value}\n") == {}
