"""The assessment wall as a Django app."""

from django.apps import AppConfig


class AssessmentConfig(AppConfig):
    name = "tequio.assessment"
    label = "assessment"
    default_auto_field = "django.db.models.BigAutoField"
