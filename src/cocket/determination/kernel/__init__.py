"""The same answers as the interpreter's for millions of lines at once. See docs.md."""
