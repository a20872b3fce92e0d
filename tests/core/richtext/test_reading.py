"""What is seen of a body: every character of the source is in a block, a run or a gap."""

import re

import pytest
from editor.core.base.encoding import decode
from editor.core.base.errors import UserFacingError
from editor.core.issue.issue import parse_issue
from editor.core.markdown.parser import Dialect, make_parser
from editor.core.richtext.blocks import AtomKind, BlockKind, Mark, RunKind
from editor.core.richtext.body import read_body
from editor.core.richtext.caret import to_sources
from editor.core.richtext.reading import read_chunk
from hypothesis import given
from hypothesis import strategies as st

from helpers.corpus import DOCUMENTS, EDGES, some_of

GOLDMARK = Dialect("goldmark")
GAP = re.compile(r"[\s>]*")
PIECES = st.lists(
    st.sampled_from(
        "a|b |*|**|_|~~|`|[|](x)|](|![|]|<br>|<b>|&amp;|\\|\n|\n\n|  |- |1. |# |> |```\n|---\n|: |"
        "{{< x >}}|[^1]|[^1]: |[a]: b\n|🌱|ä|\"|'|--|https://a.de|\r\n|\t|=|<!--|-->|[x] |#".split(
            "|"
        )
        + ["|", "|-|-|\n"]
    ),
    max_size=25,
).map("".join)


def tiles(text, dialect=GOLDMARK):
    """Check that blocks, runs and gaps are the text, and return the blocks."""
    body = read_body(parse_issue(text), dialect)
    at = body.start
    for placed in body.blocks:
        assert GAP.fullmatch(text, at, placed.start) or placed.block.kind is BlockKind.EMPTY
        position = 0
        for run in placed.block.runs:
            assert run.start == position < run.end
            position = run.end
            if run.kind is RunKind.TEXT:
                source = text[placed.start + run.start : placed.start + run.end]
                assert run.shown == re.sub("\r(?!\n)|\0", " ", source)
            assert (run.kind is RunKind.HIDDEN) == (run.shown == "") or run.kind is RunKind.ATOM
        assert position == placed.block.length
        for construct in placed.block.constructs:
            outer, inner = construct.outer, construct.inner
            assert 0 <= outer.start <= inner.start <= inner.end <= outer.end <= position
        if placed.block.kind is not BlockKind.EMPTY:
            at = placed.end
    assert GAP.fullmatch(text, at)
    return body.blocks


@pytest.mark.parametrize("path", some_of(DOCUMENTS, 120), ids=lambda path: path.name)
def test_blocks_and_runs_are_the_document(path):
    text, _ = decode(path.read_bytes())
    tiles(text)


@pytest.mark.parametrize("name", EDGES)
def test_blocks_and_runs_are_the_edge_case(name):
    try:
        text, _ = decode(EDGES[name])
    except UserFacingError:
        return
    tiles(text)


@given(PIECES, st.sampled_from(["goldmark", "markdown-it", "python-markdown"]))
def test_blocks_and_runs_are_any_text(text, engine):
    tiles(text, Dialect(engine))


MARKS = {"em": Mark.EMPHASIS, "strong": Mark.STRONG, "s": Mark.STRIKE, "link": Mark.LINK}


def flatten(tokens):
    """Each character that the parser shows, with its marks; pictures and HTML left out."""
    marks, result = [], []
    for token in tokens:
        name, _, side = token.type.partition("_")
        if side in ("open", "close") and name in MARKS:
            (marks.append if side == "open" else marks.remove)(MARKS[name])
        elif token.type in ("text", "text_special", "link_text", "code_inline"):
            extra = {Mark.CODE} if token.type == "code_inline" else set()
            result += [(char, frozenset(marks) | extra) for char in token.content]
    return result


def blur(chars):
    """Leave out what the typographer and line ends change."""
    return [(char, marks) for char, marks in chars if char.isalnum() or char in "*_~`[]()"]


