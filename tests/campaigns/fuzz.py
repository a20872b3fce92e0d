"""Broken input for every reader: nothing raises, hangs over two seconds, or takes a gigabyte.

fuzz.py [MINUTES] [TARGET…]     all targets, a minute in all, unless something else is said

Inputs are real and made-up texts, mutated; what makes a target fail is cut down to the smallest
input that still does, and kept in tests/data/fuzz, which the tests replay.
"""

import hashlib
import io
import random
import resource
import signal
import sys
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from editor.app.drafts.journal import DraftHeader, read_draft, write_header  # noqa: E402
from editor.app.services.documents import read_document  # noqa: E402
from editor.app.services.gazetteer_loading import load_country  # noqa: E402
from editor.app.services.profile_registry import load_profiles  # noqa: E402
from editor.core.base.edits import apply  # noqa: E402
from editor.core.base.encoding import FileFormat, decode, encode  # noqa: E402
from editor.core.base.errors import UserFacingError  # noqa: E402
from editor.core.calendar.calendar_reading import read_entries  # noqa: E402
from editor.core.calendar.calendar_writing import write_entry  # noqa: E402
from editor.core.calendar.completion import complete_calendar  # noqa: E402
from editor.core.calendar.recurrence import read_rule  # noqa: E402
from editor.core.calendar.rfc5545 import find_breaches  # noqa: E402
from editor.core.calendar.rrule import next_days, read_rrule  # noqa: E402
from editor.core.checks.diagnostic import CheckContext  # noqa: E402
from editor.core.checks.fixing import fix_edits  # noqa: E402
from editor.core.checks.table import run_checks  # noqa: E402
from editor.core.events.editing import change_event  # noqa: E402
from editor.core.events.reading import read_event_data  # noqa: E402
from editor.core.frontmatter.editing import add_key, put_value, remove_node  # noqa: E402
from editor.core.frontmatter.reading import read_front_matter  # noqa: E402
from editor.core.importers.candidate import ImportContext  # noqa: E402
from editor.core.importers.importing import import_events  # noqa: E402
from editor.core.issue.issue import make_edit_context, parse_issue  # noqa: E402
from editor.core.markdown.parser import Dialect  # noqa: E402
from editor.core.merging.merge import Side, merge_texts  # noqa: E402
from editor.core.places.gazetteer import Gazetteer  # noqa: E402
from editor.core.profiles.loading import load_profile  # noqa: E402
from editor.core.rendering.page import render_page  # noqa: E402

from helpers.corpus import EDGES, OWN, SAMPLE  # noqa: E402

KEPT = ROOT / "tests" / "data" / "fuzz"
SECONDS = 2
MEMORY = 2**30
NEWSLETTER = load_profiles().named("newsletter")
CONTEXT = CheckContext(Gazetteer(load_country()), "2026-02-09-a.md")
STAMP = parse_issue("---\ndate: 2026-02-09\n---\n", NEWSLETTER).stamp


OPEN_DOCUMENT = (
    b'<o:d xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    b'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:body><o:text><t:p>WORDS</t:p>'
    b"</o:text></o:body></o:d>"
)


def as_text(data: bytes) -> str:
    """Bytes as a text that a file can hold."""
    return data.decode("utf-8", "replace").replace("\0", "\ufffd")


# --- targets --------------------------------------------------------------------------------------


def fuzz_source(data: bytes) -> None:
    """The whole document: opened, saved, parsed, rendered."""
    try:
        text, form = decode(data)
    except UserFacingError:
        return
    assert encode(text, form) == data
    render_page(parse_issue(text, NEWSLETTER))


def fuzz_front_matter(data: bytes) -> None:
    """Front matter: read, and every value put, removed, and one added."""
    text = as_text(data)
    front = read_front_matter(text)
    nodes = list(front.root.walk()) if front.root else []
    for node in nodes[:12]:
        for edit in (
            lambda node=node: put_value(text, front, node.path, "? neu: [x]"),
            lambda node=node: remove_node(text, front, node.path),
        ):
            attempt(lambda edit=edit: read_front_matter(apply(text, edit())))
    attempt(lambda: add_key(text, front, ("neu",), ["a"]))


def fuzz_events(data: bytes) -> None:
    """Lines of events: read, and put back as they are."""
    text = "---\ndate: 2026-02-09\n---\n## Veranstaltungen\n" + as_text(data)
    issue = parse_issue(text, NEWSLETTER)
    for event in issue.entries[:4]:
        values = read_event_data(event, text)
        attempt(lambda e=event, v=values: change_event(make_edit_context(issue), e, v))


