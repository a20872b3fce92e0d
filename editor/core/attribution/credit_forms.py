"""Lines that name a photographer, in the forms that platforms, agencies and newspapers use."""

import re

from editor.core.attribution.line import Attribution, read_attribution

TRACKING = re.compile(r"\?(?:utm_|ref|source|content=|q=|position).*$")
"""The end of an address that only tells the platform where a visitor came from."""

_NAME = r"(?P<author>[^<>\[\],/|]{2,80}?)"
_QUOTED_TITLE = '(?:"[^"]*"|“[^”]*”|„[^“]*“)'
_FORMS = (
    # Wikimedia Commons: Jane Doe, CC BY-SA 4.0 <https://…>, via Wikimedia Commons
    re.compile(
        rf"""
        {_NAME},?
        \ (?P<license>(?:CC|Public)[\w .-]*?),?
        (?:\ <(?P<license_url>https?://[^<>\s]+)>)?
        ,\ via\ (?P<platform>[\w ]+)
        """,
        re.VERBOSE,
    ),
    # agencies and newspapers: Foto: Jane Doe / Platform, CC BY 4.0
    re.compile(
        rf"""
        (?:Foto|Bild|Photo|Image|Credit)s?:\ {_NAME}
        (?:\ ?[/|]\ ?(?P<platform>[\w .]+?))?
        (?:,\ (?P<license>CC[\w .-]+))?
        """,
        re.VERBOSE,
    ),
    # Creative Commons and Openverse: "Title" by Jane Doe is licensed under CC BY 2.0.
    re.compile(
        rf"""
        {_QUOTED_TITLE}\ by\ {_NAME}
        \ is\ licensed\ under\ (?P<license>CC[\w .-]+?)
        \.?(?:\ To\ view.*)?
        """,
        re.VERBOSE,
    ),
    # Unsplash, as text: Photo by Jane Doe (https://unsplash.com/@jd) on Unsplash
    re.compile(
        rf"""
        (?:Photo|Image|Foto|Bild)\ (?:by|von)\ {_NAME}
        \ \((?P<author_url>https?://[^()\s]+)\)
        \ (?:on|auf)\ (?P<platform>[\w ]+)
        """,
        re.VERBOSE,
    ),
    # © Stadt Leipzig 2025
    re.compile(
        rf"(?:©|\(c\)|Copyright) ?(?:\d{{4}} )?{_NAME}(?:,? \d{{4}})?",
        re.IGNORECASE,
    ),
)
_ANCHOR = re.compile(r'<a [^<>]*href="(?P<url>https?://[^"]*)"[^<>]*>(?P<words>[^<>]*)</a>')
_LINK = re.compile(r"(<a [^<>]*>[^<>]*</a>|\[[^\]]*\]\([^()]*\))")
_BARE_ENGLISH = re.compile(
    r"(?P<noun>Photo|Image) by (?P<author>.+) (?:on|from|via) (?P<platform>[\w ]+)"
)
_WITH_ADDRESS = re.compile(
    r"""
    (?:Foto|Bild|Photo|Image)\ (?:von|by)
    \ (?P<author>[^<>:\[\]]+?)
    (?:\ (?:auf|on|via)\ (?P<platform>[^<>:\[\]]+?))?
    :?\ (?P<address>https?://\S+)
    """,
    re.VERBOSE,
)


def read_credit(line: str) -> Attribution | None:
    """Read a line that names a photographer, in any known form.

    Args:
        line: One line, without white space around it.

    Returns:
        What the line says, or None where it has no known form.
    """
    return (
        _read_with_address(line)
        or read_attribution(line)
        or _read_foreign_form(line)
        or _read_english(line)
    )


def _read_with_address(line: str) -> Attribution | None:
    """What Pexels offers to copy: "Foto von NAME: ADDRESS"."""
    match = _WITH_ADDRESS.fullmatch(line)
    if match is None:
        return None
    return Attribution(
        author=match["author"],
        platform=match["platform"] or "",
        photo_url=TRACKING.sub("", match["address"]),
    )


def _read_foreign_form(line: str) -> Attribution | None:
    """The forms other sites offer to copy."""
    urls = {anchor["words"]: anchor["url"] for anchor in _ANCHOR.finditer(line)}
    plain = _ANCHOR.sub(lambda anchor: anchor["words"], line)
    for form in _FORMS:
        match = form.fullmatch(plain)
        if match is None:
            continue
        parts = {name: (value or "").strip() for name, value in match.groupdict().items()}
        author_url = parts.get("author_url") or urls.get(parts["author"], "")
        return Attribution(**{**parts, "author_url": author_url})
    return None


def _read_english(line: str) -> Attribution | None:
    """What English platforms offer to copy: "Photo by … on …"; names keep their letters."""
    bare = _BARE_ENGLISH.fullmatch(line)
    if bare and not _LINK.search(line):
        noun = "Foto" if bare["noun"] == "Photo" else "Bild"
        return Attribution(author=bare["author"], platform=bare["platform"], noun=noun)
    # every other part is a link, whose words are names
    parts = _LINK.split(line)
    parts[0] = _translate_noun(parts[0])
    parts[::2] = [_translate_prepositions(words) for words in parts[::2]]
    return read_attribution("".join(parts))


def _translate_noun(words: str) -> str:
    return re.sub(r"^Image(?= )", "Bild", re.sub(r"^Photo(?= )", "Foto", words))


def _translate_prepositions(words: str) -> str:
    words = re.sub(r"(?<= )by(?= $)|^ by(?= )", lambda match: match[0].replace("by", "von"), words)
    return re.sub(r"^ (?:on|from|via)(?= )", " auf", words)
