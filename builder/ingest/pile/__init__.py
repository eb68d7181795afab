"""The pile of raw files: which are read, what their sources are, what was made of each page."""
