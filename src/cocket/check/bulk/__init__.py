"""Lists of millions of lines: the same answers as row by row, from record batch to record batch. See docs.md."""
