"""The kit as a Django app: it owns the outbox table."""

from django.apps import AppConfig

from tequio.kit import events


class KitConfig(AppConfig):
    name = "tequio.kit"
    label = "kit"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tequio.kit import outbox  # models exist only once apps are ready

        events.install_outbox(outbox.keep)
