"""Versions from several places, the latest first, without what the document says already."""

import hashlib

from editor.app.versions.timeline import Version, VersionSource, without_text


def version(data, source=VersionSource.SAVED):
    known = hashlib.sha256(data).hexdigest() if source is VersionSource.SAVED else ""
    return Version(source, 0.0, "", lambda: data, known)


def test_what_a_document_says_by_now_is_no_version_of_it():
    commits = [version(text, VersionSource.GIT) for text in (b"now", b"before", b"now")]
    saved = [version(b"now"), version(b"other")]
    left = without_text([*commits, *saved], b"now")
    # the last commit is read; the others would take a program each
    assert [each.read() for each in left] == [b"before", b"now", b"other"]


def test_a_version_that_cannot_be_read_is_listed():
    def fail():
        raise OSError

    unreadable = Version(VersionSource.GIT, 0.0, "", fail)
    assert without_text([unreadable], b"now") == [unreadable]
