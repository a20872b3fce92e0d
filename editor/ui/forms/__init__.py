"""Parts of the window: forms."""
