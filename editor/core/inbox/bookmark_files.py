"""Bookmarks that other programs have written, and addresses in any text.

Read are the bookmarks of browsers (the Netscape format, and Firefox's JSON), what Pocket, Wallabag,
Linkding, Raindrop, Shaarli, Pinboard and Instapaper export, and Zotero's CSV, CSL JSON and RIS:
not by the name of the program but by the names of the fields, which they share.
"""

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime

from editor.core.base.encoding import decode
from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate
from editor.core.calendar.date_fields import read_timestamp
from editor.core.inbox.bookmark import Bookmark, make_bookmark, merge

MAX_BYTES = 30_000_000
"""A library of ten thousand pages with the text of each."""
_MOST = 10_000
_MOST_NODES = 2_000_000
_ADDRESS_FIELDS = ("url", "uri", "href", "link", "address", "ur")
_TITLE_FIELDS = ("title", "name", "ti", "t1")
_NOTE_FIELDS = ("note", "notes", "extended", "selection", "shortdesc")
_TEXT_FIELDS = ("description", "excerpt", "abstract note", "abstract", "n2", "ab")
_TAG_FIELDS = ("tags", "tag_names", "labels", "manual tags", "kw", "folder")
_TIME_FIELDS = (
    "time_added", "add_date", "date_added", "dateadded", "date added", "created_at", "created",
    "timestamp", "time", "published_at", "da",
)  # fmt: skip
_BETWEEN_TAGS = re.compile(r"\s*[,;|]\s*")
_ADDRESS = re.compile(
    r"""
    https?:// (?=[\w\[])
    (?: [^\s<>"“”„«»|()\[\]]
      | \([^\s<>"()]*\)            # parentheses in pairs
      | \[[^\s<>"\[\]]*\]
    )+
    """,
    re.VERBOSE,
)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_RIS_LINE = re.compile(r"^([A-Z][A-Z0-9])  - ?(.*)$", re.MULTILINE)
_ANCHOR = re.compile(r"<a\s[^<>]{0,2000}?href", re.IGNORECASE)
_LATEST = 4_000_000_000
"""Seconds since 1970; larger numbers count fractions."""


def read_bookmarks(content: bytes | str, source: str = "") -> list[Bookmark]:
    """Read bookmarks from a file, or from what was pasted.

    Args:
        content: Its bytes, or text.
        source: Where the bookmarks come from.

    Returns:
        The bookmarks in their order, each page once.

    Raises:
        InputRejected: If there is no address of the web in it.
    """
    if len(content) > MAX_BYTES:
        raise InputRejected(translate("core", "The file is too large to be a list of bookmarks."))
    text = content if isinstance(content, str) else decode(content)[0]
    found: dict[str, Bookmark] = {}
    for fields in _choose_reader(text)(text):
        bookmark = _make(fields, source)
        if bookmark is None:
            continue
        key = bookmark.key
        found[key] = merge(found[key], bookmark) if key in found else bookmark
        if len(found) == _MOST:
            break
    if not found:
        raise InputRejected(translate("core", "There is no address of a page in it."))
    return list(found.values())


Fields = Mapping[str, object]
"""What is said of a page: names in small letters."""
_Reader = Callable[[str], Iterator[Fields]]


def _choose_reader(text: str) -> _Reader:
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith(("{", "[")) and not start.startswith("[["):
        return _read_json
    if _RIS_LINE.match(start):
        return _read_ris
    if _ANCHOR.search(text):
        return _read_html
    head = start.partition("\n")[0]
    columns = {name.strip(' "').casefold() for name in re.split(r"[,;\t]", head)}
    if columns & set(_ADDRESS_FIELDS) and len(columns) > 1:
        return _read_csv
    return _read_text


# --- formats --------------------------------------------------------------------------------------


