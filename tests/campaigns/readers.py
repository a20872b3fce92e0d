"""Calendars that we write, as other programs read them.

    python3 dev.py readers [FILE…]

Each calendar file of the issues (by default those of the samples and of the tests) is given to
every reader that is installed: title, place, address and the first days of each entry have to be
those that the program has planned. libical checks its restrictions, too. Readers that are not
installed are left out, with a word on how to get them.
"""

import ctypes
import ctypes.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from editor.app.services.profile_registry import load_profiles  # noqa: E402
from editor.core.calendar.moments import to_local  # noqa: E402
from editor.core.calendar.series import Series, days_of  # noqa: E402
from editor.core.issue.issue import parse_issue  # noqa: E402
from editor.core.publishing.calendar_files import CalendarFile, make_calendar_files  # noqa: E402
from editor.resources import resource  # noqa: E402

from helpers.calendar_phrases import PHRASES  # noqa: E402
from helpers.calendar_validator import find_faults  # noqa: E402
from helpers.corpus import ISSUES, SEEDS, text_of  # noqa: E402

_DAYS = 24
"""How many days of an entry are compared."""
_WINDOW = 3 * 365
_ICAL_JS = r"""
const ICAL = require("module").createRequire(process.argv[1] + "/")("ical.js");
const library = ICAL.default || ICAL;
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
const made = texts.map(text => {
  const calendar = new library.Component(library.parse(text));
  calendar.getAllSubcomponents("vtimezone").forEach(zone =>
    library.TimezoneService.register(new library.Timezone(zone)));
  return calendar.getAllSubcomponents("vevent").flatMap(part => {
    const event = new library.Event(part);
    const days = [], iterator = event.iterator();
    for (let day; days.length < 24 && (day = iterator.next());) {
      days.push(day.isDate ? day.toString() : day.toJSDate().toISOString());
    }
    return [[event.summary, event.location || "", days]];
  });
});
process.stdout.write(JSON.stringify(made));
"""
PAGE_OF_RULES = (
    "---\ntitle: x\ndate: '2026-02-09T08:00:00+01:00'\n---\n## Veranstaltungen\n"
    "* Regelmäßige Treffen:\n"
) + "".join(
    f"  * Runde {number}: {phrase}, 19:00, Haus, Weg 1, 04109 Leipzig\n"
    for number, phrase in enumerate(PHRASES)
)
Read = list[tuple[str, str, list[str]]]
"""Of each entry its title, its place and its first days or moments (in UTC)."""


def main(arguments: list[str]) -> int:
    """Read the calendars of all issues with all readers; return whether any differ."""
    shelf = load_profiles(resource("profiles"))
    readers = {name: reader for name, reader in READERS.items() if _is_installed(name)}
    counts, differ = Counter[str](), Counter[str]()
    paths = [Path(argument) for argument in arguments] or [*ISSUES, *SEEDS]
    pages = {path.name: shelf.parse(text_of(path), path) for path in paths}
    pages["rules.md"] = parse_issue(PAGE_OF_RULES, shelf.named("newsletter"))
    for page, issue in pages.items():
        files = [file for file in make_calendar_files(issue) if file.entry]
        planned = [plan(file) for file in files]
        counts.update(calendars=len(files), entries=sum(map(len, planned)))
        differ["the standards"] += sum(bool(find_faults(file.data)) for file in files)
        texts = [file.data.decode() for file in files]
        for name, reader in readers.items():
            read = reader(texts) if texts else []
            for file, wanted, found in zip(files, planned, read, strict=True):
                if in_window(found) != in_window(wanted):
                    differ[name] += 1
                    print(f"{page}: {name}: {file.name}"[:300])
                    print(f"  planned {wanted}"[:300], f"\n  read    {found}"[:300])
    print(f"{counts['calendars']} calendars with {counts['entries']} entries; of these differ by")
    for name in ("the standards", *readers):
        print(f"  {name:16} {differ[name]:5}")
    return min(differ.total(), 1)


def in_window(read: Read) -> Read:
    """The entries in an order, with their days in the first years, which all readers look at."""
    first = min(days[0] for _, _, days in read if days) if read else ""
    last = f"{int(first[:4] or 0) + 3}{first[4:]}"
    return sorted(
        (title, place, [day for day in days if day < last]) for title, place, days in read
    )


