"""Addresses of the verifier's pages, under their language."""

from __future__ import annotations

from django.urls import path

from tequio.web.verify import offline, views

urlpatterns = [
    path("verify/", views.verify, name="verify"),
    path("verify/offline/", offline.offline, name="verify_offline"),
    path("verify/offline/worker.js", offline.worker, name="verify_offline_worker"),
    path("certificates/<str:code>/", views.certificate, name="certificate"),
    path("certificates/<str:code>/why/", views.certificate_why, name="certificate_why"),
    path("certificates/<str:code>/certificate.pdf", views.certificate_pdf, name="certificate_pdf"),
]
