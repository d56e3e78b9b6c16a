"""The pages as a Django app: templates, tags and message catalogues, no tables."""

from django.apps import AppConfig
from django.conf import settings


class WebConfig(AppConfig):
    name = "tequio.web"
    label = "web"

    def ready(self) -> None:
        if settings.PSEUDO_LANGUAGES:
            from tequio.web import pseudo_gettext

            pseudo_gettext.install()
