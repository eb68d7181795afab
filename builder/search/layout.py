"""Where things stand in the index: positions inside an article, families of terms, routes of files.

An article is one line of positions. Its title starts at TITLE; names of authors, topics and series at NAMES; its text
at BODY, cut at sentence ends into fragments of at most FRAGMENT positions, each starting at a multiple of it. So a
position says which field and which fragment it belongs to. A position is an index into folded text.
"""

from __future__ import annotations

TITLE = 0
NAMES = 512
BODY = 2048
FRAGMENT = 512
TITLE_ROOM = NAMES - TITLE - 2
NAMES_ROOM = BODY - NAMES - 2

KANJI, MIXED, HIRAGANA, SINGLE, WORD = "k", "m", "h", "c", "w"
"""Families: pairs without hiragana, with one, of two; single signs; words of letters. Most queries are words of kanji
or katakana, so the first family has the smallest files."""
FAMILIES = (KANJI, MIXED, HIRAGANA, SINGLE, WORD)

PARTITION_BITS = 4
"""Pairs are sorted into sixteen parts by the first bits of their keys; no file holds pairs of two parts."""

RUN_END = "$"
"""Second sign of the pair that marks where a run of katakana ends."""
WORD_LENGTH = 40
"""Letters of a word that count; longer ones occur only in addresses and noise."""

WORDS_SHORTEST = 4
"""Letters a word needs to be proposed for a misspelt one."""

FOLDER = "search/"
META = FOLDER + "meta.js"
FACETS = FOLDER + "facets.bin"
OFFLINE = FOLDER + "offline/"


def shard_route(family: str, path: str) -> str:
    """The file of a leaf of a family's tree; ``path`` is the leaf's way down, in 0 and 1."""
    return f"{FOLDER}{family}/r{path}.bin"


def text_route(group: int) -> str:
    """The file that holds the fragments of the articles numbered ``64 * group`` and following."""
    return f"{FOLDER}t/{group}.bin"


def words_route(letter: str) -> str:
    """The list of words that begin with a letter, for repairing misspellings."""
    return f"{FOLDER}v/{letter}.bin"


def offline_route(pack: int) -> str:
    """A script that carries some of the index's files, for pages opened from a folder."""
    return f"{OFFLINE}{pack}.js"
