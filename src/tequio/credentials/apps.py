"""The credentials wall as a Django app."""

from django.apps import AppConfig


class CredentialsConfig(AppConfig):
    name = "tequio.credentials"
    label = "credentials"
    default_auto_field = "django.db.models.BigAutoField"
