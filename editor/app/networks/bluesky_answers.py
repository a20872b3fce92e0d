"""What Bluesky answers, as far as it is read (the lexicons of atproto.com)."""

import msgspec

NOTHING = msgspec.Raw(b"null")


class Session(msgspec.Struct, frozen=True, rename="camel"):
    """A session, with the tokens that ask and end it."""

    access_jwt: str
    refresh_jwt: str
    handle: str
    did: str


class Person(msgspec.Struct, frozen=True, rename="camel"):
    """Somebody with an account."""

    did: str
    handle: str
    display_name: str | None = None


class Slice(msgspec.Struct, frozen=True, rename="camel"):
    """A part of a text, in bytes of UTF-8."""

    byte_start: int
    byte_end: int


class Feature(msgspec.Struct, frozen=True, rename={"kind": "$type"}):
    """What a part of a text is: a link, a tag, a mention."""

    kind: str = ""
    uri: str = ""
    tag: str = ""


class Facet(msgspec.Struct, frozen=True):
    """A part of a text that is more than text."""

    index: Slice
    features: tuple[msgspec.Raw, ...] = ()


class Record(msgspec.Struct, frozen=True, rename="camel"):
    """A post as its author's program has written it; its parts are read one by one."""

    text: str = ""
    created_at: str | None = None
    facets: tuple[msgspec.Raw, ...] | None = None
    tags: tuple[msgspec.Raw, ...] | None = None


class External(msgspec.Struct, frozen=True):
    """The preview of a page."""

    uri: str
    title: str | None = None


class Quoted(msgspec.Struct, frozen=True):
    """Another post that is shown in one; deleted and blocked ones have no value."""

    value: Record | None = None
    embeds: tuple[msgspec.Raw, ...] | None = None
    record: "Quoted | None" = None
    """The post, one level deeper, where it stands beside pictures."""


class Embed(msgspec.Struct, frozen=True):
    """What is shown below a post: a page, pictures, another post, or two of these."""

    external: External | None = None
    record: Quoted | None = None
    media: "Embed | None" = None


class View(msgspec.Struct, frozen=True):
    """A post as it is shown."""

    uri: str
    author: Person
    record: Record
    embed: msgspec.Raw = NOTHING


class Kind(msgspec.Struct, frozen=True, rename={"kind": "$type"}):
    """Which of several an answer is."""

    kind: str = ""


class Subject(msgspec.Struct, frozen=True):
    """What identifies a post."""

    uri: str


class Bookmark(msgspec.Struct, frozen=True, rename="camel"):
    """A post that is kept."""

    subject: Subject
    item: msgspec.Raw
    created_at: str = ""


class Bookmarks(msgspec.Struct, frozen=True):
    """A page of what is kept."""

    bookmarks: tuple[Bookmark, ...]
    cursor: str = ""


class Liked(msgspec.Struct, frozen=True):
    """A post in a list."""

    post: msgspec.Raw


class Likes(msgspec.Struct, frozen=True):
    """A page of what is liked."""

    feed: tuple[Liked, ...]
    cursor: str = ""
