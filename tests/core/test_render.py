import random
import re

import pytest
from editor.core import render
from editor.core.issue import parse
from hypothesis import given, settings
from hypothesis import strategies as st

from documents import EDGES, ISSUES, REAL, SAMPLE, needs_corpus, text_of


def html_of(text, kind=None):
    return render.body_html(parse(text, kind) if kind else parse(text))


def test_the_dialect_of_the_site_is_spoken():
    page = html_of('~~weg~~ -- "so" https://a.example okfn.de\n\n| a |\n|---|\n| b |\n\nB\n: D\n\n- [x] t\n\nF[^1]\n\n[^1]: N\n')
    for piece in ("<s>weg</s>", "– “so”", '<a href="https://a.example">', "okfn.de", "<table>", "<dl>", 'type="checkbox"', "footnote"):
        assert piece in page
    assert '"http://okfn.de"' not in page


def test_the_profile_names_the_renderer(shelf):
    text = "Term\n:   Wort\n\n## Kopf {#eigen}\n"
    assert 'id="eigen"' in html_of(text, shelf.named("mkdocs"))
    assert "<dl>" not in html_of(text, shelf.named("odis-news"))


def test_nothing_dangerous_comes_through():
    page = html_of(
        '<script>x</script><img src=x onerror=y><a href="javascript:z">a</a><iframe src="https://v.example"></iframe>\n\n'
        '<a href="data:text/html,x">b</a> <img src="data:image/svg+xml,x"> <p style="position:fixed;text-align:center">c</p><form action="/x"><object data="x">\n'
    )
    for piece in ("<script", "onerror", "javascript:", "data:text/html", "data:image/svg", "position", "<form", "<object", "<iframe"):
        assert piece not in page
    assert '<a href="https://v.example">' in page
    assert "text-align:center" in page.replace(" ", "")


def test_calendar_links_stay_links():
    text = "* **T** <a title='K' download='event.ics' href=\"data:text/calendar;base64," + "QUJD" * 40 + '">&#x1F4C5;</a>\n'
    page = html_of(text)
    assert f'href="data:text/calendar;base64,{"QUJD" * 40}"' in page and 'download="event.ics"' in page and ">📅</a>" in page


def test_blocks_know_where_they_come_from():
    issue = parse("---\ntitle: x\n---\n# Eins\n\nAbsatz\n\n* a\n* b\n")
    spans = [block.span.of(issue.text).strip() for block in render.body(issue)]
    assert spans == ["# Eins", "Absatz", "* a\n* b"]


def test_the_head_shows_title_image_and_byline(shelf):
    head = render.render(parse(text_of(SAMPLE), shelf.named("newsletter")))[0].html
    assert "<h1>Frühjahrsputz" in head and 'src="/blog/out-in-the-open-2026-02-header.jpg"' in head
    assert "09.03.2026 von Mara Beispiel" in head and '<a href="https://photos.example/open-sign">Foto</a>' in head


@pytest.mark.parametrize("name", EDGES)
def test_every_edge_file_renders(name):
    issue = parse(EDGES[name].decode("utf-8-sig"))
    for block in render.render(issue):
        assert 0 <= block.span.start <= block.span.end <= len(issue.text)


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
    assert len(render.body_html(parse(BOMBS[name]))) < 3 * len(BOMBS[name]) + 1000


@needs_corpus
def test_a_warm_cache_renders_like_a_cold_one():
    """Random edits to real issues: what the cache gives equals what rendering from nothing gives."""
    chance = random.Random(1)
    for path in chance.sample(ISSUES, 6):
        text = text_of(path)
        for _ in range(12):
            at = chance.randrange(len(text))
            text = text[:at] + chance.choice(["x", "\n", "\n\n## Neu\n", "*", "`", "<", "[a]: b\n", "[^1]"]) + text[at + chance.choice([0, 0, 5]) :]
            issue = parse(text)
            warm = [block.html for block in render.body(issue)]
            render._chunk.cache_clear()
            assert warm == [block.html for block in render.body(issue)]


@needs_corpus
def test_every_real_file_renders_and_shows_no_base64(shelf):
    for path in REAL:
        page = html_of(text_of(path), shelf.choose(text_of(path), path))
        assert not re.search(r">[^<]*data:text/calendar", page) or "Girls" in page, path


def plainly(dialect, text):
    parser = render._parser(dialect)
    return parser.render(text)


def remembered(dialect, text):
    parser = render._parser(dialect)
    return parser.renderer.render(render._tokens(dialect, text), parser.options, {})


@pytest.mark.parametrize("dialect", ["goldmark", "markdown-it"])
@given(text=st.text(alphabet="ab *_`[]()<>!\"'-.:|~\n\\#&;x1", max_size=60))
@settings(deadline=None)
def test_remembered_paragraphs_are_what_markdown_it_makes(dialect, text):
    for _ in range(2):
        assert remembered(dialect, text) == plainly(dialect, text)
    tasks = f"- [ ] {text}\n- [x] {text}\n"
    assert remembered(dialect, tasks) == plainly(dialect, tasks)


@needs_corpus
def test_remembered_paragraphs_of_real_files_are_what_markdown_it_makes():
    for path in REAL:
        text = text_of(path)
        assert remembered("goldmark", text) == plainly("goldmark", text), path
