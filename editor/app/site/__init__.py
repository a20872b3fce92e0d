"""The site's folder: what it holds, what goes there, and how it gets there."""
