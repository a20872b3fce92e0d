"""The checks over whole issues: what they find, and what their fixes make of it."""

from collections import Counter, defaultdict

import pytest
from editor.core.base.edits import apply, invert, line_number
from editor.core.base.errors import UserFacingError
from editor.core.checks.diagnostic import CheckContext
from editor.core.checks.fixing import fix_edits
from editor.core.checks.table import CHECKS, run_checks
from editor.core.events.link_reading import read_link
from editor.core.issue.issue import parse_issue
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.corpus import ISSUES, REAL_ISSUES, needs_corpus, some_of, text_of

pytestmark = pytest.mark.slow

KNOWN_DEFECTS = (
    ("bold", "2025-07-04", "**energieXchange | Bürger:innenenergie – Power to the People **"),
    ("brackets", "2024-07-08", ""),
    ("coordinates", "2025-11-10", "Heimathafen im Alten Gericht, Gerichtsstraße 2"),
    ("coordinates-shared", "2025-11-10", "Innovationsraum PROJEKTOR, Kleppingstraße 28"),
    ("date-file", "2025-05-05", "date: '2025-04-14T08:00:00+02:00'"),
    ("doubled", "2025-04-14", "Software wie wie Outlook"),
    ("end", "2025-07-04", "Donnerstag, 03.07.2025, 19:31-19:31"),
    ("file-date", "2021-09-31", ""),
    ("heading-1", "2021-03-31", "# Out in the Open: Spannende Entdeckungen"),
    ("heading-twice", "2025-08-04", "### Wirtschaft"),
    ("http", "2025-07-04", "http://www.hoerdat.de"),
    ("image-alt", "2025-12-08", "imgname: out-in-the-open-2025-11-header.jpg"),
    ("image-attribution", "2021-05-02", "open-2.jpg"),
    ("link-breaks-page", "2025-03-10", "Kalendereintrag Girls'Day Online Events"),
    ("link-standard", "2025-03-10", "**Open Data Day 2025**"),
    ("link-title", "2024-10-07", "Interfug 2024"),
    ("month-language", "2024-07-08", "Out in the Open June 2024"),
    ("offset", "2025-12-08", "2025-12-08T08:00:00+02:00"),
    ("order", "2024-05-06", "Espresso Runde mit Mario Wiedemann"),
    ("past", "2024-07-08", "Montag, 01.07.2024, bis 07.07.2024"),
    ("postcode", "2025-11-10", "14195 Wiesbaden"),
    ("required", "2021-03-31", ""),
    ("rule-choice", "2025-07-04", "jeden zweiten oder dritten Montag im Monat"),
    ("rule-doubt", "2025-01-06", "jeden zweiten Montag"),
    ("rule-typo", "2025-07-04", "jeden. Mittwoch"),
    ("same-link", "2025-10-06", "https://mastodon.social/@PrototypeFund/115309176484976415"),
    ("series-once", "2025-08-04", "Bielefeld: jeden Donnerstag"),
    ("series-stale", "2025-05-05", "Flensburg: jeden Mittwoch"),
    ("session", "2023-03-03", "https://twitter.com/mentrup/status/1625918478644396034?s=20"),
    ("swapped", "2025-05-05", "[https://eoapi.dev](eoAPI)"),
    ("target", "2025-10-06", "[GSAP](ttps://gsap.com/pricing/)"),
    ("tracking", "2025-01-06", "ogdtg/starter-code-ogdtg?trk=article-ssr-frontend-pulse"),
    ("weekday", "2022-09-05", "Montag, 19.09. bis Mittwoch, 22.09.2022"),
)
"""A defect of every class that an issue really has: its code, the issue, and words of its line.

No words where it concerns the file."""

MAY_APPEAR = {
    "date-file": {"past"},  # by a later day more is over
    "link-markdown": {"link-standard"},  # the entry of the link is read now
    "bold-heading": {"line-unread"},  # what stands under it is a list of events now
}
"""Problems that are there from the start, and seen only after a fix."""


@pytest.fixture(scope="module")
def checked_issues(shelf, gazetteer):
    """Path, issue and problems of every issue."""
    checked = []
    for path in ISSUES:
        issue = shelf.parse(text_of(path), path)
        checked.append((path, issue, run_checks(issue, CheckContext(gazetteer, path.name))))
    return checked


# --- what is found --------------------------------------------------------------------------------


def test_what_is_found_is_reported(checked_issues, capsys):
    """For people to compare: how many problems of every class, and in how many issues."""
    problems, issues = Counter(), Counter()
    for _, _, diagnostics in checked_issues:
        codes = [diagnostic.code for diagnostic in diagnostics]
        problems.update(codes)
        issues.update(set(codes))
    report = [
        f"{row.code} {problems[row.code]}/{issues[row.code]}"
        for row in CHECKS
        if row.code in problems
    ]
    with capsys.disabled():
        print("\nproblems/issues:", ", ".join(report))
    assert problems.total() > 0


