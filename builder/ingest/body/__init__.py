"""Where the article stands among the blocks of a page: judged from values, never from the tree."""
