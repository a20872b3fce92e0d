"""Encoding: every file comes back byte for byte, or is refused with a sentence."""

import pytest
from editor.core.base.encoding import MAX_BYTES, decode, detect_newline, encode
from editor.core.base.errors import UserFacingError
from hypothesis import given
from hypothesis import strategies as st

from helpers.corpus import DOCUMENTS, EDGES


@pytest.mark.parametrize("name", EDGES)
def test_every_edge_file_comes_back_byte_for_byte(name):
    assert encode(*decode(EDGES[name])) == EDGES[name]


def test_every_real_file_comes_back_byte_for_byte():
    for path in DOCUMENTS:
        assert encode(*decode(path.read_bytes())) == path.read_bytes(), path


def test_a_file_of_five_megabytes_comes_back():
    data = "Zeile mit Ümlaut\r\n".encode() * 300_000
    assert len(data) > 5 * 10**6
    assert encode(*decode(data)) == data


@given(st.binary(max_size=200))
def test_bytes_come_back_or_are_refused_with_a_sentence(data):
    try:
        text, form = decode(data)
    except UserFacingError as refused:
        assert str(refused).endswith(".")
    else:
        assert encode(text, form) == data


def test_what_is_not_utf8_is_named_with_its_line():
    with pytest.raises(UserFacingError, match="not UTF-8: byte 0xE4 in line 2"):
        decode("eins\nzw\xe4i\n".encode("latin-1"))


def test_too_large_and_binary_files_are_refused():
    with pytest.raises(UserFacingError, match="too large"):
        decode(b"x" * (MAX_BYTES + 1))
    with pytest.raises(UserFacingError, match="no text file"):
        decode(b"PNG\0\1\2")


@pytest.mark.parametrize(
    ("text", "newline"), [("", "\n"), ("a\nb", "\n"), ("a\r\nb\r\nc\n", "\r\n"), ("a\r\nb\n", "\n")]
)
def test_new_lines_end_as_most_do(text, newline):
    assert detect_newline(text) == newline
