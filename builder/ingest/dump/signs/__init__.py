"""What is seen of the lines of a dump, as numbers: a column for each sign, made for a whole page at once."""
