"""Two versions of a text and the one both come from, merged by structure."""
