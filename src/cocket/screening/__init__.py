"""Whether a name is, or might be, that of a listed party."""
