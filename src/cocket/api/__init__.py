"""The interface over HTTP, under /api/v1/. See docs.md."""
