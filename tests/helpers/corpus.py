"""The documents the tests run over.

``EDGES`` and ``OWN`` are ours and always there; ``CORPUS`` and ``SEEDS`` are the real ones, where
they lie beside the checkout. Laws run over ``DOCUMENTS`` and ``ISSUES``, which hold both, the real
ones last. Facts about the real ones are tested over ``CORPUS``, ``SEEDS`` and ``REAL_ISSUES``.
"""

import os
from pathlib import Path

import pytest
from editor.core.base.encoding import decode

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
CORPUS = sorted((SHARED / "corpus").rglob("*.md"))
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
SITES = SHARED / "sites"
"""Samples of other people's sites, a folder each; it need not exist."""
SITE_FOLDERS = sorted(path for path in SITES.glob("*") if path.is_dir())
OWN = sorted((ROOT / "tests" / "data" / "corpus").rglob("*.md"))
"""Documents written for these tests; all they tell is made up but for the names of towns."""
DOCUMENTS = [*OWN, *CORPUS, *SEEDS]


EVERYTHING = bool(os.environ.get("RUNDBRIEF_EVERYTHING"))
"""Set by ``dev.py thorough``, which has the time that ``dev.py test`` has not."""


def some_of(items, count):
    """Choose that many, evenly spread, the last one among them; all where everything is tried."""
    items = list(items)
    if EVERYTHING or len(items) <= count:
        return items
    return [items[(number + 1) * len(items) // count - 1] for number in range(count)]


def _issues(paths: list[Path]) -> list[Path]:
    """Choose the newsletter's issues, by their names."""
    return [path for path in paths if "out-in-the-open" in path.name]


OWN_ISSUES = _issues(OWN)
DAMAGED = next(path for path in OWN_ISSUES if path.name.startswith("2025-05-13"))
"""Of two of its calendar links half is lost; two are Markdown's, not HTML's."""
REAL_ISSUES = _issues(CORPUS)
ISSUES = [*OWN_ISSUES, *REAL_ISSUES]
LARGEST = max(REAL_ISSUES or OWN_ISSUES, key=lambda path: path.stat().st_size)
SAMPLE = next((ROOT / "resources" / "sample").rglob("*.md"))

needs_corpus = pytest.mark.skipif(
    not CORPUS, reason="the real documents (../shared/corpus) are not beside this checkout"
)
needs_sites = pytest.mark.skipif(
    not SITES.is_dir(), reason="the samples of sites (../shared/sites) are not beside this checkout"
)
needs_seeds = pytest.mark.skipif(
    not SEEDS, reason="the seed documents (../shared/seeds) are not beside this checkout"
)

_LONG = "Wort " * 600
EDGES: dict[str, bytes] = {
    "empty": b"",
    "only a line end": b"\n",
    "no front matter": b"Nur Text, sonst nichts.\n",
    "no final newline": b"---\ntitle: Ende\n---\n\nohne Zeilenende",
    "CR LF": (
        b'---\r\ntitle: "Fenster"\r\nlab: [a, b] # Anmerkung\r\n---\r\n\r\n'
        b"## Termine\r\n* Montag, 02.02.2026, online: **Treff**\r\n  * https://a.example\r\n"
    ),
    "mixed ends": b"---\r\ntitle: eins\nauthor: zwei\r\n---\nText\r\nText\n",
    "lone CR": b"---\ntitle: eins\n---\nalt\rmac\rText\n",
    "BOM": b"\xef\xbb\xbf---\ntitle: mit Marke\n---\nText\n",
    "two BOMs": b"\xef\xbb\xbf\xef\xbb\xbf---\ntitle: x\n---\n",
    "NBSP": "---\ntitle: fest\u00a0verbunden\u202f!\n---\n\n10\u00a0Uhr\n".encode(),
    "line separator": '---\ntitle: "a\u2028b"\n---\nText\u2028Text\u2029Text\x85Text\n'.encode(),
    "emoji": (
        "---\ntitle: \"🌱 Neu 👩‍💻\"\nexcerpt: '🎉'\n---\n\n"
        "## 📅 Termine\n* 03.02.2026: **🎈 Fest**\n"
    ).encode(),
    "block scalar with fence": (
        b"---\ntitle: x\ntext: |\n  eins\n  ---\n  zwei\nfold: >-\n  lang\n  er\n---\nText\n"
    ),
    "duplicate keys": b"---\ntitle: eins\ntopic: a\ntitle: zwei\n---\nText\n",
    "tab": b"---\ntitle: eins\n\tauthor: zwei\n---\nText\n",
    "indented": (
        b"---\n  title: eingerueckt\n  images:\n  - imgname: a.jpg\n    alt: b\n---\nText\n"
    ),
    "empty values": b"---\ntitle:\nauthor: \nlist:\nmap: {}\nseq: []\nlast: ~\n---\n",
    "long lines": f"---\ntitle: x\nexcerpt: {_LONG}\n---\n\n{_LONG}\n".encode(),
    "comments": (
        b"---\n# oben\ntitle: x # hier\n\n# dazwischen\n"
        b"list: # Liste\n- a # eins\n# zwischen\n- b\n\n---\nText\n"
    ),
    "flow": b'---\ntags: [a, "b, c", d]\nmeta: {x: 1, "y": z}\nempty: []\n---\n',
    "quotes": (
        b"---\na: 'it''s'\n"
        b'b: "say \\"x\\" \\u00e4"\n'
        b'c: plain\'s "text"\nd: no\ne: 2026-01-02\nf: 1.0\ng: 012\n---\n'
    ),
    "anchors": b"---\nbase: &b [x, y]\nagain: *b\ntitle: t\n---\n",
    "nested lists": (
        b"---\nlinks:\n- url: http://a.example\n  name: A\n- url: http://b.example\n  name: B\n"
        b"people:\n- name: P\n  links:\n  - url: u\n    name: n\n---\n"
    ),
    "fence with spaces": b"---  \ntitle: x\n---\t\nText\n",
    "unclosed": b"---\ntitle: x\n\nText\n",
    "toml": b"+++\ntitle = 'x'\n+++\nText\n",
    "scalar front matter": b"---\njust words\n---\nText\n",
    "underlined headings": b"---\ntitle: x\n---\nEins\n====\n\nZwei\ndrei\n---\n\n* Punkt\n---\n",
    "events": (
        "---\ntitle: x\ndate: '2026-02-09T08:00:00+01:00'\n---\n\n"
        "## Fristen\n* [Preis](https://p.example), Einreichungen bis 11.02.2026, 12:00\n\n"
        "## Veranstaltungen\n"
        "* Mittwoch, 04.02.2026, 10:00-11:30, online: **Treffen *eins***\n"
        "  * https://t.example\n  * eine Notiz\n"
        "* Samstag, 07.02.2026, bis Sonntag, 08.02.2026, Haus, Weg 1, 04103 Leipzig: "
        "**Barcamp** mit Anhang\n"
        "* etwas ganz anderes\n"
        "* Regelmäßige Treffen\n"
        "  * Ulm: jeden. Mittwoch, 19:00-22:00, Haus: **OK Lab Ulm**\n    * https://u.example\n"
        "  * Bonn: jeden zweiten oder dritten Montag im Monat, 19:00, online\n"
    ).encode(),
}


def text_of(path: Path) -> str:
    """Return what a UTF-8 file holds, line ends and all."""
    """The text of a document as the program opens it: its own line ends, no byte order mark."""
    return decode(path.read_bytes())[0]
