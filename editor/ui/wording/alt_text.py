"""What is to be said about the alt text of a picture while it is typed."""

from PySide6.QtCore import QCoreApplication

_WELL_READ = 125
"""Characters of an alt text that screen readers read in one go."""


def describe_alt(alt: str) -> str:
    """Say what an alt text is for, and how long it is.

    Args:
        alt: The alt text; "" for none.

    Returns:
        Sentences, in the language of the window.
    """
    if not alt.strip():
        return "⚠ " + QCoreApplication.translate(
            "AltText", "Missing: say in a sentence what the picture shows."
        )
    return QCoreApplication.translate(
        "AltText",
        "Describes the picture for people who do not see it. "
        "{0} characters; up to {1} are read well.",
    ).format(len(alt), _WELL_READ)
