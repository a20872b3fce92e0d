"""The index of a site's pages: SQLite with FTS5, a file per site in the cache folder.

Whatever is wrong with it, it is thrown away: everything in it can be read again.
"""

import contextlib
import hashlib
import itertools
import logging
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from msgspec import Struct

from editor.app.library.hit_marks import HIT_END, HIT_START
from editor.app.library.page_facts import PageFacts, ReadPage
from editor.app.services.files import remove_file
from editor.app.services.folders import cache_folder, make_private_folder, read_path, write_path
from editor.app.services.log import describe_error
from editor.core.base.errors import UserFacingError

_log = logging.getLogger(__name__)
_VERSION = 2
"""Another one for every change of tables or of what is read: older files are thrown away."""
_TABLES = """
CREATE TABLE pages (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE, stamp INTEGER, size INTEGER, title TEXT, day TEXT,
    author TEXT, kind TEXT, is_draft INTEGER, image TEXT, entries INTEGER, words INTEGER,
    is_issue INTEGER
);
CREATE VIRTUAL TABLE texts USING fts5(
    title, text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
"""
_COLUMNS = "path, title, day, author, kind, is_draft, image, entries, words, is_issue"
_PAGE_COLUMNS = ", ".join(f"pages.{name}" for name in _COLUMNS.split(", "))
_PAGES_WITH_TEXTS = (
    f"SELECT {_PAGE_COLUMNS}, texts.text FROM texts JOIN pages ON pages.id = texts.rowid"
)
_TERM = re.compile(r"\w+")
_MOST_HITS = 200
_SNIPPET_WORDS = 24
_SNIPPET_LETTERS = 70
_SHORTEST_PART = 3
_TARGET = re.compile(r"(?<=\])\([^)\s]*\)?")
"""Where a link leads."""
_MARKS = re.compile(r"[*#`\[\]]+|(?<!\w)_|_(?!\w)|^\s*>", re.MULTILINE)
_ADDRESS = re.compile(r"https?://|www\.|[\w-]\.[\w-]+/")
"""The beginning of an address, which says nothing where it was not looked for."""
_DOTS = re.compile(r"…[ …]*…")

Stamps = dict[Path, tuple[int, int]]
"""Time of change in nanoseconds, and size in bytes, of each file."""


class Hit(Struct, frozen=True):
    """A page in which the words stand."""

    facts: PageFacts
    snippet: str
    """The words around, on one line; what was found is between HIT_START and HIT_END."""


