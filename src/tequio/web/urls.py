"""Addresses for people, under their language."""

from __future__ import annotations

from django.urls import include, path

from tequio.web.learn import displaying

urlpatterns = [
    path("display/", displaying.display, name="display"),
    path("", include("tequio.web.urls_people")),
    path("", include("tequio.web.learn.urls")),
    path("", include("tequio.web.verify.urls")),
    path("", include("tequio.web.urls_staff")),
]
