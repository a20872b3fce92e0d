"""What is typed, parted, marked and styled: the words wanted are seen, and nothing else moves."""

import pytest
from editor.core.base.edits import Edit, apply, invert
from editor.core.base.encoding import decode
from editor.core.base.errors import EditRejected
from editor.core.issue.issue import parse_issue
from editor.core.markdown.parser import Dialect
from editor.core.richtext.blocks import LINE_BREAK, BlockKind, Mark
from editor.core.richtext.body import find_replaced, read_body
from editor.core.richtext.caret import marks_of
from editor.core.richtext.inserting import insert_markdown
from editor.core.richtext.linking import set_link
from editor.core.richtext.marking import has_mark, toggle_mark
from editor.core.richtext.moving import move_blocks
from editor.core.richtext.proof import Place, Selected
from editor.core.richtext.replacing import replace_words
from editor.core.richtext.splitting import break_line, join_block, split_block
from editor.core.richtext.styling import indent_items, set_heading, toggle_list, toggle_quote
from hypothesis import given
from hypothesis import strategies as st

from helpers.corpus import DOCUMENTS, some_of

GOLDMARK = Dialect("goldmark")


def body_of(text, engine="goldmark"):
    return read_body(parse_issue(text), Dialect(engine))


def part(start, end=None, block=0, last=None):
    """A part of a block, or of several."""
    end = start if end is None else end
    return Selected(Place(block, start), Place(block if last is None else last, end))


def text_after(body, proved):
    """The text that edits make; they are sorted, undone exactly, and lead to the body proved."""
    after = apply(body.text, proved.edits)
    assert after == proved.body.text
    assert apply(after, invert(body.text, proved.edits)) == body.text
    assert proved.edits == sorted(proved.edits, key=lambda edit: (edit.start, edit.end))
    blocks = proved.body.blocks
    assert proved.caret.offset <= len(blocks[proved.caret.block].block.shown)
    return after


# --- words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "selected", "new", "after"),
    [
        ("eins\n", part(2), "x", "eixns\n"),
        ("a **fett** b\n", part(6), "x", "a **fettx** b\n"),
        ("a **fett** b\n", part(2), "x", "a x**fett** b\n"),
        ("a [link](z) b\n", part(6), "x", "a [link](z)x b\n"),
        ("**fett**\n", part(0), "x", "**xfett**\n"),
        ("a **fett** b\n", part(6), " ", "a **fett**  b\n"),
        ("a b\n", part(1), "*", "a* b\n"),
        ("a*b*\n", part(1, 1), "*", "a\\**b*\n"),
        ("a b\n", part(0), "# ", "\\# a b\n"),
        ("a **fett** b\n", part(2, 6), "", "a  b\n"),
        ("a **fett** b\n", part(4, 8), "", "a **fe**\n"),
        ("a [link](z) b\n", part(2, 6), "", "a  b\n"),
        ("a **b c**\n", part(4, 5), "", "a **b** \n"),
        ("a \\* b\n", part(2, 3), "", "a  b\n"),
        ("a &amp; b\n", part(2, 3), "und", "a und b\n"),
        ("a\n\nb\n", part(1, 0, 0, 1), "", "ab\n"),
        ("a\n\nb\n\nc\n", part(0, 1, 0, 2), "x", "x\n"),
        ("## a ##\n\nb\n", part(1, 0, 0, 1), "", "## ab\n"),
        ("- a\n- b\n", part(1, 0, 0, 1), " ", "- a b\n"),
        ("a b\n", part(1, 2), LINE_BREAK, "a\\\nb\n"),
        ("> ab\n", part(1), LINE_BREAK, "> a\\\n> b\n"),
        ("- ab\n", part(1), LINE_BREAK, "- a\\\n  b\n"),
        ("    ab\n", part(1), LINE_BREAK, "    a\n    b\n"),
        ("```\nab\n```\n", part(1), LINE_BREAK, "```\na\nb\n```\n"),
        ("a\r\n\r\nb c\r\n", part(1, 2, 1), LINE_BREAK, "a\r\n\r\nb\\\r\nc\r\n"),
        ("", part(0), "x", "x\n"),
        ("a\n\nb\n", part(0, 1, 1), "", "a\n\n\n"),
        ("x\n", part(0, 1), "", "\n"),
        ("a\n\n> b\n\nc\n", part(0, 1, 1), "", "a\n\n\n\nc\n"),
        ("x\n\ny\n", part(0, 1, 0, 1), "", "\n"),
        ("x\n\n---\n\nb\n", part(0, 1, 1), "", "x\n\n\n\nb\n"),
        ("# ab\n", part(2), " ", "# ab \n"),
        ("-\n- b\n", part(0), "x", "- x\n- b\n"),
        ("a\n\n\n\n# H\n", part(0, 0, 1), "<!--", "a\n\n\\<\\!\\-\\-\n\n# H\n"),
        ("[ab][]\n\n[ab]: z\n", part(1), "x", "[axb][ab]\n\n[ab]: z\n"),
        ("[ab]\n\n[ab]: z\n", part(1, 2), "", "[a][ab]\n\n[ab]: z\n"),
        ("[ab][c]\n\n[c]: z\n", part(1), "x", "[axb][c]\n\n[c]: z\n"),
        ("a\n\n\n\nb\n", part(0, 0, 1), "x", "a\n\nx\n\nb\n"),
        ("---\ntitle: x\n---\na\n", part(1), "b", "---\ntitle: x\n---\nab\n"),
    ],
)
def test_words_are_replaced_where_they_are_seen(text, selected, new, after):
    body = body_of(text)
    assert text_after(body, replace_words(body, selected, new)) == after