def _is_installed(name: str) -> bool:
    """Whether a reader is there; else say how to get it."""
    is_there, advice = {
        "ical.js": (bool(os.environ.get("ICAL_JS")), "npm install ical.js, its folder in ICAL_JS"),
        "khal": (bool(shutil.which("khal")), "pip install khal"),
        "libical": (bool(ctypes.util.find_library("ical")), "apt-get install libical3"),
    }.get(name, (True, ""))
    if not is_there:
        print(f"{name} is left out: {advice}")
    return is_there


def plan(file: CalendarFile) -> Read:
    """What the program means by a calendar file."""
    assert file.entry
    planned: Read = []
    for entry in file.entry.series:
        moments: list[str] = []
        days = [entry.start]
        if entry.rrule:
            start = entry.start
            first = start.date() if isinstance(start, datetime) else start
            local = islice(days_of(Series(entry.rrule, first, entry.without)), _DAYS)
            days = [_at(start, day) for day in local]
        moments += [_write(day) for day in days]
        planned.append((entry.summary, entry.location, moments))
    return planned


def _at(start: date, day: date) -> date:
    if not isinstance(start, datetime):
        return day
    return start.replace(year=day.year, month=day.month, day=day.day)


def _write(moment: date) -> str:
    if isinstance(moment, datetime):
        moment = to_local(moment, "Europe/Berlin").astimezone(UTC)
        return f"{moment:%Y-%m-%dT%H:%M:%S}"
    return moment.isoformat()


# --- the readers ----------------------------------------------------------------------------------


def read_by_icalendar(texts: list[str]) -> list[Read]:
    """icalendar with recurring-ical-events."""
    import icalendar
    import recurring_ical_events

    def read(text: str) -> Read:
        calendar = icalendar.Calendar.from_ical(text)
        assert not [error for part in calendar.walk() for error in part.errors]
        found = {}
        for event in calendar.walk("VEVENT"):
            start = event["DTSTART"].dt
            single = icalendar.Calendar()
            for zone in calendar.walk("VTIMEZONE"):
                single.add_component(zone)
            single.add_component(event)
            last = start + timedelta(days=_WINDOW)
            occurrences = recurring_ical_events.of(single).between(start, last)
            days = sorted(_write(each["DTSTART"].dt) for each in occurrences)[:_DAYS]
            found[str(event["UID"])] = (
                str(event["SUMMARY"]), str(event.get("LOCATION", "")), days
            )  # fmt: skip
        return list(found.values())

    return [read(text) for text in texts]


def read_by_vobject(texts: list[str]) -> list[Read]:
    """vobject, of xandikos and radicale."""
    import vobject

    def read(text: str) -> Read:
        events = vobject.readOne(text).contents.get("vevent", [])
        return [
            (
                event.summary.value,
                event.location.value if hasattr(event, "location") else "",
                [_write(day) for day in islice(_days(event), _DAYS)],
            )
            for event in events
        ]

    def _days(event: object) -> Iterator[date]:
        rules = event.getrruleset(addRDate=True)  # type: ignore[attr-defined]
        start = event.dtstart.value  # type: ignore[attr-defined]
        if not rules:
            yield start
            return
        for day in rules:
            yield day if isinstance(start, datetime) else day.date()

    return [read(text) for text in texts]


def read_by_ical(texts: list[str]) -> list[Read]:
    """The ical package, of Home Assistant."""
    from ical.calendar_stream import IcsCalendarStream

    def read(text: str) -> Read:
        calendar = IcsCalendarStream.calendar_from_ics(text)
        found: dict[str, tuple[str, str, list[str]]] = {}
        for event in calendar.events:
            found[event.uid] = (event.summary or "", event.location or "", [])
        for each in calendar.timeline:
            days = found[each.uid][2]
            if len(days) < _DAYS:
                days.append(_write(each.dtstart))
            if all(len(entry[2]) >= _DAYS for entry in found.values()):
                break
        return list(found.values())

    return [read(text) for text in texts]


