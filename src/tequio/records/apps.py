"""The records wall as a Django app."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "tequio.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"