def test_python_markdown_has_lines_end_with_blanks():
    body = body_of("ab\n", "python-markdown")
    assert replace_words(body, part(1), LINE_BREAK).body.text == "a  \nb\n"


@pytest.mark.parametrize(
    ("text", "selected", "new"),
    [
        ("```\na\n```\n\nxy\n\n# H\n", part(1, 1, 0, 1), ""),
        ("x\n\n```\ncd\n```\n\nby\n", part(1, 1, 1, 2), ""),
        ("| a |\n|--|\n| 1 |\n\nb\n", part(20, 0, 0, 1), ""),
        ("a\n\n<!-- c -->\n\nb\n", part(9, 0, 1, 2), "x"),
    ],
)
def test_code_tables_and_html_are_not_joined(text, selected, new):
    body = body_of(text)
    with pytest.raises(EditRejected):
        replace_words(body, selected, new)


@pytest.mark.parametrize(
    ("text", "selected", "new"),
    [
        ("a [rr] b\n\ne fff\n\n[rr]: x\n", part(3, 0, 0, 1), "["),
        ("[r] b\n\n[r]: http://x\n\nc\n", part(1, 0, 0, 2), "!"),
        ("[r][] b\n\n[r]: http://x\n", part(1, 8, 0, 1), "!"),
    ],
)
def test_parts_that_reach_out_of_labels_are_replaced_or_refused(text, selected, new):
    body = body_of(text)
    try:
        text_after(body, replace_words(body, selected, new))
    except EditRejected as refusal:
        assert str(refusal.message)


def test_no_edit_makes_front_matter_of_the_body():
    body = body_of("x\n\n---\n\ny: 1\n\n---\n\nb\n")
    with pytest.raises(EditRejected):
        move_blocks(body, part(0), up=False)


def test_a_mark_on_hundreds_of_paragraphs_is_refused():
    body = body_of("wort\n\n" * 200)
    with pytest.raises(EditRejected):
        toggle_mark(body, part(0, 4, 0, 199), Mark.STRONG)


@pytest.mark.parametrize("text", ["a\n", "- a\n"])
def test_what_the_site_would_not_show_is_refused(text):
    body = body_of(text)
    with pytest.raises(EditRejected):
        replace_words(body, part(0), " ")


REAL = some_of(DOCUMENTS, 12)


@pytest.mark.slow
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
@given(data=st.data())
def test_any_words_of_real_pages_are_replaced_or_refused(path, data):
    text, _ = decode(path.read_bytes())
    body = body_of(text)
    blocks = body.blocks
    index = data.draw(st.integers(0, len(blocks) - 1))
    last = min(index + data.draw(st.sampled_from([0, 0, 0, 1])), len(blocks) - 1)
    start = data.draw(st.integers(0, len(blocks[index].block.shown)))
    end = data.draw(st.integers(start if last == index else 0, len(blocks[last].block.shown)))
    new = data.draw(st.text(st.sampled_from("ab *_[`ä🌱"), max_size=3))
    selected = part(start, end, index, last)
    try:
        proved = replace_words(body, selected, new)
    except EditRejected:
        return
    text_after(body, proved)
    shown = blocks[index].block.shown[:start] + new + blocks[last].block.shown[end:]
    after = proved.body.blocks
    assert after[index].block.shown == shown
    assert [placed.block for placed in after[:index]] == [placed.block for placed in blocks[:index]]
    assert [placed.block for placed in after[index + 1 :]] == [
        placed.block for placed in blocks[last + 1 :]
    ]
    first = blocks[index]
    assert proved.body.text.startswith(text[: first.start])
    assert proved.body.text.endswith(text[blocks[last].end :])


