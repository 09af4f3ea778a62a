"""Questionnaires to suppliers: what goes into a form, the form as a file, and a filled form read back. See docs.md."""
