"""Whole lines and files: from what people write to verdicts."""
