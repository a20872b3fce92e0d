"""Posts as bookmarks."""

from editor.core.inbox.posts import Link, Post, find_links, name_link, read_moment, read_post
from hypothesis import given
from hypothesis import strategies as st

POST = "https://chaos.example/@bo/1"


def test_each_page_comes_once_with_the_title_that_some_link_has():
    links = (
        Link("https://a.example/1?utm_source=x"),
        Link("http://www.a.example/1", "Ein Bericht"),
        Link("https://b.example"),
    )
    first, second = read_post(Post(POST, "Lest!", links, "Bo", tags=("offen",)), "@ada@chaos")
    assert (first.address, first.title, first.text) == (
        "https://a.example/1",
        "Ein Bericht",
        "Lest!",
    )
    assert (second.host, second.source, second.tags) == ("b.example", "@ada@chaos", ("offen",))


def test_a_post_without_links_is_kept_itself_with_its_author_and_first_words():
    (made,) = read_post(Post(POST, "Wort " * 40, author="Bo"), "x")
    assert made.address == POST
    assert made.title.startswith("Bo: Wort Wort")
    assert made.title.endswith("Wort…")
    assert len(made.title) < 100


def test_a_post_with_an_odd_address_gives_nothing():
    assert read_post(Post("at://did:plc:x/app", "Ja"), "x") == []


def test_people_and_topics_are_no_pages():
    content = (
        '<a class="u-url mention" href="https://chaos.example/@c">@c</a>'
        '<a class="mention hashtag" rel="tag" href="https://chaos.example/tags/x">#x</a>'
        f'<a href="{POST}">hier</a><a href="/rel">Seite</a><a href="https://[">?</a>'
    )
    links = [link for link in find_links(content, POST) if link.address]
    assert links == [Link("https://chaos.example/rel", "Seite")]


def test_words_that_are_an_address_say_nothing():
    assert name_link("example.org/ein-langer-we…") == ""
    assert name_link("https://example.org") == ""
    assert name_link(" Unser Bericht 2.0 ") == "Unser Bericht 2.0"


def test_moments_without_a_zone_are_none():
    assert read_moment("2026-11-02T11:00:00+01:00").isoformat() == "2026-11-02T10:00:00+00:00"
    assert read_moment("2026-11-02T11:00:00") is None
    assert read_moment("0001-01-01T00:00:00+14:00") is None


@given(st.text(), st.text(), st.lists(st.tuples(st.text(), st.text())), st.text())
def test_any_post_can_be_read(address, words, links, author):
    post = Post(address, words, tuple(Link(*each) for each in links), author)
    for bookmark in read_post(post, "x"):
        assert bookmark.address.lower().startswith("http")
        assert "\n" not in bookmark.title
