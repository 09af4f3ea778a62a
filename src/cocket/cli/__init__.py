"""The command ``cocket``: a thin face. Reads the clock once, prints, and sets the exit code; holds no rules."""
