"""Every address this installation answers: programs at the root, people under their language."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from tequio.site import probes

urlpatterns = [
    path("livez", probes.livez, name="livez"),
    path("readyz", probes.readyz, name="readyz"),
    path("", include("tequio.wire.urls")),
    path("", include("tequio.web.urls_root")),
    *i18n_patterns(path("", include("tequio.web.urls")), prefix_default_language=True),
]
handler400 = "tequio.web.errors.bad_request"
handler403 = "tequio.web.errors.forbidden"
handler404 = "tequio.web.errors.not_found"
handler500 = "tequio.web.errors.server_error"
