"""Rendering: Markdown to HTML blocks as the site does it."""
