"""Outlines: headings as CommonMark has them, the sections under them, and nested items."""

import pytest
from editor.core.base.edits import Span
from editor.core.frontmatter.reading import read_front_matter
from editor.core.markdown import list_items, outline
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from helpers.corpus import DOCUMENTS, EDGES, text_of


def reference(body):
    """Top-level headings as markdown-it sees them: level and first line."""
    tokens = MarkdownIt("commonmark").parse(body)
    return [
        (int(token.tag[1]), token.map[0])
        for token in tokens
        if token.type == "heading_open" and token.level == 0
    ]


def ours(body):
    return [
        (heading.level, body.count("\n", 0, heading.span.start))
        for heading in outline.read_headings(body)
    ]


@pytest.mark.parametrize(
    "body",
    [
        "# a\n## b ##\n####### c\n#d\n",
        "a\nb\n===\n\nc\n---\n\n---\n",
        "```\n# no\n```\n# yes\n",
        "~~~~\n# no\n~~~\n# no\n~~~~\n# yes",
        "<!-- \n# no\n-->\n# yes\n",
        "<div>\n# no\n\n# yes\n</div>\n",
        "* item\n  # in it\n---\n# yes\n",
        "> quote\n===\n",
        "    # code\n",
        "Text\n# yes\n",
        "<script>\n# no\n\n# no\n</script>\n# yes\n",
        "# a\r\n\r\nb\r\n===\r\n",
    ],
)
def test_headings_are_those_of_commonmark(body):
    assert ours(body) == reference(body)


@pytest.mark.slow
def test_headings_of_all_real_files_are_those_of_commonmark():
    count = 0
    for path in DOCUMENTS:
        text = text_of(path)
        body = text[read_front_matter(text).body :]
        headings = ours(body)
        assert headings == reference(body), path
        count += len(headings)
    print(f"headings: {count} equal to markdown-it's")
    assert count > 0


def test_sections_reach_to_the_next_heading_of_their_level():
    text = "# a\n## b\n### c\n## d\n# e\n"
    sections = outline.read_sections(text, outline.read_headings(text))
    assert [section.span.of(text) for section in sections] == [
        "# a\n## b\n### c\n## d\n",
        "## b\n### c\n",
        "### c\n",
        "## d\n",
        "# e\n",
    ]


def test_items_nest_by_column_and_own_their_lines():
    text = "* eins\n  * innen\n    weiter\n\n  * noch\n* zwei\nfaul\n\nabsatz\n"
    first, second = list_items.read_items(text, Span(0, len(text)))
    assert first.content.of(text) == "eins"
    assert first.span.of(text) == "* eins\n  * innen\n    weiter\n\n  * noch\n"
    assert [child.content.of(text) for child in first.children] == ["innen", "noch"]
    assert first.children[0].rest[0].of(text) == "weiter"
    assert second.content.of(text) == "zwei"
    assert second.span.of(text) == "* zwei\nfaul\n"


@given(st.text(alphabet="#*- \n`~<>=!ab1.", max_size=80))
def test_spans_are_sane_for_any_text(text):
    headings = outline.read_headings(text)
    assert all(a.span.end <= b.span.start for a, b in zip(headings, headings[1:], strict=False))
    for item in list_items.read_items(text, Span(0, len(text))):
        assert item.content.start in range(item.span.start, item.span.end + 1)


def test_edge_files_have_sections():
    text = EDGES["underlined headings"].decode()
    headings = outline.read_headings(text, read_front_matter(text).body)
    assert [heading.title for heading in headings] == ["Eins", "Zwei\ndrei"]
