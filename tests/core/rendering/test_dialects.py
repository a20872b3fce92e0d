"""Each site's Markdown is read as its engine and its settings have it."""

import pytest
from editor.core.issue.issue import parse_issue
from editor.core.profiles.matching import fit_to_site
from editor.core.profiles.profile import GENERIC, Engine, Profile
from editor.core.rendering.omissions import find_omissions
from editor.core.rendering.page import render_body_html, render_page
from editor.core.sites.configuration import Generator, MarkdownOptions, SiteConfiguration
from msgspec.structs import replace

TEXT = '"Ja" -- er\'s https://a.example/b\nzwei <b>drei</b>\n'


def render(profile, text=TEXT):
    return render_body_html(parse_issue(text, profile))


def site(generator, **options):
    configuration = SiteConfiguration(generator, markdown=MarkdownOptions(**options))
    return fit_to_site(GENERIC, configuration)


@pytest.mark.parametrize(
    ("generator", "engine", "has_quotes", "has_links"),
    [
        (Generator.HUGO, Engine.GOLDMARK, True, True),
        (Generator.JEKYLL, Engine.KRAMDOWN, True, False),
        (Generator.ELEVENTY, Engine.MARKDOWN_IT, False, False),
        (Generator.ZOLA, Engine.COMMONMARK, False, False),
        (Generator.ASTRO, Engine.COMMONMARK, True, True),
        (Generator.HEXO, Engine.COMMONMARK, True, True),
        (Generator.DOCUSAURUS, Engine.COMMONMARK, False, True),
        (Generator.GATSBY, Engine.COMMONMARK, False, True),
        (Generator.PELICAN, Engine.PYTHON_MARKDOWN, False, False),
        (Generator.MKDOCS, Engine.PYTHON_MARKDOWN, False, False),
    ],
)
def test_a_site_is_rendered_as_its_generator_does(generator, engine, has_quotes, has_links):
    profile = site(generator)
    page = render(profile)
    assert profile.renderer is engine
    assert ("“Ja”" in page or "&ldquo;Ja&rdquo;" in page) is has_quotes
    assert ('href="https://a.example/b"' in page) is has_links
    assert ("<b>drei</b>" in page) is (generator is not Generator.HUGO)


@pytest.mark.parametrize("generator", [Generator.HUGO, Generator.ELEVENTY, Generator.ZOLA])
def test_what_a_site_has_set_wins(generator):
    page = render(site(generator, typographer=True, hard_wraps=True, unsafe=True))
    assert "<br>" in page
    assert "“Ja”" in page or "&ldquo;" in page
    assert "<b>drei</b>" in page
    assert "Ja&quot;" in render(site(generator, typographer=False)) or '"Ja"' in render(
        site(generator, typographer=False)
    )


def test_the_extensions_of_a_site_are_used():
    text = "!!! note\n    Hinweis\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    usual = render(site(Generator.MKDOCS), text)
    own = render(site(Generator.MKDOCS, extensions=("admonition", "pymdownx.emoji")), text)
    assert "<table>" in usual
    assert "admonition" not in usual
    assert "admonition" in own
    assert "<table>" in own
    pelican = render(site(Generator.PELICAN, extensions=("admonition",)), text)
    assert "admonition" in pelican
    assert "<table>" not in pelican


def test_extensions_that_are_not_run_are_counted():
    profile = site(Generator.MKDOCS, extensions=("pymdownx.snippets", "their.own", "toc"))
    issue = parse_issue("# A", profile)
    assert find_omissions(issue, render_page(issue)).extensions == 2


def test_a_profile_of_a_certain_site_stays_as_it_is():
    profile = replace(GENERIC, site="verein.example")
    configuration = SiteConfiguration(Generator.JEKYLL, language="fr")
    assert fit_to_site(profile, configuration) == profile
    assert "“Ja”" in render(Profile("x")) or "&ldquo;" in render(Profile("x"))
