"""Places: addresses in their parts, postcodes and coordinates, venues that are known."""
