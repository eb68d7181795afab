"""What a page says about its article: title, authors, dates, outlet. Each a Finding, with where it was found."""
