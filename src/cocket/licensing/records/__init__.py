"""The Django app that keeps licences: tables, and the only code that changes a status."""
