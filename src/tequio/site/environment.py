"""The only reader of the environment. Each setting is a row here: name, parser, default, what it means.

A wrong value stops the start with a sentence that says what to write instead. `NAME_FILE` reads the value
from a file, so that secrets need not stand in the environment.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable


class WrongSetting(SystemExit):
    """A setting cannot be read; the message says what to write instead."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable that Tequio reads."""

    name: str
    default: str
    meaning: str


SETTINGS = (
    Setting("TEQUIO_DATA", "", "Folder for database, blobs, keys and backups. Default: ./demo-data."),
    Setting(
        "TEQUIO_DATABASE_URL",
        "",
        "postgres://user:password@host:port/name. Default: SQLite in the data folder.",
    ),
    Setting(
        "TEQUIO_SECRET_KEY", "", "Signs sessions. Default: made by `tequio init` and kept in the data folder."
    ),
    Setting(
        "TEQUIO_HUB_URL",
        "",
        "Public address, such as https://hub.example.org. Default: what `tequio init` was told.",
    ),
    Setting(
        "TEQUIO_HOSTS", "", "Host names to answer to, comma separated. Default: the hub's own and loopback."
    ),
    Setting(
        "TEQUIO_BEHIND_PROXY",
        "no",
        "yes: trust X-Forwarded-Proto and X-Forwarded-For from the proxy in front.",
    ),
    Setting("TEQUIO_DEMO", "no", "yes: this is a demo hub; pages say so and its issuer is marked DEMO."),
    Setting("TEQUIO_DEBUG", "no", "yes: show tracebacks. Never on a public hub."),
    Setting(
        "TEQUIO_EMBEDDED_JOBS", "no", "yes: the web process also runs the jobs. `serve` and `demo` say yes."
    ),
    Setting(
        "TEQUIO_PSEUDO_LANGUAGES",
        "no",
        "yes: pages also in a made-up right-to-left language, under /ar-xb/, to try them. Never on a public hub.",
    ),
    Setting(
        "TEQUIO_KEY_PASSPHRASE",
        "",
        "Seals the signing keys in the data folder; best given as TEQUIO_KEY_PASSPHRASE_FILE. Default: not sealed.",
    ),
    Setting("TEQUIO_MAIL_URL", "", "smtp://user:password@host:port to send mail. Default: mail is not sent."),
    Setting("TEQUIO_MAIL_FROM", "", "Sender of mail, such as hub@example.org."),
)
_NAMES = {setting.name: setting for setting in SETTINGS}


def text(name: str) -> str:
    """The value of `name`, from `NAME`, else the file that `NAME_FILE` points at, else its default."""
    setting = _NAMES[name]
    path = os.environ.get(f"{name}_FILE")
    if path:
        return _file_text(name, path)
    return os.environ.get(name, setting.default)


def _file_text(name: str, path: str) -> str:
    try:
        return Path(path).read_text("utf-8").strip()
    except OSError as error:
        raise WrongSetting(
            f"{name}_FILE points at {path}, which cannot be read: {error.strerror}."
        ) from error


def boolean(name: str) -> bool:
    """yes or no; anything else stops the start."""
    value = text(name).strip().lower()
    if value in ("yes", "true", "1", "on"):
        return True
    if value in ("no", "false", "0", "off", ""):
        return False
    raise WrongSetting(f"{name} is {value!r}. Write yes or no.")


def listed(name: str) -> list[str]:
    """Comma-separated values, blanks dropped."""
    return [part.strip() for part in text(name).split(",") if part.strip()]


def database(sqlite_path: Path) -> dict[str, object]:
    """Django's DATABASES entry: SQLite with full durability, or the PostgreSQL that TEQUIO_DATABASE_URL names."""
    url = text("TEQUIO_DATABASE_URL")
    return _parsed("TEQUIO_DATABASE_URL", url, _postgres) if url else _sqlite(sqlite_path)


def _parsed(name: str, value: str, parse: Callable[[str], dict[str, object]]) -> dict[str, object]:
    try:
        return parse(value)
    except ValueError as error:
        raise WrongSetting(f"{name} cannot be read: {error}.") from error


def _sqlite(path: Path) -> dict[str, object]:
    # FULL, not NORMAL: an acknowledged answer must survive a power cut on a school's box.
    pragmas = (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA cache_size=-8000;PRAGMA temp_store=MEMORY;"
    )
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas},
    }


def _postgres(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise ValueError("write postgres://user:password@host:port/name")
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
    }


def mail() -> dict[str, object]:
    """Django's mail settings; without TEQUIO_MAIL_URL no mail leaves the hub."""
    url = text("TEQUIO_MAIL_URL")
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    return _parsed("TEQUIO_MAIL_URL", url, _smtp)


def _smtp(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise ValueError("write smtp://user:password@host:port")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or 587,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
    }
