"""Bytes to text and back. Law: ``encode(*decode(data)) == data`` for every file accepted.

The text keeps every character of the file, line ends included; only a byte order mark at the very
start is set aside, because YAML and Markdown both trip over it.
"""

import codecs

from msgspec import Struct

from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate

MAX_BYTES = 20 * 2**20
"""The largest file accepted, in bytes. The largest real issue has 117 kB."""


class FileFormat(Struct, frozen=True):
    """What the text does not say of its file: a byte order mark, and the line end of new lines."""

    bom: bool = False
    newline: str = "\n"


def decode(data: bytes) -> tuple[str, FileFormat]:
    """Decode the bytes of a file.

    Args:
        data: The whole file.

    Returns:
        Its text, and what else makes the same bytes again.

    Raises:
        InputRejected: For what could not be written back byte for byte: anything but UTF-8, NUL
            bytes (not a text file), and files over ``MAX_BYTES``.
    """
    if len(data) > MAX_BYTES:
        message = translate(
            "core",
            "The file is too large: {size} MiB. Issues of up to {limit} MiB can be opened.",
        )
        raise InputRejected(message.fill(size=len(data) // 2**20, limit=MAX_BYTES // 2**20))
    bom = data.startswith(codecs.BOM_UTF8)
    content = data.removeprefix(codecs.BOM_UTF8)
    if b"\0" in content:
        raise InputRejected(
            translate(
                "core",
                "This is no text file: it holds NUL bytes. "
                "It was not opened, and nothing was changed.",
            )
        )
    text = _decode_utf8(content)
    return text, FileFormat(bom, detect_newline(text))


def _decode_utf8(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        message = translate(
            "core",
            "The file is not UTF-8: byte {byte} in line {line} fits no character. "
            "Convert it to UTF-8 with a text editor; it was not opened, and nothing was changed.",
        )
        line = content.count(b"\n", 0, error.start) + 1
        byte = f"0x{content[error.start]:02X}"
        raise InputRejected(message.fill(byte=byte, line=line)) from None


def encode(text: str, form: FileFormat) -> bytes:
    """Encode a text as the bytes of its file.

    Args:
        text: The text.
        form: The format it came in.

    Returns:
        The bytes.

    Raises:
        InputRejected: For half characters (lone surrogates), which no file can hold.
    """
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
    """Find the line end that most lines have.

    Args:
        text: The text.

    Returns:
        CR LF or LF; LF for a text of one line.
    """
    if "\r" not in text:
        return "\n"  # a tenth of the time: this is asked at every key
    pairs = text.count("\r\n")
    if pairs > text.count("\n") - pairs:
        return "\r\n"
    return "\n"
