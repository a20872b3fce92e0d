"""Mastodon and Bluesky: signing in, and what an account keeps there."""
