"""Rundbrief: a desktop editor for newsletter issues. The Markdown text is the only truth."""

__version__ = "0.1.0"