# --- following ------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
@given(data=st.data())
def test_a_body_that_follows_edits_is_the_body_read_anew(path, data):
    text, _ = decode(path.read_bytes())
    body = body_of(text)
    for _ in range(3):
        start = data.draw(st.integers(0, len(body.text)))
        end = min(start + data.draw(st.integers(0, 5)), len(body.text))
        new = data.draw(st.text(st.sampled_from("ab \n#-*"), max_size=4))
        edits = [Edit(start, end, new)]
        changed = apply(body.text, edits)
        issue = parse_issue(changed)
        grown = body.start + (edits[0].growth if end <= body.start and start < body.start else 0)
        followed = body.follow(edits, changed)
        count = len(parse_issue(body.text).sections)
        if issue.front.body != grown or len(issue.sections) != count:
            return  # what is front matter, code or a comment may have another end
        fresh = read_body(issue, GOLDMARK)
        assert [(placed.start, placed.block.shown) for placed in followed.blocks] == [
            (placed.start, placed.block.shown) for placed in fresh.blocks
        ]
        body = followed


def test_only_what_differs_is_replaced():
    old, new = body_of("a\n\nb\n\nc\n"), body_of("a\n\nx\n\ny\n\nc\n")
    assert find_replaced(old.blocks, new.blocks) == (1, 1, 2)
    assert find_replaced(old.blocks, old.blocks) == (3, 0, 0)


# --- paragraphs -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place", "after"),
    [
        ("eins zwei\n", Place(0, 4), "eins\n\nzwei\n"),
        ("eins **zwei drei** vier\n", Place(0, 8), "eins **zwe**\n\n**i drei** vier\n"),
        ("a [b c](x)\n", Place(0, 3), "a [b](x)\n\n[c](x)\n"),
        ("a\n", Place(0, 1), "a\n\n\n"),
        ("a\n", Place(0, 0), "\n\na\n"),
        ("a\n\nb\n", Place(0, 1), "a\n\n\n\nb\n"),
        ("- ab\n", Place(0, 1), "- a\n- b\n"),
        ("- a\n- b\n", Place(0, 1), "- a\n- \n- b\n"),
        ("- a\n- b\n", Place(1, 0), "- a\n- \n- b\n"),
        ("1. ab\n", Place(0, 1), "1. a\n2. b\n"),
        ("> ab\n", Place(0, 1), "> a\n>\n> b\n"),
        ("## ab\n", Place(0, 1), "## a\n\nb\n"),
        ("- a\n- \n", Place(1, 0), "- a\n\n"),
        ("- a\n- \n\nb\n", Place(1, 0), "- a\n\n\n\nb\n"),
        ("a\n\n\n", Place(1, 0), "a\n\n\n\n\n"),
        ("```\nab\n```\n", Place(0, 1), "```\na\nb\n```\n"),
        ("ab\r\n", Place(0, 1), "a\r\n\r\nb\r\n"),
        ("- a\n  - b\n", Place(0, 1), "- a\n  - b\n- \n"),
        ("- a\n  - b\n  - \n- c\n", Place(2, 0), "- a\n  - b\n- \n- c\n"),
        ("- [ ] ab\n", Place(0, 3), "- [ ] a\n- [ ] b\n"),
        ("- [ ] ab\n", Place(0, 4), "- [ ] ab\n- [ ] \n"),
        ("- [ ] a\n- [ ] \n", Place(1, 2), "- [ ] a\n\n"),
        ("- [x] a\n", Place(0, 0), "- [x]\n- [ ] a\n"),
        ("1. a\n2. b\n\n1.    c\n", Place(2, 0), "1. a\n2. b\n\n1.    \n2.    c\n"),
        ("a  \nb\n", Place(0, 1), "a\n\nb\n"),
        ("a\\\nb\n", Place(0, 1), "a\n\nb\n"),
        ("a\nb\n", Place(0, 2), "a\n\nb\n"),
        ("# a b {#i}\n", Place(0, 1), "# a {#i}\n\nb\n"),
        ("a b\n===\n", Place(0, 1), "a\n===\n\nb\n"),
    ],
)
def test_enter_begins_a_paragraph_or_item(text, place, after):
    body = body_of(text)
    assert text_after(body, split_block(body, place)) == after


