"""An issue as the draft of a mail (RFC 5322, MIME), and what mail programs do not show of it."""

import base64
import hashlib
from email import policy
from email.message import EmailMessage

from selectolax.lexbor import LexborHTMLParser

from editor.core.base.messages import Message, translate

_PLAIN_SUBJECT = 60
"""Letters of a subject that stands as it is."""
_ENCODED_BYTES = 42
"""Bytes of an encoded word: 75 letters with what is around them."""
_LOST = (
    ("video, audio", translate("core", "Films and sounds do not play in most mail programs.")),
    ("iframe, embed, object", translate("core", "Embedded pages are left out by mail programs.")),
    ("details", translate("core", "What can be unfolded stays folded, or open, in many programs.")),
    (
        "form, input:not([type=checkbox]), button",
        translate("core", "Forms and buttons do not work in most programs."),
    ),
    ("svg, img[src$='.svg']", translate("core", "Gmail and Outlook show no SVG pictures.")),
    (
        "img[src$='.webp'], img[src$='.avif']",
        translate("core", "Outlook on Windows shows no WebP and AVIF pictures."),
    ),
)
"""What is lost where, by the elements of the page; after the tables of caniemail.com."""


def write_draft(subject: str, page: str, text: str, language: str = "") -> bytes:
    """Write a mail that has no sender and no addresses yet.

    Args:
        subject: The subject; line ends in it become blanks.
        page: The mail as HTML.
        text: The mail as plain text, for programs that show no HTML.
        language: ISO 639-1 code of the language that it is written in (RFC 3282): it is spelled by
            that; "" for none.

    Returns:
        The bytes of an ``.eml`` file. ``X-Unsent`` makes Outlook open it for writing; the same
        mail has the same bytes.
    """
    message = EmailMessage(policy=policy.SMTP)
    message["X-Unsent"] = "1"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    digest = hashlib.sha256((text + page).encode()).hexdigest()
    if language:  # before, it would become one of the plain text alone
        message["Content-Language"] = language
    message.set_boundary(f"----rundbrief-{digest[:24]}")
    words = " ".join(subject.encode("utf-8", "replace").decode().split())
    return f"Subject: {_write_subject(words)}\r\n".encode() + message.as_bytes()


def _write_subject(words: str) -> str:
    """Write a subject in encoded words of whole letters (RFC 2047 §2), one a line.

    Python's own folding loses the blank between two of them (3.11).
    """
    if words.isascii() and len(words) <= _PLAIN_SUBJECT and "=?" not in words:
        return words
    parts, part = [], b""
    for letter in words:
        encoded = letter.encode()
        if len(part) + len(encoded) > _ENCODED_BYTES:
            parts.append(part)
            part = b""
        part += encoded
    parts.append(part)
    return "\r\n ".join(f"=?utf-8?b?{base64.b64encode(each).decode()}?=" for each in parts)


def find_lost_parts(page: str) -> list[Message]:
    """Say what of a mail its readers will not see.

    Args:
        page: The mail as HTML.

    Returns:
        A sentence for each kind of thing that is lost in common mail programs.
    """
    tree = LexborHTMLParser(page)
    return [message for selector, message in _LOST if tree.css_first(selector)]
