"""What stands around words that were found."""

HIT_START, HIT_END = "\ue000", "\ue001"
