"""Addresses of joining, signing in and the facilitator's desk, under their language."""

from __future__ import annotations

from django.urls import path

from tequio.web.learn import card, joining, signing_in
from tequio.web.operate import people

urlpatterns = [
    path("join/", joining.join, name="join"),
    path("card/", card.card, name="card"),
    path("sign-in/", signing_in.sign_in, name="sign_in"),
    path("sign-out/", signing_in.sign_out, name="sign_out"),
    path("secret/", signing_in.secret, name="secret"),
    path("facilitate/", people.facilitate, name="facilitate"),
    path("facilitate/<uuid:person>/", people.reissue, name="reissue"),
    path("facilitate/<uuid:person>/vouch/", people.vouch, name="vouch"),
]
