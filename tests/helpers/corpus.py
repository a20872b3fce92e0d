"""The documents the tests run over: our own edge cases, and the real ones where they lie beside the checkout."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
CORPUS = sorted((SHARED / "corpus").rglob("*.md"))
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
REAL = [*CORPUS, *SEEDS]
ISSUES = [path for path in CORPUS if "out-in-the-open" in path.name]
LARGEST = max(ISSUES, key=lambda path: path.stat().st_size, default=None)
SAMPLE = next((ROOT / "resources" / "sample").rglob("*.md"))

needs_corpus = pytest.mark.skipif(
    not CORPUS, reason="the real documents (../shared/corpus) are not beside this checkout"
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
    "CR LF": b'---\r\ntitle: "Fenster"\r\nlab: [a, b] # Anmerkung\r\n---\r\n\r\n## Termine\r\n* Montag, 02.02.2026, online: **Treff**\r\n  * https://a.example\r\n',
    "mixed ends": b"---\r\ntitle: eins\nauthor: zwei\r\n---\nText\r\nText\n",
    "lone CR": b"---\ntitle: eins\n---\nalt\rmac\rText\n",
    "BOM": b"\xef\xbb\xbf---\ntitle: mit Marke\n---\nText\n",
    "two BOMs": b"\xef\xbb\xbf\xef\xbb\xbf---\ntitle: x\n---\n",
    "NBSP": "---\ntitle: fest\u00a0verbunden\u202f!\n---\n\n10\u00a0Uhr\n".encode(),
    "line separator": '---\ntitle: "a\u2028b"\n---\nText\u2028Text\u2029Text\x85Text\n'.encode(),
    "emoji": "---\ntitle: \"🌱 Neu 👩‍💻\"\nexcerpt: '🎉'\n---\n\n## 📅 Termine\n* 03.02.2026: **🎈 Fest**\n".encode(),
    "block scalar with fence": b"---\ntitle: x\ntext: |\n  eins\n  ---\n  zwei\nfold: >-\n  lang\n  er\n---\nText\n",
    "duplicate keys": b"---\ntitle: eins\ntopic: a\ntitle: zwei\n---\nText\n",
    "tab": b"---\ntitle: eins\n\tauthor: zwei\n---\nText\n",
    "indented": b"---\n  title: eingerueckt\n  images:\n  - imgname: a.jpg\n    alt: b\n---\nText\n",
    "empty values": b"---\ntitle:\nauthor: \nlist:\nmap: {}\nseq: []\nlast: ~\n---\n",
    "long lines": f"---\ntitle: x\nexcerpt: {_LONG}\n---\n\n{_LONG}\n".encode(),
    "comments": b"---\n# oben\ntitle: x # hier\n\n# dazwischen\nlist: # Liste\n- a # eins\n# zwischen\n- b\n\n---\nText\n",
    "flow": b'---\ntags: [a, "b, c", d]\nmeta: {x: 1, "y": z}\nempty: []\n---\n',
    "quotes": b'---\na: \'it\'\'s\'\nb: "say \\"x\\" \\u00e4"\nc: plain\'s "text"\nd: no\ne: 2026-01-02\nf: 1.0\ng: 012\n---\n',
    "anchors": b"---\nbase: &b [x, y]\nagain: *b\ntitle: t\n---\n",
    "nested lists": b"---\nlinks:\n- url: http://a.example\n  name: A\n- url: http://b.example\n  name: B\npeople:\n- name: P\n  links:\n  - url: u\n    name: n\n---\n",
    "fence with blanks": b"---  \ntitle: x\n---\t\nText\n",
    "unclosed": b"---\ntitle: x\n\nText\n",
    "toml": b"+++\ntitle = 'x'\n+++\nText\n",
    "scalar front matter": b"---\njust words\n---\nText\n",
    "underlined headings": b"---\ntitle: x\n---\nEins\n====\n\nZwei\ndrei\n---\n\n* Punkt\n---\n",
    "events": (
        "---\ntitle: x\ndate: '2026-02-09T08:00:00+01:00'\n---\n\n## Fristen\n* [Preis](https://p.example), Einreichungen bis 11.02.2026, 12:00\n"
        "\n## Veranstaltungen\n* Mittwoch, 04.02.2026, 10:00-11:30, online: **Treffen *eins***\n  * https://t.example\n  * eine Notiz\n"
        "* Samstag, 07.02.2026, bis Sonntag, 08.02.2026, Haus, Weg 1, 04103 Leipzig: **Barcamp** mit Anhang\n* etwas ganz anderes\n"
        "* Regelmäßige Treffen\n  * Ulm: jeden. Mittwoch, 19:00-22:00, Haus: **OK Lab Ulm**\n    * https://u.example\n"
        "  * Bonn: jeden zweiten oder dritten Montag im Monat, 19:00, online\n"
    ).encode(),
}


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8")
