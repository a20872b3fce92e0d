"""Safe fixes take nothing out of calendar entries: an oracle of its own compares all properties."""

import base64
import re
from collections import Counter

import pytest
from editor.core.base.edits import apply
from editor.core.checks.diagnostic import CheckContext
from editor.core.checks.fixing import fix_edits
from editor.core.checks.table import run_checks
from editor.core.issue.issue import parse_issue

from helpers.corpus import DOCUMENTS, SEEDS, text_of

_LINK = re.compile(r"data:text/calendar[^,\s\"')]*;base64,([A-Za-z0-9+/=%]+)")


def entries_of(text):
    """The unfolded content lines of every calendar link, in the order of the text."""
    found = []
    for match in _LINK.finditer(text):
        payload = match[1].replace("%3D", "=").replace("%2B", "+").replace("%2F", "/")
        try:
            data = base64.b64decode(payload + "=" * (-len(payload) % 4))
        except ValueError:
            found.append(Counter())
            continue
        lines = re.sub(rb"\r?\n[ \t]", b"", data).splitlines()
        found.append(Counter(filter(None, map(_in_form, lines))))
    return found


def _in_form(line):
    """A line as it is after its form has been mended: no METHOD, and no "LINK;VALUE=UID"."""
    line = re.sub(rb"^LINK(;[^:]*)?:(?=https?:)", b"LINK:", line.strip())
    return b"" if line.startswith(b"METHOD:") else line


def fix_all(issue, context):
    """Make all safe fixes, as ``check --fix`` does."""
    for _ in range(5):
        safe = [each for each in run_checks(issue, context) if each.fix and each.is_safe_fix]
        edits = fix_edits(issue.text, safe)
        if not edits:
            break
        issue = parse_issue(apply(issue.text, edits), issue.profile)
    return issue.text


@pytest.mark.slow
@pytest.mark.parametrize("path", [*DOCUMENTS, *SEEDS], ids=lambda path: path.stem)
def test_no_property_of_any_entry_is_lost(path, shelf, gazetteer):
    text = text_of(path)
    if "text/calendar" not in text:
        return
    issue = parse_issue(text, shelf.choose(text, path))
    fixed = fix_all(issue, CheckContext(gazetteer, path.name))
    before, after = entries_of(text), entries_of(fixed)
    assert len(before) == len(after)
    for old in before:  # a fix may move an event to its day
        same = next((new for new in after if old - new == Counter()), None)
        assert same is not None, old
        after.remove(same)
