"""The gate: a declaration of goods at the border, with or without a licence: released, held or refused. See docs.md."""
