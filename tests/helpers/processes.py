"""Processes seen from the outside."""

import psutil


def has_ended(process_id: int) -> bool:
    """Whether a process has ended; one that nobody has waited for counts as ended."""
    try:
        return psutil.Process(process_id).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True
