"""Front matter: read with spans, and changed by edits that are proved before they are returned."""
