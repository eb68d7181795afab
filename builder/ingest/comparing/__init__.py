"""By what pages and texts are compared: identity, likeness, a glance at each."""
