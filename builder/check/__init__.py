"""Checks of the finished site: links, anchors, images, identifiers, pages nobody can reach."""
