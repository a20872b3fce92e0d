"""How bad a diagnostic is."""

from enum import StrEnum


class Severity(StrEnum):
    """The severities, the worst first; their values stand in profiles and reports."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


def severities_down_to(severity: Severity) -> tuple[Severity, ...]:
    """Return a severity and all that are worse.

    Args:
        severity: The least one.

    Returns:
        The severities, the worst first.
    """
    order = tuple(Severity)
    return order[: order.index(severity) + 1]
