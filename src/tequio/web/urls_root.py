"""Addresses without a language: short links and the front door."""

urlpatterns: list[object] = []