@pytest.mark.parametrize(
    ("text", "index", "after"),
    [
        ("- a\n- b\n", 1, "- a\n\nb\n"),
        ("- a\n\nb\n", 1, "- ab\n"),
        ("# a\n", 0, "a\n"),
        ("a\n\nb\n", 1, "ab\n"),
        ("a\n\n\n\nb\n", 1, "a\n\nb\n"),
        ("a\n\n\n\nb\n", 2, "a\n\nb\n"),
        ("a\n\n\n", 1, "a\n"),
        ("a\n", 0, "a\n"),
        ("- a\n  - b\n- c\n", 1, "- a\n- b\n- c\n"),
        ("- [ ] a\n- [ ] b\n", 1, "- [ ] a\n\nb\n"),
        ("a\n===\n\nb\n", 0, "a\n\nb\n"),
        ("# a ##\n", 0, "a\n"),
    ],
)
def test_backspace_at_the_start_takes_the_mark_and_then_joins(text, index, after):
    body = body_of(text)
    assert text_after(body, join_block(body, index)) == after


# --- marks ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "mark", "selected", "after"),
    [
        ("eins zwei drei\n", Mark.STRONG, part(5, 9), "eins **zwei** drei\n"),
        ("eins zwei drei\n", Mark.STRONG, part(4, 10), "eins **zwei** drei\n"),
        ("eins **zwei** drei\n", Mark.STRONG, part(5, 9), "eins zwei drei\n"),
        ("eins **zwei drei** x\n", Mark.STRONG, part(5, 9), "eins zwei **drei** x\n"),
        ("a **b c** d\n", Mark.STRONG, part(0, 7), "**a b c d**\n"),
        ("a [li nk](x) b\n", Mark.STRONG, part(4, 9), "a [li **nk**](x) **b**\n"),
        ("wort\n", Mark.EMPHASIS, part(1, 3), "w*or*t\n"),
        ("wort\n", Mark.STRIKE, part(1, 3), "w~~or~~t\n"),
        ("wort\n", Mark.CODE, part(1, 3), "w`or`t\n"),
        ("a `wort` b\n", Mark.CODE, part(2, 6), "a wort b\n"),
        ("eins\n\nzwei\n", Mark.STRONG, part(2, 2, 0, 1), "ei**ns**\n\n**zw**ei\n"),
        ("**eins**\n\n**zwei**\n", Mark.STRONG, part(0, 4, 0, 1), "eins\n\nzwei\n"),
        ("__fett__\n", Mark.STRONG, part(0, 4), "fett\n"),
    ],
)
def test_marks_are_toggled(text, mark, selected, after):
    body = body_of(text)
    proved = toggle_mark(body, selected, mark)
    assert text_after(body, proved) == after
    assert has_mark(proved.body, selected, mark) != has_mark(body, selected, mark)


def test_marks_need_words():
    body = body_of("a b\n")
    assert not has_mark(body, part(1), Mark.STRONG)
    with pytest.raises(EditRejected):
        toggle_mark(body, part(1), Mark.STRONG)
    with pytest.raises(EditRejected):
        toggle_mark(body_of('x "wort"y\n'), part(2, 8), Mark.STRONG)


@pytest.mark.slow
@pytest.mark.parametrize("path", REAL[:12], ids=lambda path: path.name)
@given(data=st.data())
def test_a_mark_on_real_words_changes_their_look_alone(path, data):
    text, _ = decode(path.read_bytes())
    body = body_of(text)
    blocks = body.blocks
    index = data.draw(st.integers(0, len(blocks) - 1))
    block = blocks[index].block
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(block.shown))] * 2)))
    mark = data.draw(st.sampled_from([Mark.STRONG, Mark.EMPHASIS, Mark.STRIKE, Mark.CODE]))
    try:
        proved = toggle_mark(body, part(start, end, index), mark)
    except EditRejected:
        return
    text_after(body, proved)
    after = proved.body.blocks[index].block
    assert after.shown == block.shown
    assert "****" not in proved.body.text or "****" in text or mark is Mark.EMPHASIS
    before, now = marks_of(block), marks_of(after)
    blank = " \t\u00a0" + LINE_BREAK
    for at, char in enumerate(block.shown):
        if char not in blank and not start <= at < end:
            assert before[at] == now[at]


