"""What the program knows beside the issue, gathered: its own tables, and what the site's earlier issues teach."""

from functools import cache

from editor.core import geography
from editor.core.geography import Geography
from editor.core.knowledge import Knowledge
from editor.resources import resource


@cache
def country() -> Geography:
    """The tables of postcodes."""
    return geography.read(resource("data", "postcodes.toml").read_text(encoding="utf-8"))


def load() -> Knowledge:
    """The country, and no book yet."""
    return Knowledge(country())
