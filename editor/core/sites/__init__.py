"""What the configuration of a site says, whatever its generator; nothing of it is executed."""