def _read_html(text: str) -> Iterator[Fields]:
    """Netscape's format: attributes of the link, and a note in the <dd> behind it."""
    from selectolax.parser import HTMLParser

    for link in HTMLParser(text).css("a[href]"):
        attributes = {name.casefold(): value or "" for name, value in link.attributes.items()}
        fields: dict[str, object] = {**attributes, "title": link.text()}
        holder = link.parent
        behind = holder.next if holder is not None and holder.tag == "dt" else None
        while behind is not None and behind.tag == "-text":
            behind = behind.next
        if behind is not None and behind.tag == "dd":
            fields["note"] = behind.text(deep=False)
        yield fields


def _read_csv(text: str) -> Iterator[Fields]:
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    csv.field_size_limit(1_000_000)
    try:
        lines = _LINE.findall(text.lstrip("\ufeff"))
        for row in csv.DictReader(lines, delimiter=delimiter):
            yield {
                name.strip().casefold(): value
                for name, value in row.items()
                if isinstance(name, str) and isinstance(value, str)
            }
    except csv.Error:
        return


def _read_json(text: str) -> Iterator[Fields]:
    """Every object with an address, wherever it stands."""
    try:
        waiting: list[object] = [json.loads(text)]
    except (ValueError, RecursionError):
        yield from _read_text(text)
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            break
        node = waiting.pop()
        if isinstance(node, list):
            waiting += reversed(node)
        elif isinstance(node, dict):
            yield {str(name).casefold(): value for name, value in node.items()}
            waiting += [v for v in reversed(node.values()) if isinstance(v, dict | list)]


def _read_ris(text: str) -> Iterator[Fields]:
    fields: dict[str, object] = {}
    for match in _RIS_LINE.finditer(text):
        name, value = match[1].casefold(), match[2].strip()
        if name == "er":
            yield fields
            fields = {}
        elif name == "kw":
            fields["kw"] = f"{fields.get('kw', '')},{value}"
        else:
            fields.setdefault(name, value)


def _read_text(text: str) -> Iterator[Fields]:
    """Addresses in words; what stands before the only one of a line is its title."""
    for line in text.splitlines():
        addresses = list(_ADDRESS.finditer(line))
        for match in addresses:
            words = ""
            if len(addresses) == 1:
                words = line[: match.start()] or line[match.end() :]
            yield {
                "url": match[0].rstrip(".,;:!?*_'"),
                "title": words.strip(" \t-–—:*|•<>()[]\"'"),
            }


# --- fields ---------------------------------------------------------------------------------------


def _make(fields: Fields, source: str) -> Bookmark | None:
    address = _first_text(fields, _ADDRESS_FIELDS)
    if not address:
        return None
    return make_bookmark(
        address,
        _first_text(fields, _TITLE_FIELDS),
        source=source,
        found=_read_moment(_first(fields, _TIME_FIELDS)),
        note=_first_text(fields, _NOTE_FIELDS),
        text=_first_text(fields, _TEXT_FIELDS),
        tags=tuple(_read_tags(_first(fields, _TAG_FIELDS))),
    )


def _first(fields: Fields, names: tuple[str, ...]) -> object:
    return next((fields[name] for name in names if fields.get(name)), None)


def _first_text(fields: Fields, names: tuple[str, ...]) -> str:
    return next((v for n in names if isinstance(v := fields.get(n), str) and v.strip()), "")


def _read_tags(said: object) -> Iterator[str]:
    if isinstance(said, str):
        yield from _BETWEEN_TAGS.split(said)
    elif isinstance(said, list):
        for tag in said:
            if isinstance(tag, dict):
                tag = tag.get("label") or tag.get("name") or tag.get("tag")
            if isinstance(tag, str):
                yield tag


def _read_moment(said: object) -> datetime | None:
    """A date, or a number of seconds, milliseconds or microseconds since 1970."""
    if isinstance(said, str) and not said.strip().lstrip("-").isdigit():
        moment = read_timestamp(said.strip())
        return moment.astimezone(UTC) if moment and moment.tzinfo else None
    try:
        seconds = float(said)  # type: ignore[arg-type] # what is no number is refused
        for _ in range(3):
            seconds = seconds / 1000 if abs(seconds) > _LATEST else seconds
        return datetime.fromtimestamp(seconds, UTC)
    except (TypeError, ValueError, OverflowError, OSError):
        return None
