"""Pages of the pile -> works: joined, and recognised where they stand in two places."""
