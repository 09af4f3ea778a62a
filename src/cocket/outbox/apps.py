"""Names the app for Django."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "cocket.outbox"
    label = "outbox"
