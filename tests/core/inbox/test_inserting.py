"""Bookmarks in the text: in the form their neighbors have, and nothing else moves."""

import pytest
from editor.core.base.edits import apply
from editor.core.base.errors import EditRejected
from editor.core.checks.body_links import find_links
from editor.core.inbox.bookmark import Bookmark
from editor.core.inbox.inserting import insert_bookmarks, insert_into_sections
from editor.core.issue.issue import parse_issue
from hypothesis import given
from hypothesis import strategies as st

from helpers.corpus import REAL_ISSUES, needs_corpus, text_of

NEW = Bookmark("https://new.example/page", "A new page")
NOTED = Bookmark("https://new.example/page", "A new page", note="Worth a look.")


def inserted(text, bookmark=NEW, number=0, profile=None):
    issue = parse_issue(text, profile) if profile else parse_issue(text)
    return apply(text, insert_bookmarks(issue, number, [bookmark]))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (  # paragraphs
            "## News\nOne [link](https://a.example).\n\n## More\n\nx\n",
            "## News\nOne [link](https://a.example).\n\n[A new page](https://new.example/page)\n\n"
            "## More\n\nx\n",
        ),
        (  # a tight list, without a line end at the end of the file
            "## News\n\n- [a](https://a.example)\n- [b](https://b.example)",
            "## News\n\n- [a](https://a.example)\n- [b](https://b.example)\n"
            "- [A new page](https://new.example/page)",
        ),
        (  # a loose one with wide gaps
            "## News\n\n*   [a](https://a.example)\n\n*   [b](https://b.example)\n",
            "## News\n\n*   [a](https://a.example)\n\n*   [b](https://b.example)\n\n"
            "*   [A new page](https://new.example/page)\n",
        ),
        (  # a numbered one
            "## News\n\n1. [a](https://a.example)\n2. [b](https://b.example)\n\n## More\n",
            "## News\n\n1. [a](https://a.example)\n2. [b](https://b.example)\n"
            "3. [A new page](https://new.example/page)\n\n## More\n",
        ),
        (  # headings with a paragraph each
            "## News\n\n### One\n\nText [a](https://a.example)\n\n### Two\n\nText\n\n## More\n",
            "## News\n\n### One\n\nText [a](https://a.example)\n\n### Two\n\nText\n\n"
            "### A new page\n\n[A new page](https://new.example/page)\n\n## More\n",
        ),
        (  # an empty section is written like the others
            "## News\n\n## Lists\n\n* [a](https://a.example)\n",
            "## News\n\n* [A new page](https://new.example/page)\n\n## Lists\n\n"
            "* [a](https://a.example)\n",
        ),
        (  # before the sub-headings of others
            "## News\nWords.\n\n### Sub\nOne.\n\nTwo.\n",
            "## News\nWords.\n\n[A new page](https://new.example/page)\n\n### Sub\nOne.\n\nTwo.\n",
        ),
        (  # line ends of Windows
            "## News\r\n\r\n* [a](https://a.example)\r\n",
            "## News\r\n\r\n* [a](https://a.example)\r\n* [A new page](https://new.example/page)\r\n",
        ),
    ],
)
def test_it_stands_as_its_neighbors_do(before, after):
    assert inserted(before) == after


def test_a_note_follows_its_link():
    text = "## News\n\n* [a](https://a.example)\n"
    assert inserted(text, NOTED).endswith(
        "* [A new page](https://new.example/page): Worth a look.\n"
    )


def test_an_address_runs_nothing_and_stays_an_address():
    text = "## News\n\nWords.\n"
    braces = inserted(text, Bookmark("https://new.example/{{%x%}}", "T"))
    assert "[T](https://new.example/%7B{%x%}})" in braces.replace("%7B%7B", "%7B{")
    ampersand = inserted(text, Bookmark("https://new.example/?x=1&section=2", "T"))
    assert ampersand.endswith("[T](https://new.example/?x=1&section=2)\n")