# --- links ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "selected", "address", "after"),
    [
        ("eins zwei\n", part(5, 9), "https://a.b", "eins [zwei](https://a.b)\n"),
        ("eins [zwei](x 'T') y\n", part(6, 7), "https://a.b", "eins [zwei](https://a.b 'T') y\n"),
        ("eins [zwei](x)\n", part(6, 7), "", "eins zwei\n"),
        ("eins **zwei** d\n", part(5, 9), "y", "eins [**zwei**](y) d\n"),
        ("x\n", part(0, 1), "a b", "[x](<a b>)\n"),
        (
            "siehe https://a.de x\n",
            part(8),
            "https://b.de",
            "siehe [https://a.de](https://b.de) x\n",
        ),
        ("[a][]\n\n[a]: z\n", part(0, 1), "y", "[a](y)\n\n[a]: z\n"),
    ],
)
def test_links_are_set_led_elsewhere_and_taken(text, selected, address, after):
    body = body_of(text)
    assert text_after(body, set_link(body, selected, address)) == after


def test_a_link_stays_in_its_paragraph():
    with pytest.raises(EditRejected):
        set_link(body_of("a\n\nb\n"), part(0, 1, 0, 1), "x")


# --- blocks ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "blocks", "level", "after"),
    [
        ("eins\nzwei\n\ndrei\n", (0, 0), 2, "## eins zwei\n\ndrei\n"),
        ("## eins\n", (0, 0), 2, "eins\n"),
        ("## eins ##\n", (0, 0), 3, "### eins\n"),
        ("eins\n====\n", (0, 0), 2, "## eins\n"),
        ("# a\n\nb\n", (0, 1), 1, "# a\n\n# b\n"),
        ("## a\n", (0, 0), 0, "a\n"),
        ("", (0, 0), 2, "## "),
        ("# a {#i}\n", (0, 0), 2, "## a {#i}\n"),
        ("> # a\n\nb\n", (0, 0), 3, "> ### a\n\nb\n"),
        ("- # a\n", (0, 0), 0, "- a\n"),
    ],
)
def test_paragraphs_become_headings_and_back(text, blocks, level, after):
    body = body_of(text)
    selected = part(0, 0, *blocks)
    assert text_after(body, set_heading(body, selected, level)) == after


@pytest.mark.parametrize(
    ("text", "blocks", "is_numbered", "after"),
    [
        ("a\n\nb\n\nc\n", (0, 1), False, "- a\n- b\n\nc\n"),
        ("a\n\nb\n\nc\n", (0, 2), True, "1. a\n2. b\n3. c\n"),
        ("* a\n* b\n\nc\n", (0, 1), False, "a\n\nb\n\nc\n"),
        ("* a\n* b\n\nc\n", (0, 1), True, "1. a\n2. b\n\nc\n"),
        ("a\nb\n\n* c\n", (0, 0), False, "* a\n  b\n\n* c\n"),
        ("## a\n", (0, 0), False, "- a\n"),
    ],
)
def test_paragraphs_become_items_and_back(text, blocks, is_numbered, after):
    body = body_of(text)
    proved = toggle_list(body, part(0, 0, *blocks), is_numbered=is_numbered)
    assert text_after(body, proved) == after


@pytest.mark.parametrize(
    ("text", "blocks", "after"),
    [
        ("a\n\nb\n", (0, 0), "> a\n\nb\n"),
        ("a\nb\n\nc\n\nd\n", (0, 1), "> a\n> b\n>\n> c\n\nd\n"),
        ("> a\n>\n> b\n\nc\n", (0, 1), "a\n\nb\n\nc\n"),
        ("> a\n", (0, 0), "a\n"),
    ],
)
def test_paragraphs_become_quotes_and_back(text, blocks, after):
    body = body_of(text)
    assert text_after(body, toggle_quote(body, part(0, 0, *blocks))) == after


@pytest.mark.parametrize(
    ("text", "selected", "after"),
    [
        ("ab\n", part(1), "a\\\nb\n"),
        ("a b\n", part(1), "a\\\nb\n"),
        ("a x b\n", part(2, 3), "a\\\nb\n"),
    ],
)
def test_a_line_break_takes_the_blanks_around_it(text, selected, after):
    body = body_of(text)
    assert text_after(body, break_line(body, selected)) == after


