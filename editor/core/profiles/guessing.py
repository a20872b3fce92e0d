"""Fields guessed from the values that pages have for them."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from statistics import median

from msgspec import Struct

from editor.core.calendar.date_fields import read_timestamp
from editor.core.frontmatter.model import Node
from editor.core.profiles.profile import Field, FieldKind

_DAY_LENGTH = len("2026-01-01")
_LONG = 100
"""What is longer than that on most pages is written on several lines."""
_MOST_CHOICES = 8
_LEAST_REPEATS = 3
"""How often each value of a choice comes again, on average."""
_LONGEST_CHOICE = 40
_LEAST_PAGES = 3
"""How many pages must have a field before it is required."""
_MOST_PARTS = 30
_MAX_DEPTH = 4
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_COLOR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_PICTURE = re.compile(r"[^\s]+[^\n]*\.(?:jpe?g|png|gif|webp|avif|svg|bmp)", re.IGNORECASE)
_FILE = re.compile(
    r"[^\s]+[^\n]*\.(?:pdf|docx?|odt|odp|ods|xlsx?|pptx?|csv|ics|gpx|zip|mp3|ogg|m4a|mp4|webm)",
    re.IGNORECASE,
)
_SHORT_KEYS = {"title", "name", "slug", "url", "link"}
_TAG_KEYS = {"tags", "tag", "categories", "category", "keywords", "topics", "labels", "taxonomies"}

_Fits = Callable[[Node], bool]


class Value(Struct, frozen=True):
    """What one page has for a field."""

    page: int
    """The number of the page."""
    place: float
    """Where the field stands among others, from 0 to 1."""
    node: Node


def guess_fields(pages: Sequence[Node | None]) -> tuple[Field, ...]:
    """Guess the fields of some pages.

    Args:
        pages: The front matter of each, or the maps of a list.

    Returns:
        A field for each key that two pages have, or that one of a few has, in their usual order.
    """
    return _guess(pages, 0)


def _guess(pages: Sequence[Node | None], depth: int) -> tuple[Field, ...]:
    found: dict[str, list[Value]] = {}
    for number, root in enumerate(pages):
        children = root.children if root else ()
        for index, child in enumerate(children):
            found.setdefault(child.name, []).append(Value(number, index / len(children), child))
    least = 2 if len(pages) > 10 else 1
    kept = {key: values for key, values in found.items() if key and len(values) >= least}
    order = sorted(kept, key=lambda key: sum(v.place for v in kept[key]) / len(kept[key]))
    if depth:
        order = order[:_MOST_PARTS]
    return tuple(_guess_field(key, kept[key], len(pages), depth) for key in order)


def _guess_field(key: str, values: Sequence[Value], pages: int, depth: int) -> Field:
    nodes = [value.node for value in values]
    filled = [node for node in nodes if node.children or node.text.strip()]
    on_pages = {value.page for value in values if value.node.children or value.node.text.strip()}
    is_required = len(on_pages) == pages >= _LEAST_PAGES
    kind, choices = guess_kind(key, filled or nodes)
    parts: tuple[Field, ...] = ()
    if kind is FieldKind.MAP and depth < _MAX_DEPTH:
        parts = _guess(filled, depth + 1)
    elif kind is FieldKind.ROWS and depth < _MAX_DEPTH:
        parts = _guess([child for node in filled for child in node.children], depth + 1)
    return Field(key=key, widget=kind, required=is_required, choices=choices, fields=parts)


def guess_kind(key: str, nodes: Sequence[Node]) -> tuple[FieldKind, tuple[str, ...]]:
    """Guess what a field holds.

    Args:
        key: Its key.
        nodes: The values that pages have for it.

    Returns:
        The kind, and for a choice the values to choose from, the most frequent first.
    """
    kinds = Counter(node.kind for node in nodes)
    if kinds["map"] > len(nodes) / 2:
        return FieldKind.MAP, ()
    if kinds["list"]:
        return _guess_list(key, [child for node in nodes for child in node.children]), ()
    scalars = [node for node in nodes if node.kind == "scalar" and node.text.strip()]
    for kind, fits in _SCALAR_KINDS:
        if scalars and all(map(fits, scalars)):
            return kind, ()
    return _guess_text(key, [node.text for node in scalars])


def _guess_list(key: str, entries: Sequence[Node]) -> FieldKind:
    if sum(entry.kind == "map" for entry in entries) > len(entries) / 2:
        return FieldKind.ROWS
    if key.lower() in _TAG_KEYS or _come_again(entry.text for entry in entries):
        return FieldKind.TAGS
    return FieldKind.LIST


def _guess_text(key: str, texts: Sequence[str]) -> tuple[FieldKind, tuple[str, ...]]:
    if not texts:
        return FieldKind.TEXT, ()
    if all(read_timestamp(text) for text in texts):
        days = sum(len(text.strip()) == _DAY_LENGTH for text in texts)
        return (FieldKind.DATE if 2 * days > len(texts) else FieldKind.DATETIME), ()
    if key.lower() in _TAG_KEYS and key.lower().endswith("s"):
        return FieldKind.TAGS, ()
    counts = Counter(texts)
    if _is_choice(counts):
        return FieldKind.CHOICE, tuple(text for text, _ in counts.most_common())
    is_long = key.lower() not in _SHORT_KEYS and median(map(len, texts)) > _LONG
    if is_long or any("\n" in text.strip() for text in texts):
        return FieldKind.LONG, ()
    return FieldKind.TEXT, ()


def _is_choice(counts: Counter[str]) -> bool:
    if len(counts) > _MOST_CHOICES or counts.total() < _LEAST_REPEATS * len(counts):
        return False
    return all(len(text) <= _LONGEST_CHOICE and "\n" not in text for text in counts)


def _come_again(texts: Iterable[str]) -> bool:
    counts = Counter(texts)
    return counts.total() >= 2 * len(counts) > 0


def _has_tag(*names: str) -> _Fits:
    return lambda node: node.tag.rpartition(":")[2] in names


def _looks_like(pattern: re.Pattern[str]) -> _Fits:
    return lambda node: bool(pattern.fullmatch(node.text.strip()))


_SCALAR_KINDS = (
    (FieldKind.FLAG, _has_tag("bool")),
    (FieldKind.NUMBER, lambda node: node.style == "" and bool(_NUMBER.fullmatch(node.text))),
    (FieldKind.COLOR, _looks_like(_COLOR)),
    (FieldKind.IMAGE, _looks_like(_PICTURE)),
    (FieldKind.FILE, _looks_like(_FILE)),
)
