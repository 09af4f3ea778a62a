"""Names the app for Django."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "cocket.licensing.records"
    label = "licensing"
