"""What a photo's file says about its origin: author, title and rights from EXIF, IPTC and XMP."""

from collections.abc import Mapping
from contextlib import suppress

from PIL import ImageFile, IptcImagePlugin

from editor.core.attribution.photo_metadata import PhotoMetadata

_MAX_LENGTH = 300
"""Characters that are kept of one field."""

_EXIF_TAGS = {"author": 0x013B, "rights": 0x8298, "title": 0x010E}
"""Artist, Copyright and ImageDescription."""
_IPTC_RECORDS = {"author": (2, 80), "credit": (2, 110), "rights": (2, 116), "title": (2, 5)}
"""By-line, Credit, Copyright Notice and Object Name of IPTC-IIM."""
_XMP_KEYS = {
    "author": "creator",
    "credit": "Credit",
    "rights": "rights",
    "title": "title",
    "terms": "UsageTerms",
    "page": "WebStatement",
    "license": "license",
}


def read_metadata(image: ImageFile.ImageFile) -> PhotoMetadata:
    """Read author, title, rights and the like.

    Metadata may be broken in any way: a block that cannot be read counts as absent.

    Args:
        image: An opened image; its pixels need not be loaded.

    Returns:
        Each field from the first of XMP, IPTC and EXIF that has it, without line breaks;
        "" where none has it.
    """
    fields: dict[str, str] = {}
    for read_block in (_read_xmp, _read_iptc, _read_exif):
        with suppress(Exception):
            for name, text in read_block(image).items():
                if text and not fields.get(name):
                    fields[name] = " ".join(text.split())[:_MAX_LENGTH]
    return PhotoMetadata(**fields)


def _read_exif(image: ImageFile.ImageFile) -> dict[str, str]:
    exif = image.getexif()
    return {
        name: _restore_utf8(str(exif.get(tag, ""))).replace("\0", " ")
        for name, tag in _EXIF_TAGS.items()
    }


def _restore_utf8(text: str) -> str:
    """Undo a wrong decoding: EXIF knows ASCII alone, cameras write UTF-8, Pillow reads Latin-1."""
    with suppress(UnicodeError):
        return text.encode("latin-1").decode("utf-8")
    return text


def _read_iptc(image: ImageFile.ImageFile) -> dict[str, str]:
    records: Mapping[tuple[int, int], bytes | list[bytes]] = (
        IptcImagePlugin.getiptcinfo(image) or {}
    )
    return {name: _decode_record(records.get(key, b"")) for name, key in _IPTC_RECORDS.items()}


def _decode_record(value: bytes | list[bytes]) -> str:
    """Decode a record, or a repeated one, as UTF-8 or else Latin-1."""
    if not isinstance(value, list):
        value = [value]
    texts = []
    for part in value:
        try:
            texts.append(bytes(part).decode("utf-8"))
        except UnicodeDecodeError:
            texts.append(bytes(part).decode("latin-1"))
    return ", ".join(texts)


def _read_xmp(image: ImageFile.ImageFile) -> dict[str, str]:
    tree = image.getxmp()
    return {name: _join_text(_find_value(tree, key)) for name, key in _XMP_KEYS.items()}


def _find_value(tree: object, key: str) -> object:
    """Find the first value of a key, at any depth; "" where there is none."""
    if isinstance(tree, dict):
        for name, value in tree.items():
            if name == key:
                return value
        return _find_value(list(tree.values()), key)
    if isinstance(tree, list):
        for child in tree:
            if value := _find_value(child, key):
                return value
    return ""


def _join_text(value: object) -> str:
    """Join the text of a value: an RDF list, an alternative by language, or plain text."""
    if isinstance(value, dict):
        inner = (
            value.get("li")
            or value.get("text")
            or value.get("resource")
            or next((value[key] for key in ("Seq", "Alt", "Bag") if key in value), "")
        )
        return _join_text(inner)
    if isinstance(value, list):
        return ", ".join(filter(None, map(_join_text, value)))
    return str(value or "")