@given(st.text(st.sampled_from("ab *_~`[]()\\<>&;!x1\n"), max_size=30))
def test_words_and_marks_are_those_of_the_parser(content):
    content = content.strip()
    blocks = [block for _, block in read_chunk(GOLDMARK, content)]
    tokens = make_parser(GOLDMARK).parse(content)
    inlines = [token for token in tokens if token.type == "inline"]
    shown = [
        (char, run.marks)
        for block in blocks
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
        for run in block.runs
        if run.atom not in (AtomKind.HTML, AtomKind.IMAGE, AtomKind.BREAK)
        for char in run.shown
    ]
    assert blur(shown) == blur([item for token in inlines for item in flatten(token.children)])


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a **b *c* d** e", "a b c d e"),
        ("[x **y**](z 'T') <https://a.de>", "x y https://a.de"),
        ("\\*a\\* &amp; ~~b~~ `c  d` `` ` ``", "*a* & b c  d `"),
        ('![alt](x.png) und {{< ref "/x" >}}', '🖼 alt und ref "/x"'),
        ("eins  \nzwei\\\ndrei\nvier", "eins\u2028zwei\u2028drei vier"),
        ("<b>x</b><br>y", "<b>x</b>\u2028y"),
        ("# Kopf {#id}", "Kopf"),
        ("## a ##", "a"),
        ("Kopf\n====", "Kopf"),
        ("> a\n> b", "a b"),
        ("    code\n    mehr", "code\u2028mehr"),
        ("```js\ncode\n```", "code"),
        ("```\n```", ""),
        ("- [x] getan", "☑ getan"),
        ("- [ ] offen", "☐ offen"),
        ("---", "⸻"),
        ("<div>\n" + "wort " * 20 + "\n</div>", "<div> " + ("wort " * 20)[:54] + "…"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a\tb\u20281\t2"),
        ('Wort <b\n class="x">fett</b>', 'Wort <b class="x">fett</b>'),
        ("a\rb", "a b"),
        ("[" * 2000, "[" * 60 + "…"),
        ("x" * 30_000, "x" * 60 + "…"),
    ],
)
def test_marks_are_hidden(source, shown):
    blocks = tiles(source)
    assert [placed.block.shown for placed in blocks] == [shown]


def test_a_calendar_link_is_a_sign(link="data:text/calendar;base64," + "QUJD" * 40):
    source = f"* Fest <a title='Fest' href=\"{link}\">📅</a> dann"
    (placed,) = tiles(source)
    assert placed.block.shown == "Fest 📅 dann"
    assert [run.atom for run in placed.block.runs if run.atom] == [AtomKind.CALENDAR]


def test_footnotes_and_definitions_are_seen_where_they_stand():
    text = "Wort[^1] und [b][].\n\n[^1]: Note\n\n[b]: https://b.example\n"
    blocks = [placed.block for placed in tiles(text)]
    assert [block.shown for block in blocks] == [
        "Wort[1] und b.",
        "Note",
        "[b]: https://b.example",
    ]
    assert blocks[2].kind is BlockKind.OTHER


@pytest.mark.parametrize(
    ("source", "places"),
    [
        ("- a\n- b\n", [("•", 1, 0), ("•", 1, 0)]),
        ("3. a\n3. b\n", [("3.", 1, 0), ("4.", 1, 0)]),
        ("- a\n  - b\n\n    c\n", [("•", 1, 0), ("•", 2, 0), ("", 2, 0)]),
        ("> - a\n>\n> b\n", [("•", 1, 1), ("", 0, 1)]),
        ("- > a\n", [("•", 1, 1)]),
        ("- \n- b\n", [("•", 1, 0), ("•", 1, 0)]),
    ],
)
def test_items_and_quotes_have_places(source, places):
    found = [placed.block.nesting for placed in tiles(source)]
    assert [(item.marker, item.depth, item.quotes) for item in found] == places


@pytest.mark.parametrize(
    ("source", "count"),
    [("", 1), ("a", 0), ("a\n", 0), ("a\n\n", 1), ("a\n\n\n\nb", 1), ("a\n\nb", 0), ("\n\na", 1)],
)
def test_room_for_a_paragraph_is_an_empty_one(source, count):
    kinds = [placed.block.kind for placed in tiles(source)]
    assert kinds.count(BlockKind.EMPTY) == count


def test_an_empty_item_behind_a_paragraph_of_an_item_is_no_underline():
    text = "- b\n\n  p\n-\n- c\n"
    assert [placed.block.shown for placed in tiles(text)] == ["b", "p", "", "c"]


def test_long_paragraphs_of_short_lines_are_read(lines=3000):
    (placed,) = tiles("a\n" * lines)
    assert placed.block.shown == " ".join("a" * lines)


def test_every_seen_place_has_a_place_in_the_source():
    for source in ("Ein ![Bild](x.png) und {{< ref x >}} &amp; <b>x</b>", "| a | b |\n|-|-|"):
        for placed in read_body(parse_issue(source), GOLDMARK).blocks:
            for position in range(len(placed.block.shown) + 1):
                assert to_sources(placed.block, position)


def test_an_address_ends_before_a_shortcode():
    (placed,) = tiles("https://a.de{{< x >}}")
    assert [run.kind for run in placed.block.runs] == [RunKind.TEXT, RunKind.ATOM]
