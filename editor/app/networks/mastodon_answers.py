"""What Mastodon answers, as far as it is read (docs.joinmastodon.org/entities)."""

import msgspec


class App(msgspec.Struct, frozen=True):
    """The program as a server knows it."""

    client_id: str
    client_secret: str


class Token(msgspec.Struct, frozen=True):
    """What proves the account."""

    access_token: str


class Account(msgspec.Struct, frozen=True):
    """Somebody with an account."""

    username: str = ""
    acct: str = ""
    display_name: str = ""


class Tag(msgspec.Struct, frozen=True):
    """A hashtag."""

    name: str


class Card(msgspec.Struct, frozen=True):
    """The preview of a page that a post links to."""

    url: str = ""
    title: str = ""


class Quote(msgspec.Struct, frozen=True):
    """Another post that is shown in one; some servers only name it."""

    quoted_status: "Status | None" = None


class Status(msgspec.Struct, frozen=True):
    """A post."""

    id: str
    uri: str
    url: str | None = None
    created_at: str = ""
    content: str = ""
    spoiler_text: str = ""
    account: Account = Account()
    tags: tuple[Tag, ...] = ()
    card: Card | None = None
    quote: Quote | None = None


class Named(msgspec.Struct, frozen=True):
    """What identifies a post."""

    id: str
