"""What an exporter asks for, which papers it needs, and what would make it come back. No Django here."""
