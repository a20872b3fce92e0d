"""Bytes to text and back. Law: ``encode(*decode(data)) == data`` for every file accepted.

The text keeps every character of the file, line ends included; only a byte order mark at the very
start is set aside, because YAML and Markdown both trip over it.
"""

import codecs
from dataclasses import dataclass

from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate

MAX_BYTES = 20 * 2**20
"""The largest file accepted, in bytes. The largest real issue has 117 kB."""


@dataclass(frozen=True, slots=True)
class FileFormat:
    """What the text does not say of its file: a byte order mark, and the line end new lines take."""

    bom: bool = False
    newline: str = "\n"


def decode(data: bytes) -> tuple[str, FileFormat]:
    """The text of a file and its format.

    Raises InputRejected for what could not be written back byte for byte: anything but UTF-8, anything with
    NUL bytes (no text file), and files over LIMIT.
    """
    if len(data) > MAX_BYTES:
        size = len(data) // 2**20
        raise InputRejected(
            translate(
                "core",
                "The file is too large: {size} MiB. Issues of up to {limit} MiB can be opened.",
            ).fill(size=size, limit=MAX_BYTES // 2**20)
        )
    bom = data.startswith(codecs.BOM_UTF8)
    content = data.removeprefix(codecs.BOM_UTF8)
    if b"\0" in content:
        raise InputRejected(
            translate(
                "core",
                "This is no text file: it holds NUL bytes. It was not opened, and nothing was changed.",
            )
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputRejected(
            translate(
                "core",
                "The file is not UTF-8: byte {byte} in line {line} fits no character. Convert it to UTF-8 with a text editor; it was not opened, and nothing was changed.",
            ).fill(
                byte=f"0x{content[error.start]:02X}",
                line=content.count(b"\n", 0, error.start) + 1,
            )
        ) from None
    return text, FileFormat(bom, detect_newline(text))


def encode(text: str, form: FileFormat) -> bytes:
    """The bytes of a text in its format. Raises InputRejected for half characters, which no file can hold."""
    try:
        return (codecs.BOM_UTF8 if form.bom else b"") + text.encode("utf-8")
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise InputRejected(
            translate("core", "Line {line} holds half a character; delete it, then save.").fill(
                line=line
            )
        ) from None


def detect_newline(text: str) -> str:
    """The line end most lines have; LF where there is none to go by."""
    pairs = text.count("\r\n")
    if pairs > text.count("\n") - pairs:
        return "\r\n"
    return "\n"
