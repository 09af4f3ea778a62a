"""How a case moves: one table of steps, what each needs, and why not. No Django here."""
