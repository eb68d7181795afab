"""The bytes of one raw file: what they are, and their text."""
