"""Which topics an article is about."""
