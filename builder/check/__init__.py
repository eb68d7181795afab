"""Checks of content and of the built site; each yields Diagnostics."""
