"""What an installation may set, and how Django is started with it."""
