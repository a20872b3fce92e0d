"""Blocks of the preview: the dialects, what is kept out, and chunks that render like the whole."""

import random
import re

import pytest
from editor.core.issue.issue import parse_issue
from editor.core.markdown.parser import Dialect, make_parser, parse_tokens
from editor.core.markdown.placeholders import swap_out
from editor.core.rendering.chunks import render_chunk
from editor.core.rendering.dialects import dialect_for
from editor.core.rendering.long_lists import render_long_list
from editor.core.rendering.page import render_body, render_body_html, render_page
from editor.core.rendering.pieces import render_pieces, write_tokens
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.corpus import DAMAGED, DOCUMENTS, EDGES, ISSUES, SAMPLE, text_of

DIALECTS = [Dialect("goldmark"), Dialect("goldmark", hook=True), Dialect("markdown-it")]


def html_of(text, kind=None):
    return render_body_html(parse_issue(text, kind) if kind else parse_issue(text))


def test_the_dialect_of_the_site_is_spoken():
    page = html_of(
        '~~weg~~ -- "so" https://a.example okfn.de\n\n| a |\n|---|\n| b |\n\n'
        "B\n: D\n\n- [x] t\n\nF[^1]\n\n[^1]: N\n"
    )
    for piece in (
        "<del>weg</del>",
        "– “so”",
        '<a href="https://a.example">',
        "okfn.de",
        "<table>",
        "<dl>",
        'type="checkbox"',
        "footnote",
    ):
        assert piece in page
    assert '"http://okfn.de"' not in page


def test_the_profile_names_the_renderer(shelf):
    text = "Term\n:   Wort\n\n## Kopf {#eigen}\n"
    assert 'id="eigen"' in html_of(text, shelf.named("mkdocs"))
    assert "<dl>" not in html_of(text, shelf.named("odis-news"))


def test_nothing_dangerous_comes_through():
    page = html_of(
        '<script>x</script><img src=x onerror=y><a href="javascript:z">a</a>'
        '<iframe src="https://v.example"></iframe>\n\n'
        '<a href="data:text/html,x">b</a> <img src="data:image/svg+xml,x">'
        ' <p style="position:fixed;text-align:center">c</p><form action="/x"><object data="x">\n'
    )
    for piece in (
        "<script",
        "onerror",
        "javascript:",
        "data:text/html",
        "data:image/svg",
        "position",
        "<form",
        "<object",
        "<iframe",
    ):
        assert piece not in page
    assert '<a href="https://v.example">' in page
    assert "text-align:center" in page.replace(" ", "")


def test_a_frame_ends_where_its_tag_ends():
    page = html_of('<iframe src="https://v.example/?a=<b>&amp;c" title="x"></iframe>\n\nEnde\n')
    assert ">https://v.example/?a=&lt;b&gt;&amp;c</a>" in page
    assert "title" not in page
    assert page.rstrip().endswith("<p>Ende</p>")


def test_frames_without_an_end_are_no_frames():
    """Their tags go; looking for their ends takes no longer for many of them."""
    page = html_of("Anfang\n\n" + '<iframe src="https://v.example" ' * 3000 + "\n\nEnde\n")
    assert "<iframe" not in page
    assert "Anfang" in page


def test_calendar_links_stay_links():
    text = (
        "* **T** <a title='K' download='event.ics' href=\"data:text/calendar;base64,"
        + "QUJD" * 40
        + '">&#x1F4C5;</a>\n'
    )
    page = html_of(text)
    assert f'href="data:text/calendar;base64,{"QUJD" * 40}"' in page
    assert 'download="event.ics"' in page
    assert ">📅</a>" in page


def test_blocks_know_where_they_come_from():
    issue = parse_issue("---\ntitle: x\n---\n# Eins\n\nAbsatz\n\n* a\n* b\n")
    spans = [block.span.of(issue.text).strip() for block in render_body(issue)]
    assert spans == ["# Eins", "Absatz", "* a\n* b"]


