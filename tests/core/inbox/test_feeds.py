"""Feeds: blogs give pages, networks give the pages that posts name."""

from datetime import UTC, datetime

import pytest
from editor.core.base.errors import InputRejected
from editor.core.inbox.feeds import find_feed, read_feed
from hypothesis import given
from hypothesis import strategies as st

BLOG = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>A blog</title><link>https://blog.example/</link>
<item><title>Eins &amp;amp; zwei</title><link>https://blog.example/1?utm_source=rss</link>
<pubDate>Sun, 01 Mar 2026 12:00:00 GMT</pubDate><category>open data</category>
<description>&lt;p&gt;Der &lt;b&gt;Text&lt;/b&gt;&lt;/p&gt;</description></item>
<item><title>No link</title></item>
<item><title>Bad</title><link>javascript:alert(1)</link></item>
</channel></rss>
"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Atom</title>
<entry><title>Eins</title><link href="https://blog.example/1"/><updated>2026-03-01T12:00:00Z</updated>
<content type="html">&lt;p&gt;Der Text&lt;/p&gt;</content></entry></feed>
"""
HASHTAG = b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>#opendata</title>
<item><guid>https://social.example/@a/1</guid><link>https://social.example/@a/1</link>
<pubDate>Sun, 01 Mar 2026 12:00:00 +0000</pubDate>
<description><![CDATA[<p>Seht her:
<a href="https://news.example/story?utm_source=m" rel="nofollow">
<span class="invisible">https://</span>news.example/story</a>
<a href="https://social.example/tags/opendata" class="mention hashtag" rel="tag">#opendata</a>
<a href="https://social.example/@b" class="u-url mention">@b</a></p>]]></description>
<category>opendata</category></item>
<item><link>https://social.example/@a/2</link>
<description><![CDATA[<p>Nur Worte</p>]]></description></item>
</channel></rss>
"""


def test_a_blog_gives_its_pages():
    [page] = read_feed(BLOG, "https://blog.example/feed")
    assert (page.address, page.title) == ("https://blog.example/1", "Eins & zwei")
    assert (page.source, page.tags, page.text) == ("A blog", ("open data",), "Der Text")
    assert page.found == datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_atom_is_read():
    [page] = read_feed(ATOM, "https://blog.example/feed")
    assert (page.address, page.title, page.text) == ("https://blog.example/1", "Eins", "Der Text")


def test_a_network_gives_the_pages_that_posts_name():
    story, post = read_feed(HASHTAG, "https://social.example/tags/opendata.rss")
    assert (story.address, story.title) == ("https://news.example/story", "")
    assert story.text.startswith("Seht her:")
    assert story.tags == ("opendata",)
    assert (post.address, post.text) == ("https://social.example/@a/2", "Nur Worte")


@pytest.mark.parametrize("data", [b"", b"Guten Tag", b"<html><body>x</body></html>", b"{}"])
def test_what_is_no_feed_is_refused(data):
    with pytest.raises(InputRejected):
        read_feed(data, "https://a.example")


def test_an_answer_is_never_the_name_of_a_file(tmp_path):
    file = tmp_path / "feed.xml"
    file.write_bytes(BLOG)
    with pytest.raises(InputRejected):
        read_feed(str(file).encode(), "https://a.example")


def test_a_page_names_its_feed():
    page = b'<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head>'
    assert find_feed(page, "https://a.example/blog/") == "https://a.example/feed.xml"
    assert find_feed(b"<p>nothing", "https://a.example") == ""


@given(
    st.builds(
        lambda whole, at, more: whole[:at] + more + whole[at + len(more) :],
        st.sampled_from([BLOG, ATOM, HASHTAG]),
        st.integers(0, 900),
        st.binary(max_size=30),
    )
)
def test_whatever_the_feed_there_is_an_answer(data):
    try:
        found = read_feed(data, "https://a.example")
    except InputRejected:
        return
    assert all(each.address.lower().startswith("http") for each in found)


def test_words_about_a_picture_do_not_take_the_place_of_the_post():
    data = b"""<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>
    <title>Ada</title><link>https://social.example/@ada</link><item>
    <link>https://social.example/@ada/1</link>
    <description>&lt;p&gt;Lest &lt;a href="https://page.example/1"&gt;das&lt;/a&gt;&lt;/p&gt;</description>
    <media:content url="https://social.example/1.jpg" medium="image">
    <media:description type="plain">A cat on a sofa</media:description></media:content>
    </item></channel></rss>"""
    [found] = read_feed(data, "https://social.example/@ada.rss")
    assert found.address == "https://page.example/1"
    assert found.text == "Lest das"


def test_an_encoding_without_a_name_is_no_end():
    data = b'<?xml version="1.0" encoding="\x00tf-8"?><rss version="2.0"><channel/></rss>'
    with pytest.raises(InputRejected):
        read_feed(data, "https://a.example")
