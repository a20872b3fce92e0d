"""Image attributions: six forms on the page, one value behind them.

Law: ``write(read(line)) == line`` for every line that reads; a line that does not is left as it is.
"""

import re
from dataclasses import dataclass, replace

_HTML = r'<a href="{0}">{1}</a>'
_MD = r"[{1}]({0})"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who made the photo, where it is from and under which licence.

    ``markup`` is "html" or "markdown"; ``photo_on`` says which words carry the photo's address: "noun"
    (the canonical form) or "platform". ``own`` is the text of an own photograph; the other parts are empty then.
    """

    author: str = ""
    author_url: str = ""
    platform: str = ""
    platform_url: str = ""
    photo_url: str = ""
    licence: str = ""
    licence_url: str = ""
    note: str = ""
    noun: str = "Foto"
    own: str = ""
    markup: str = "html"
    photo_on: str = "noun"


OWN_PHOTO = ("Eigene Aufnahme", "Own photo")
"""How the line of an own photograph begins."""
_LINK_HTML = r'<a href="(?P<{0}_url>[^"]*)">(?P<{0}>[^<]*)</a>'
_LINK_MD = r"\[(?P<{0}>[^\]]*)\]\((?P<{0}_url>(?:[^()\s]|\([^()\s]*\))*)\)"
_PLAIN = r"(?P<{0}>[^<>\[\],]+?)"
_NOTE = r"(?: \((?P<note>[^()]*)\))?"
_OWN = re.compile(r"(?P<noun>Eigene Aufnahme|Own photo)(?: \((?P<own>.*)\))?")


def _pattern(link: str, photo_on: str) -> re.Pattern[str]:
    if photo_on == "noun":
        noun = link.format("noun")
    else:
        noun = r"(?P<noun>Foto|Bild|Photo|Grafik|Illustration)"
    author = f"(?:{link.format('author')}|{_PLAIN.format('bare_author')})"
    platform = f"(?: auf (?:{link.format('platform')}|{_PLAIN.format('bare_platform')}))?"
    licence = f"(?:, (?:{link.format('licence')}|{_PLAIN.format('bare_licence')}))?"
    return re.compile(f"{noun}{_NOTE} von {author}{platform}{licence}")


_FORMS = tuple(
    (markup, photo_on, _pattern(link, photo_on))
    for markup, link in (("html", _LINK_HTML), ("markdown", _LINK_MD))
    for photo_on in ("noun", "platform")
)


def read_attribution(line: str) -> Attribution | None:
    """The parts of an attribution, or None where the line has none of the known forms.

    >>> read_attribution("Foto von [Ada](https://a.example) auf [Pexels](https://p.example)").platform
    'Pexels'
    """
    if own := _OWN.fullmatch(line):
        return Attribution(own=own["own"] or "", noun=own["noun"])
    for markup, photo_on, pattern in _FORMS:
        if match := pattern.fullmatch(line):
            found = _attribution(match.groupdict(default=""), markup, photo_on)
            if write_attribution(found) == line:
                return found
    return None


def _attribution(parts: dict[str, str], markup: str, photo_on: str) -> Attribution:
    on_noun = photo_on == "noun"
    return Attribution(
        author=parts["author"] or parts["bare_author"],
        author_url=parts["author_url"],
        platform=parts["platform"] or parts["bare_platform"],
        platform_url=parts["platform_url"] if on_noun else "",
        photo_url=parts["noun_url"] if on_noun else parts["platform_url"],
        licence=parts["licence"] or parts["bare_licence"],
        licence_url=parts["licence_url"],
        note=parts["note"],
        noun=parts["noun"],
        markup=markup,
        photo_on=photo_on,
    )


def write_attribution(parts: Attribution) -> str:
    """The finished line, in the form the parts name."""
    if parts.own or parts.noun in OWN_PHOTO:
        noun = parts.noun if parts.noun in OWN_PHOTO else OWN_PHOTO[0]
        if parts.own:
            return f"{noun} ({parts.own})"
        return noun
    on_noun = parts.photo_on == "noun"
    line = _link(parts, parts.noun, parts.photo_url if on_noun else "")
    line += f" ({parts.note})" if parts.note else ""
    line += f" von {_link(parts, parts.author, parts.author_url)}"
    if parts.platform:
        line += f" auf {_link(parts, parts.platform, parts.platform_url if on_noun else parts.photo_url)}"
    if parts.licence:
        line += f", {_link(parts, parts.licence, parts.licence_url)}"
    return line


def _link(parts: Attribution, words: str, address: str) -> str:
    if not address:
        return words
    return (_HTML if parts.markup == "html" else _MD).format(address, words)


def change_attribution(parts: Attribution, **new: str) -> Attribution:
    """The parts with some changed; what would break the markup (quotes in addresses) is percent-encoded."""
    codes = {'"': "%22", "<": "%3C", ">": "%3E", " ": "%20"}
    clean = {
        key: "".join(codes.get(char, char) for char in value.strip())
        if key.endswith("_url")
        else " ".join(value.split())
        for key, value in new.items()
    }
    return replace(parts, **clean)
