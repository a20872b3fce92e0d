"""``rundbrief inbox``, and addresses that begin with ``rundbrief:``."""

import json

import pytest
from editor.app.inbox.store import InboxStore
from editor.cli.inbox_command import take_address
from editor.cli.main import main


def listed(capsys, *arguments):
    assert main(["inbox", "list", "--json", *arguments]) == 0
    return json.loads(capsys.readouterr().out)


def test_addresses_are_added_and_listed(capsys):
    command = ["inbox", "add", "https://a.example/1", "--title", "One", "--note", "n", "--tag", "t"]
    assert main(command) == 0
    [bookmark] = listed(capsys)
    assert bookmark["url"] == "https://a.example/1"
    assert (bookmark["title"], bookmark["note"], bookmark["tags"]) == ("One", "n", ["t"])
    assert main(["inbox", "list"]) == 0
    assert capsys.readouterr().out == "https://a.example/1\tOne\n"


def test_what_is_no_address_is_said(capsys):
    assert main(["inbox", "add", "file:///etc/passwd", "https://a.example/1"]) == 1
    assert "“file:///etc/passwd” is no address of the web" in capsys.readouterr().err
    assert len(listed(capsys)) == 1


def test_each_newsletter_has_its_own(capsys, tmp_path, monkeypatch):
    first, second = tmp_path / "first", tmp_path / "second"
    for site in (first, second):
        (site / "content").mkdir(parents=True)
        InboxStore().open_newsletter(site)
    assert main(["inbox", "add", "https://a.example/1", "--site", str(first)]) == 0
    assert main(["inbox", "add", "https://a.example/2"]) == 0  # the one last opened
    monkeypatch.chdir(first / "content")
    assert main(["inbox", "add", "https://a.example/3"]) == 0
    assert [each["url"][-1] for each in listed(capsys)] == ["3", "1"]
    assert [each["url"][-1] for each in listed(capsys, "--site", str(second))] == ["2"]


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("rundbrief:add?url=https%3A%2F%2Fa.example%2F1&title=O%20ne&note=n&tags=a,b", 1),
        ("rundbrief://add?url=https%3A%2F%2Fa.example%2F1&title=O%20ne", 1),
        ("rundbrief:add?url=javascript%3Aalert(1)", 0),
        ("rundbrief:add?url=file%3A%2F%2F%2Fetc%2Fpasswd", 0),
        ("rundbrief:add", 0),
        ("rundbrief:", 0),
        ("rundbrief:remove?url=https%3A%2F%2Fa.example%2F1", 0),
        ("rundbrief:add?" + "x" * 100_000, 0),
        ("rundbrief://[?", 0),
    ],
)
def test_an_address_of_the_browser_is_kept(address, kept, capsys):
    assert take_address(address) == 0
    found = listed(capsys)
    assert len(found) == kept
    if kept:
        assert (found[0]["url"], found[0]["title"]) == ("https://a.example/1", "O ne")
