"""The command line as a shell sees it: output, exit codes, one line per error, no Qt."""

import json
import subprocess
import sys
import time

import icalendar
import pytest
from editor.app.checks.explanations import load_explanations
from editor.cli import main
from editor.core.calendar.entry import encode_link
from editor.core.checks import table

from helpers.corpus import EDGES, ISSUES, REAL, ROOT, SAMPLE, needs_corpus, text_of


def run(*arguments):
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
        assert (
            main.main(["export", "--to", "markdown", "--out", str(tmp_path / "out"), str(path)])
            == 0
        )
        assert (tmp_path / "out" / path.name).read_bytes() == data


@needs_corpus
def test_real_markdown_is_exported_byte_for_byte(tmp_path):
    assert main.main(["export", "--to", "markdown", "--out", str(tmp_path), *map(str, REAL)]) == 0
    for path in REAL:
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()


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
    assert (
        err
        == f"{path}:18: “jeden zweiten oder dritten Montag im Monat” cannot be said as one rule; no calendar entry was written.\n"
    )
    assert len(list((tmp_path / "out" / "a").glob("*.ics"))) == 3


def test_a_page_and_a_body_are_written(tmp_path):
    assert run("export", "--to", "html", "--out", tmp_path, SAMPLE)[0] == 0
    assert "<title>Frühjahrsputz" in (tmp_path / f"{SAMPLE.stem}.html").read_text(encoding="utf-8")
    assert run("render", "--out", tmp_path / "body", SAMPLE)[0] == 0
    assert (
        (tmp_path / "body" / f"{SAMPLE.stem}.html")
        .read_text(encoding="utf-8")
        .startswith("<p>Der Februar")
    )


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"\xff", 1, "not UTF-8"),
        (b"\0", 1, "no text file"),
        (EDGES["tab"], 3, "error: YAML allows no tab"),
        (EDGES["duplicate keys"], 4, "“title” stands twice"),
        (
            b"## Termine\n* Mo: **x** <a title='Girls'Day' href=\"data:text/calendar;base64,QUJD\">x</a>\n",
            2,
            "breaks the page",
        ),
    ],
)
def test_problems_are_one_line_with_file_and_line(tmp_path, data, line, words):
    path = tmp_path / "a.md"
    path.write_bytes(data)
    code, out, err = run("check", path)
    said = out + err
    assert code == 1
    assert any(one.startswith(f"{path}:{line}: ") and words in one for one in said.splitlines())


def test_missing_files_and_folders_are_said(tmp_path):
    code, _, err = run("render", "--out", tmp_path / "out", tmp_path, tmp_path / "none.md", SAMPLE)
    assert (
        code == 1
        and "is a folder" in err
        and "does not exist" in err
        and len(err.splitlines()) == 2
    )


def test_one_bad_file_does_not_stop_the_others(tmp_path):
    assert (
        run("export", "--to", "markdown", "--out", tmp_path, tmp_path / "none.md", SAMPLE)[0] == 1
    )
    assert (tmp_path / SAMPLE.name).exists()


@pytest.mark.parametrize(
    "arguments",
    [["export"], ["export", "--to", "word", "--out", "x", "y"], ["check"], ["--nonsense"]],
)
def test_wrong_use_is_two(arguments):
    code, _, err = run(*arguments)
    assert code == 2 and "usage:" in err


def test_help_and_version():
    assert run("--version")[1].startswith("rundbrief ")
    assert "export" in run("--help")[1]


def test_a_broken_profile_of_the_user_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = tmp_path / "rundbrief" / "profiles"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text('name = "mine"\ncolour = "red"\n')
    code, _, err = run("check", SAMPLE)
    assert code == 0 and "mine.toml" in err and "line 2" in err


