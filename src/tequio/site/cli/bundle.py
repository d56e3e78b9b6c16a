"""`tequio bundle`: make the file that verifiers without internet need, or look through one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tequio.kit import clock
from tequio.site.cli import options, start, verify

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from tequio_standards.badges.bundle import Bundle

REFUSED = 2
AGED = 3


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "bundle", help="make or check the file that verifiers without internet need"
    )
    words = parser.add_subparsers(dest="bundle_word", required=True, metavar="WORD")
    _word(words, "make", "write this hub's signed bundle", make)
    check = _word(words, "verify", "check a bundle's signature, age and every part of it", look_through)
    check.add_argument("--trust", metavar="F", help="what is known of its hub (default: the data folder's)")
    check.add_argument("--at", metavar="DATE", help="check as of this day or moment (default: now)")


def _word(
    words: argparse._SubParsersAction[argparse.ArgumentParser],
    word: str,
    words_for_it: str,
    handler: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    parser = words.add_parser(word, help=words_for_it)
    parser.add_argument("file", metavar="FILE", type=Path)
    options.add_data(parser)
    options.add_format(parser)
    parser.set_defaults(run=handler)
    return parser


def make(args: argparse.Namespace) -> int:
    """Written beside and moved over, so that nobody ever copies half a bundle."""
    start.start(start.data_folder(args.data))
    from tequio.credentials.bundles import api

    data = api.bundle(now=clock.now())
    beside = args.file.with_name(args.file.name + ".new")
    beside.write_bytes(data)
    beside.replace(args.file)
    if args.format == "json":
        options.print_json({"file": str(args.file), "bytes": len(data)})
    else:
        sys.stdout.write(f"{args.file} has {len(data):,} bytes. Hand it on; it holds nothing secret.\n")
    return 0


def look_through(args: argparse.Namespace) -> int:
    """0 good · 1 a part is not what it says · 2 refused · 3 past its time."""
    from tequio_standards.badges.bundle import audit_bundle

    try:
        known = verify.read_trust(args.trust, args.data)
        at = verify.read_moment(args.at)
        bundle = verify.read_bundle(args.file, against=known)
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return REFUSED
    faults = audit_bundle(bundle)
    stale = bundle.stale_after < at
    code = "bundle_stale" if stale else "bundle_parts" if faults else "bundle_ok"
    told = {**_told(bundle), "code": code, "faults": list(faults), "known": bool(known.issuers)}
    if args.format == "json":
        options.print_json(told)
    else:
        sys.stdout.write(_text(told, faults))
    return 1 if faults else AGED if stale else 0


def _told(bundle: Bundle) -> dict[str, object]:
    return {
        "hub": bundle.hub,
        "issuer": bundle.issuer,
        "key": bundle.key.multibase,
        "as_of": bundle.as_of,
        "stale_after": bundle.stale_after,
        "issuers": len(bundle.trust.issuers),
        "status_lists": len(bundle.trust.status_lists),
        "templates": len(bundle.templates),
        "contexts": len(bundle.contexts),
        "log_roots": len(bundle.log_roots),
        "registries": len(bundle.registries),
    }


def _text(told: dict[str, object], faults: tuple[str, ...]) -> str:
    sentences = {
        "bundle_ok": "The bundle is whole, signed by its hub, and in date.",
        "bundle_stale": "The bundle is past its time: nothing it says is sure any more. Get a newer one.",
        "bundle_parts": "The hub signed this bundle, but parts of it are not what they say.",
    }
    lines = [sentences[str(told["code"])], ""]
    lines += [f"  {fault}" for fault in faults]
    lines += [f"  {name.replace('_', ' ')}: {told[name]}" for name in list(told)[:11]]
    if not told["known"]:
        lines += ["", "No trust file of this hub was at hand: compare its key with one you got another way."]
    return "\n".join(lines) + "\n"
