"""Settings that every test shares."""

from hypothesis import settings

# A shared machine is slow at times; a test that fails on a slow day tells nothing about the rule it checks.
settings.register_profile("cocket", deadline=None, print_blob=True)
settings.load_profile("cocket")
