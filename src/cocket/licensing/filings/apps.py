"""Names the app for Django."""

from django.apps import AppConfig


class FilingsConfig(AppConfig):
    name = "cocket.licensing.filings"
    label = "filings"
