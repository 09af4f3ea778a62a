"""Benchmarks of Cocket against named peers on the machine at hand. Nothing is written to disk."""
