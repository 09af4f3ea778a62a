"""Lists of parties as their publishers give them out: read, kept by version, compared. See docs.md."""
