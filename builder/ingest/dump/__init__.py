"""Finding the article in a text dump: what each line looks like, and which stretch of lines is the body."""
