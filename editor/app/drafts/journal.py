"""The journal of a draft: the text last saved, then every step since, a line each.

A line is the CRC-32 of its JSON, a space, and the JSON. The first line is the header, which holds
the base: what follows can be played without any other file. A line that was cut off by a power
failure does not fit its checksum, and ends the journal.
"""

import base64
import hashlib
import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from editor.app.document.undo_commands import Step, StepKind
from editor.app.services.folders import read_path, write_path
from editor.core.base.edits import Edit, apply
from editor.core.base.encoding import MAX_BYTES, FileFormat, encode

_VERSION = 1


class DraftHeader(Struct, frozen=True):
    """What a draft is about, and the text it begins with."""

    base: str
    """The text that the first step changes."""
    form: FileFormat
    path: str = ""
    """The document's file; "" for a new document."""
    home: str = ""
    """The folder a new document is meant for."""
    profile: str = "generic"
    started: float = 0.0
    """When the draft began, in seconds since 1970."""

    @property
    def base_hash(self) -> str:
        """The SHA-256 of the bytes that the base has as a file."""
        return hashlib.sha256(encode(self.base, self.form)).hexdigest()


class Draft(Struct, frozen=True):
    """A draft that was read: what it begins with, and all steps that arrived on disk whole."""

    header: DraftHeader
    steps: tuple[Step, ...] = ()
    text: str = ""
    """The text after the last step."""
    form: FileFormat = FileFormat()
    """Its file format."""
    changes: int = 0
    """How many steps could be undone."""
    last: float = 0.0
    """When the last step was made, in seconds since 1970."""

    @property
    def is_changed(self) -> bool:
        """Whether it holds anything that was not saved, as far as it knows itself."""
        same = self.text == self.header.base and self.form == self.header.form
        return not same or not self.header.path or bool(self.steps)


def write_header(header: DraftHeader) -> bytes:
    """Write the first line of a journal.

    Args:
        header: What the draft is about.

    Returns:
        The line with its line end.
    """
    return _write_line(
        _HeaderLine(
            _VERSION,
            base64.b85encode(zlib.compress(header.base.encode(), 6)).decode(),
            header.base_hash,
            header.form,
            write_path(Path(header.path)) if header.path else "",
            write_path(Path(header.home)) if header.home else "",
            header.profile,
            header.started,
        )
    )


def write_step(step: Step, moment: float) -> bytes:
    """Write the line of a step.

    Args:
        step: The step.
        moment: When it was made, in seconds since 1970.

    Returns:
        The line with its line end.
    """
    played = [[(edit.start, edit.end, edit.new) for edit in edits] for edits in step.played]
    return _write_line(_StepLine(step.kind, played, step.form, step.label, step.key, moment))


def _write_line(fields: msgspec.Struct) -> bytes:
    content = msgspec.json.encode(fields)
    return b"%08x %s\n" % (zlib.crc32(content), content)


def read_draft(data: bytes) -> Draft | None:
    """Read a journal as far as it is whole.

    Args:
        data: What its file holds.

    Returns:
        The draft; None where not even the header is whole.
    """
    lines = _read_lines(data)
    try:
        header = _read_header(next(lines))
    except (StopIteration, ValueError, zlib.error):
        return None
    steps: list[Step] = []
    text, form, last = header.base, header.form, header.started
    changes = _Changes()
    for content in lines:
        try:
            line = msgspec.json.decode(content, type=_StepLine)
            step = line.step()
            for edits in step.played:
                text = apply(text, edits)
        except ValueError:  # a line of another form, or edits that do not fit
            break
        form, last = step.form, line.time
        changes.count(step)
        steps.append(step)
    return Draft(header, tuple(steps), text=text, form=form, changes=changes.done, last=last)


class _HeaderLine(msgspec.Struct, frozen=True):
    version: int
    base: str
    """The base's UTF-8, packed by zlib, in base 85."""
    hash: str
    form: FileFormat
    path: str
    home: str
    profile: str
    started: float


class _StepLine(msgspec.Struct, frozen=True):
    kind: StepKind
    played: list[list[tuple[int, int, str]]]
    form: FileFormat
    label: str
    key: str
    time: float

    def step(self) -> Step:
        played = tuple([Edit(*edit) for edit in edits] for edits in self.played)
        return Step(self.kind, played, self.form, self.label, self.key)


def _read_lines(data: bytes) -> Iterator[bytes]:
    for line in data.split(b"\n")[:-1]:
        checksum, _, content = line.partition(b" ")
        if checksum != b"%08x" % zlib.crc32(content):
            return
        yield content


def _read_header(content: bytes) -> DraftHeader:
    line = msgspec.json.decode(content, type=_HeaderLine)
    if line.version != _VERSION:
        raise ValueError("a journal of another version of the program")
    base = zlib.decompressobj().decompress(base64.b85decode(line.base), MAX_BYTES).decode()
    path, home = read_path(line.path), read_path(line.home)
    header = DraftHeader(base, line.form, path, home, line.profile, line.started)
    if header.base_hash != line.hash:
        raise ValueError("the base is damaged")
    return header


class _Changes:
    """Counts as the undo stack does: steps with the same key are one."""

    def __init__(self) -> None:
        self._keys: list[str] = []
        self.done = 0

    def count(self, step: Step) -> None:
        if step.kind is StepKind.UNDO and self.done:
            self.done -= 1
        elif step.kind is StepKind.REDO and self.done < len(self._keys):
            self.done += 1
        elif not step.key or self._keys[: self.done][-1:] != [step.key]:
            self._keys[self.done :] = [step.key]
            self.done += 1
