"""The body as rich text: what of it is seen, and where each seen character stands in the source."""
