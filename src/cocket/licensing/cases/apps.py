"""Names the app for Django."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "cocket.licensing.cases"
    label = "cases"
