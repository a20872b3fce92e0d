"""The inbox on disk, and what fills it."""
