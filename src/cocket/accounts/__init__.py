"""Who acts: organisations, people, their roles, and what each role may see and do."""