def read_by_ical_js(texts: list[str]) -> list[Read]:
    """ical.js, of Thunderbird and of Nextcloud's page."""
    command = ["node", "-e", _ICAL_JS, os.environ["ICAL_JS"]]
    result = subprocess.run(
        command, input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return [
        [(title, place, [day.removesuffix(".000Z") for day in days]) for title, place, days in read]
        for read in json.loads(result.stdout)
    ]


def read_by_khal(texts: list[str]) -> list[Read]:
    """khal, from a folder with all events of an issue."""
    events = [event for text in texts for event in _split(text)]
    shown = _list_by_khal(events)
    found: dict[str, tuple[str, str, list[str]]] = {}
    for line in shown.splitlines():
        if line.count("\t") == 3:
            uid, title, place, day = line.split("\t")
            days = found.setdefault(uid, (title, place, []))[2]
            at = f"{day}:00" if "T" in day else day
            if len(days) < _DAYS and at not in days:
                days.append(at)
    return [
        [found.get(uid, ("", "", [])) for uid in re.findall(r"^UID:(\S+)", text, re.MULTILINE)]
        for text in texts
    ]


def _list_by_khal(events: list[str]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        calendar = Path(folder, "calendar")
        calendar.mkdir()
        for number, event in enumerate(events):
            (calendar / f"{number}.ics").write_bytes(event.encode())
        config = Path(folder, "config")
        config.write_text(
            f"[calendars]\n[[c]]\npath = {calendar}\n[sqlite]\npath = {folder}/khal.db\n"
            "[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\n"
            "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ntimeformat = %H:%M\n"
            "datetimeformat = %Y-%m-%dT%H:%M\nlongdatetimeformat = %Y-%m-%dT%H:%M\n"
        )
        first = min(map(_first_day, events)).isoformat()
        form = "{uid}\t{title}\t{location}\t{start-long}"
        command = ["khal", "-c", config, "list", "--notstarted", "--day-format", ""]
        return subprocess.run(
            [*command, "--format", form, first, f"{_WINDOW + 400}d"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout


def _split(text: str) -> list[str]:
    """A calendar as one for each of its events."""
    head, _, rest = text.partition("BEGIN:VEVENT")
    events = rest.split("BEGIN:VEVENT")
    end = "END:VCALENDAR\r\n"
    return [f"{head}BEGIN:VEVENT{event.removesuffix(end)}{end}" for event in events]


def _first_day(text: str) -> date:
    import icalendar

    start = icalendar.Calendar.from_ical(text).walk("VEVENT")[0]["DTSTART"].dt
    return (start.date() if isinstance(start, datetime) else start) - timedelta(days=1)


def read_by_libical(texts: list[str]) -> list[Read]:
    """libical, of Evolution, GNOME and KDE: what it refuses or cannot read.

    LINK, which it does not know, is no fault here: the profile asks for it.
    """
    import icalendar

    library = ctypes.CDLL(ctypes.util.find_library("ical"))
    library.icalparser_parse_string.restype = ctypes.c_void_p
    library.icalparser_parse_string.argtypes = [ctypes.c_char_p]
    library.icalrestriction_check.argtypes = [ctypes.c_void_p]
    library.icalcomponent_as_ical_string.argtypes = [ctypes.c_void_p]
    library.icalcomponent_as_ical_string.restype = ctypes.c_char_p
    readings = read_by_icalendar(texts)
    for number, text in enumerate(texts):
        calendar = library.icalparser_parse_string(text.encode())
        is_right = library.icalrestriction_check(calendar)
        written = icalendar.Calendar.from_ical(library.icalcomponent_as_ical_string(calendar))
        errors = [
            str(error)
            for part in written.walk()
            for name, error in part.property_items()
            if name == "X-LIC-ERROR" and not str(error).endswith("LINK")
        ]
        if errors or not is_right:
            readings[number] = [("refused", "; ".join(errors), [])]
    return readings


READERS: dict[str, Callable[[list[str]], list[Read]]] = {
    "icalendar": read_by_icalendar,
    "vobject": read_by_vobject,
    "ical": read_by_ical,
    "ical.js": read_by_ical_js,
    "khal": read_by_khal,
    "libical": read_by_libical,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
