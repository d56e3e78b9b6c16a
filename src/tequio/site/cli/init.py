"""`tequio init`: give a new hub its address, organisation, issuer key and first operator."""

from __future__ import annotations

import getpass
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tequio.kit import ids
from tequio.site.cli import options, start
from tequio.site.hub import Hub, write_hub

if TYPE_CHECKING:
    import argparse

KEY = re.compile(r"[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?")


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("init", help="make a new hub in an empty data folder")
    options.add_data(parser)
    parser.add_argument(
        "--url", required=True, help="public address, such as https://hub.example.org; it never changes"
    )
    parser.add_argument(
        "--organisation", required=True, metavar="NAME", help="name of the organisation that issues"
    )
    parser.add_argument(
        "--key", required=True, metavar="KEY", help="its short name in addresses, such as unam"
    )
    parser.add_argument("--country", required=True, metavar="CC", help="ISO 3166 country code, such as MX")
    parser.add_argument(
        "--zone", default="America/Mexico_City", help="time zone (default: America/Mexico_City)"
    )
    parser.add_argument("--operator", required=True, metavar="NAME", help="name of the first operator")
    parser.add_argument(
        "--password-file", metavar="FILE", help="read the operator's password here instead of asking"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    data = start.data_folder(args.data)
    _check(args, data)
    password = _password(args)
    code = _make(args, data, password)
    print(f"The hub {args.url} is ready in {data}.")
    print(f"{args.operator} signs in with the code {code} and the password. Write the code down.")
    print("Next: tequio serve, and docs/running-a-hub.md for TLS, mail and the nightly backup.")
    return 0


def _make(args: argparse.Namespace, data: Path, password: str) -> str:
    """Identity first, then rows; a failure leaves no `hub.json` behind, so that one may try again."""
    write_hub(data, Hub(url=args.url.rstrip("/"), secret_key=ids.new_token(), demo=False))
    try:
        start.start(data)
        from tequio.site import born

        born.migrate()
        return born.first_rows(
            organisation=args.organisation,
            key=args.key,
            country=args.country.upper(),
            zone=args.zone,
            operator=args.operator,
            password=password,
        )
    except BaseException:
        (data / "hub.json").unlink()
        raise


def _check(args: argparse.Namespace, data: Path) -> None:
    if (data / "hub.json").exists():
        sys.exit(f"{data} already holds a hub. Give --data another folder.")
    parts = urlsplit(args.url)
    if parts.scheme not in ("https", "http") or not parts.hostname or parts.path.strip("/"):
        sys.exit(f"--url {args.url!r} is not a public address. Write it like https://hub.example.org")
    if not KEY.fullmatch(args.key):
        sys.exit(
            f"--key {args.key!r} stands in addresses. Write small letters, digits and hyphens, such as unam."
        )
    if len(args.country) != 2 or not (args.country.isascii() and args.country.isalpha()):
        sys.exit(f"--country {args.country!r} is not an ISO 3166 code. Write two letters, such as MX.")
    try:
        ZoneInfo(args.zone)
    except (ZoneInfoNotFoundError, ValueError):
        sys.exit(f"--zone {args.zone!r} is not a time zone. Write one such as America/Mexico_City.")


def _password(args: argparse.Namespace) -> str:
    if args.password_file:
        password = Path(args.password_file).read_text("utf-8").strip()
    elif sys.stdin.isatty():
        password = getpass.getpass(f"Password for {args.operator} (10 characters or more): ")
    else:
        sys.exit("Nobody is here to type a password. Give --password-file FILE.")
    if len(password) < 10:
        sys.exit("The operator's password needs 10 characters or more.")
    return password
