"""kramdown's ways, as the real one has them where it is installed."""

import pytest
from editor.core.markdown.parser import Dialect, make_parser
from editor.core.profiles.matching import fit_to_site
from editor.core.profiles.profile import GENERIC
from editor.core.rendering.dialects import dialect_for
from editor.core.sites.configuration import Generator, SiteConfiguration

from campaigns import engines
from helpers.html_blocks import list_blocks

JEKYLL = dialect_for(fit_to_site(GENERIC, SiteConfiguration(Generator.JEKYLL)))
TEXTS = {
    "breaks": ("eins\\\\\nzwei", "<p>eins<br />\nzwei</p>"),
    "one backslash": ("eins\\\nzwei", "<p>eins<br />\nzwei</p>"),
    "picture": ('![x](a.png){: width="60" .y}', '<p><img src="a.png" alt="x" width="60" /></p>'),
    "link": ("[x](a){:.y} z", '<p><a href="a">x</a> z</p>'),
    "marked words": ("*x*{: .y} z", "<p><em>x</em> z</p>"),
    "block": ("Text\n{: .y}\n\nMehr", "<p>Text</p><p>Mehr</p>"),
    "no attributes": ("Text {x} {: y", "<p>Text {x} {: y</p>"),
    "comment": ("a\n\n{::comment}\nnicht *da*\n{:/comment}\n\nb", "<p>a</p><p>b</p>"),
    "options": ('{::options toc_levels="2" /}\n\nText', "<p>Text</p>"),
    "label behind a blank": ("[x] [r]\n\n[r]: https://x.org", '<p><a href="https://x.org">x</a></p>'),
    "dashes": ("a --b -- c --- d...", "<p>a –b – c — d…</p>"),
    "row": ("| a | b |\n| c | d |", "<table><tbody><tr><td>a</td><td>b</td></tr>"
            "<tr><td>c</td><td>d</td></tr></tbody></table>"),
    "pipe in code": ("a `b|c` d", "<p>a <code>b|c</code> d</p>"),
    "tight and loose": (
        "* a\n* b\n\n* c\n* d",
        "<ul><li>a</li><li><p>b</p></li><li>c</li><li>d</li></ul>",
    ),
    "nested": ("* a\n    * b\n\n* c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
}  # fmt: skip


def blocks(html):
    return list_blocks(html)


@pytest.mark.parametrize("name", TEXTS)
def test_what_kramdown_makes_of_it_is_shown(name):
    text, expected = TEXTS[name]
    assert blocks(make_parser(JEKYLL).render(text)) == blocks(expected)


def test_the_real_kramdown_says_so():
    try:
        made = engines.jekyll([text for text, _ in TEXTS.values()], {})
    except (FileNotFoundError, RuntimeError):
        pytest.skip("kramdown is not installed (apt-get install ruby-kramdown-parser-gfm)")
    for (text, expected), theirs in zip(TEXTS.values(), made, strict=True):
        assert blocks(theirs) == blocks(expected), text


def test_boxes_between_colons_are_those_of_docusaurus():
    site = SiteConfiguration(Generator.DOCUSAURUS)
    dialect = dialect_for(fit_to_site(GENERIC, site))
    html = make_parser(dialect).render(":::tip[Gut *zu* wissen]\n\nText\n\n:::\n\ndanach")
    assert '<div class="admonition tip">\n<p class="admonition-title">Gut *zu* wissen</p>' in html
    assert html.endswith("</div>\n<p>danach</p>\n")
    assert "admonition" not in make_parser(Dialect("commonmark")).render(":::tip\nText\n:::")
