"""How much is read of what is imported; apart, since who only asks needs none of the readers."""

MAX_BYTES = 5 * 2**20