def fuzz_rules(data: bytes) -> None:
    """Phrases and RRULEs."""
    text = as_text(data)
    read_rule(text)
    read_rrule(text)
    next_days(text, date(2026, 1, 5), 5)


def fuzz_calendars(data: bytes) -> None:
    """Calendar data in links, and in files."""
    find_breaches(data)
    complete_calendar(data, "x", STAMP)
    attempt(lambda: [write_entry(entry, "Europe/Berlin") for entry in read_named(data)])
    attempt(lambda: import_events(data, "a.ics", ImportContext(NEWSLETTER)))


def read_named(data):
    entries = read_entries(data)
    return [entry for entry in entries if entry.uid and entry.stamp]


def fuzz_mails(data: bytes) -> None:
    attempt(lambda: import_events(data, "a.eml", ImportContext(NEWSLETTER)))


def fuzz_pages(data: bytes) -> None:
    attempt(lambda: import_events(data, "a.html", ImportContext(NEWSLETTER)))
    attempt(lambda: import_events(data, "a.txt", ImportContext(NEWSLETTER)))


def fuzz_documents(data: bytes) -> None:
    """Texts of other programs: pages, mails, and the XML of LibreOffice."""
    dialect = Dialect("goldmark")
    attempt(lambda: read_document(data, "a.html", dialect))
    attempt(lambda: read_document(data, "a.eml", dialect))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("content.xml", OPEN_DOCUMENT.replace(b"WORDS", data))
        packed.writestr("word/document.xml", data)
    attempt(lambda: read_document(stream.getvalue(), "a.odt", dialect))
    attempt(lambda: read_document(stream.getvalue(), "a.docx", dialect))


def fuzz_profiles(data: bytes) -> None:
    attempt(lambda: load_profile(as_text(data)))


def fuzz_checks(data: bytes) -> None:
    """All checks, and all safe fixes."""
    issue = parse_issue(as_text(data), NEWSLETTER)
    found = run_checks(issue, CONTEXT)
    safe = [each for each in found if each.fix and each.is_safe_fix]
    parse_issue(apply(issue.text, fix_edits(issue.text, safe)), NEWSLETTER)


def fuzz_merge(data: bytes) -> None:
    """Three versions in one input, between form feeds."""
    parts = as_text(data).split("\x0c")
    base, mine, theirs = [*parts, *parts, *parts][:3]
    merge = merge_texts(base, mine, theirs, NEWSLETTER)
    for side in Side:
        merge.text([side] * len(merge.conflicts))
    assert merge_texts(base, theirs, mine, NEWSLETTER).parts == merge.swapped().parts


def fuzz_journal(data: bytes) -> None:
    read_draft(data)
    read_draft(write_header(DraftHeader("abc", FileFormat())) + data)


def attempt(edit: Callable[[], object]) -> None:
    """Do something that may be refused with a sentence, and with nothing else."""
    try:
        edit()
    except UserFacingError:
        pass


TARGETS = {
    name.removeprefix("fuzz_"): target
    for name, target in dict(globals()).items()
    if name.startswith("fuzz_")
}

# --- inputs ---------------------------------------------------------------------------------------

