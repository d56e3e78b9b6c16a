"""`tequio keys`: list the signing keys, replace one, disown one, back them up and bring them back."""

from __future__ import annotations

import getpass
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tequio.kit import clock
from tequio.site.cli import options, start

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("keys", help="list, replace, disown or back up the signing keys")
    words = parser.add_subparsers(dest="keys_word", required=True, metavar="WORD")
    _word(words, "list", "every key with its period and how much it signed", list_)
    new = _word(words, "rotate", "sign with a new key from now on; the old one stays published", rotate)
    new.add_argument("--organisation", metavar="KEY", help="whose (default: the only one)")
    gone = _word(words, "revoke", "disown a stolen or lost key from a moment on", revoke)
    gone.add_argument("method", metavar="KEY", help="the key as `keys list` names it")
    gone.add_argument(
        "--from", dest="since", required=True, metavar="T", help="moment in ISO 8601, with its zone"
    )
    gone.add_argument("--reason", required=True, help="a sentence that anyone may read")
    _word(words, "protect", "seal bare key files with the hub's passphrase", protect)
    out = _word(words, "backup", "write all secrets into one sealed file", backup)
    back = _word(words, "restore", "put missing secrets back from such a file", restore)
    for each in (out, back):
        each.add_argument("file", metavar="FILE", type=Path)
        each.add_argument("--passphrase-file", metavar="FILE", type=Path, help="read the passphrase here")


def _word(
    words: argparse._SubParsersAction[argparse.ArgumentParser],
    word: str,
    words_for_it: str,
    handler: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    parser = words.add_parser(word, help=words_for_it)
    options.add_data(parser)
    options.add_format(parser)
    parser.set_defaults(run=run, keys_run=handler)
    return parser


def run(args: argparse.Namespace) -> int:
    start.start(start.data_folder(args.data))
    from tequio.kit.errors import TequioError

    try:
        return int(args.keys_run(args))
    except TequioError as error:
        sys.exit(str(error))


def list_(args: argparse.Namespace) -> int:
    from tequio.credentials.keys import api

    shown = api.keys()
    if args.format == "json":
        options.print_json([{name: getattr(key, name) for name in key.__slots__} for key in shown])
        return 0
    for key in shown:
        until = key.revoked_since or key.valid_until
        print(f"{key.state:8} {key.method}")
        print(f"         {key.organisation_key}: from {key.valid_from:%Y-%m-%d %H:%M}" + _until(until))
        print(f"         {key.signed} certificates; secret {'here' if key.has_secret else 'MISSING'}")
    return 0


def rotate(args: argparse.Namespace) -> int:
    from tequio.credentials.keys import api
    from tequio.people import api as people

    known = people.organisations()
    chosen = [one for one in known if args.organisation in (None, one.key)]
    if len(chosen) != 1:
        sys.exit(f"Say whose key: --organisation {' or '.join(one.key for one in known)}.")
    method = api.rotate(organisation=chosen[0].id, now=clock.now())
    return _tell(args, {"method": method}, f"{chosen[0].name} signs with {method} from now on.")


def revoke(args: argparse.Namespace) -> int:
    from tequio.credentials.keys import api

    since = _moment(args.since)
    api.revoke_key(
        method=args.method, since=since, reason=args.reason, by_name=getpass.getuser(), now=clock.now()
    )
    sentence = (
        f"{args.method} is not believed from {since.isoformat()} on. "
        "Hand out the new trust file: what the log had seen before stays good."
    )
    return _tell(args, {"method": args.method, "since": since.isoformat()}, sentence)


def protect(args: argparse.Namespace) -> int:
    from django.conf import settings

    from tequio.credentials.keys import api

    if not settings.KEY_PASSPHRASE:
        sys.exit("Set TEQUIO_KEY_PASSPHRASE_FILE to the file with the passphrase first.")
    count = api.protect_all()
    return _tell(args, {"sealed": count}, f"{count} key files were sealed.")


def backup(args: argparse.Namespace) -> int:
    from tequio.credentials.keys import api

    if args.file.exists():
        sys.exit(f"{args.file} is there already; nothing is written over.")
    data = api.back_up(_passphrase(args))
    args.file.touch(mode=0o600)
    args.file.write_bytes(data)
    return _tell(
        args, {"file": str(args.file)}, f"{args.file} holds every secret. Keep it away from the hub."
    )


def restore(args: argparse.Namespace) -> int:
    from tequio.credentials.keys import api

    count = api.bring_back(args.file.read_bytes(), _passphrase(args))
    return _tell(args, {"restored": count}, f"{count} secrets were brought back.")


def _passphrase(args: argparse.Namespace) -> str:
    if args.passphrase_file:
        return str(args.passphrase_file.read_text("utf-8").strip())
    if not sys.stdin.isatty():
        sys.exit("Nobody is here to type a passphrase. Give --passphrase-file FILE.")
    return getpass.getpass("Passphrase: ")


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        sys.exit(f"--from {text!r} is not a moment. Write one such as 2026-11-20T18:00:00-06:00.")
    return moment


def _until(moment: datetime | None) -> str:
    return f" until {moment:%Y-%m-%d %H:%M}" if moment else ""


def _tell(args: argparse.Namespace, answer: dict[str, object], sentence: str) -> int:
    if args.format == "json":
        options.print_json(answer)
    else:
        print(sentence)
    return 0
