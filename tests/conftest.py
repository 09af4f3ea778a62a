"""Settings that every test shares."""

import os

from hypothesis import settings

# A shared machine is slow at times; a test that fails on a slow day tells nothing about the rule it checks.
# The same examples every time, so that a change is judged by what it changes; HYPOTHESIS_PROFILE=explore finds others.
settings.register_profile("explore", deadline=None, print_blob=True)
settings.register_profile("cocket", deadline=None, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "cocket"))
