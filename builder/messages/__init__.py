"""The sentences of all diagnostics and reports, in Japanese and English."""
