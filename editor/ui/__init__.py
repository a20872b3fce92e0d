"""The top floor: everything visible. ``main`` builds and connects the parts, nobody else does."""
