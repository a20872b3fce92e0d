"""Words from elsewhere as Markdown that shows them as they are: the text of a link, its address."""

from collections.abc import Iterable

from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.importers.candidate import escape_markdown, escape_shortcodes
from editor.core.inbox.bookmark import Bookmark
from editor.core.markdown.parser import Dialect
from editor.core.richtext.blocks import AtomKind, Mark
from editor.core.richtext.pictures import write_alt
from editor.core.richtext.reading import read_chunk


def write_link(dialect: Dialect, title: str, address: str, note: str) -> str:
    """Write a link with a note behind it; EditRejected where no spelling shows just that."""
    candidates = [
        f"[{words}]({place})" + (f": {said}" if note else "")
        for words, said in zip(spellings(title), spellings(note), strict=True)
        for place in (address, f"<{address}>")
    ]
    if title == address:
        candidates.insert(0, f"<{address}>" + (f": {spellings(note)[0]}" if note else ""))
    shown = f"{title}: {note}" if note else title
    return first_shown(dialect, candidates, shown, title, address)


def spellings(words: str) -> tuple[str, str, str]:
    """Words from elsewhere as Markdown: with as few backslashes as may do, then more, then all.

    No braces begin a shortcode, which the site would run.
    """
    few = words.replace("[", "\\[").replace("]", "\\]")  # references of the page are not known here
    return tuple(  # type: ignore[return-value] # there are three
        escape_shortcodes(spelling) for spelling in (few, escape_markdown(words), write_alt(words))
    )


def first_shown(
    dialect: Dialect, candidates: Iterable[str], shown: str, linked: str = "", address: str = ""
) -> str:
    """The first candidate that shows words as they are, a part of them linked, and no more."""
    wanted = [address] if address else []
    for candidate in candidates:
        blocks = [block for _, block in read_chunk(dialect, candidate)]
        if len(blocks) != 1 or blocks[0].shown != shown:
            continue
        runs, constructs = blocks[0].runs, blocks[0].constructs
        is_plain = all(run.atom in (AtomKind.NONE, AtomKind.CHARACTER) for run in runs)
        link = "".join(run.shown for run in runs if Mark.LINK in run.marks)
        has_link = link == linked and [construct.address for construct in constructs] == wanted
        if is_plain and has_link and all(each.mark is Mark.LINK for each in constructs):
            return candidate
    raise EditRejected(translate("core", "The words of the link cannot be written as Markdown."))


def write_address(bookmark: Bookmark) -> str:
    """The address without a brace that may begin a shortcode."""
    return escape_shortcodes(bookmark.address, "%7B")


def to_line(words: str) -> str:
    """Put words on one line."""
    return " ".join(words.split())