WORDS = [
    *(b"---\n", b"+++\n", b"\r\n", b"title: ", b"- ", b"[", b"]", b"{", b"}", b"\xef\xbb\xbf"),
    *(b"* ", b"  * ", b"jeden ", b"zweiten ", b" und ", b"Dienstag", b", 19:00", b"bis ", b"17. "),
    *(b"**", b"~~", b"<a href=\"data:text/calendar;base64,", b"\">", b"</a>", b"<!--", b"-->"),
    *(b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"DTSTART:20260311T180000Z\r\n", b"RRULE:FREQ="),
    *(b"DAILY", b"BYDAY=5MO", b";INTERVAL=0", b"TZID=", b"UNTIL=", b"\xf0\x9f\x8c\xb1", b"\xff"),
    *(b"<div itemscope>", b"<script>", b"&#x", b"{{< ", b"```\n", b"|", b"> ", b"# ", b"=====\n"),
    *(b"Content-Type: multipart/mixed; boundary=b\n", b"--b\n", b"\x0c", b"99999", b"\xc2\xa0"),
]  # fmt: skip
EXTRA = {
    "calendars": [
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\n"
        b"DTSTAMP:20260101T000000Z\r\nDTSTART;TZID=Europe/Berlin:20260311T180000\r\n"
        b"RRULE:FREQ=WEEKLY;BYDAY=WE\r\nSUMMARY:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    ],
    "mails": [b"Subject: Treffen am 4.3.2026\nMIME-Version: 1.0\n\nMittwoch, 04.03.2026, 19:00\n"],
    "profiles": [path.read_bytes() for path in (ROOT / "resources" / "profiles").glob("*.toml")],
    "rules": [b"jeden zweiten und vierten Mittwoch im Monat", b"FREQ=MONTHLY;BYDAY=2MO;COUNT=3"],
    "events": [
        b"* Mittwoch, 04.02.2026, 10:00-11:30, online: **Treffen**\n  * https://a.example\n",
        b"* Treffen\n  * Ulm: jeden Mittwoch, 19:00-22:00, Haus: **Lab**\n",
    ],
}


def seeds_of(target: str) -> list[bytes]:
    texts = [path.read_bytes() for path in (SAMPLE, *OWN)]
    own = [data for data in (*EDGES.values(), *EXTRA.get(target, ())) if data]
    parts = [data[start : start + 900] for data in texts for start in (0, 700, 2500)]
    kept = [path.read_bytes() for path in KEPT.glob(f"{target}-*")]
    if target == "merge":
        chance = random.Random(1)
        return [
            b"\x0c".join([part, *(mutate(part, chance, parts) for _ in range(2))]) for part in parts
        ]
    if target in EXTRA:
        return [*EXTRA[target] * 8, *own, *kept]
    return [*own, *parts, *kept]


def mutate(data: bytes, chance: random.Random, seeds: list[bytes]) -> bytes:
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.randrange(1, 40))
        kind = chance.randrange(7)
        if kind == 0:
            data = data[:at] + data[end:]
        elif kind == 1:
            data = data[:at] + chance.choice(WORDS) + data[at:]
        elif kind == 2:
            data = data[:at] + chance.choice(WORDS) * chance.randrange(2, 30) + data[at:]
        elif kind == 3:
            data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
        elif kind == 4:
            data = data[:at] + data[at:end] * 2 + data[end:]
        elif kind == 5:
            other = chance.choice(seeds)
            start = chance.randrange(len(other) + 1)
            data = data[:at] + other[start : start + 60] + data[at:]
        else:
            lines = data.splitlines(keepends=True)
            chance.shuffle(lines)
            data = b"".join(lines)
    return data[:4000]


# --- the run --------------------------------------------------------------------------------------


class Hang(BaseException):
    """The target took too long."""


def run_target(target: Callable[[bytes], None], data: bytes) -> str:
    """What is wrong; "" for nothing."""
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        target(data)
    except Hang:
        return "hang"
    except RecursionError:
        return "RecursionError"
    except MemoryError:
        return "MemoryError"
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return type(error).__name__
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return ""


def shrink(target: Callable[[bytes], None], data: bytes, wrong: str) -> bytes:
    """The smallest input found that still goes wrong in the same way."""
    size = len(data) // 2
    while size:
        for start in range(0, len(data), size):
            smaller = data[:start] + data[start + size :]
            if run_target(target, smaller) == wrong:
                data = smaller
                break
        else:
            size //= 2
    return data


def give_up(*_: object) -> None:
    raise Hang


def campaign(minutes: float, names: list[str]) -> int:
    signal.signal(signal.SIGALRM, give_up)
    failures = total = 0
    for name in names:
        chance, seeds = random.Random(time.time_ns()), seeds_of(name)
        end = time.monotonic() + 60 * minutes / len(names)
        known: set[str] = set()
        count = 0
        while time.monotonic() < end:
            count += 1
            data = mutate(chance.choice(seeds), chance, seeds)
            wrong = run_target(TARGETS[name], data)
            if wrong and wrong not in known:
                known.add(wrong)
                data = shrink(TARGETS[name], data, wrong)
                digest = hashlib.sha256(data).hexdigest()[:10]
                KEPT.mkdir(exist_ok=True)
                (KEPT / f"{name}-{digest}").write_bytes(data)
                print(f"{name}: {wrong}: {data[:200]!r}", flush=True)
                failures += 1
        total += count
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{name:13} {count:8} inputs, {len(known)} kinds of failure, {memory} MB", flush=True)
    print(f"{total} inputs, {failures} failures kept in {KEPT.relative_to(ROOT)}")
    return 1 if failures else 0


if __name__ == "__main__":
    time_given = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    resource.setrlimit(resource.RLIMIT_AS, (4 * MEMORY, 4 * MEMORY))
    sys.exit(campaign(time_given, sys.argv[2:] or list(TARGETS)))
