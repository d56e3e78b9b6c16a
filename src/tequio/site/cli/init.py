"""`tequio init`: give a new hub its address; then its organisation and first operator, here or in the browser."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tequio.kit import ids
from tequio.people.values import ORGANISATION_KEY
from tequio.site.cli import options, start
from tequio.site.hub import Hub, write_hub

NEEDED = ("organisation", "key", "country", "operator")  # all of them, or none: then the browser asks


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("init", help="make a new hub in an empty data folder")
    options.add_data(parser)
    parser.add_argument("--url", help="public address, such as https://hub.example.org; it never changes")
    parser.add_argument("--organisation", metavar="NAME", help="name of the organisation that issues")
    parser.add_argument("--key", metavar="KEY", help="its short name in addresses, such as unam")
    parser.add_argument("--country", metavar="CC", help="ISO 3166 country code, such as MX")
    parser.add_argument(
        "--zone", default="America/Mexico_City", help="time zone (default: America/Mexico_City)"
    )
    parser.add_argument("--operator", metavar="NAME", help="name of the first operator")
    parser.add_argument(
        "--password-file", metavar="FILE", help="read the operator's password here instead of asking"
    )
    parser.add_argument("--unless-waiting", action="store_true", help=argparse.SUPPRESS)  # said by `serve`
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    data = start.data_folder(args.data)
    given = [name for name in NEEDED if getattr(args, name)]
    if (data / "hub.json").exists() and not given and not args.url:
        start.start(data)
        return _remind() if args.unless_waiting and _waits() else _invite(data)
    _check(args, data)
    if not given:
        make(data, args.url)
        return _invite(data)
    _check_rows(args)
    password = _password(args)
    code = make(data, args.url, args, password)
    print(f"The hub {args.url} is ready in {data}.")
    print(f"{args.operator} signs in with the code {code} and the password. Write the code down.")
    print("Next: tequio serve, and docs/running-a-hub.md for TLS, mail and the nightly backup.")
    return 0


def make(data: Path, url: str, rows: argparse.Namespace | None = None, password: str = "") -> str:
    """Identity first, then rows; a failure leaves no `hub.json` behind, so that one may try again."""
    write_hub(data, Hub(url=url.rstrip("/"), secret_key=ids.new_token(), demo=False))
    try:
        start.start(data)
        from tequio.site import born

        born.migrate()
        if rows is None:
            return ""
        return born.first_rows(
            organisation=rows.organisation,
            key=rows.key,
            country=rows.country.upper(),
            zone=rows.zone,
            operator=rows.operator,
            password=password,
        )
    except BaseException:
        (data / "hub.json").unlink()
        raise


def check_url(url: str) -> None:
    """Stop at what is no public address."""
    parts = urlsplit(url)
    if parts.scheme not in ("https", "http") or not parts.hostname or parts.path.strip("/"):
        sys.exit(f"--url {url!r} is not a public address. Write it like https://hub.example.org")


def _waits() -> bool:
    from tequio.site import born

    return born.waits()


def _remind() -> int:
    print("This hub still waits to be set up, at the address that was printed before.")
    print("It works for 24 hours. `tequio init` alone prints another.", flush=True)
    return 0


def _invite(data: Path) -> int:
    from tequio.site import born

    address = born.invite()
    if address is None:
        sys.exit(f"{data} already holds a hub. Give --data another folder.")
    print("Set the hub up in the browser, once `tequio serve` runs, at this address:")
    print(f"  {address}")
    print("It works once, within 24 hours. `tequio init` alone prints another.", flush=True)
    return 0


def _check(args: argparse.Namespace, data: Path) -> None:
    if (data / "hub.json").exists():
        sys.exit(f"{data} already holds a hub. Give --data another folder.")
    if not args.url:
        sys.exit("Say where the hub will be found, once and for all: --url https://hub.example.org")
    check_url(args.url)


def _check_rows(args: argparse.Namespace) -> None:
    missing = [f"--{name}" for name in NEEDED if not getattr(args, name)]
    if missing:
        sys.exit(f"{', '.join(missing)} is missing. Give all of them, or none to be asked in the browser.")
    if not ORGANISATION_KEY.fullmatch(args.key):
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
