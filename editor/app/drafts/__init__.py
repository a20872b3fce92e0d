"""Unsaved work, on disk within a second: written while the user types, found after a crash."""
