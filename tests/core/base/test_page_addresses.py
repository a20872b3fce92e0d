"""Which page an address leads to."""

import pytest
from editor.core.base.page_addresses import page_key, unwrap_address
from hypothesis import given
from hypothesis import strategies as st

ARTICLE = "https://www.a.example/politik/neues-gesetz"


@pytest.mark.parametrize(
    "address",
    [
        "http://a.example/politik/neues-gesetz",
        "https://a.example/politik/neues-gesetz/",
        "https://A.EXAMPLE:443/politik/neues-gesetz#absatz-3",
        "https://m.a.example/politik/neues-gesetz?utm_source=x&utm_medium=y",
        "https://amp.a.example/politik/neues-gesetz",
        "https://a.example/politik/neues-gesetz/amp/",
        "https://a.example/politik/neues-gesetz.amp.html",
        "https://a.example/politik/neues-gesetz/index.html",
        "https://a.example/politik/neues-gesetz?amp=1",
        "https://a.example/politik/neues-gesetz?fbclid=abc#:~:text=Gesetz",
        "https://a.example/politik/neues%2Dgesetz",
        "https://www.google.com/amp/s/www.a.example/politik/neues-gesetz",
        "https://www-a-example.cdn.ampproject.org/c/s/www.a.example/politik/neues-gesetz",
        "https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fpolitik%2Fneues-gesetz&sa=D",
        "https://eur01.safelinks.protection.outlook.com/?url=http%3A%2F%2Fa.example%2Fpolitik"
        "%2Fneues-gesetz&data=05",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fpolitik%2Fneues-gesetz&h=x",
        "https://out.reddit.com/?url=https%3A%2F%2Fa.example%2Fpolitik%2Fneues-gesetz",
        "https://href.li/?https://a.example/politik/neues-gesetz",
        "https://a.example/politik/neues-gesetz;jsessionid=ABC",
        "  https://a.example/politik/neues-gesetz  ",
    ],
)
def test_the_same_page(address):
    assert page_key(address) == page_key(ARTICLE)


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/politik",
        "https://a.example/politik/neues-gesetz-2",
        "https://a.example/politik/Neues-Gesetz",
        "https://b.a.example/politik/neues-gesetz",
        "https://a.example:8080/politik/neues-gesetz",
        "https://a.example/politik/neues-gesetz?id=3",
        "https://a.example/politik/neues-gesetz#/kapitel/2",
        "https://a.example/politik/neues-gesetz#map=12/50.1/8.2",
        "https://a.example/politik%2Fneues-gesetz",
    ],
)
def test_another_page(address):
    assert page_key(address) != page_key(ARTICLE)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://a.example/?q=%E4", "https://a.example/?q=%FC"),
        ("https://youtube.com/embed/videoseries?list=A", "https://youtube.com/embed/videoseries?list=B"),
        ("https://youtube.com/watch?list=A", "https://youtube.com/watch?list=B"),
        ("https://github.com/sourcegraph/amp", "https://github.com/sourcegraph"),
        ("https://en.wikipedia.org/wiki/AMP", "https://en.wikipedia.org/wiki"),
        ("https://a.example/#!y", "https://a.example/#!z"),
        ("https://a.example/list?pk_id=1", "https://a.example/list?pk_id=2"),
    ],
)  # fmt: skip
def test_different_pages(first, second):
    assert page_key(first) != page_key(second)


def test_the_only_part_of_a_path_is_no_sign_of_amp():
    assert page_key("https://a.example/amp") != page_key("https://a.example/")
    assert page_key("https://a.example/index.html") == page_key("https://a.example/")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://a.example/?b=2&a=1", "https://a.example?a=1&b=2"),
        ("https://a.example/x?a=1&amp;b=2", "https://a.example/x?b=2&a=1"),
        ("https://youtu.be/abcdefgh123?si=z&t=40", "https://www.youtube.com/watch?v=abcdefgh123"),
        (
            "https://www.youtube.com/embed/abcdefgh123",
            "https://youtube.com/watch?v=abcdefgh123&t=1",
        ),
        ("https://übersicht.example/ä", "https://xn--bersicht-55a.example/%C3%A4"),
        ("https://x.com/a/status/1?s=20", "https://x.com/a/status/1"),
    ],
)
def test_two_ways_to_write_a_page(first, second):
    assert page_key(first) == page_key(second)


@pytest.mark.parametrize(
    "text", ["", "mailto:a@b.example", "/blog/", "kein Link", "http://", "http://[x"]
)
def test_what_is_no_page_is_itself(text):
    assert page_key(text) == text


def test_a_wrapper_that_leads_to_itself_ends():
    address = "https://www.google.com/url?q=https://www.google.com/url"
    assert unwrap_address(address) == "https://www.google.com/url"


@given(st.one_of(st.text(max_size=60), st.from_regex(r"https?://[^\s]{0,80}", fullmatch=True)))
def test_any_text_has_a_key_and_keys_stay(text):
    key = page_key(text)
    if key != text.strip():
        assert page_key(f"https://{key}") == key
