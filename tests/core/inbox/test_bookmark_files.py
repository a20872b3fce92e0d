"""Bookmarks as other programs write them."""

import json
from datetime import UTC, datetime

import pytest
from editor.core.base.errors import InputRejected
from editor.core.inbox.bookmark_files import read_bookmarks
from hypothesis import given
from hypothesis import strategies as st

MOMENT = datetime(2026, 3, 1, 12, tzinfo=UTC)
SECONDS = int(MOMENT.timestamp())

NETSCAPE = f"""<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1">Newsletter</H3>
    <DL><p>
        <DT><A HREF="https://a.example/1" ADD_DATE="{SECONDS}" TAGS="open data,wörter">Eins &amp; zwei</A>
        <DD>Eine Notiz
        <DT><A HREF="https://a.example/2" ADD_DATE="{SECONDS}">Zwei</A>
        <DT><A HREF="place:sort=8">Zuletzt</A>
        <DT><A HREF="javascript:alert(1)">Knopf</A>
    </DL><p>
</DL>
"""  # noqa: E501 - as it is written
POCKET_HTML = f"""<!DOCTYPE html><html><head><title>Pocket Export</title></head><body>
<h1>Unread</h1><ul>
<li><a href="https://a.example/1" time_added="{SECONDS}" tags="open data,wörter">Eins &amp; zwei</a>
</li></ul></body></html>"""
POCKET_CSV = f"""title,url,time_added,tags,status
Eins & zwei,https://a.example/1,{SECONDS},open data|wörter,unread
"""
RAINDROP = """id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite
1,Eins & zwei,Eine Notiz,"Der Text,
in Zeilen",https://a.example/1,Unsorted,"open data, wörter",2026-03-01T12:00:00.000Z,,,false
"""
INSTAPAPER = f"""URL,Title,Selection,Folder,Timestamp,Tags
https://a.example/1,Eins & zwei,Eine Notiz,Unread,{SECONDS},"open data,wörter"
"""
ZOTERO_CSV = """\ufeff"Key","Item Type","Title","Url","Abstract Note","Date Added","Manual Tags"
"X","webpage","Eins & zwei","https://a.example/1","Der Text","2026-03-01 12:00:00+00:00","open data; wörter"
"""  # noqa: E501 - as it is written
RIS = """TY  - ELEC
TI  - Eins & zwei
UR  - https://a.example/1
KW  - open data
KW  - wörter
N2  - Der Text
ER  - 

"""
WALLABAG = json.dumps(
    [{"is_archived": 0, "tags": ["open data", "wörter"], "title": "Eins & zwei",
      "url": "https://a.example/1", "created_at": "2026-03-01T12:00:00+0000", "content": "<p>x"}]
)  # fmt: skip
LINKDING = json.dumps(
    {"count": 1, "next": None, "results": [
        {"id": 1, "url": "https://a.example/1", "title": "Eins & zwei", "description": "Der Text",
         "notes": "Eine Notiz", "tag_names": ["open data", "wörter"],
         "date_added": "2026-03-01T12:00:00.000000Z"}]}
)  # fmt: skip
SHAARLI = json.dumps(
    [{"id": 1, "url": "https://a.example/1", "shorturl": "AbC", "title": "Eins & zwei",
      "description": "Der Text", "tags": ["open data", "wörter"],
      "created": "2026-03-01T12:00:00+00:00"}]
)  # fmt: skip
PINBOARD = json.dumps(
    [{"href": "https://a.example/1", "description": "Eins & zwei", "extended": "Eine Notiz",
      "time": "2026-03-01T12:00:00Z", "tags": "open data"}]
)  # fmt: skip
RAINDROP_JSON = json.dumps(
    {"items": [{"link": "https://a.example/1", "title": "Eins & zwei", "note": "Eine Notiz",
                "tags": ["open data", "wörter"], "created": "2026-03-01T12:00:00.000Z"}]}
)  # fmt: skip
FIREFOX = json.dumps(
    {"title": "", "children": [{"title": "menu", "children": [
        {"title": "Eins & zwei", "dateAdded": SECONDS * 1_000_000, "uri": "https://a.example/1",
         "type": "text/x-moz-place"}]}]}
)  # fmt: skip
CSL = json.dumps(
    [
        {
            "type": "webpage",
            "title": "Eins & zwei",
            "URL": "https://a.example/1",
            "abstract": "Der Text",
        }
    ]
)


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (NETSCAPE, ("tags", "found", "note")),
        (POCKET_HTML, ("tags", "found")),
        (POCKET_CSV, ("tags", "found")),
        (RAINDROP, ("tags", "found", "note", "text")),
        (INSTAPAPER, ("tags", "found", "note")),
        (ZOTERO_CSV, ("tags", "found", "text")),
        (RIS, ("tags", "text")),
        (WALLABAG, ("tags", "found")),
        (LINKDING, ("tags", "found", "note", "text")),
        (SHAARLI, ("tags", "found", "text")),
        (PINBOARD, ("found", "note")),
        (RAINDROP_JSON, ("tags", "found", "note")),
        (FIREFOX, ("found",)),
        (CSL, ("text",)),
    ],
    ids=(
        "browser pocket-html pocket raindrop instapaper zotero ris wallabag linkding shaarli"
        " pinboard raindrop-json firefox csl"
    ).split(),
)
def test_what_programs_export_is_read(written, says):
    first, *_ = read_bookmarks(written.encode(), "Export")
    assert (first.address, first.source) == ("https://a.example/1", "Export")
    if written is not PINBOARD:  # it calls the title a description
        assert first.title == "Eins & zwei"
    if "tags" in says:
        assert first.tags == ("open data", "wörter")
    if "found" in says:
        assert first.found == MOMENT
    if "note" in says:
        assert first.note == "Eine Notiz"
    if "text" in says:
        assert first.text.startswith("Der Text")


