"""The pages as a Django app: templates, tags and message catalogues, no tables."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "tequio.web"
    label = "web"
