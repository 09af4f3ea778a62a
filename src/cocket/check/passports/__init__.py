"""Fact passports: what suppliers state of their products, kept with who said it, and used for every later line."""