def test_only_pages_are_read_from_bookmarks_of_browsers():
    assert [each.address for each in read_bookmarks(NETSCAPE)] == [
        "https://a.example/1",
        "https://a.example/2",
    ]


@pytest.mark.parametrize(
    ("pasted", "found"),
    [
        ("https://a.example/1", [("https://a.example/1", "")]),
        ("Ein Titel – https://a.example/1", [("https://a.example/1", "Ein Titel")]),
        ("* [Titel](https://a.example/1)\n* https://a.example/2.",
         [("https://a.example/1", "Titel"), ("https://a.example/2", "")]),
        ("https://a.example/1 https://a.example/2",
         [("https://a.example/1", ""), ("https://a.example/2", "")]),
        ("https://a.example/1\nhttps://www.a.example/1/?utm_source=x",
         [("https://a.example/1", "")]),
        ("https://a.example/1\nhttps://mastodon.example/@a/2\n",
         [("https://a.example/1", ""), ("https://mastodon.example/@a/2", "")]),
    ],
)  # fmt: skip
def test_addresses_in_what_was_pasted(pasted, found):
    assert [(each.address, each.title) for each in read_bookmarks(pasted)] == found


@pytest.mark.parametrize(
    "content", [b"", b"Guten Tag", b"{}", b"[]", b"\x00\xff" * 40, b"a,b\n1,2"]
)
def test_a_file_without_addresses_is_refused(content):
    with pytest.raises(InputRejected):
        read_bookmarks(content)


HOSTILE = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=300),
    st.sampled_from(
        ["[" * 5000, '{"a":' * 5000, "<a href=https://a.example" * 500, "url,title\n" + '"' * 5000,
         "TY  - X\n" * 500, "<dl>" * 3000 + "<a href=https://a.example>x</a>"]
    ),
    st.builds(
        lambda whole, at, more: whole[:at] + more + whole[at:],
        st.sampled_from([NETSCAPE, RAINDROP, LINKDING, FIREFOX, RIS]),
        st.integers(0, 400),
        st.text(max_size=20),
    ),
)  # fmt: skip


@given(HOSTILE)
def test_whatever_the_file_there_is_an_answer(content):
    try:
        found = read_bookmarks(content)
    except InputRejected:
        return
    assert all(each.address.lower().startswith("http") for each in found)
    assert len({each.key for each in found}) == len(found)


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/?x=1&section=2&region=de&copy=3",
        "https://de.wikipedia.org/wiki/Python_(Programmiersprache)",
    ],
)
def test_addresses_stay_as_they_are(address):
    assert [each.address for each in read_bookmarks(address)] == [address]
    assert [each.address for each in read_bookmarks(f"url,title\n{address},x\n")] == [address]
    assert [each.address for each in read_bookmarks(f"„{address}“")] == [address]
    data = json.dumps([{"url": address, "title": "x \ud83d", "time": 1e999}])
    assert [each.address for each in read_bookmarks(data)] == [address]


def test_endless_numbers_and_tags_come_to_an_end():
    assert read_bookmarks(f'<a href="https://a.example/" add_date="{"9" * 400}">x</a>')
    assert read_bookmarks("https://a.example " + "<a " * 60_000)
