"""Tables of the people wall. Private: others come in by `people.api`."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class Organisation(models.Model):
    """A university, ministry, NGO or employer; every primary row in the house carries one."""

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    key = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    country = models.CharField(max_length=2)  # ISO 3166-1
    zone = models.CharField(max_length=60, default="America/Mexico_City")  # IANA
    simulated = models.BooleanField(default=False)
    created_at = models.DateTimeField()


class Person(AbstractBaseUser):
    """An account. It is known by a generated code, never by a name."""

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    code = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=200)
    language = models.CharField(max_length=8, default="es")
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField()

    USERNAME_FIELD = "code"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = BaseUserManager["Person"]()
