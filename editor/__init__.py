"""Rundbrief: a desktop editor for newsletter issues. The Markdown text is the only truth."""

__version__ = "0.1.0"
APP_ID = "io.github.rundbrief.Rundbrief"
"""What desktops know the program by: its desktop entry, icon and metainfo have this name."""
HOME_PAGE = "https://github.com/rundbrief/rundbrief"
"""Where the program, its releases and its list of faults are."""
