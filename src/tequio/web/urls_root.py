"""Addresses without a language: short links and the front door."""

from __future__ import annotations

from django.urls import path

from tequio.web import dressing, front_door
from tequio.web.learn import pictures
from tequio.web.verify import views as verify_views

urlpatterns = [
    path("", front_door.choose_language, name="front_door"),
    path("packages/<str:package>/<str:digest>", pictures.picture, name="picture"),
    path("theme/<str:digest>.css", dressing.theme_sheet, name="theme_sheet"),
    path("c/<str:code>", verify_views.short_link, name="short_link"),
]
