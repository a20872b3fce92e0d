"""Profiles: a site's conventions as data, loaded from TOML and chosen by path and keys."""
