"""Addresses for people, under their language."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("tequio.web.learn.urls")),
]
