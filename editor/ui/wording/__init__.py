"""Wording: translations, and calendar entries in words."""
