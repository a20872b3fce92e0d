"""Longer runs than the tests: kills, fuzz. ``dev.py`` starts them; their figures are looked at."""
