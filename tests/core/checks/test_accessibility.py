"""Checks of what keeps a page from being read by everybody."""

import pytest

ENGLISH = (
    "This is a paragraph with words that are from another language, and we have the feeling "
    "that nobody hears it."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Mehr dazu [hier](https://a.example/x).", "link-words"),
        ("[Hier klicken](https://a.example/x)", "link-words"),
        ("Siehe [https://a.example/x](https://a.example/x)", "link-words"),
        ("Ein [](https://a.example/x) Link", "link-wordless"),
        ("## \n\nText", "heading-empty"),
        ("![IMG_1234](/blog/a.jpg)", "alt-name"),
        ("![tor.jpg](/blog/tor.jpg)", "alt-name"),
        ("![tor](/blog/tor.jpg)", "alt-name"),
        ("|  |  |\n|---|---|\n| a | b |", "table-head"),
        ("JETZT ALLE MAL HERHOEREN BITTE", "capitals"),
        ("Los 🎉🎉🎉", "emoji-chain"),
        (ENGLISH, "language"),
    ],
)
def test_what_not_everybody_can_read_is_found(codes_of, text, code):
    assert code in codes_of(text + "\n")


@pytest.mark.parametrize(
    "text",
    [
        "Der [Bericht](https://a.example/x) und [hier in Ulm](https://a.example/y)",
        "Die Adresse ist https://a.example/x",
        "![Ein Tor in Leipzig](/blog/tor.jpg)",
        "**Wichtig!**\n\nText",
        "Das ist **fett** im Satz\n\nText",
        "| Name |  |\n|---|---|\n| a | b |",
        "Die NATO und die EU, das BMDV, der ITZ-Bund",
        "Los 🎉 und weiter 🚀",
        f'<span lang="en">{ENGLISH}</span>',
        "```\n[hier](https://a.example)\n**x**\n```",
    ],
)
def test_what_is_readable_passes(codes_of, text):
    assert not set(codes_of(text + "\n")) & {
        "link-words",
        "alt-name",
        "bold-heading",
        "table-head",
        "capitals",
        "emoji-chain",
        "language",
    }


def test_a_bold_paragraph_becomes_a_heading(diagnose):
    issue, found = diagnose("## A\n\n**Neu im Netz**\n\nText\n")
    [problem] = [each for each in found if each.code == "bold-heading"]
    [edit] = problem.fix()
    assert edit.new == "### Neu im Netz"
    assert issue.text[edit.start : edit.end] == "**Neu im Netz**"


def test_a_paragraph_names_its_language(diagnose):
    _, found = diagnose(ENGLISH + "\n")
    [problem] = [each for each in found if each.code == "language"]
    [edit] = problem.fix()
    assert edit.new == f'<span lang="en">{ENGLISH}</span>'


@pytest.mark.parametrize(
    "text",
    [
        "Was läuft im Kino, was im Theater, was bei uns am Kiez: alle Termine im Juni stehen "
        "unten, wie immer ohne Gewähr.",
        "Es spielen The Cure, The Band, The Beatles, The Kinks, The Who, The Clash, The Doors.",
        "Dabei sind ADFC, VCD, BUND, NABU, AWO",
        "**Eure Redaktion**\n\nText",
        "**12. März 2026, 19 Uhr**\n\nText",
        "**Beginn: 19 Uhr**\n\nText",
        "![Laura](/blog/Laura.jpg)",
        "[www.codefor.de](https://www.codefor.de)",
        "Bewertung: ★★★★☆",
    ],
)
def test_ordinary_prose_passes(codes_of, text):
    found = set(codes_of(text + "\n"))
    assert not found & {"language", "capitals", "bold-heading", "alt-name", "link-words"}
    assert "emoji-chain" not in found
