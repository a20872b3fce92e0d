"""Markdown: the outline of a body, the dialect a site speaks, and HTML made safe."""
