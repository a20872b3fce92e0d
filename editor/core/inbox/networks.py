"""Social networks whose posts are collected: accounts, and what of theirs is a source."""

import re
from enum import StrEnum

from msgspec import Struct

from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate


class Network(StrEnum):
    """Whose API a server speaks; GoToSocial, Akkoma and others speak Mastodon's."""

    MASTODON = "mastodon"
    BLUESKY = "bluesky"


class PostList(StrEnum):
    """What an account keeps: Mastodon calls what is liked a favorite."""

    BOOKMARKS = "bookmarks"
    LIKES = "likes"


_ACCOUNT = re.compile(r"(mastodon|bluesky):([^@/\s]+)@([^@/\s]+)")
_SERVER = re.compile(r"(?:[\w-]+(?:\.[\w-]+)+|localhost(?=:))(?::\d+)?")


class NetworkAccount(Struct, frozen=True):
    """An account at a server of a network."""

    network: Network
    name: str
    """As its network writes it, without the server: "ada", "ada.bsky.social"."""
    server: str
    """The name of the server, with its port where that is not the usual one."""

    def __str__(self) -> str:
        """Write it as an address, ``mastodon:ada@chaos.social``."""
        return f"{self.network}:{self.name}@{self.server}"

    @property
    def handle(self) -> str:
        """The name as people of the network write it."""
        return f"@{self.name}@{self.server}" if self.network is Network.MASTODON else self.name


class PostSource(Struct, frozen=True):
    """The bookmarks or the likes of an account."""

    account: NetworkAccount
    list: PostList

    def __str__(self) -> str:
        """Write it as an address, ``mastodon:ada@chaos.social/bookmarks``."""
        return f"{self.account}/{self.list}"


def read_account(text: str) -> NetworkAccount | None:
    """Read an account from its address.

    >>> read_account("mastodon:ada@chaos.social").handle
    '@ada@chaos.social'

    Args:
        text: The address.

    Returns:
        The account; None where the text is none.
    """
    match = _ACCOUNT.fullmatch(text)
    return NetworkAccount(Network(match[1]), match[2], match[3]) if match else None


def read_post_source(text: str) -> PostSource | None:
    """Read a source from its address.

    Args:
        text: The address, such as ``bluesky:ada.bsky.social@bsky.social/likes``.

    Returns:
        The source; None where the text is none, such as the address of a feed.
    """
    name, _, kept = text.rpartition("/")
    account = read_account(name)
    return PostSource(account, PostList(kept)) if account and kept in tuple(PostList) else None


def read_server(text: str) -> str:
    """Read the name of a server from what people type: its name, an address, or a whole handle.

    >>> read_server("@ada@chaos.social"), read_server("https://chaos.social/@ada")
    ('chaos.social', 'chaos.social')

    Args:
        text: What was typed.

    Returns:
        The name in small letters.

    Raises:
        InputRejected: If it names no server.
    """
    typed = text.strip()
    name = re.split(r"[/?#]", typed.lower().removeprefix("https://").removeprefix("http://"))[0]
    server = name.rpartition("@")[2].removesuffix(":443").rstrip(".")
    if not _SERVER.fullmatch(server):
        message = translate("core", "“{text}” is no server. It has a name such as chaos.social.")
        raise InputRejected(message.fill(text=typed))
    return server
