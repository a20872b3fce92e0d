"""The draft of a mail, read by the parser of mail programs."""

import email
from email import policy

import pytest
from editor.core.issue.issue import parse_issue
from editor.core.profiles.profile import GENERIC
from editor.core.publishing.mail import write_mail
from editor.core.publishing.mail_draft import find_lost_parts, write_draft
from hypothesis import given
from hypothesis import strategies as st

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60)


def read(data):
    return email.message_from_bytes(data, policy=policy.default)


def test_a_draft_has_both_parts_and_no_addresses():
    mail = read(write_draft("Grüße – Ausgabe", "<p>Über <b>uns</b></p>", "Über uns\n"))
    assert mail["Subject"] == "Grüße – Ausgabe"
    assert (mail["From"], mail["To"], mail["X-Unsent"]) == (None, None, "1")
    assert mail.get_content_type() == "multipart/alternative"
    text, page = mail.iter_parts()
    assert text.get_content() == "Über uns\r\n"
    assert page.get_content().strip() == "<p>Über <b>uns</b></p>"


def test_a_draft_says_its_language():
    assert read(write_draft("a", "<p>b</p>", "c", "de"))["Content-Language"] == "de"
    assert read(write_draft("a", "<p>b</p>", "c"))["Content-Language"] is None


def test_the_same_mail_has_the_same_bytes():
    assert write_draft("a", "<p>b</p>", "c") == write_draft("a", "<p>b</p>", "c")


@given(WORDS, WORDS, WORDS)
def test_whatever_is_in_it_arrives(subject, page, text):
    mail = read(write_draft(subject, page, text))
    parts = list(mail.iter_parts())
    assert mail["Subject"] == " ".join(subject.split())
    assert [part.get_content().rstrip("\r\n") for part in parts] == [text, page]


def test_a_line_end_in_the_subject_is_no_header():
    mail = read(write_draft("a\r\nBcc: b@example.org", "<p>b</p>", "c"))
    assert mail["Bcc"] is None
    assert mail["Subject"] == "a Bcc: b@example.org"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>a</p><img src='https://x.example/a.jpg'>", []),
        ("<video src='a'></video>", ["Films"]),
        ("<details><summary>a</summary></details>", ["unfolded"]),
        ("<img src='https://x.example/a.svg'><img src='b.webp'>", ["SVG", "WebP"]),
    ],
)
def test_what_mail_programs_do_not_show_is_said(page, words):
    found = [message.template for message in find_lost_parts(page)]
    assert len(found) == len(words)
    assert all(word in sentence for word, sentence in zip(words, found, strict=True))


def test_the_first_words_that_are_seen_are_those_of_the_summary():
    text = "---\ntitle: T\nexcerpt: Kurz & gut\n---\n# Anfang\n"
    page = write_mail(parse_issue(text, GENERIC), "")
    assert page.index("Kurz &amp; gut") < page.index("Anfang")
    assert "display: none" in page or "display:none" in page
    assert "Kurz" not in write_mail(parse_issue("---\ntitle: T\n---\n# A\n", GENERIC), "")


@pytest.mark.parametrize(
    "subject",
    [
        "Straße für Straße – Out in the Open Februar 2026, und noch ein langer Nachsatz dazu",
        "Frühjahrsputz – Grüße aus der öffentlichen Verwaltung e. V. (öffentliche Sitzung)",
        "a" * 200,
        "Was heißt =?utf-8?q?hi?= eigentlich",
        "👩‍👩‍👧‍👦" * 12,
    ],
)
def test_a_subject_keeps_its_blanks_however_long(subject):
    mail = read(write_draft(subject, "<p>b</p>", "c"))
    assert mail["Subject"] == subject
    data = write_draft(subject, "<p>b</p>", "c")
    assert all(len(line) <= 78 for line in data.split(b"\r\n\r\n")[0].split(b"\r\n"))


def test_a_ticked_list_is_no_form():
    assert find_lost_parts("<ul><li><input type=checkbox checked> a</li></ul>") == []
