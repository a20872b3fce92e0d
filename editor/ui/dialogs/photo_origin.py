"""Who took a photo, as far as its file or the user says so, in words.

The texts belong to the photo dialog and are translated in its context.
"""

from PySide6.QtCore import QCoreApplication

from editor.app.services.gazetteer_loading import load_sources
from editor.core.attribution.line import Attribution, change_attribution
from editor.core.attribution.parsing import complete_line, recognize_credit
from editor.core.attribution.photo_metadata import PhotoMetadata, credit_from_metadata

_ADDRESSES = ("author_url", "platform_url", "photo_url", "license_url")


def find_attribution(
    metadata: PhotoMetadata | None, pasted: str, before: Attribution | None
) -> Attribution | None:
    """Find out who took a photo.

    Args:
        metadata: What the file says; None where it does not count.
        pasted: What the user has pasted: the page of the photo, or an attribution; "" for nothing.
        before: The attribution it takes the place of, whose markup stays.

    Returns:
        What was pasted, with the author from the file where it names none; else what the file
        says; None where neither says it, or what was pasted is not understood.
    """
    sources = load_sources()
    from_file: Attribution | None = None
    if metadata:
        from_file = credit_from_metadata(metadata, sources, before)
    if not pasted:
        return from_file
    attribution = recognize_credit(pasted, sources, before)
    if attribution and from_file and not attribution.author and not attribution.own:
        return change_attribution(attribution, author=from_file.author)
    return attribution


def describe_attribution(attribution: Attribution) -> str:
    """Write the finished line, and what it still needs.

    Args:
        attribution: Who took the photo.

    Returns:
        The line without its addresses; a further line for each part that is missing.
    """
    platform = load_sources().find_platform(attribution)
    notes = [write_plain_line(attribution)]
    if not attribution.author and not attribution.is_own_photo:
        notes.append(
            "⚠ "
            + QCoreApplication.translate(
                "PhotoDialog",
                "The address does not say who made it: write the name on the page "
                "“Header picture”.",
            )
        )
    if platform and platform.named and not attribution.license:
        notes.append(
            "⚠ "
            + QCoreApplication.translate(
                "PhotoDialog",
                "Pictures of {0} have licences of their own: choose this one’s on the page "
                "“Header picture”.",
            ).format(platform.name)
        )
    return "\n".join(notes)


def write_plain_line(attribution: Attribution) -> str:
    """Write an attribution in words, without its addresses.

    Args:
        attribution: Who took the photo.

    Returns:
        One line of text.
    """
    return complete_line(change_attribution(attribution, **dict.fromkeys(_ADDRESSES, "")))
