"""What word processors, mail programs and browsers copy becomes careful Markdown."""

import pytest
from editor.core.base.errors import InputRejected
from editor.core.base.page_addresses import clean_address
from editor.core.importers.rich_paste import convert_html
from editor.core.markdown.parser import Dialect
from hypothesis import given
from hypothesis import strategies as st

from helpers.corpus import ROOT

GOLDMARK = Dialect("goldmark")

CLIPBOARDS = sorted((ROOT / "tests" / "data" / "clipboards").glob("*.html"))
"""As the programs of their names write them, in our own words; beside each what shall come out."""


@pytest.mark.parametrize("path", CLIPBOARDS, ids=lambda path: path.stem)
def test_clipboards_become_what_a_careful_person_writes(path):
    wanted = path.with_suffix(".md").read_text(encoding="utf-8")
    assert convert_html(path.read_text(encoding="utf-8"), GOLDMARK) + "\n" == wanted


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>a * b_c # d</p><p># kein Kopf</p>", None),
        ("<p>- kein Punkt</p>", None),
        ("<p>1. kein Punkt</p>", None),
        ("<p>&lt;div&gt; bleibt</p>", None),
        ("<b>fett </b>und <i> schräg</i>", "**fett** und *schräg*"),
        ("<a href='https://a.example'>https://a.example</a>", "<https://a.example>"),
        ("a<br>b", "a\\\nb"),
        ("<b>fe</b><b>tt</b><span style='font-weight:700'>er</span>", "**fetter**"),
        ("<p></p><div> </div>", ""),
    ],
)
def test_copied_html_is_careful_markdown(html, markdown):
    result = convert_html(html, GOLDMARK)
    if markdown is not None:
        assert result == markdown


@given(
    st.recursive(
        st.text(st.sampled_from("ab *_#-1.<>&[]`"), max_size=8).map(
            lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        ),
        lambda inner: st.tuples(
            st.sampled_from(["p", "b", "i", "li", "ul", "a href='x'", "td", "h2", "span", "pre"]),
            st.lists(inner, max_size=3),
        ).map(lambda part: f"<{part[0]}>{''.join(part[1])}</{part[0].split()[0]}>"),
        max_leaves=8,
    )
)
def test_any_html_keeps_its_words_or_is_refused(html):
    try:
        convert_html(html, GOLDMARK)
    except InputRejected as refusal:
        assert str(refusal.message)


@pytest.mark.parametrize("html", ["<div>" * 5000, "x" * 2_100_000], ids=["deep", "large"])
def test_what_is_made_to_hurt_is_refused(html):
    with pytest.raises(InputRejected):
        convert_html(html, GOLDMARK)


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("https://a.example/x?id=1", "https://a.example/x?id=1"),
        ("https://a.example/?utm_source=a&id=3&fbclid=b", "https://a.example/?id=3"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example", "https://a.example"),
        ("https://www.google.com/search?q=x", "https://www.google.com/search?q=x"),
        ("http://[kaputt", "http://[kaputt"),
    ],
)
def test_addresses_lead_where_they_really_lead(address, clean):
    assert clean_address(address) == clean
