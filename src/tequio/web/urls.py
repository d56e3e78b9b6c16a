"""Addresses for people, under their language."""

urlpatterns: list[object] = []
