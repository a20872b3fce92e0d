"""Image attributions: six forms on the page, one value behind them.

Law: ``write_attribution(read_attribution(line)) == line`` for every line that reads; a line that
does not is left as it is.
"""

import re

from msgspec import Struct
from msgspec.structs import replace

from editor.core.base.phrasebook import PHRASEBOOKS, phrasebook_for

OWN_PHOTO = tuple(book.own_photo for book in PHRASEBOOKS)
"""How the line of an own photograph begins."""


class Attribution(Struct, frozen=True):
    """Who made the photo, where it is from and under which license.

    An empty field stands for what the line does not say.

    Attributes:
        author: Who took the photo.
        author_url: The author's page.
        platform: Where the photo was published, such as "Pexels".
        platform_url: The platform's page.
        photo_url: The photo's page.
        license: The name of the license.
        license_url: The text of the license.
        note: Words in parentheses behind the noun.
        noun: What the line calls the picture: "Foto", "Bild", …
        own: The words in parentheses of an own photograph; the other parts are empty then.
        markup: "html" or "markdown", for the links.
        photo_on: Which words carry the photo's address: "noun" (the canonical form) or "platform".
    """

    author: str = ""
    author_url: str = ""
    platform: str = ""
    platform_url: str = ""
    photo_url: str = ""
    license: str = ""
    license_url: str = ""
    note: str = ""
    noun: str = "Foto"
    own: str = ""
    markup: str = "html"
    photo_on: str = "noun"

    @property
    def is_own_photo(self) -> bool:
        """Whether the line is that of an own photograph, which has no other parts."""
        return bool(self.own) or self.noun in OWN_PHOTO


_HTML_TEMPLATE = '<a href="{0}">{1}</a>'
_MARKDOWN_TEMPLATE = "[{1}]({0})"
_LINK_HTML = r'<a href="(?P<{0}_url>[^"]*)">(?P<{0}>[^<]*)</a>'
_LINK_MARKDOWN = r"\[(?P<{0}>[^\]]*)\]\((?P<{0}_url>(?:[^()\s]|\([^()\s]*\))*)\)"
_PLAIN = r"(?P<{0}>[^<>\[\],]+?)"
_NOTE = r"(?: \((?P<note>[^()]*)\))?"
_OWN = re.compile(rf"(?P<noun>{'|'.join(OWN_PHOTO)})(?: \((?P<own>.*)\))?")


def _compile_form(link: str, photo_on: str) -> re.Pattern[str]:
    """Compile the pattern of a line whose links look like ``link``."""
    if photo_on == "noun":
        noun = link.format("noun")
    else:
        noun = r"(?P<noun>Foto|Bild|Photo|Grafik|Illustration)"
    author = f"(?:{link.format('author')}|{_PLAIN.format('bare_author')})"
    platform = f"(?: auf (?:{link.format('platform')}|{_PLAIN.format('bare_platform')}))?"
    license_ = f"(?:, (?:{link.format('license')}|{_PLAIN.format('bare_license')}))?"
    return re.compile(f"{noun}{_NOTE} von {author}{platform}{license_}")


_FORMS = tuple(
    (markup, photo_on, _compile_form(link, photo_on))
    for markup, link in (("html", _LINK_HTML), ("markdown", _LINK_MARKDOWN))
    for photo_on in ("noun", "platform")
)


def read_attribution(line: str) -> Attribution | None:
    """Read the parts of an attribution.

    Args:
        line: The whole line, as the front matter has it.

    Returns:
        The parts, or None where the line has none of the known forms.

    >>> line = "Foto von [Ada](https://a.example) auf [Pexels](https://p.example)"
    >>> read_attribution(line).platform
    'Pexels'
    """
    if own := _OWN.fullmatch(line):
        return Attribution(own=own["own"] or "", noun=own["noun"])
    for markup, photo_on, pattern in _FORMS:
        match = pattern.fullmatch(line)
        if match is None:
            continue
        parts = _make_attribution(match.groupdict(default=""), markup, photo_on)
        if write_attribution(parts) == line:
            return parts
    return None


def _make_attribution(groups: dict[str, str], markup: str, photo_on: str) -> Attribution:
    if photo_on == "noun":
        photo_url, platform_url = groups["noun_url"], groups["platform_url"]
    else:
        photo_url, platform_url = groups["platform_url"], ""
    return Attribution(
        author=groups["author"] or groups["bare_author"],
        author_url=groups["author_url"],
        platform=groups["platform"] or groups["bare_platform"],
        platform_url=platform_url,
        photo_url=photo_url,
        license=groups["license"] or groups["bare_license"],
        license_url=groups["license_url"],
        note=groups["note"],
        noun=groups["noun"],
        markup=markup,
        photo_on=photo_on,
    )


def write_attribution(parts: Attribution) -> str:
    """Write the finished line, in the form the parts name.

    Args:
        parts: The attribution; ``markup`` and ``photo_on`` choose the form.

    Returns:
        The line, without a line end.
    """
    if parts.is_own_photo:
        return _write_own_photo(parts)
    if parts.photo_on == "noun":
        noun_url, platform_url = parts.photo_url, parts.platform_url
    else:
        noun_url, platform_url = "", parts.photo_url
    line = _write_link(parts, parts.noun, noun_url)
    if parts.note:
        line += f" ({parts.note})"
    line += f" von {_write_link(parts, parts.author, parts.author_url)}"
    if parts.platform:
        line += f" auf {_write_link(parts, parts.platform, platform_url)}"
    if parts.license:
        line += f", {_write_link(parts, parts.license, parts.license_url)}"
    return line


def write_own_photo(language: str, author: str) -> str:
    """Write the line of a picture that one took oneself.

    Args:
        language: ISO 639-1 code of the newsletter's language.
        author: Who took it; "" for nobody in particular. What stands in brackets behind the name,
            such as a group, is left out: the name itself stands in brackets.

    Returns:
        The line.

    >>> write_own_photo("en", "Ada (OK Lab)")
    'Own photo (Ada)'
    """
    name = " ".join(re.sub(r"\([^()]*\)\s*$", "", author).split())
    return _write_own_photo(Attribution(own=name, noun=phrasebook_for(language).own_photo))


def _write_own_photo(parts: Attribution) -> str:
    noun = parts.noun if parts.noun in OWN_PHOTO else OWN_PHOTO[0]
    if parts.own:
        return f"{noun} ({parts.own})"
    return noun


def _write_link(parts: Attribution, words: str, url: str) -> str:
    if not url:
        return words
    if parts.markup == "html":
        return _HTML_TEMPLATE.format(url, words)
    return _MARKDOWN_TEMPLATE.format(url, words)


_URL_ESCAPES = str.maketrans({'"': "%22", "<": "%3C", ">": "%3E", " ": "%20"})


def change_attribution(parts: Attribution, **new: str) -> Attribution:
    """Change some parts of an attribution.

    Args:
        parts: The attribution as it is.
        **new: The new values by field name. In addresses, what would break the markup is
            percent-encoded; in other fields runs of white space become one space.

    Returns:
        The changed attribution.
    """
    cleaned = {}
    for name, value in new.items():
        if name.endswith("_url"):
            cleaned[name] = value.strip().translate(_URL_ESCAPES)
        else:
            cleaned[name] = " ".join(value.split())
    return replace(parts, **cleaned)
