"""What Rondan says to people, in Japanese and English.

``en`` and ``ja`` hold the sentences of the diagnostics, ``words_en`` and ``words_ja`` the words of the command line;
both languages have the same keys (a test compares them). Nothing is imported here, so that ``--help`` loads only the
words it shows.
"""
