"""The verbs of ``rondan``, in the order of its help."""

EVERY_DAY = ("init", "ingest", "build", "serve", "check")
MORE = ("extract", "list", "trail", "search", "explain", "topics", "rules", "schema")
