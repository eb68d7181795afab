"""Page -> bytes: Markdown and templates."""
