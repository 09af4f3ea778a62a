"""The Django app that keeps applications: drafts in all their versions, and what was filed, which never changes."""
