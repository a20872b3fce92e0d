"""The command line as a shell sees it: output, exit codes, one line per error, no Qt."""

import contextlib
import io
import json
import os
import re
import subprocess
import sys

import icalendar
import pytest
from editor.app.checks.explanations import load_explanations
from editor.cli import check_processes, checking, main
from editor.core.calendar.entry import encode_link
from editor.core.checks import table

from helpers.corpus import DOCUMENTS, EDGES, ISSUES, ROOT, SAMPLE, some_of


def run(*arguments):
    """Run the command in this process; returns its exit code, its output and its errors."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), contextlib.chdir(ROOT):
        code = main.main([*map(str, arguments)])
    return code, out.getvalue(), err.getvalue()


def run_process(*arguments):
    """Run the command as a shell does; returns the same."""
    done = subprocess.run(
        [sys.executable, "-m", "editor", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return done.returncode, done.stdout, done.stderr


def test_markdown_is_exported_byte_for_byte(tmp_path):
    for name, data in EDGES.items():
        path = tmp_path / f"{name}.md"
        path.write_bytes(data)
        out = tmp_path / "out"
        assert main.main(["export", "--to", "markdown", "--out", str(out), str(path)]) == 0
        assert (out / path.name).read_bytes() == data


def test_real_markdown_is_exported_byte_for_byte(tmp_path):
    paths = map(str, DOCUMENTS)
    assert main.main(["export", "--to", "markdown", "--out", str(tmp_path), *paths]) == 0
    for path in DOCUMENTS:
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()


def test_copies_of_the_process_report_what_it_reports_itself(tmp_path):
    text = SAMPLE.read_text(encoding="utf-8").replace("Der ", "Der Der ")
    for number in range(14):
        (tmp_path / f"{number:02}.md").write_text(text, encoding="utf-8")
    code, out, _ = run_process("check", tmp_path)  # nothing else runs in it: Linux forks it
    alone = [run_process("check", path)[1] for path in sorted(tmp_path.iterdir())[:2]]
    assert out.startswith("".join(alone))
    assert out.count("13.md") == out.count("00.md") > 0
    assert code == 0


def test_many_files_are_checked_in_processes_with_the_same_report(tmp_path, monkeypatch, capsys):
    text = SAMPLE.read_text(encoding="utf-8")
    for number in range(24):
        (tmp_path / f"{number:02}.md").write_text(text.replace("Der ", "Der Der ", number % 3))
    (tmp_path / "broken.md").write_bytes(b"\xff\x00")
    reports = []
    for least in (1000, 10):
        monkeypatch.setattr(checking, "_WORTH_PROCESSES", least)
        monkeypatch.setattr(check_processes, "count_processors", lambda: 2)
        code = main.main(["check", "--format", "json", str(tmp_path)])
        reports.append((code, *capsys.readouterr()))
    assert reports[0] == reports[1]
    assert '"code": "doubled"' in reports[0][1]


def test_an_export_never_writes_over_what_it_reads(tmp_path):
    source = tmp_path / "issue.txt"
    source.write_text("# Titel\n")
    for flags in ([], ["--force"]):
        code, _, err = run("export", "--to", "text", "--out", tmp_path, *flags, source)
        assert code == 1
        assert "is the file that was read" in err
    other_name = tmp_path / "ISSUE.md"
    other_name.write_text("## anders\n")
    os.link(other_name, tmp_path / "ISSUE.txt")
    assert run("export", "--to", "text", "--out", tmp_path, "--force", other_name)[0] == 1
    assert source.read_text() == "# Titel\n"
    assert other_name.read_text() == "## anders\n"


def test_two_files_of_one_name_do_not_replace_each_other(tmp_path):
    sources = [tmp_path / folder / "a.md" for folder in ("x", "y")]
    for source in sources:
        source.parent.mkdir()
        source.write_text(source.parent.name)
    for command in (["export", "--to", "text"], ["render"]):
        out = tmp_path / command[0]
        code, _, err = run(*command, "--out", out, "--force", *sources)
        assert code == 1
        assert "from another file of the same name" in err
        assert "x" in next(out.iterdir()).read_text()


def test_other_files_are_replaced_only_by_force(tmp_path):
    out = tmp_path / "out"
    assert run("export", "--to", "ics", "--out", out, SAMPLE)[0] == 0
    assert run("export", "--to", "ics", "--out", out, SAMPLE)[0] == 0, "the same bytes may stay"
    first, second, *_ = sorted(out.rglob("*.ics"))
    first.unlink()
    second.write_bytes(b"kept")
    code, _, err = run("export", "--to", "ics", "--out", out, SAMPLE)
    assert code == 1
    assert "--force replaces it" in err
    assert second.read_bytes() == b"kept"
    assert not first.exists(), "all files or none"
    assert run("export", "--to", "ics", "--out", out, "--force", SAMPLE)[0] == 0
    assert second.read_bytes() != b"kept"


def test_calendar_files_are_exported(tmp_path):
    code, out, err = run("export", "--to", "ics", "--out", tmp_path, SAMPLE)
    assert (code, out, err) == (0, "", "")
    files = sorted((tmp_path / SAMPLE.stem).glob("*.ics"))
    assert len(files) == 8
    for file in files:
        assert list(icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT"))


def test_what_cannot_be_written_as_a_rule_is_said(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(EDGES["events"])
    code, _, err = run("export", "--to", "ics", "--out", tmp_path / "out", path)
    assert code == 1
    assert err == (
        f"{path}:18: “jeden zweiten oder dritten Montag im Monat” leaves a choice, "
        "which no calendar knows.\n"
    )
    assert len(list((tmp_path / "out" / "a").glob("*.ics"))) == 3


def test_a_page_is_written(tmp_path):
    assert run("export", "--to", "html", "--out", tmp_path, SAMPLE) == (0, "", "")
    page = (tmp_path / f"{SAMPLE.stem}.html").read_text(encoding="utf-8")
    assert "<title>Frühjahrsputz" in page


def test_a_body_is_written(tmp_path):
    assert run("render", "--out", tmp_path, SAMPLE) == (0, "", "")
    body = (tmp_path / f"{SAMPLE.stem}.html").read_text(encoding="utf-8")
    assert body.startswith("<p>Der Februar")


QUOTED_TITLE = (
    b"## Termine\n* Mo: **x** <a title='Girls'Day' href=\"data:text/calendar;base64,QUJD\">x</a>\n"
)
"""A link whose title ends where its apostrophe is."""


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"\xff", 1, "not UTF-8"),
        (b"\0", 1, "no text file"),
        (EDGES["tab"], 3, "error: YAML allows no tab"),
        (EDGES["duplicate keys"], 4, "“title” stands twice"),
        (QUOTED_TITLE, 2, "breaks the page"),
    ],
)
def test_problems_are_one_line_with_file_and_line(tmp_path, data, line, words):
    path = tmp_path / "a.md"
    path.write_bytes(data)
    code, out, err = run("check", path)
    assert code == 1
    problems = [each for each in (out + err).splitlines() if each.startswith(f"{path}:{line}: ")]
    assert any(words in problem for problem in problems)


def test_missing_files_and_folders_are_said(tmp_path):
    code, _, err = run("render", "--out", tmp_path / "out", tmp_path, tmp_path / "none.md", SAMPLE)
    assert code == 1
    folder, missing = err.splitlines()
    assert "is a folder" in folder
    assert "does not exist" in missing


def test_one_bad_file_does_not_stop_the_others(tmp_path):
    paths = (tmp_path / "none.md", SAMPLE)
    assert run("export", "--to", "markdown", "--out", tmp_path, *paths)[0] == 1
    assert (tmp_path / SAMPLE.name).exists()


@pytest.mark.parametrize(
    "arguments",
    [["export"], ["export", "--to", "word", "--out", "x", "y"], ["check"], ["--nonsense"]],
)
def test_wrong_use_is_two(arguments):
    code, _, err = run_process(*arguments)
    assert code == 2
    assert "usage:" in err


def test_help_and_version():
    assert run_process("--version")[1].startswith("rundbrief ")
    assert "export" in run_process("--help")[1]


def test_a_broken_profile_of_the_user_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = tmp_path / "rundbrief" / "profiles"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text('name = "mine"\ncolour = "red"\n')
    code, _, err = run_process("check", SAMPLE)
    assert code == 0
    assert "mine.toml" in err
    assert "line 2" in err


WITHOUT_QT = """
import sys
from editor.cli.main import main
main(sys.argv[1:])
sys.exit(any("PySide6" in name for name in sys.modules))
"""


@pytest.mark.parametrize(
    "arguments", [["check"], ["render", "--out"], ["export", "--to", "ics", "--out"]]
)
def test_the_command_line_imports_no_qt(tmp_path, arguments):
    if arguments[-1] == "--out":
        arguments = [*arguments, tmp_path]
    command = [sys.executable, "-c", WITHOUT_QT, *map(str, [*arguments, SAMPLE])]
    assert subprocess.run(command, cwd=ROOT).returncode == 0


def bomb():
    """Front matter whose anchors unfold to more than any memory holds."""
    lines = [
        f"b{number}: &b{number} [{','.join([f'*b{number - 1}'] * 9)}]" for number in range(1, 30)
    ]
    return "\n".join(["---", "b0: &b0 [x]", *lines, "---", ""]).encode()


def test_hostile_input_ends_with_a_sentence(tmp_path):
    files = {
        "bomb.md": bomb(),
        "markers.md": b"- " * 100_000,
        "deep.md": b"---\na: " + b"[" * 100_000 + b"\n---\n",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    with (tmp_path / "huge.md").open("wb") as file:
        file.truncate(50 * 2**20)
    code, out, err = run("check", "--level", "warning", tmp_path)
    assert code == 1
    lines = [line for line in (out + err).splitlines() if line.startswith(str(tmp_path))]
    named = {line.split(":")[0].rpartition("/")[2] for line in lines}
    assert named == {"bomb.md", "deep.md", "huge.md"}
    assert run("render", "--out", tmp_path / "out", tmp_path / "markers.md")[0] == 0


def test_real_issues_are_checked_without_an_exception(capsys):
    assert main.main(["check", *map(str, some_of(ISSUES, 12))]) in (0, 1)
    for line in capsys.readouterr().out.splitlines():
        assert re.match(r".+\.md:\d+: ", line), line


OLD_LINK = encode_link(
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"
    b"SUMMARY:Eins\r\nDTSTART:20260304T190000\r\n"
    b"END:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture
def issue_with_old_links(tmp_path):
    """Two lines with one old link; the second line contradicts it."""
    path = tmp_path / "2026-02-09-out-in-the-open-january-2026.md"
    link = f'<a href="data:text/calendar;base64,{OLD_LINK}">x</a>'
    lines = [
        "---",
        "title: x",
        "date: 2026-02-09",
        "---",
        "## Termine",
        f"* Mittwoch, 04.03.2026, 19:00: **Eins** {link}",
        f"* Mittwoch, 04.03.2026, 18:00: **Eins** {link}",
        "",
    ]
    path.write_bytes("\r\n".join(lines).encode())
    return path


def test_what_mending_calendar_links_would_change_is_shown(issue_with_old_links):
    path = issue_with_old_links
    before = path.read_bytes()
    code, out, err = run("check", "--fix", "calendar-links", "--diff", path)
    assert code == 1
    assert out.startswith(f"--- {path}\n+++ {path}\n")
    assert "\n-* Mittwoch, 04.03.2026, 19:00" in out
    assert err == f"{path}:7: asks: Eins: line and entry contradict each other (start)\n"
    assert path.read_bytes() == before


def test_calendar_links_are_mended_where_nothing_contradicts_them(issue_with_old_links):
    path = issue_with_old_links
    before = path.read_bytes().split(b"\r\n")
    assert run("check", "--fix", "calendar-links", path)[0] == 1
    after = path.read_bytes().split(b"\r\n")
    changed = [number for number, line in enumerate(before) if after[number] != line]
    assert len(after) == len(before)
    assert changed == [5]


def test_calendar_links_that_are_contradicted_are_mended_as_one_says(issue_with_old_links):
    path = issue_with_old_links
    assert run("check", "--fix", "calendar-links", "--trust", "line", path)[0] == 0
    assert run("check", "--fix", "calendar-links", "--diff", path) == (0, "", "")


NEXT = ("--issue", "2026-03", "--date", "2026-04-13", "--title", "April")
NEXT_NAME = "2026-04-13-out-in-the-open-march-2026.md"


def make_next(*arguments):
    """Make the issue after the sample; returns exit code, output and errors."""
    photo = "https://pixabay.com/photos/x-1/"
    return run("new", "--from", SAMPLE, *NEXT, "--photo", photo, *arguments)


def test_the_next_issue_is_made(tmp_path):
    path = tmp_path / NEXT_NAME
    code, out, _ = make_next("--out", tmp_path)
    assert (code, out) == (0, f"{path}\n")
    text = path.read_text(encoding="utf-8")
    assert 'title: "April – Out in the Open März 2026"' in text
    assert "out-in-the-open-2026-03-header.jpg" in text
    assert "2026-04-13T08:00:00+02:00" in text


def test_the_next_issue_takes_no_files_place(tmp_path):
    path = tmp_path / NEXT_NAME
    path.write_text("mein Text")
    code, _, err = make_next("--out", tmp_path)
    assert code == 1
    assert "exists already" in err
    assert path.read_text() == "mein Text"


def test_the_next_issue_may_have_another_name_in_a_new_folder(tmp_path):
    path = tmp_path / "neu" / "a.md"
    assert make_next("--renew-links", "--out", path)[0] == 0
    assert path.exists()


@pytest.mark.parametrize(
    ("flag", "value"), [("--issue", "2026-13"), ("--date", "morgen"), ("--issue", "0001-01")]
)
def test_months_and_days_of_the_next_issue_are_looked_at(tmp_path, flag, value):
    code, _, err = run("new", "--from", SAMPLE, flag, value, "--out", tmp_path)
    assert code == 2
    assert value in err
    assert "Traceback" not in err


def test_the_photo_of_the_next_issue_is_looked_at(tmp_path):
    code, _, err = run("new", "--from", SAMPLE, "--photo", "mein Foto", "--out", tmp_path)
    assert code == 1
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []


# --- checks ---------------------------------------------------------------------------------------

FAULTY = """---
title: "Los – Out in the Open January 2026"
author: A
date: '2026-02-09T08:00:00+02:00'
excerpt: E
---

