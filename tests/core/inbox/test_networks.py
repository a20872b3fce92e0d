"""Accounts and lists of social networks as addresses, servers as people type them."""

import pytest
from editor.core.base.errors import InputRejected
from editor.core.inbox.networks import (
    Network,
    NetworkAccount,
    PostList,
    PostSource,
    read_post_source,
    read_server,
)
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize("network", Network)
@pytest.mark.parametrize("kept", PostList)
def test_a_source_is_read_from_its_address(network, kept):
    source = PostSource(NetworkAccount(network, "ada.example", "chaos.example:8443"), kept)
    assert read_post_source(str(source)) == source


@pytest.mark.parametrize(
    "address",
    ["https://blog.example/feed.xml", "mastodon:ada@chaos.example", "mastodon:ada/likes", ""],
)
def test_other_addresses_are_none(address):
    assert read_post_source(address) is None


@pytest.mark.parametrize(
    "typed",
    [
        "chaos.social",
        " Chaos.Social ",
        "https://chaos.social",
        "https://chaos.social/@ada/109",
        "@ada@chaos.social",
        "ada@chaos.social",
        "https://chaos.social/home?x=1",
        "https://chaos.social?x",
        "chaos.social#x",
        "chaos.social.",
        "chaos.social:443",
    ],
)
def test_a_server_is_found_in_what_people_type(typed):
    assert read_server(typed) == "chaos.social"


@pytest.mark.parametrize("typed", ["", "ada", "@ada", "chaos", "ftp://chaos.social", "a b.example"])
def test_what_names_no_server_is_refused(typed):
    with pytest.raises(InputRejected, match="is no server"):
        read_server(typed)


@given(st.text(max_size=40))
def test_any_text_names_a_server_or_is_refused(text):
    try:
        server = read_server(text)
    except InputRejected:
        return
    assert server == read_server(f"https://{server}/")
    assert not set(server) & set("/@?# ")
