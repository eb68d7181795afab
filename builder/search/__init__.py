"""Search engines: one seam, several engines."""
