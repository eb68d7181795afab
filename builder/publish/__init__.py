"""Pages -> site/: what is stale, rendering it, writing it safely. All incremental knowledge lives here."""
