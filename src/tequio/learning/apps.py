"""The learning wall as a Django app."""

from django.apps import AppConfig


class LearningConfig(AppConfig):
    name = "tequio.learning"
    label = "learning"
    default_auto_field = "django.db.models.BigAutoField"
