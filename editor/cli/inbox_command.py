"""``rundbrief inbox``: bookmarks from the command line, and from addresses that begin `rundbrief:`.

A button of the browser opens such an address: see the manual.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from editor.cli.common import FINE, PROBLEMS

if TYPE_CHECKING:
    from editor.core.inbox.bookmark import Bookmark

_LONGEST = 40_000
"""Characters of an address with which the desktop starts the program."""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the parser of the command.

    Args:
        commands: The parsers of all commands.
    """
    inbox = commands.add_parser("inbox", help="keep addresses for the next issues")
    acts = inbox.add_subparsers(required=True, metavar="add|list")
    add = acts.add_parser("add", help="keep addresses")
    add.add_argument("urls", nargs="+", metavar="URL")
    add.add_argument("--title", default="", metavar="TEXT", help="the title of the page")
    add.add_argument("--note", default="", metavar="TEXT", help="what you think of it")
    add.add_argument("--tag", action="append", default=[], metavar="WORD", help="may come again")
    add.set_defaults(run=run_add)
    listing = acts.add_parser("list", help="print what waits, the newest first")
    listing.add_argument("--json", action="store_true", help="everything that is known, as JSON")
    listing.set_defaults(run=run_list)
    for act in (add, listing):
        act.add_argument(
            "--site",
            type=Path,
            metavar="DIR",
            help="the newsletter's site (default: the one around here, or the one last opened)",
        )


def run_add(options: argparse.Namespace) -> int:
    """Keep addresses.

    Args:
        options: The parsed command line.

    Returns:
        PROBLEMS where one is no address of the web, or nothing can be kept.
    """
    from editor.core.inbox.bookmark import make_bookmark

    tags = tuple(options.tag)
    made = [make_bookmark(url, options.title, note=options.note, tags=tags) for url in options.urls]
    for url, bookmark in zip(options.urls, made, strict=True):
        if bookmark is None:
            print(f"rundbrief: “{url}” is no address of the web", file=sys.stderr)
    code = _keep([bookmark for bookmark in made if bookmark], _choose_newsletter(options.site))
    return code if all(made) else PROBLEMS


def run_list(options: argparse.Namespace) -> int:
    """Print what waits.

    Args:
        options: The parsed command line.

    Returns:
        FINE, or PROBLEMS where the inbox cannot be read.
    """
    from editor.app.inbox.store import InboxStore

    try:
        bookmarks = InboxStore().read(_choose_newsletter(options.site))
    except OSError as error:
        return _report(error)
    if options.json:
        print(json.dumps([_describe(bookmark) for bookmark in bookmarks], indent=1))
        return FINE
    for bookmark in bookmarks:
        print("\t".join(part for part in (bookmark.address, bookmark.title) if part))
    return FINE


def take_address(address: str) -> int:
    """Keep what an address names that begins with `rundbrief:`.

    Args:
        address: Such as "rundbrief:add?url=https%3A%2F%2Fa.example&title=A". Any page may make the
            browser offer it, so it is held to be from anywhere: nothing but a bookmark comes of it.

    Returns:
        FINE, also where it names nothing to keep.
    """
    from editor.core.inbox.bookmark import make_bookmark

    try:
        parts = urlsplit(address[:_LONGEST])
    except ValueError:
        return FINE
    if parts.path.strip("/") != "add" and parts.netloc != "add":
        return FINE
    fields = {name: values[0] for name, values in parse_qs(parts.query).items()}
    bookmark = make_bookmark(
        fields.get("url", ""),
        fields.get("title", ""),
        note=fields.get("note", ""),
        tags=tuple(fields.get("tags", "").split(",")),
    )
    return _keep([bookmark] if bookmark else [], _choose_newsletter(None, around=None))


def _keep(bookmarks: "list[Bookmark]", newsletter: Path | None) -> int:
    from editor.app.inbox.store import InboxStore

    try:
        InboxStore().add(newsletter, bookmarks)
    except OSError as error:
        return _report(error)
    return FINE


def _report(error: OSError) -> int:
    print(f"rundbrief: the inbox cannot be read or written: {error}", file=sys.stderr)
    return PROBLEMS


def _choose_newsletter(site: Path | None, *, around: Path | None = Path()) -> Path | None:
    """The newsletter that is named, or the one around a folder, or the one last opened."""
    from editor.app.inbox.store import InboxStore

    if site:
        return site.resolve()
    try:
        known = InboxStore().newsletters()
    except OSError:
        return None
    folder = around.resolve() if around else None
    outer = [root for root in known if folder and (root == folder or root in folder.parents)]
    if outer:
        return max(outer, key=lambda root: len(root.parts))
    return known[0] if known else None


def _describe(bookmark: "Bookmark") -> dict[str, object]:
    return {
        "url": bookmark.address,
        "title": bookmark.title,
        "source": bookmark.source,
        "date": bookmark.found.isoformat() if bookmark.found else None,
        "note": bookmark.note,
        "tags": bookmark.tags,
        "text": bookmark.text,
    }
