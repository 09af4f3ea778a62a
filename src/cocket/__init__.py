"""Export licensing: may these goods leave, under which permit, why, and which fact is still missing."""

__version__ = "0.1.0.dev0"
