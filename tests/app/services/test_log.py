"""The log holds faults of the program, and no text of a document."""

import json
import logging
import sys
from logging.handlers import RotatingFileHandler

import pytest
from editor import __version__
from editor.app.services.log import describe_error, log_file, report_details, start_logging


@pytest.fixture
def handler():
    """The program's log, closed again at the end."""
    logger = logging.getLogger("editor")
    level = logger.level
    handler = start_logging()
    yield handler
    logger.removeHandler(handler)
    logger.setLevel(level)
    handler.close()


def raised(error):
    """Raise and catch an error, so that it has been somewhere."""
    try:
        raise error
    except type(error) as caught:
        return caught


def test_the_log_is_a_file_in_the_users_state_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert log_file() == tmp_path / "rundbrief" / "rundbrief.log"


def test_the_log_rotates_and_is_for_its_owner_alone(handler):
    assert isinstance(handler, RotatingFileHandler)
    assert handler.maxBytes > 0
    assert handler.backupCount > 0
    assert log_file().parent.stat().st_mode & 0o777 == 0o700


def test_a_full_log_begins_anew_and_keeps_the_old_lines_beside_it(handler):
    handler.maxBytes = 200
    logger = logging.getLogger("editor.example")
    for number in range(10):
        logger.info("line %d %s", number, "x" * 50)
    assert log_file().stat().st_size <= 200
    assert log_file().with_name("rundbrief.log.1").is_file()


def test_the_programs_loggers_write_to_it(handler):
    logging.getLogger("editor.example").info("a line")
    logging.getLogger("somewhere.else").error("another line")
    (line,) = log_file().read_text(encoding="utf-8").splitlines()
    assert line.endswith("INFO editor.example: a line")


def test_without_a_folder_the_program_works_without_a_log(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert start_logging() is None


def test_an_error_is_described_without_its_own_words():
    error = raised(ValueError("secret words of the document"))
    description = describe_error(error)
    assert description.startswith("ValueError in tests/app/services/test_log.py:")
    assert "secret" not in description


def test_the_causes_of_an_error_are_not_quoted_either():
    error = ValueError("secret")
    error.__cause__ = raised(KeyError("secret, too"))
    error.add_note("secret, as well")
    assert "secret" not in describe_error(raised(error))


def test_an_error_names_every_place_it_went_through_the_innermost_last():
    error = raised(LookupError())
    places = describe_error(error).removeprefix("LookupError in ").split(", ")
    line = raised.__code__.co_firstlineno
    assert places == [f"tests/app/services/test_log.py:{line + 3}"]
    try:
        raise error
    except LookupError as caught:
        places = describe_error(caught).removeprefix("LookupError in ").split(", ")
    assert len(places) == 2
    assert places[-1] == f"tests/app/services/test_log.py:{line + 3}"


def test_places_outside_the_program_lose_their_folders():
    """The folders may have the user's name in them."""
    with pytest.raises(ValueError) as refused:
        json.loads("{")
    assert describe_error(refused.value).split(", ")[-1].startswith("decoder.py:")


def test_an_error_that_was_never_raised_has_no_place():
    assert describe_error(KeyError("x")) == "KeyError in unknown place"


def test_a_report_has_versions_and_the_last_lines_of_the_log(handler):
    logger = logging.getLogger("editor.example")
    for number in range(100):
        logger.error("line %d", number)
    report = report_details()
    assert report.startswith(f"Rundbrief {__version__}\nPython {sys.version.split()[0]}, PySide6 ")
    assert report.endswith("editor.example: line 99\n")
    assert "line 70\n" in report
    assert "line 69\n" not in report


def test_a_report_without_a_log_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert report_details().endswith("\n\n(no log)\n")
