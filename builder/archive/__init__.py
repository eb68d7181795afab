"""content/ -> Archive: files parsed, references resolved, every problem collected."""
