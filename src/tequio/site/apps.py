"""The installation as a Django app: once all apps are ready, the wiring is laid."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "tequio.site"
    label = "tequio_site"

    def ready(self) -> None:
        from tequio.site import wiring  # stands on every wall, so only once all apps are ready

        wiring.lay()
