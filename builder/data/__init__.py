"""Facts as data: words, names of months and eras, rules. Code knows mechanisms, never phrases."""
