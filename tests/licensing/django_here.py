"""Sets Django up on import, before any test module imports a table; no database is touched by it."""

import os

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "cocket.config.settings"
django.setup()
