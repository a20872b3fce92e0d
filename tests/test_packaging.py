"""What people install names the same things as the program, on each system."""

import importlib
import re
import shutil
import subprocess
import sys
import tomllib
from configparser import ConfigParser
from xml.etree import ElementTree

import pytest
import yaml
from editor import APP_ID, HOME_PAGE, __version__
from editor.cli.main import whole_parser
from editor.cli.system_libraries import LIBRARIES

from helpers.corpus import ROOT

PACKAGING = ROOT / "resources" / "packaging"
LINUX = PACKAGING / "linux"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture
def packaging(monkeypatch):
    """Gives the scripts that build bundles, by their names."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module


def test_the_version_is_one():
    assert PROJECT["project"]["version"] == __version__
    root = ElementTree.parse(LINUX / f"{APP_ID}.metainfo.xml").getroot()
    assert root.find("releases/release").get("version") == __version__


def test_the_desktop_entry_and_the_metainfo_name_the_program():
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(LINUX / f"{APP_ID}.desktop", encoding="utf-8")
    main = entry["Desktop Entry"]
    assert main["Icon"] == APP_ID
    assert main["Exec"] == "rundbrief %u"
    assert main["MimeType"] == "text/markdown;x-scheme-handler/rundbrief;"
    assert {"Comment[de]", "GenericName[de]", "Keywords[de]"} <= set(main)
    root = ElementTree.parse(LINUX / f"{APP_ID}.metainfo.xml").getroot()
    assert root.findtext("id") == APP_ID
    assert root.findtext("launchable") == f"{APP_ID}.desktop"
    assert root.findtext("url[@type='homepage']") == HOME_PAGE
    pictures = [image.text.rpartition("/main/")[2] for image in root.iter("image")]
    assert pictures
    assert all((ROOT / picture).exists() for picture in pictures)


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="not installed")
def test_the_desktop_entry_is_valid():
    entry = LINUX / f"{APP_ID}.desktop"
    done = subprocess.run(["desktop-file-validate", entry], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="not installed")
def test_the_metainfo_is_valid():
    metainfo = LINUX / f"{APP_ID}.metainfo.xml"
    command = ["appstreamcli", "validate", "--no-net", metainfo]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_the_packages_depend_on_what_qt_loads():
    settings = yaml.safe_load((PACKAGING / "nfpm.yaml").read_text(encoding="utf-8"))
    wanted = settings["overrides"]["deb"]["depends"]
    for library in LIBRARIES:
        assert library.debian.replace("|", " | ") in wanted
    assert settings["homepage"] == HOME_PAGE


def test_the_installer_for_windows_knows_the_scheme_and_takes_all_away():
    script = (PACKAGING / "windows" / "rundbrief.nsi").read_text(encoding="utf-8")
    begin, end = script.split('Section "Uninstall"')
    written = set(re.findall(r'WriteRegStr HKCU "([^"]+)"', begin))
    roots = {key.split("\\shell")[0].split("\\DefaultIcon")[0] for key in written}
    for root in roots:
        assert root in end
    assert "RequestExecutionLevel user" in begin
    for language in ("German", "English"):
        assert f'MUI_LANGUAGE "{language}"' in begin


def test_each_step_that_ci_takes_is_one(packaging):
    taken = set()
    for path in (ROOT / ".github" / "workflows").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        yaml.safe_load(text)
        for line in re.findall(r"dev\.py bundle ([a-z -]+)$", text, re.MULTILINE):
            taken |= set(line.split())
        for line in re.findall(r'steps: "([^"]+)"', text):
            taken |= set(line.split())
    assert {"deb", "rpm", "windows", "dmg", "check", "release", "newest"} <= taken
    assert taken <= set(packaging("build").STEPS)


def test_man_page_and_completions_name_all_commands(packaging, tmp_path):
    commands = next(
        action.choices for action in whole_parser()._actions if action.dest == "==SUPPRESS=="
    )
    assert {"new", "check", "export"} <= set(commands)
    written = {
        path.name: text for path, text in packaging("linux").make_completions(tmp_path).items()
    }
    written["man"] = packaging("linux").make_man_page().replace("\\-", "-")
    assert set(written) == {"rundbrief", "_rundbrief", "rundbrief.fish", "man"}
    for name, text in written.items():
        for command in commands:
            assert command in text, name
        assert "renew-links" in text, name


def test_the_notes_of_a_release_come_from_the_changelog(packaging):
    notes = packaging("release").release_notes()
    assert len(notes) > 100
    assert "\n## " not in notes


@pytest.mark.skipif(sys.platform != "linux", reason="a matter of bash")
def test_the_completion_of_bash_can_be_read(packaging, tmp_path):
    script = next(
        text
        for path, text in packaging("linux").make_completions(tmp_path).items()
        if path.name == "rundbrief"
    )
    done = subprocess.run(["bash", "-n"], input=script, text=True, capture_output=True)
    assert done.returncode == 0, done.stderr


def test_an_appimage_begins_with_the_program_that_was_asked_for(packaging, monkeypatch, tmp_path):
    linux = packaging("linux")
    monkeypatch.setattr(linux, "BUILD", tmp_path)
    (tmp_path / "runtime-x86_64").write_bytes(b"another one")
    with pytest.raises(SystemExit, match="is not the program"):
        linux.make_appimage()
