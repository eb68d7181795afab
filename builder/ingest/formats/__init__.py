"""One module a raw format; each turns a RawDocument into an Extraction."""