@pytest.mark.parametrize("end", ["\r\n", "  \n"])
def test_tight_lists_stay_tight(end):
    text = f"## News{end}{end}* [a](https://a.example){end}* [b](https://b.example){end}"
    assert "b.example)" + end.replace("  ", "") + "* [A new" in inserted(text)


def test_several_keep_their_order():
    text = "## News\n\n* [a](https://a.example)\n"
    more = [Bookmark(f"https://new.example/{n}", f"Page {n}") for n in (1, 2, 3)]
    issue = parse_issue(text)
    found = find_links(parse_issue(apply(text, insert_bookmarks(issue, 0, more))))
    assert [link.text for link in found] == ["a", "Page 1", "Page 2", "Page 3"]


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Was? Wie! (Teil 2) C++ & C#", "Was? Wie! (Teil 2) C++ & C#"),
        ("[Update", "\\[Update"),
        ("a_b_c 2 * 3 * 4", "a_b_c 2 * 3 * 4"),
        ("*star*", "\\*star\\*"),
        ("`code`", "\\`code\\`"),
        ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
        ("AT&amp;T", "AT\\&amp;T"),
        ("~~x~~", "\\~~x\\~~"),
        ("{{< figure >}}", "&#123;{< figure >}}"),
        ("{{% raw %}}", "&#123;&#123;% raw %}}"),
        ("![x](https://evil.example/x.png)", "!\\[x\\](https://evil.example/x.png)"),
    ],
)
def test_foreign_titles_are_words(title, written):
    text = "## News\n\nWords.\n"
    after = inserted(text, Bookmark("https://new.example/page", title))
    assert after == f"## News\n\nWords.\n\n[{written}](https://new.example/page)\n"


@pytest.mark.parametrize(
    "before",
    [
        "## News\n\n{{< box >}}\n* [a](https://a.example)\n{{< /box >}}\n",
        "## News\n\n<div>\n\n* a\n\n</div>\n",
        "## News\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        "## News\n\n> a quote\n",
        "## News\n\n```\n* code\n```\n",
    ],
)
def test_behind_other_blocks_it_is_a_paragraph(before):
    assert inserted(before) == before + "\n[A new page](https://new.example/page)\n"


