"""The local preview: server, watcher, live reload."""