@needs_corpus
@pytest.mark.parametrize(("code", "day", "words"), KNOWN_DEFECTS)
def test_a_known_defect_of_every_class_is_found(checked_issues, code, day, words):
    (checked,) = [
        (issue.text.splitlines(), diagnostics)
        for path, issue, diagnostics in checked_issues
        if path in REAL_ISSUES and path.name.startswith(day)
    ]
    lines, diagnostics = checked
    found_at = [
        lines[line_number("\n".join(lines), diagnostic.span.start) - 1]
        for diagnostic in diagnostics
        if diagnostic.code == code
    ]
    assert found_at
    assert any(words in line for line in found_at)


def test_a_header_without_a_text_in_its_place_is_always_found(checked_issues):
    for path, issue, diagnostics in checked_issues:
        if not issue.front.text("images", 0, "alt"):
            assert "image-alt" in {diagnostic.code for diagnostic in diagnostics}, path.name


def test_an_entry_without_an_identity_is_always_found(checked_issues):
    """RFC 5545 §3.6.1 demands a UID."""
    for path, issue, diagnostics in checked_issues:
        against_standard = {
            diagnostic.span for diagnostic in diagnostics if diagnostic.code == "link-standard"
        }
        for entry in issue.entries:
            if entry.href and (link := read_link(entry.href.of(issue.text))) and not link.uid:
                assert entry.href in against_standard, (path.name, entry.title)


# --- what is fixed --------------------------------------------------------------------------------


def test_every_fix_keeps_the_laws(checked_issues, gazetteer):
    """Made alone, it undoes, its problem is gone, and no other comes."""
    for path, issue, diagnostics in some_of(checked_issues, 12):
        before = Counter(diagnostic.code for diagnostic in diagnostics)
        tried = Counter()
        for diagnostic in diagnostics:
            code = diagnostic.code
            tried[code] += 1
            edits = _edits_of(diagnostic) if tried[code] <= 3 else []
            if not edits:
                continue
            text = apply(issue.text, edits)
            assert apply(text, invert(issue.text, edits)) == issue.text
            remaining = run_checks(
                parse_issue(text, issue.profile), CheckContext(gazetteer, path.name)
            )
            after = Counter(problem.code for problem in remaining)
            place = (path.name, line_number(issue.text, diagnostic.span.start), code)
            assert after[code] < before[code], place
            assert (after - before).keys() <= MAY_APPEAR.get(code, set()), place


def _edits_of(diagnostic):
    """The edits of a fix; none where there is no fix, or it is refused."""
    try:
        return diagnostic.fix() if diagnostic.fix else []
    except UserFacingError:
        return []


def test_what_is_called_fixable_is(checked_issues):
    """A report says so before the fix has been computed."""
    for path, _, diagnostics in checked_issues:
        for diagnostic in diagnostics:
            if diagnostic.fixable:
                assert diagnostic.fix(), (path.name, diagnostic)


def test_all_of_a_kind_are_mended_together(checked_issues, gazetteer):
    for path, issue, diagnostics in checked_issues[-6:]:
        of_kind = defaultdict(list)
        for diagnostic in diagnostics:
            of_kind[diagnostic.code].append(diagnostic)
        for code, alike in of_kind.items():
            mendable = [diagnostic for diagnostic in alike if diagnostic.fix]
            if not mendable:
                continue
            text = apply(issue.text, fix_edits(issue.text, mendable))
            remaining = run_checks(
                parse_issue(text, issue.profile), CheckContext(gazetteer, path.name)
            )
            left = [diagnostic for diagnostic in remaining if diagnostic.code == code]
            assert len(left) == len(alike) - len(mendable), (path.name, code)


@settings(max_examples=60)
@given(data=st.data())
def test_any_fixes_together_keep_the_laws(checked_issues, gazetteer, data):
    """Any problems of an issue, mended at once: they undo, and touch no word but their own."""
    mendable_issues = [
        (path, issue, diagnostics)
        for path, issue, diagnostics in checked_issues
        if any(diagnostic.fix for diagnostic in diagnostics)
    ]
    path, issue, diagnostics = data.draw(st.sampled_from(mendable_issues), label="issue")
    chosen = data.draw(
        st.lists(
            st.sampled_from([diagnostic for diagnostic in diagnostics if diagnostic.fix]),
            min_size=1,
            max_size=4,
            unique_by=lambda diagnostic: (diagnostic.code, diagnostic.span),
        ),
        label="problems",
    )
    edits = fix_edits(issue.text, chosen)
    text = apply(issue.text, edits)
    assert apply(text, invert(issue.text, edits)) == issue.text
    at = searched = 0
    for edit in edits:  # what lies between the edits is still there, in its order
        between = issue.text[at : edit.start]
        position = text.find(between, searched)
        assert position >= 0, (path.name, between[:60])
        at, searched = edit.end, position + len(between)
    assert text.endswith(issue.text[at:])
    after = run_checks(parse_issue(text, issue.profile), CheckContext(gazetteer, path.name))
    assert _count_errors(after) <= _count_errors(diagnostics), path.name


def _count_errors(diagnostics):
    return sum(diagnostic.severity == "error" for diagnostic in diagnostics)