@pytest.mark.parametrize(
    "closing",
    [
        "---\n",
        "* * *\n",
        "[ref]: https://ref.example\n",
        "[ref]: https://ref.example\n[two]: https://two.example 'Two'\n",
        "<!-- the end -->\n",
        "{{< /box >}}\n",
        "<!-- the end -->\n\n---\n",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_closes_a_section_stays_behind(closing, end):
    before = "{{< box >}}\n\n## N\n\n* [a](https://a.example)\n\n" + closing + "\n## M\n"
    new = "* [A new page](https://new.example/page)\n"
    after = before.replace("a.example)\n", "a.example)\n" + new)
    assert inserted(before.replace("\n", end)) == after.replace("\n", end)


def test_several_go_on_counting():
    marks = [Bookmark(f"https://{name}.example/", name) for name in "xyz"]
    issue = parse_issue("## N\n\n1. a\n2. b\n\n## Empty\n")
    after = apply(issue.text, insert_bookmarks(issue, 0, marks))
    assert [line[:2] for line in after.splitlines() if line[:1].isdigit()] == [
        *("1.", "2.", "3.", "4.", "5.")
    ]
    after = apply(issue.text, insert_bookmarks(issue, 1, marks))
    assert after.endswith(
        "## Empty\n\n1. [x](https://x.example/)\n2. [y](https://y.example/)\n"
        "3. [z](https://z.example/)\n"
    )


def test_the_words_of_an_item_are_no_code():
    before = "## N\n\n*     code\n"
    assert inserted(before) == before + "* [A new page](https://new.example/page)\n"


def test_a_title_is_no_reference():
    text = "## N\n\nWords [ref].\n\n[ref]: https://ref.example\n"
    after = inserted(text, Bookmark("https://new.example/", "See [ref] here"))
    assert "[See \\[ref\\] here](https://new.example/)" in after


def test_one_that_cannot_be_written_holds_up_no_other():
    issue = parse_issue("## N\n\n* a\n\n## M\n\n* b\n")
    good = Bookmark("https://good.example/", "Good")
    bad = Bookmark("https://bad.example/", "Bad", note="see https://elsewhere.example/")
    made = insert_into_sections(issue, {0: [bad, good], 1: [good]})
    assert made.written == {0: [good], 1: [good]} and list(made.refused) == [bad]
    after = apply(issue.text, made.edits)
    assert after.count("good.example") == 2 and "bad.example" not in after
    with pytest.raises(EditRejected):
        insert_into_sections(issue, {0: [bad]})


def test_numbers_go_on_as_they_are_written():
    new = "[A new page](https://new.example/page)\n"
    assert inserted("## N\n\n1. a\n1. b\n") == f"## N\n\n1. a\n1. b\n1. {new}"
    assert inserted("## N\n\n1) a\n2) b\n") == f"## N\n\n1) a\n2) b\n3) {new}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "[T](https://n.example)\n"),
        ("Words", "Words\n\n[T](https://n.example)"),
        ("* [a](https://a.example)\n", "* [a](https://a.example)\n* [T](https://n.example)\n"),
        ("---\nt: x\n---\n", "---\nt: x\n---\n\n[T](https://n.example)\n"),
        ("---\nt: x\n---", "---\nt: x\n---\n\n[T](https://n.example)\n"),
        ("---\r\nt: x\r\n---\r\n", "---\r\nt: x\r\n---\r\n\r\n[T](https://n.example)\r\n"),
        ("## A\n", "[T](https://n.example)\n\n## A\n"),
        ("\n## A\n", "[T](https://n.example)\n\n## A\n"),
        (
            "---\nt: x\n---\n\n## A\n\n* [a](https://a.example)\n",
            "---\nt: x\n---\n\n* [T](https://n.example)\n\n## A\n\n* [a](https://a.example)\n",
        ),
        ("Words\n\n## A\n", "Words\n\n[T](https://n.example)\n\n## A\n"),
    ],
)
def test_a_text_takes_links_before_its_first_heading(before, after):
    edits = insert_bookmarks(parse_issue(before), None, [Bookmark("https://n.example", "T")])
    assert apply(before, edits) == after


def test_lists_of_events_are_refused(shelf):
    text = "---\ntitle: x\n---\n\n## Veranstaltungen\n* Mittwoch, 11.02.2026, Ort: **T**\n"
    with pytest.raises(EditRejected):
        inserted(text, profile=shelf.named("newsletter"))


def test_a_bookmark_without_a_title_is_its_address():
    text = "## News\n\nWords.\n"
    after = inserted(text, Bookmark("https://new.example/page"))
    assert after == "## News\n\nWords.\n\n<https://new.example/page>\n"


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=40),
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=40),
)
def test_any_title_is_words_and_nothing_else(title, note):
    text = "## News\n\n* [a](https://a.example)\n\n## More\n\nWords.\n"
    bookmark = Bookmark("https://new.example/a_(b)?c=1&d=*2*", title.strip(), note=note)
    try:
        after = inserted(text, bookmark)
    except EditRejected:
        return
    assert after.startswith("## News\n\n* [a](https://a.example)\n")
    assert after.endswith("\n\n## More\n\nWords.\n")


@pytest.mark.slow
@needs_corpus
def test_real_issues_take_a_link_in_each_section(shelf):
    taken = refused = 0
    for path in REAL_ISSUES[-4:]:
        text = text_of(path)
        issue = shelf.parse(text, path)
        for number in range(len(issue.sections)):
            try:
                edits = insert_bookmarks(issue, number, [NOTED])
            except EditRejected:
                refused += 1
                continue
            taken += 1
            after = apply(text, edits)
            [edit] = edits
            assert after[: edit.start] + after[edit.start + len(edit.new) :] == text
    assert taken > 100
    assert refused <= 12, "the lists of events alone"
