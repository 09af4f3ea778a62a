"""The Django app that keeps cases: their events, and the only code that adds one."""
