"""The page to write on: the body as it will look, without the marks of Markdown."""
