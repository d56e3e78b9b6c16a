"""Runs the races of a new hub with SQLite in a file; prints what came of it as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main() -> None:
    import django
    from django.conf import settings

    django.setup()
    for folder in (settings.DATA, settings.BLOBS, settings.KEYS):
        Path(folder).mkdir(parents=True, exist_ok=True)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.SESSION_COOKIE_SECURE = False

    from django.core.management import call_command

    call_command("migrate", verbosity=0)

    from tests.web.staff.test_races import race

    json.dump(race(), sys.stdout)


if __name__ == "__main__":
    main()
