"""HTML that shows and does nothing else: no scripts, handlers, frames or forms.

It is the second line of defense; the first is a view without JavaScript and without a network.
"""

import re

import nh3

from editor.core.markdown.placeholders import SCHEME

_TAGS = nh3.ALLOWED_TAGS | set("input section figure figcaption center font dl dt dd".split())
_EVERYWHERE = set("class id title style role align aria-label lang dir".split())
_MORE = {
    "a": {"href", "download", "name"},
    "img": {"src", "alt", "width", "height"},
    "input": {"type", "checked", "disabled"},
    "font": {"color", "size", "face"},
    "details": {"open"},
}
_ATTRIBUTES = {tag: set(allowed) | _EVERYWHERE for tag, allowed in nh3.ALLOWED_ATTRIBUTES.items()}
_ATTRIBUTES["*"] = _EVERYWHERE
for _tag, _names in _MORE.items():
    _ATTRIBUTES[_tag] = _ATTRIBUTES.get(_tag, _EVERYWHERE) | _names
_STYLES = set(
    "text-align width max-width height float margin font-style font-weight color padding border"
    " text-decoration".split()
)
_MISSPELT = set("ttp ttps htp htps htpps hhtp hhtps htttp htttps hppts".split())
"""No browser knows them; kept so that the preview shows what the site will have."""
_SCHEMES = {"http", "https", "mailto", "tel", "ftp", "data", SCHEME} | _MISSPELT
_RASTER = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif);base64,", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x20]")
_FRAME = re.compile(
    r"""
    <iframe\b (?: (?!\bsrc=) [^<>] ){0,2000}
    src=  # a > in the address does not end the tag
    (?:
        "(?P<double>[^"]{1,2000})"
        | '(?P<single>[^']{1,2000})'
        | ["']? (?=(?P<bare>[^"'\s>]{1,2000})) (?P=bare)  # all of it or nothing, or time grows
    )
    [^>]{0,2000}>
    (?:\s{0,2000}</iframe>)?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def sanitize(content: str) -> str:
    """Make HTML safe to show.

    Args:
        content: Any HTML, or a fragment of it.

    Returns:
        The HTML without all that is not allowed; embedded pages become links to their address,
        since the preview loads nothing.
    """
    if "<iframe" in content or "<IFRAME" in content:
        content = _FRAME.sub(_link_embedded_page, content)
    return nh3.clean(
        content,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_filter_attribute,
        url_schemes=_SCHEMES,
        generic_attribute_prefixes={"data-"},
        filter_style_properties=_STYLES,
        link_rel=None,
    )


def _link_embedded_page(frame: re.Match[str]) -> str:
    address = (frame["double"] or frame["single"] or frame["bare"]).strip()
    for sign, entity in (("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        address = address.replace(sign, entity)
    if address.startswith("//"):
        address = f"https:{address}"
    return f'<p class="embed"><a href="{address}">{address}</a></p>'


def _filter_attribute(tag: str, name: str, value: str) -> str | None:
    """Keep data addresses only where they are calendar entries or raster images.

    Browsers overlook control characters in a scheme.
    """
    if name not in ("href", "src") or not _CONTROL.sub("", value).lower().startswith("data:"):
        return value
    if tag == "a" and name == "href" and value.lower().startswith("data:text/calendar"):
        return value
    if tag == "img" and name == "src" and _RASTER.match(value):
        return value
    return None