## Veranstaltungen
* Dienstag, 04.03.2026, online: ** Eins **
  * ttps://eins.example
"""


@pytest.fixture
def faulty(tmp_path):
    """An issue with faults, in the folder of a site."""
    path = tmp_path / "content/blog/2026-02-09-out-in-the-open-january-2026.md"
    path.parent.mkdir(parents=True)
    path.write_text(FAULTY, encoding="utf-8")
    return path


def test_a_report_for_scripts(faulty):
    code, out, err = run("check", "--format", "json", "--select", "weekday,offset", faulty)
    assert (code, err) == (1, "")
    first, second = json.loads(out)
    message = first.pop("message")
    assert "+01:00" in message
    assert first == {
        "file": str(faulty),
        "line": 4,
        "column": 7,
        "end_line": 4,
        "end_column": 34,
        "level": "error",
        "code": "offset",
        "fixable": True,
    }
    assert second["code"] == "weekday"
    assert (second["line"], second["column"], second["end_column"]) == (9, 3, 23)


def test_a_report_for_github(faulty):
    code, out, _ = run("check", "--format", "github", "--select", "weekday", faulty)
    assert code == 1
    assert out == (
        f"::error file={faulty},line=9,col=3,endLine=9,endColumn=23,title=weekday"
        "::04.03.2026 is “Mittwoch”.\n"
    )


def test_a_report_in_sarif(faulty):
    code, out, _ = run("check", "--format", "sarif", faulty)
    log = json.loads(out)
    (sarif,) = log["runs"]
    assert code == 1
    assert log["version"] == "2.1.0"
    rules = {rule["id"] for rule in sarif["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in sarif["results"]} <= rules
    levels = {result["ruleId"]: result["level"] for result in sarif["results"]}
    assert (levels["weekday"], levels["month-language"]) == ("error", "warning")


def reported_codes(*arguments):
    """The codes that a check reports."""
    lines = run("check", *arguments)[1].splitlines()
    return {line.rpartition("[")[2].rstrip("]") for line in lines}


def test_what_is_shown_can_be_chosen_by_code(faulty):
    everything = reported_codes(faulty)
    assert {"weekday", "offset", "month-language", "bold"} <= everything
    others = everything - {"weekday", "offset"}
    assert reported_codes("--ignore", "weekday,offset", faulty) == others
    assert reported_codes("--select", "weekday,offset", faulty) == {"weekday", "offset"}


def test_what_is_shown_can_be_chosen_by_level(faulty):
    errors = reported_codes("--level", "error", faulty)
    assert "month-language" not in errors
    assert errors < reported_codes("--level", "warning", faulty)


def test_the_level_decides_what_fails(faulty):
    select = ("--select", "month-language")
    assert run("check", "--level", "warning", *select, faulty)[0] == 1
    assert run("check", *select, faulty)[0] == 0


def test_a_code_that_does_not_exist_is_said(faulty):
    code, _, err = run("check", "--select", "nonsense", faulty)
    assert code == 2
    assert "nonsense" in err


def test_fixes_are_shown(faulty):
    out = run("check", "--fix", "--diff", faulty)[1]
    assert "+date: '2026-02-09T08:00:00+01:00'" in out
    assert "+* Dienstag, 04.03.2026, online: **Eins**" in out
    assert faulty.read_text(encoding="utf-8") == FAULTY
    assert run("check", "--diff", faulty)[1] == out


def test_fixes_are_written_and_what_is_left_is_reported(faulty):
    code, out, _ = run("check", "--fix", faulty)
    assert code == 1
    assert "[weekday]" in out  # the day or the date may be wrong
    assert "[bold]" not in out
    assert "Januar 2026" in faulty.read_text(encoding="utf-8")
    assert run("check", "--fix", "--diff", faulty)[1] == ""


def test_what_cannot_be_read_stands_in_the_report(faulty, tmp_path):
    unreadable = [tmp_path / "latin.md", tmp_path / "nowhere.md"]
    unreadable[0].write_bytes(b"\xe4")
    code, out, _ = run("check", "--format", "json", *unreadable, faulty)
    codes = [problem["code"] for problem in json.loads(out)]
    assert code == 1
    assert codes[:2] == ["unreadable", "unreadable"]
    assert "weekday" in codes[2:]
    assert run("check", "--format", "github", unreadable[0])[1].startswith("::error file=")


def test_a_report_ends_with_its_sum(faulty):
    err = run("check", "--select", "weekday,offset,month-language", faulty)[2]
    assert err == "2 errors, 1 warning in 1 file\n"


def test_a_guess_is_no_fix(faulty):
    prose = "lange lange [Seite](http://a.example)\n"
    faulty.write_text(f"{FAULTY}\n## Prosa\n{prose}", encoding="utf-8")
    problems = json.loads(run("check", "--format", "json", faulty)[1])
    fixable = {problem["code"]: problem["fixable"] for problem in problems}
    assert fixable["offset"]
    assert not fixable["doubled"]
    assert not fixable["http"]
    assert not fixable["weekday"]
    left = run("check", "--fix", faulty)[1]
    assert "[doubled]" in left
    assert "[offset]" not in left
    assert prose in faulty.read_text(encoding="utf-8")


def configure(folder, settings=None):
    """Make a folder a site, with settings of its own."""
    (folder / "hugo.toml").write_text('baseURL = "https://codefor.de/"\n')
    if settings is not None:
        (folder / ".rundbrief.toml").write_text(settings)


def test_the_files_of_a_folder_are_checked(faulty, tmp_path):
    configure(tmp_path)
    code, out, _ = run("check", tmp_path)
    assert code == 1
    assert f"{faulty}:9: " in out
    assert "[weekday]" in out


def test_a_sites_own_settings_are_followed(faulty, tmp_path):
    configure(
        tmp_path,
        '[checks]\noff = ["weekday"]\nlevels = {offset = "hint"}\n'
        'files = {"content/blog/2026*" = ["bold"]}\n',
    )
    out = run("check", "--site", tmp_path, tmp_path)[1]
    assert "[weekday]" not in out
    assert "[bold]" not in out
    (offset,) = (line for line in out.splitlines() if "[offset]" in line)
    assert "hint: " in offset


def test_wrong_settings_are_said_once_and_the_files_still_checked(faulty, tmp_path):
    configure(tmp_path, "[checks]\nnonsense = 1\n")
    code, out, err = run("check", faulty, faulty)
    assert code == 2
    assert err.count("nonsense") == 1
    assert "line 2" in err
    assert "[weekday]" in out


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ('[checks]\noff = ["wekday"]\n', "wekday"),
        ('[checks]\nlevels = { http = "fatal" }\n', "fatal"),
        ('[checks]\noff = "http"\n', "should be a list"),
        ('[checks]\nfiles = { "*" = "http" }\n', "should be a list"),
        ("[checks]\nfiles = 3\n", "should be a table"),
        ("checks = 3\n", "should be a table"),
        ("off = [1]\n", "off"),
        ("[checks\n", "line 1"),
    ],
)
def test_a_sites_settings_are_looked_at(faulty, tmp_path, settings, words):
    configure(tmp_path, settings)
    code, out, err = run("check", faulty)
    assert code == 2
    assert words in err
    assert "Traceback" not in err
    assert "[weekday]" in out


def test_a_sites_settings_silence_whole_files(faulty, tmp_path):
    configure(tmp_path, '[checks]\nfiles = { "content/blog/2026*" = ["all"] }\n')
    assert run("check", faulty) == (0, "", "no problems in 1 file\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--select", ""],
        ["--select", "all"],
        ["--trust", "line"],
        ["--site", "nowhere"],
        ["--diff", "--format", "json"],
        ["--fix", "calendar-links", "--format", "json"],
    ],
)
def test_arguments_that_make_no_sense_are_said(faulty, arguments):
    code, out, err = run("check", *arguments, faulty)
    assert (code, out) == (2, "")
    assert err
    assert "Traceback" not in err


def test_a_folder_without_markdown_is_said(faulty, tmp_path):
    (tmp_path / "leer").mkdir()
    code, out, err = run("check", tmp_path / "leer", faulty)
    assert code == 2
    assert "leer holds no Markdown" in err
    assert "[weekday]" in out


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_check_is_explained(language):
    assert {row.code for row in table.CHECKS} <= set(load_explanations(language))


def test_every_check_is_listed():
    assert len(run("explain")[1].splitlines()) == len(table.CHECKS)


def test_a_check_is_explained_on_the_command_line():
    code, out, _ = run("explain", "weekday")
    assert code == 0
    assert out.startswith("weekday (error): ")
    assert "rundbrief off: weekday" in out
    assert run("explain", "nonsense")[0] == 2


def test_a_link_that_leads_out_of_the_folder_is_not_followed(faulty, tmp_path):
    folder = tmp_path / "inside"
    folder.mkdir()
    (folder / "link.md").symlink_to(faulty)
    before = faulty.read_bytes()
    code, _, err = run("check", "--fix", folder)
    assert code == 2
    assert "holds no Markdown files" in err
    assert faulty.read_bytes() == before