def test_the_head_shows_title_image_and_byline(shelf):
    head = render_page(parse_issue(text_of(SAMPLE), shelf.named("newsletter")))[0].html
    assert "<h1>Frühjahrsputz" in head
    assert 'src="/blog/out-in-the-open-2026-02-header.jpg"' in head
    assert "09.03.2026 von Mara Beispiel" in head
    assert '<a href="https://photos.example/open-sign">Foto</a>' in head


@pytest.mark.parametrize("name", EDGES)
def test_every_edge_file_renders(name):
    issue = parse_issue(EDGES[name].decode("utf-8-sig"))
    for block in render_page(issue):
        start, end = block.span.start, block.span.end
        assert [0, start, end, len(issue.text)] == sorted([0, start, end, len(issue.text)])


BOMBS = {
    "markers": "- " * 100_000,
    "quotes": ">" * 100_000,
    "brackets": "![" * 50_000,
    "tags": "<div>" * 50_000,
    "stars": "*a " * 50_000,
    "rows": "| a " * 20_000 + "\n" + "|-" * 20_000,
    "lines": "a\n" * 500_000,
    "items": "- a\n" * 200_000,
    "nested items": "\n".join(" " * i + "- a" for i in range(1000)),
    "one line": "x" * 3_000_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_shown_not_rendered(name):
    assert len(render_body_html(parse_issue(BOMBS[name]))) < 3 * len(BOMBS[name]) + 1000


def test_a_warm_cache_renders_like_a_cold_one():
    """Random edits to issues: what the cache gives equals what rendering from nothing gives."""
    chance = random.Random(1)
    for path in chance.sample(ISSUES, 6):
        text = text_of(path)
        for _ in range(12):
            at = chance.randrange(len(text))
            text = (
                text[:at]
                + chance.choice(["x", "\n", "\n\n## Neu\n", "*", "`", "<", "[a]: b\n", "[^1]"])
                + text[at + chance.choice([0, 0, 5]) :]
            )
            issue = parse_issue(text)
            warm = [block.html for block in render_body(issue)]
            render_chunk.cache_clear()
            assert warm == [block.html for block in render_body(issue)]


BREAKING = {
    DAMAGED.name,
    "2025-03-10-out-in-the-open-february-2025.md",  # Girls'Day, in single quotation marks
    "2025-03-11-out-in-the-open-february-2025.md",
}
"""Files of which a link breaks the page, so that its data are shown, on the site, too."""


@pytest.mark.slow
def test_every_real_file_renders_and_shows_no_base64_but_the_broken_ones(shelf):
    for path in DOCUMENTS:
        page = html_of(text_of(path), shelf.choose(text_of(path), path))
        shown = re.search(r">[^<]*data:text/calendar", page)
        assert bool(shown) == (path.name in BREAKING), path


def plainly(dialect, text):
    return make_parser(dialect).render(text)


def remembered(dialect, text):
    parser = make_parser(dialect)
    return parser.renderer.render(parse_tokens(dialect, text)[0], parser.options, {})


@pytest.mark.parametrize("text", [r"^[\*]", "a^[b &amp; c] d^[https://a.example]", '^["x" -- y]'])
@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_words_of_inline_footnotes_are_what_markdown_it_makes(dialect, text):
    assert remembered(dialect, text) == plainly(dialect, text)


@pytest.mark.parametrize("dialect", DIALECTS)
@given(text=st.text(alphabet="ab *_`[]()<>!\"'-.:|~\n\\#&;x1^", max_size=60))
def test_remembered_paragraphs_are_what_markdown_it_makes(dialect, text):
    for _ in range(2):
        assert remembered(dialect, text) == plainly(dialect, text)
    for more in (
        f"- [ ] {text}\n- [x] {text}\n",
        f"a[^1] {text}\n\n[^1]: {text}\n",
        f"[x] '{text}\n\n[x]: /u\n",
    ):
        assert remembered(dialect, more) == plainly(dialect, more)


@pytest.mark.slow
def test_remembered_paragraphs_of_real_files_are_what_markdown_it_makes():
    for path in DOCUMENTS:
        text = text_of(path)
        assert remembered(DIALECTS[0], text) == plainly(DIALECTS[0], text), path


TYPED = (
    "x",
    "\n",
    "\n\n## Neu\n",
    "*",
    "`",
    '"',
    "'",
    "<b>",
    "[a]: /b\n",
    "[a]",
    "[^1]",
    "\n\n[^1]: Note\n\n",
    "- ",
    "> ",
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_incremental_rendering_is_full_rendering(data):
    """Edits to whole files: chunks and remembered paragraphs give what one parse gives."""
    short_documents = [path for path in DOCUMENTS if path.stat().st_size < 40_000]
    issue = parse_issue(text_of(data.draw(st.sampled_from(short_documents))))
    text = issue.text
    for _ in range(3):
        at = data.draw(st.integers(issue.front.body, len(text)))
        new = data.draw(st.sampled_from(TYPED))
        text = text[:at] + new + text[at + data.draw(st.sampled_from([0, 0, 5])) :]
    issue = parse_issue(text)
    dialect = dialect_for(issue.profile)
    swapped = swap_out(text[issue.front.body :], "goldmark")
    full = swapped.restore(write_tokens(dialect, make_parser(dialect).parse(swapped.text), 0))
    ours = "".join(block.html for block in render_body(issue))
    assert flat(ours) == flat(full)


def flat(content):
    """HTML without white space, empty elements, and ids, which are numbered over the page."""
    content = re.sub(r' data-line="\d+"|(?<=<h\d) id="[^"]*"|\s+', "", content)
    return re.sub(r"<(\w+)></\1>", "", content)


def test_shortcodes_are_signs_and_their_positions_are_right():
    text = (
        'Vor\n\n{{< figure src="a.png"\n   title="T" >}}\n\n'
        '[Lab]({{< ref "/ulm" >}}) und {{</* zeig */>}}\n\nNach\n'
    )
    blocks = render_body(parse_issue(text))
    page = "".join(block.html for block in blocks)
    assert '<span class="shortcode" title="{{&lt; figure' in page
    assert ">figure src=&quot;a.png&quot; title=&quot;T&quot;</span>" in page
    assert 'href="shortcode:ref%20%22%2Fulm%22"' in page
    assert "{{&lt; zeig &gt;}}" in page
    assert "qzshortcode" not in page
    assert [block.span.of(text).strip()[:4] for block in blocks] == ["Vor", "{{< ", "[Lab", "Nach"]


def test_template_tags_of_other_generators_are_signs_too(shelf):
    page = html_of("{% youtube x %} und {{ seite.titel }}\n", shelf.named("odis-news"))
    assert ">youtube x</span>" in page
    assert ">seite.titel</span>" in page


def test_raw_html_across_headings_stays_one_element():
    page = html_of(
        "<details>\n<summary>Mehr</summary>\n\n## Eins\n\nText\n\n</details>\n\n## Zwei\n"
    )
    assert re.findall("Text|</details>|Zwei", page) == ["Text", "</details>", "Zwei"]


def test_heading_ids_differ_on_a_page():
    page = html_of("## Über *uns*\n\n## Über uns\n\n## Eigen {#ich .x}\n")
    assert re.findall(r'<h2[^>]*id="([^"]*)"', page) == ["über-uns", "über-uns-1", "ich"]


def test_headings_in_items_have_the_ids_of_their_list():
    issue = parse_issue("# a\n\n* # a\n* # b\n\n  # a\n* # a\n")
    for block in render_body(issue):
        ids = re.findall(r'id="([^"]*)"', "".join(item.html for item in block.items))
        assert ids in ([], re.findall(r'id="([^"]*)"', block.html))


def test_a_stray_quote_reaches_into_later_paragraphs_as_on_the_site():
    assert html_of('"offen\n\na"b" c\n') != html_of('offen\n\na"b" c\n')


LINES = st.sampled_from(
    [
        "* a\n",
        "* b *c*\n",
        '* "d\n',
        '* e" f\n',
        "* [x] g\n",
        "  * tief\n",
        "    * tiefer\n",
        "  Zeile\n",
        "\tTab\n",
        " halb\n",
        "faul\n",
        "\n",
        "* * *\n",
        "*   weit\n",
        "* ```\n",
        "  ```\n",
        "* <b>\n",
        "* <div>\n",
        "- Strich\n",
        "* # H\n",
        "* > z\n",
        "*\n",
        "1. eins\n",
        "* [^1]\n",
        "* a\u2028* b\n",
        "===\n",
        ": d\n",
    ]
)


def spans(rendered, text):
    """Where the pieces lie; empty lines behind a list belong to none of them."""
    return [(piece.start, len(text[: piece.end].rstrip("\n"))) for piece in rendered.pieces]


def joined(rendered):
    return flat("".join(piece.html for piece in rendered.pieces))


def item_counts(rendered):
    return [len(piece.items) for piece in rendered.pieces]


@given(
    head=st.sampled_from(["", "## K\n", "Text\n", "Text\n\n", "* vorn\n\n", "> z\n", "<div>\n"]),
    lines=st.lists(LINES, min_size=8, max_size=16),
    times=st.sampled_from([1, 1, 1, 8]),
)
@settings(max_examples=400)
def test_a_list_item_by_item_is_the_list(head, lines, times):
    text = head + "".join(lines) * times
    by_item = render_long_list(DIALECTS[0], text, (0, 0))
    if by_item is None:  # most lists are no simple ones, and rendered as a whole
        return
    whole = render_pieces(DIALECTS[0], text, (0, 0))
    assert joined(by_item) == joined(whole)
    assert spans(by_item, text) == spans(whole, text)
    assert item_counts(by_item) == item_counts(whole)
    assert by_item.quotes == whole.quotes


def test_a_list_of_events_goes_item_by_item():
    text = "## Termine\n" + "* Montag, online: **T**\n  * https://t.example\n" * 9
    assert render_long_list(DIALECTS[0], text, (0, 0)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "<p\nclass=\n\">Eins <b>zwei</b>.</p>\n\nMehr <a href='https://a.example'>drei</a>.\n",
        # what stands in the quotation marks is a tag of its own then, and stays open
        '# A\n\nEin <a href="<b>]: Wort\n\nNoch eins">x</a>\n\n# B\n\nfett\n',
    ],
    ids=["half a quotation mark swallows what follows", "an empty line ends a tag"],
)
def test_a_tag_that_goes_on_is_rendered_as_in_the_whole(text):
    issue = parse_issue(text)
    dialect = dialect_for(issue.profile)
    full = write_tokens(dialect, make_parser(dialect).parse(text), 0)
    assert flat("".join(block.html for block in render_body(issue))) == flat(full)


def test_the_block_at_a_position_is_found_from_its_chunk(shelf):
    issue = parse_issue(text_of(SAMPLE), shelf.named("newsletter"))
    blocks = render_page(issue)
    assert [blocks[index] for index in range(len(blocks))] == list(blocks)
    assert blocks[-1] == list(blocks)[-1]
    assert blocks[1:3] == list(blocks)[1:3]
    for position in range(0, len(issue.text), 7):
        index, is_in = blocks.find_block(position)
        above = [i for i, block in enumerate(blocks) if block.span.start <= position]
        assert index == above[-1]
        assert is_in == (position < blocks[index].span.end)
    with pytest.raises(IndexError):
        blocks[len(blocks)]


def test_a_chunk_that_stays_is_the_same_object_wherever_it_stands(shelf):
    issue = parse_issue(text_of(SAMPLE), shelf.named("newsletter"))
    before = render_page(issue).chunks
    later = issue.text.replace("\n\n", "\n\nEin Satz mehr.\n\n", 3)
    after = render_page(parse_issue(later, issue.profile)).chunks
    same = [one.chunk is other.chunk for one, other in zip(before, after, strict=True)]
    assert same.count(False) <= 3
    assert before[-1].start < after[-1].start


def test_twins_on_a_page_have_ids_of_their_own(shelf):
    text = "## Termin\n\nWann?\n\n" * 30
    issue = parse_issue(text, shelf.named("newsletter"))
    chunks = render_body(issue).chunks
    assert [placed.chunk.ids for placed in chunks] == [
        (f"termin{n}",) for n in ("", *map("-{}".format, range(1, 30)))
    ]
