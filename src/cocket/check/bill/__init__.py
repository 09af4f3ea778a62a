"""A bill of materials to the share of its value that listed items of one origin make up (docs/movements.md)."""
