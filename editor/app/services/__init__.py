"""Services: files, background tasks, the network, photos, profiles, settings."""
