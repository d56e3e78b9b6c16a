"""Addresses for programs, without a language."""

urlpatterns: list[object] = []
