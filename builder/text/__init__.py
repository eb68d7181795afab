"""Pure functions from text to text, dates and keys. Nothing here reads a file or knows an archive."""
