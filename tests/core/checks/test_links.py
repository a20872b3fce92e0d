"""Checks of links: addresses nobody can open, and Markdown that makes no link."""

import pytest


@pytest.mark.parametrize(
    ("text", "code", "fixed"),
    [
        ("[a](https://https://a.example)", "target", "[a](https://a.example)"),
        ("[a](ttps://a.example/x)", "target", "[a](https://a.example/x)"),
        ("[a](okfn.de)", "target", "[a](https://okfn.de)"),
        ("[a]((https://a.example))", "target", "[a](https://a.example)"),
        ("[a](Unfug)", "target", "[a](Unfug)"),
        ("[a]()", "target", "[a]()"),
        ("[a](http:/a.example)", "target", "[a](http://a.example)"),
        ("[https://a.example](Wort)", "swapped", "[Wort](https://a.example)"),
        ("[a] (https://a.example)", "unrendered", "[a](https://a.example)"),
        ("[a](https://a.example", "unrendered", "[a](https://a.example)"),
        ("[a](http://a.example)", "http", "[a](https://a.example)"),
        ("[a](https://bit.ly/x)", "shortener", "[a](https://bit.ly/x)"),
    ],
)
def test_links_are_found_and_mended(codes_of, fix_all, head, text, code, fixed):
    assert code in codes_of(text + "\n")
    assert fix_all(text + "\n") == head + fixed + "\n"


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ('[a](okfn.de "Titel")', '[a](https://okfn.de "Titel")'),
        ("[www.a.de](okfn)", "[okfn](https://www.a.de)"),
    ],
)
def test_a_fix_keeps_what_stands_around(fix_all, head, text, fixed):
    assert fix_all(text + "\n") == head + fixed + "\n"


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://a.example  )",
        "[b](/seite/) [c](#x) [f](../x.md)",
        "[d](mailto:a@b.example)",
        '[e]({{< ref "x.md" >}})',
        "[g](https://de.wikipedia.org/wiki/A_(B))",
        "`[a] (https://a.example)` und `**x **`",
        "~~~\n[x] (https://a.example)\n~~~",
        "> ```\n> [foo](Unfug)\n> ```",
        "`` `[b](Unfug)` ``",
        "<pre>\n[b](Unfug)\n</pre>",
        '[a](https://a.example/x\n"Titel")',
        "[a](https://a.example 'T') [b](https://a.example (T)) [c](<https://a.example/b c>)",
        "- [x] (https://a.example) fertig",
        "Text[^1] (https://a.example), [2] (https://b.example) und [text][1] (https://c.example)"
        "\n\n[^1]: x\n[1]: /x",
        "[x](kontakt) [y](ueber-uns#team) [2](3) [z](README.info) https://[2001:db8::1]/x",
        "\\[x\\] (https://a.example)",
        "https://x.example/a_(b)#c",
        "ein [Bericht](https://x.example/a\n) geht weiter",
        "[a](https://x.example/?e=[UNIQID]&x=1) und https://x.example/?e=[UNIQID]&x=1 so",
    ],
)
def test_what_is_right_passes(codes_of, text):
    assert codes_of(text + "\n") == []


@pytest.mark.parametrize(
    ("address", "codes"),
    [("https://a.example/b", ["repeated"]), ("https://a.example/c", [])],
)
def test_links_of_earlier_issues(codes_of, address, codes):
    earlier = {"https://a.example/b": "2025-12.md"}
    assert codes_of(f"[neu]({address})\n", earlier_links=earlier) == codes
