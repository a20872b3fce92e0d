"""What Mastodon answers, as far as it is read (docs.joinmastodon.org/entities)."""

import msgspec

NOTHING = msgspec.Raw(b"null")


class App(msgspec.Struct, frozen=True):
    """The program as a server knows it."""

    client_id: str
    client_secret: str


class Token(msgspec.Struct, frozen=True):
    """What proves the account."""

    access_token: str


class Account(msgspec.Struct, frozen=True):
    """Somebody with an account."""

    username: str | None = None
    acct: str | None = None
    display_name: str | None = None

    @property
    def name(self) -> str:
        """The name on its server."""
        return self.username or self.acct or ""


class Tag(msgspec.Struct, frozen=True):
    """A hashtag."""

    name: str


class Card(msgspec.Struct, frozen=True):
    """The preview of a page that a post links to."""

    url: str | None = None
    title: str | None = None


class Quote(msgspec.Struct, frozen=True):
    """Another post that is shown in one; some servers only name it."""

    quoted_status: msgspec.Raw = NOTHING


class Status(msgspec.Struct, frozen=True):
    """A post; its parts are read one by one, since servers write them in many ways."""

    id: str | int
    uri: str | None = None
    url: str | None = None
    created_at: str | None = None
    content: str | None = None
    spoiler_text: str | None = None
    account: msgspec.Raw = NOTHING
    tags: msgspec.Raw = NOTHING
    card: msgspec.Raw = NOTHING
    quote: msgspec.Raw = NOTHING


class Named(msgspec.Struct, frozen=True):
    """What is left of a post that is written in no known way."""

    id: str | int
    uri: str = ""
    url: str = ""
