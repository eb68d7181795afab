"""A saved HTML page as a flat run of blocks, each in its places."""