class PageIndex:
    """An index. Each thread opens it anew: connections are not shared."""

    def __init__(self, root: Path) -> None:
        """Name the index of a site.

        Args:
            root: The folder of the site.
        """
        name = hashlib.sha256(str(root.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
        self.file = cache_folder() / "library" / f"{name[:24]}.sqlite"

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """A connection to a file of this version; a broken one is replaced."""
        make_private_folder(self.file.parent)
        with closing(sqlite3.connect(self.file, timeout=5)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = OFF")  # it can be made anew
            if connection.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
                names = connection.execute(
                    "SELECT name FROM sqlite_master WHERE name IN ('pages', 'texts')"
                ).fetchall()
                for (name,) in names:
                    connection.execute(f"DROP TABLE {name}")
                connection.executescript(_TABLES)
                connection.execute(f"PRAGMA user_version = {_VERSION}")
            yield connection

    def _answer(self, query: str, values: Iterable[object] = ()) -> list[tuple[object, ...]]:
        """The rows of a query; [] where the file cannot be used, which is thrown away then."""
        try:
            with self._open() as connection:
                return connection.execute(query, tuple(values)).fetchall()
        except sqlite3.OperationalError as error:
            _log.warning("page index: %s", describe_error(error))  # busy, or the disk is full
        except (sqlite3.DatabaseError, OSError) as error:
            _log.warning("page index thrown away: %s", describe_error(error))
            self.throw_away()
        return []

    def throw_away(self) -> None:
        """Remove the file: the next reading makes another."""
        for suffix in ("", "-wal", "-shm"):
            with contextlib.suppress(UserFacingError):
                remove_file(self.file.with_name(self.file.name + suffix))

    def stamps(self) -> Stamps:
        """Return how the files were when they were read."""
        rows = self._answer("SELECT path, stamp, size FROM pages")
        return {Path(read_path(str(path))): (_int(stamp), _int(size)) for path, stamp, size in rows}

    def put(self, pages: Iterable[tuple[ReadPage, int, int]], gone: Iterable[Path] = ()) -> None:
        """Take pages in, and leave others out, as one transaction.

        Args:
            pages: Pages with the stamp and the size of their files.
            gone: Files that are no longer there.
        """
        try:
            with self._open() as connection, connection:
                connection.execute("BEGIN IMMEDIATE")  # another window may be writing, too
                for path in gone:
                    _remove(connection, path)
                for page, stamp, size in pages:
                    _remove(connection, page.facts.path)
                    _insert(connection, page, stamp, size)
        except (sqlite3.OperationalError, sqlite3.IntegrityError) as error:
            _log.warning("page index: %s", describe_error(error))
        except (sqlite3.DatabaseError, OSError) as error:
            _log.warning("page index thrown away: %s", describe_error(error))
            self.throw_away()

    def pages(self) -> list[PageFacts]:
        """Return all pages, the newest first, those without a day last."""
        rows = self._answer(f"SELECT {_COLUMNS} FROM pages ORDER BY day DESC, path DESC")
        return [_facts(row) for row in rows]

    def search(self, words: str) -> list[Hit]:
        """Find the pages in which all words stand, or begin.

        Args:
            words: Words or an address; what stands in quotation marks is found as it is.

        Returns:
            The pages, the best first; those with the words in their title before others.
        """
        rows: list[tuple[object, ...]] = []
        if query := write_query(words):
            rows = self._answer(
                f"SELECT {_PAGE_COLUMNS}, snippet(texts, 1, ?, ?, '…', {_SNIPPET_WORDS}) "
                "FROM texts JOIN pages ON pages.id = texts.rowid "
                "WHERE texts MATCH ? ORDER BY bm25(texts, 8.0, 1.0), pages.day DESC LIMIT ?",
                (HIT_START, HIT_END, query, _MOST_HITS),
            )
        if not rows:
            return self._search_within_words(words.strip())
        return [Hit(_facts(row[:-1]), _tidy_snippet(str(row[-1]))) for row in rows]

    def _search_within_words(self, part: str) -> list[Hit]:
        """Find letters within words, such as a part of a compound: slower, so only where needed."""
        if not part or (len(part) < _SHORTEST_PART and part.isascii()):
            return []
        if not part.isascii():
            return self._search_folded(part)
        pattern = "%" + re.sub("([!%_])", r"!\1", part) + "%"
        rows = self._answer(
            f"{_PAGES_WITH_TEXTS} WHERE texts.text LIKE ? ESCAPE '!' "
            "ORDER BY pages.day DESC LIMIT ?",
            (pattern, _MOST_HITS),
        )
        return [Hit(_facts(row[:-1]), _cut_snippet(str(row[-1]), part)) for row in rows]

    def _search_folded(self, part: str) -> list[Hit]:
        """The same for letters of which SQLite knows no small and capital ones."""
        wanted = part.casefold()
        rows = self._answer(f"{_PAGES_WITH_TEXTS} ORDER BY pages.day DESC")
        found = (row for row in rows if wanted in str(row[-1]).casefold())
        return [
            Hit(_facts(row[:-1]), _cut_snippet(str(row[-1]), part))
            for row in itertools.islice(found, _MOST_HITS)
        ]


def _cut_snippet(text: str, part: str) -> str:
    """The words around the first place of some letters."""
    match = re.search(re.escape(part), text, re.IGNORECASE)
    if match is None:
        return ""
    before = text[max(match.start() - _SNIPPET_LETTERS, 0) : match.start()].partition(" ")[2]
    behind = text[match.end() : match.end() + 2 * _SNIPPET_LETTERS].rpartition(" ")[0]
    return _tidy_snippet(f"…{before}{HIT_START}{match[0]}{HIT_END}{behind}…")


def _tidy_snippet(snippet: str) -> str:
    """A snippet on one line, without the marks of Markdown; an address stays if it was found."""

    def tidy_target(match: re.Match[str]) -> str:
        return f" {match[0]}" if HIT_START in match[0] else ""

    snippet = _TARGET.sub(tidy_target, snippet)
    words = _MARKS.sub("", snippet).split()
    shown = ["…" if HIT_START not in word and _ADDRESS.search(word) else word for word in words]
    return _DOTS.sub("…", " ".join(shown))


def write_query(words: str) -> str:
    """Write what a user typed as a query of FTS5.

    >>> write_query('Open Data "jeden Montag"')
    '"jeden Montag" "Open"* "Data"*'

    Args:
        words: What was typed; nothing in it is syntax but quotation marks.

    Returns:
        The query; "" where there is nothing to look for.
    """
    words = re.sub("[„“”«»]", '"', words)
    phrases = [" ".join(_TERM.findall(part)) for part in re.findall(r'"([^"]*)"', words)]
    rest = re.sub(r'"[^"]*"', " ", words)
    terms = [f'"{phrase}"' for phrase in phrases if phrase]
    for part in rest.split():
        found = _TERM.findall(part)
        if found:
            # an address is one phrase; the last word of anything may be cut off
            terms.append(f'"{" ".join(found)}"*')
    return " ".join(terms)


def _remove(connection: sqlite3.Connection, path: Path) -> None:
    row = connection.execute("SELECT id FROM pages WHERE path = ?", (write_path(path),)).fetchone()
    if row:
        connection.execute("DELETE FROM texts WHERE rowid = ?", row)
        connection.execute("DELETE FROM pages WHERE id = ?", row)


def _insert(connection: sqlite3.Connection, page: ReadPage, stamp: int, size: int) -> None:
    facts = page.facts
    values = (
        write_path(facts.path),
        _plain(facts.title),
        facts.day.isoformat() if facts.day else "",
        _plain(facts.author),
        facts.kind,
        facts.is_draft,
        _plain(facts.image),
        facts.entries,
        facts.words,
        facts.is_issue,
    )
    marks = ", ".join("?" * (len(values) + 2))
    row = connection.execute(
        f"INSERT INTO pages ({_COLUMNS}, stamp, size) VALUES ({marks})", (*values, stamp, size)
    )
    connection.execute(
        "INSERT INTO texts (rowid, title, text) VALUES (?, ?, ?)",
        (row.lastrowid, _plain(facts.title), _plain(page.text)),
    )


def _plain(text: str) -> str:
    """A text that every database holds: names of files need not be UTF-8."""
    return text.encode("utf-8", "replace").decode()


def _facts(row: tuple[object, ...]) -> PageFacts:
    path, title, day, author, kind, is_draft, image, entries, words, is_issue = row
    return PageFacts(
        Path(read_path(str(path))),
        str(title),
        date.fromisoformat(str(day)) if day else None,
        str(author),
        str(kind),
        bool(is_draft),
        str(image),
        _int(entries),
        _int(words),
        bool(is_issue),
    )


def _int(value: object) -> int:
    return value if isinstance(value, int) else 0
