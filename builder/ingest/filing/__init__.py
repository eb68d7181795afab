"""Works -> articles in the archive, and the report of what became of each."""
