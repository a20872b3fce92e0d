"""Checks while the user works, what they know of the site, and their reports."""
