"""Names that not every system can have are known."""

import pytest
from editor.core.base.file_names import is_portable_name, is_portable_path
from editor.core.base.slugs import make_slug


@pytest.mark.parametrize(
    "name",
    [
        *("CON", "con.jpg", "aux", "nul.tar.gz", "COM1.txt", "lpt9", "LPT¹.md"),
        *("a:b.jpg", "x.jpg.", "x.jpg ", " x.jpg", "a?b", "a*b", 'a"b', "a|b", "<a>", "a\\b"),
        *("..\\..\\x.jpg", "a\x07b", "gpj\u202ex.exe", "\u2066x", "", ".", "..", "x" * 256),
    ],
)
def test_what_some_system_cannot_have(name):
    assert not is_portable_name(name)
    assert not is_portable_path(f"a/{name}")


@pytest.mark.parametrize(
    "name", ["a.jpg", "Größe 1.md", "console.md", "auxiliary", "com10.txt", ".htaccess", "日本.md"]
)
def test_what_every_system_can_have(name):
    assert is_portable_name(name)


@pytest.mark.parametrize("title", ["Con", "AUX", "nul", "Prn", "COM1"])
def test_a_slug_is_never_a_device(title):
    assert is_portable_name(make_slug(title) + ".ics")
