"""Benchmarks of Cocket against named peers on the machine at hand. What they write is in folders that go with them."""
