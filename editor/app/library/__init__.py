"""The pages of a site: what each is, and all their words, in an index on disk."""
