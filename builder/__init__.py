"""Rondan (論壇): raw pages of commentary in, a searchable static archive out."""

__version__ = "0.1.0"