@pytest.mark.parametrize(
    ("text", "blocks", "back", "after"),
    [
        ("- a\n- b\n- c\n", (1, 1), False, "- a\n  - b\n- c\n"),
        ("- a\n  - b\n- c\n", (1, 1), True, "- a\n- b\n- c\n"),
        ("- a\n- b\n  - c\n- d\n", (1, 1), False, "- a\n  - b\n    - c\n- d\n"),
        ("1. a\n2. b\n", (1, 1), False, "1. a\n   1. b\n"),
    ],
)
def test_items_are_indented_with_all_below_them(text, blocks, back, after):
    body = body_of(text)
    assert text_after(body, indent_items(body, part(0, 0, *blocks), back=back)) == after


@pytest.mark.parametrize(
    ("text", "place", "markdown", "after"),
    [
        ("a b\n", Place(0, 2), "**x**", "a **x**b\n"),
        ("a\n", Place(0, 1), "x\n\ny", "a\n\nx\n\ny\n"),
        ("a\n\nb\n", Place(0, 1), "## x\n\n- y\n- z", "a\n\n## x\n\n- y\n- z\n\nb\n"),
        ("", Place(0, 0), "## x\n\n- y", "## x\n\n- y\n"),
        ("a\n\n\n\nb\n", Place(1, 0), "- x\n- y", "a\n\n- x\n- y\n\nb\n"),
        ("- a\n", Place(0, 1), "- x\n- y", "- a\n- x\n- y\n"),
        ("a\r\n", Place(0, 1), "x\n\ny", "a\r\n\r\nx\r\n\r\ny\r\n"),
    ],
)
def test_markdown_is_inserted(text, place, markdown, after):
    body = body_of(text)
    assert text_after(body, insert_markdown(body, place, markdown)) == after


@pytest.mark.parametrize(
    ("text", "blocks", "up", "after"),
    [
        ("a\n\nb\n\nc\n", (1, 1), True, "b\n\na\n\nc\n"),
        ("a\n\nb\n\nc\n", (0, 1), False, "c\n\na\n\nb\n"),
        ("- a\n  - x\n- b\n", (0, 0), False, "- b\n- a\n  - x\n"),
        ("- a\n  - x\n- b\n", (2, 2), True, "- b\n- a\n  - x\n"),
        ("1. a\n2. b\n", (1, 1), True, "1. b\n2. a\n"),
    ],
)
def test_blocks_change_places(text, blocks, up, after):
    body = body_of(text)
    proved = move_blocks(body, part(0, 0, *blocks), up=up)
    assert text_after(body, proved) == after


@pytest.mark.parametrize(
    ("text", "block", "up"),
    [("a\n", 0, True), ("a\n", 0, False), ("- a\n\nb\n", 1, True), ("- a\n  - b\n", 1, True)],
)
def test_blocks_without_a_neighbor_stay(text, block, up):
    with pytest.raises(EditRejected):
        move_blocks(body_of(text), part(0, 0, block), up=up)


@pytest.mark.parametrize(
    "act",
    [
        lambda: set_heading(body_of("```\na\n```\n"), part(0), 1),
        lambda: toggle_list(body_of("<div>\n"), part(0), is_numbered=False),
        lambda: indent_items(body_of("a\n"), part(0), back=False),
        lambda: indent_items(body_of("- a\n"), part(0), back=False),
    ],
)
def test_what_cannot_be_is_refused(act):
    with pytest.raises(EditRejected) as refusal:
        act()
    assert str(refusal.value).endswith(".")


def test_empty_paragraphs_are_no_words():
    (placed,) = body_of("").blocks
    assert placed.block.kind is BlockKind.EMPTY
    assert placed.end == placed.start == 0


@pytest.mark.parametrize(
    ("text", "selected", "after"),
    [
        ("- a\n- b\n- c\n", part(0, 1, 1), "- a\n\nb\n\n- c\n"),
        ("- a\n- b\n", part(0, 1, 1), "- a\n\nb\n"),
        ("> a\n", part(0, 1), "> - a\n"),
    ],
)
def test_items_come_out_of_lists_and_go_into_quotes(text, selected, after):
    body = body_of(text)
    assert text_after(body, toggle_list(body, selected, is_numbered=False)) == after


@pytest.mark.parametrize(
    ("text", "selected", "address", "after"),
    [
        ("x https://a.example y\n", part(2, 5), "", "x https:\\//a.example y\n"),
        ("[a](x) und b\n", part(0, 7), "/z", "[a und b](/z)\n"),
        ("a [b](x) c [d](y)\n", part(0, 7), "/z", "[a b c d](/z)\n"),
    ],
)
def test_links_by_themselves_and_wider_ones(text, selected, address, after):
    body = body_of(text)
    assert text_after(body, set_link(body, selected, address)) == after
