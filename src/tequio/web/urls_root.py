"""Addresses without a language: short links and the front door."""

from __future__ import annotations

from django.urls import path

from tequio.web import front_door

urlpatterns = [
    path("", front_door.choose_language, name="front_door"),
]
