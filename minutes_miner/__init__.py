"""minutes_miner: the register of what was decided, from the published minutes alone."""
