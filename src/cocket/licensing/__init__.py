"""Licences: what they promise, where they stand, and every step of their lives. See docs.md."""