def test_the_command_line_imports_no_qt(tmp_path):
    for arguments in (
        ["check", SAMPLE],
        ["render", "--out", tmp_path, SAMPLE],
        ["export", "--to", "ics", "--out", tmp_path, SAMPLE],
    ):
        code = f"import sys; from editor.cli.main import main; main({[str(a) for a in arguments]!r}); sys.exit(any('PySide6' in m for m in sys.modules))"
        assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0


def test_hostile_input_ends_with_a_sentence(tmp_path):
    files = {
        "bomb.md": (
            "---\nb0: &b0 [x]\n"
            + "".join(f"b{i}: &b{i} [{','.join([f'*b{i - 1}'] * 9)}]\n" for i in range(1, 30))
            + "---\n"
        ).encode(),
        "markers.md": b"- " * 100_000,
        "deep.md": b"---\na: " + b"[" * 100_000 + b"\n---\n",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    with (tmp_path / "huge.md").open("wb") as file:
        file.truncate(50 * 2**20)
    code, out, err = run("check", tmp_path)
    assert code == 1
    assert {
        line.split(":")[0].rsplit("/", 1)[1]
        for line in (out + err).splitlines()
        if "hint" not in line
    } == {"bomb.md", "deep.md", "huge.md"}
    assert run("render", "--out", tmp_path / "out", tmp_path / "markers.md")[0] == 0


@needs_corpus
def test_real_issues_are_checked_without_an_exception(capsys):
    code = main.main(["check", *map(str, ISSUES)])
    lines = capsys.readouterr().out.splitlines()
    assert code in (0, 1)
    assert all(line.count(":") >= 3 for line in lines)
    print(
        f"check: {len(lines)} findings in {len(ISSUES)} issues; texts of {sum(len(text_of(p)) for p in ISSUES)} characters"
    )


OLD_LINK = encode_link(
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Eins\r\nDTSTART:20260304T190000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def test_calendar_links_are_mended(tmp_path):
    path = tmp_path / "2026-02-09-out-in-the-open-january-2026.md"
    line = f'* Mittwoch, 04.03.2026, 19:00: **Eins** <a href="data:text/calendar;base64,{OLD_LINK}">x</a>'
    path.write_bytes(
        f"---\r\ntitle: x\r\ndate: 2026-02-09\r\n---\r\n## Termine\r\n{line}\r\n{line.replace('19:00', '18:00')}\r\n".encode()
    )
    before = path.read_bytes()
    code, out, err = run("check", "--fix", "calendar-links", "--diff", path)
    assert (code, path.read_bytes()) == (1, before)
    assert out.startswith(f"--- {path}\n+++ {path}\n") and "\n-* Mittwoch, 04.03.2026, 19:00" in out
    assert err == f"{path}:7: asks: Eins: line and entry contradict each other (start)\n"
    assert run("check", "--fix", "calendar-links", path)[0] == 1
    after = path.read_bytes()
    assert (
        after.split(b"\r\n")[6] == before.split(b"\r\n")[6]
        and after.split(b"\r\n")[5] != before.split(b"\r\n")[5]
    )
    assert run("check", "--fix", "calendar-links", "--trust", "line", path)[0] == 0
    assert run("check", "--fix", "calendar-links", "--diff", path) == (0, "", "")


def test_the_next_issue_is_made_and_nothing_overwritten(tmp_path):
    wanted = [
        "new",
        "--from",
        SAMPLE,
        "--issue",
        "2026-03",
        "--date",
        "2026-04-13",
        "--title",
        "April",
        "--photo",
        "https://pixabay.com/photos/x-1/",
    ]
    code, out, err = run(*wanted, "--out", tmp_path)
    made = tmp_path / "2026-04-13-out-in-the-open-march-2026.md"
    assert (code, out) == (0, f"{made}\n")
    text = made.read_text(encoding="utf-8")
    assert (
        'title: "April – Out in the Open März 2026"' in text
        and "out-in-the-open-2026-03-header.jpg" in text
    )
    assert "2026-04-13T08:00:00+02:00" in text
    code, _, err = run(*wanted, "--out", tmp_path)
    assert code == 1 and "exists already" in err
    assert made.read_text(encoding="utf-8") == text
    other = tmp_path / "neu" / "a.md"
    assert run(*wanted, "--renew-links", "--out", other)[0] == 0
    assert other.exists()


def test_months_and_days_of_the_next_issue_are_looked_at(tmp_path):
    for flag, value in (("--issue", "2026-13"), ("--date", "morgen"), ("--issue", "0001-01")):
        code, _, err = run("new", "--from", SAMPLE, flag, value, "--out", tmp_path)
        assert code == 2 and value in err and "Traceback" not in err
    assert run("new", "--from", SAMPLE, "--photo", "mein Foto", "--out", tmp_path)[0] == 1


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
    path = tmp_path / "content/blog/2026-02-09-out-in-the-open-january-2026.md"
    path.parent.mkdir(parents=True)
    path.write_text(FAULTY, encoding="utf-8")
    return path


def test_a_report_for_scripts(faulty):
    code, out, err = run("check", "--format", "json", "--select", "weekday,offset", faulty)
    assert (code, err) == (1, "")
    first, second = json.loads(out)
    assert set(first) == set(
        "file line column end_line end_column level code message fixable".split()
    )
    assert (first["code"], first["line"], first["column"], first["level"], first["fixable"]) == (
        "offset",
        4,
        7,
        "error",
        True,
    )
    assert (second["code"], second["line"], second["column"], second["end_column"]) == (
        "weekday",
        9,
        3,
        23,
    )


def test_a_report_for_github(faulty):
    code, out, _ = run("check", "--format", "github", "--select", "weekday", faulty)
    assert code == 1
    assert (
        out
        == f"::error file={faulty},line=9,col=3,endLine=9,endColumn=23,title=weekday::04.03.2026 is “Mittwoch”.\n"
    )


def test_a_report_in_sarif(faulty):
    code, out, _ = run("check", "--format", "sarif", faulty)
    log = json.loads(out)
    (sarif,) = log["runs"]
    rules = {rule["id"] for rule in sarif["tool"]["driver"]["rules"]}
    assert (
        code == 1
        and log["version"] == "2.1.0"
        and {result["ruleId"] for result in sarif["results"]} <= rules
    )
    assert {result["level"] for result in sarif["results"]} <= {"error", "warning", "note"}


def test_what_is_shown_can_be_chosen(faulty):
    def codes(*arguments):
        return {
            line.rsplit("[", 1)[1].rstrip("]")
            for line in run("check", *arguments, faulty)[1].splitlines()
        }

    everything = codes()
    assert {"weekday", "offset", "month-language", "bold"} <= everything
    assert codes("--ignore", "weekday,offset") == everything - {"weekday", "offset"}
    assert "month-language" not in codes("--level", "error") < codes("--level", "warning")
    assert run("check", "--level", "warning", "--select", "month-language", faulty)[0] == 1
    assert run("check", "--select", "month-language", faulty)[0] == 0
    code, _, err = run("check", "--select", "nonsense", faulty)
    assert code == 2 and "nonsense" in err


def test_fixes_are_shown_and_written(faulty):
    code, out, _ = run("check", "--fix", "--diff", faulty)
    assert (
        "+date: '2026-02-09T08:00:00+01:00'" in out
        and "+* Dienstag, 04.03.2026, online: **Eins**" in out
    )
    assert faulty.read_text(encoding="utf-8") == FAULTY
    assert run("check", "--diff", faulty)[1] == out
    code, out, _ = run("check", "--fix", faulty)
    assert (
        code == 1 and "[weekday]" in out and "[bold]" not in out
    )  # which of the two is wrong nobody knows
    assert "Januar 2026" in faulty.read_text(encoding="utf-8")
    assert run("check", "--fix", "--diff", faulty)[1] == ""


def test_what_cannot_be_read_stands_in_the_report(faulty, tmp_path):
    (tmp_path / "latin.md").write_bytes(b"\xe4")
    code, out, _ = run(
        "check", "--format", "json", tmp_path / "latin.md", tmp_path / "nowhere.md", faulty
    )
    found = json.loads(out)
    assert (
        code == 1
        and [one["code"] for one in found[:2]] == ["unreadable"] * 2
        and "weekday" in {one["code"] for one in found}
    )
    assert run("check", "--format", "github", tmp_path / "latin.md")[1].startswith("::error file=")


def test_a_report_ends_with_its_sum(faulty):
    assert (
        run("check", "--select", "weekday,offset,month-language", faulty)[2]
        == "2 errors, 1 warning in 1 file\n"
    )


def test_a_guess_is_no_fix(faulty):
    faulty.write_text(
        FAULTY + "\n## Prosa\nlange lange [Seite](http://a.example)\n", encoding="utf-8"
    )
    found = {
        one["code"]: one["fixable"]
        for one in json.loads(run("check", "--format", "json", faulty)[1])
    }
    assert (found["doubled"], found["http"], found["weekday"], found["offset"]) == (
        False,
        False,
        False,
        True,
    )
    left = run("check", "--fix", faulty)[1]
    assert "[doubled]" in left and "[offset]" not in left
    assert "lange lange [Seite](http://a.example)" in faulty.read_text(encoding="utf-8")


def test_files_of_a_folder_and_a_sites_own_settings(faulty, tmp_path):
    (tmp_path / "hugo.toml").write_text("")
    assert "[weekday]" in run("check", tmp_path)[1]
    (tmp_path / ".rundbrief.toml").write_text(
        '[checks]\noff = ["weekday"]\nlevels = {offset = "hint"}\nfiles = {"content/blog/2026*" = ["bold"]}\n'
    )
    out = run("check", "--site", tmp_path, tmp_path)[1]
    assert "[weekday]" not in out and "[bold]" not in out and "[offset]" in out and "hint: " in out
    (tmp_path / ".rundbrief.toml").write_text("[checks]\nnonsense = 1\n")
    code, out, err = run("check", faulty, faulty)
    assert code == 2 and err.count("nonsense") == 1 and "line 2" in err and "[weekday]" in out


@pytest.mark.parametrize(
    ("settings", "said"),
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
def test_a_sites_settings_are_looked_at(faulty, tmp_path, settings, said):
    (tmp_path / "hugo.toml").write_text("")
    (tmp_path / ".rundbrief.toml").write_text(settings)
    code, out, err = run("check", faulty)
    assert code == 2 and said in err and "[weekday]" in out and "Traceback" not in err


def test_a_sites_settings_silence_whole_files(faulty, tmp_path):
    (tmp_path / "hugo.toml").write_text("")
    (tmp_path / ".rundbrief.toml").write_text(
        '[checks]\nfiles = { "content/blog/2026*" = ["all"] }\n'
    )
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
    assert (code, out) == (2, "") and err and "Traceback" not in err


def test_a_folder_without_markdown_is_said(faulty, tmp_path):
    (tmp_path / "leer").mkdir()
    code, out, err = run("check", tmp_path / "leer", faulty)
    assert code == 2 and "leer holds no Markdown" in err and "[weekday]" in out


def test_every_check_is_explained():
    listed = run("explain")[1].splitlines()
    assert len(listed) == len(table.CHECKS)
    code, out, _ = run("explain", "weekday")
    assert code == 0 and out.startswith("weekday (error): ") and "rundbrief off: weekday" in out
    assert run("explain", "nonsense")[0] == 2
    for language in ("de", "en"):
        assert {row.code for row in table.CHECKS} <= set(load_explanations(language))


@needs_corpus
def test_all_issues_are_checked_soon():
    """A bound that only a blunder breaks; the figures are in the benchmark."""
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "editor", "check", *map(str, ISSUES)], cwd=ROOT, capture_output=True
    )
    assert time.perf_counter() - begin < 30
