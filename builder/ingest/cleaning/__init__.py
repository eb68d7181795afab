"""What takes lines away: rules, and what the pages of one source repeat."""
