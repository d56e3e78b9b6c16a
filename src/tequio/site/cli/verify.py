"""`tequio verify FILE…`: check certificates with no database and no Django, and with no network but by `--fetch`.

Exit codes: 0 all required checks ok · 1 forged, revoked or expired · 2 unreadable · 3 signature good, but the
issuer or the status is unknown; of many files the first of 1, 2, 3, 0 that occurs. The JSON is described in
docs/verifying.md and stays as it is.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tequio.credentials.advice import VERDICTS, verdict_code
from tequio.credentials.check_words import CODES, NAMES
from tequio.credentials.fetching.refusals import FetchRefused
from tequio.kit import clock
from tequio.site import environment
from tequio.site.cli.options import add_data, print_json
from tequio.site.cli.verifying_links import ADD_FETCH, is_link, looked_up, open_link
from tequio.site.cli.verifying_many import are_many, verify_many
from tequio_standards.badges import Trust, TrustFileError, check_credential, parse_trust, with_accreditation
from tequio_standards.badges.bundle import check_with_bundle, parse_bundle
from tequio_standards.badges.bundle.reading import MOST_BYTES as MOST_BUNDLE_BYTES
from tequio_standards.badges.extract import MOST_CONTAINER_BYTES
from tequio_standards.vc import moment_text

if TYPE_CHECKING:
    import argparse

    from tequio.credentials.fetching.looking_up import LookedUp
    from tequio_standards.badges import Check, Report
    from tequio_standards.badges.bundle import Bundle

FORMAT = 1
UNREADABLE = 2
Json = dict[str, Any]  # JSON values


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "verify", help="check a certificate: JSON, PNG, SVG, PDF, or the code of a paper"
    )
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help="the certificate, - for standard input, or a link; several, a folder, a ZIP or a CSV of links give a table",
    )
    parser.add_argument(
        "--trust",
        metavar="F",
        help="whom to believe (default: trust.json in the data folder; for a demo's sample, its demo's)",
    )
    parser.add_argument(
        "--bundle",
        metavar="B",
        help="believe a hub's bundle instead; with a trust file of that hub at hand, only if that file knows its key",
    )
    parser.add_argument("--at", metavar="DATE", help="check as of this day or moment (default: now)")
    parser.add_argument(
        "--fetch",
        action="store_true",
        help="open links, and look up keys and status lists that are not at hand",
    )
    add_data(parser)
    parser.add_argument(
        "--format", choices=("text", "json", "csv"), default="text", help="how to print the answer"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check what was named; the answer goes to stdout, what stops the check to stderr."""
    try:
        desk = read_desk(args)
        if are_many(args.files) or args.format == "csv":
            return verify_many(
                args.files, lambda data: desk.check(data).report, desk.open_link, style=args.format
            )
        data = desk.open_link(args.files[0]) if is_link(args.files[0]) else read_file(args.files[0])
    except (OSError, ValueError, FetchRefused) as error:
        sys.stderr.write(f"{_reason(error)}\n")
        return UNREADABLE
    checked = desk.check(data)
    if args.format == "json":
        print_json(to_json(checked.report, trust=checked.trust, at=desk.at, looked_up=checked.looked_up))
    else:
        sys.stdout.write(
            to_text(checked.report, trust=checked.trust, at=desk.at, looked_up=checked.looked_up)
        )
    return checked.report.exit_code


@dataclass(frozen=True, slots=True)
class Checked:
    """A report, whom it relied on, and what was looked up for it."""

    report: Report
    trust: Trust
    looked_up: tuple[LookedUp, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """Whom to believe, as of when, and whether a network may be used."""

    trust: Trust
    bundle: Bundle | None
    at: datetime
    fetch: bool

    def check(self, data: bytes) -> Checked:
        """Check one certificate."""
        if self.bundle is not None:
            report, trust = check_with_bundle(data, bundle=self.bundle, at=self.at), self.bundle.trust
            return Checked(with_accreditation(report, trust=trust, at=self.at), trust)
        trust, found = self._looked_up(data)
        report = check_credential(data, trust=trust, at=self.at)
        return Checked(with_accreditation(report, trust=trust, at=self.at), trust, found)

    def _looked_up(self, data: bytes) -> tuple[Trust, tuple[LookedUp, ...]]:
        if not self.fetch:
            return self.trust, ()
        return looked_up(data, trust=self.trust, at=self.at, now=clock.now())

    def open_link(self, link: str) -> bytes:
        """What lies at a link; ValueError when it may not be opened."""
        if not self.fetch:
            raise ValueError(ADD_FETCH)
        return open_link(link, now=clock.now())


def read_desk(args: argparse.Namespace) -> Desk:
    """What the options say."""
    trust = read_trust(args.trust, args.data, args.files[0])
    bundle = read_bundle(Path(args.bundle), against=trust) if args.bundle else None
    return Desk(trust, bundle, read_moment(args.at), args.fetch)


def read_trust(path: str | None, data: str | None, file: str = "-") -> Trust:
    """The trust file named, else the data folder's; without either, nobody is trusted and only did:key resolves."""
    folder = data or environment.text("TEQUIO_DATA")
    if path is None and not folder and (sample := sample_of(Path(file))):
        trust = _parsed(sample)
        return replace(trust, issuers={did: issuer for did, issuer in trust.issuers.items() if issuer.demo})
    kept = Path(path or Path(folder or "demo-data") / "trust.json")
    if path is None and not kept.exists():
        return Trust()
    return _parsed(kept)


def read_bundle(file: Path, *, against: Trust) -> Bundle:
    """The bundle, held against what is known of its hub, if anything is."""
    with file.open("rb") as opened:
        data = opened.read(MOST_BUNDLE_BYTES + 1)
    return parse_bundle(data, against=against if against.issuers else None)


def sample_of(file: Path) -> Path | None:
    """The trust file of the demo whose `samples/` hold `file`.

    It is believed about demonstration issuers only: a stranger may have packed such a folder.
    """
    folder = file.absolute().parent
    beside = folder.parent / "trust.json"
    return beside if folder.name == "samples" and beside.is_file() else None


def _parsed(kept: Path) -> Trust:
    try:
        return parse_trust(kept.read_bytes())
    except TrustFileError as error:
        raise ValueError(f"{kept} is not a trust file: {error}") from error


def read_moment(text: str | None) -> datetime:
    """A day (its last second, UTC) or a moment in ISO 8601."""
    if text is None:
        return clock.now()
    try:
        if len(text) == 10:
            return datetime.combine(date.fromisoformat(text), time(23, 59, 59), UTC)
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(
            f"--at is {text!r}. Write a day such as 2026-05-01, or a moment in ISO 8601."
        ) from error
    return moment.replace(tzinfo=moment.tzinfo or UTC)


def read_file(name: str) -> bytes:
    """At most one byte more than is ever read, so that a huge file costs nothing."""
    if name == "-":
        return sys.stdin.buffer.read(MOST_CONTAINER_BYTES + 1)
    with Path(name).open("rb") as file:
        return file.read(MOST_CONTAINER_BYTES + 1)


def to_json(report: Report, *, trust: Trust, at: datetime, looked_up: tuple[LookedUp, ...] = ()) -> Json:
    """The report for programs (docs/verifying.md)."""
    verdict = verdict_code(report)
    return {
        "format": FORMAT,
        "outcome": str(report.outcome),
        "exit_code": report.exit_code,
        "verdict": verdict,
        "sentence": VERDICTS[verdict].says,
        "demonstration": report.demonstration,
        "checked_at": moment_text(at),
        "trust": {"name": trust.name, "as_of": moment_text(trust.as_of) if trust.as_of else None},
        "checks": [_check_json(check) for check in report.checks],
        "credential": _credential(report),
        "looked_up": [_looked_up(each) for each in looked_up],
    }


def to_text(report: Report, *, trust: Trust, at: datetime, looked_up: tuple[LookedUp, ...] = ()) -> str:
    """The report for people: one sentence, what to do, and the list of checks."""
    verdict = VERDICTS[verdict_code(report)]
    lines = [verdict.says, verdict.do, ""]
    lines += [line for check in report.checks for line in _check_lines(check)]
    lines += ["", *_about(report), f"Checked as of {moment_text(at)}."]
    if trust.as_of is not None:
        lines.append(f"Trust file of {moment_text(trust.as_of)} by {trust.name or 'nobody named'}.")
    lines += [_looked_up_line(each) for each in looked_up]
    return "\n".join(lines).replace("\n\n\n", "\n\n") + "\n"


def _looked_up(each: LookedUp) -> Json:
    when = moment_text(each.fetched_at) if each.fetched_at else None
    return {"url": each.url, "fetched_at": when, "refused": each.refused}


def _looked_up_line(each: LookedUp) -> str:
    if each.fetched_at is None:
        return f"Not looked up: {each.url} ({each.refused})"
    return f"Looked up: {each.url}, as of {moment_text(each.fetched_at)}."


def _check_lines(check: Check) -> list[str]:
    state = str(check.state).replace("_", " ")
    lines = [f"  {state:<12} {NAMES[check.name]}: {check.message}"]
    advice = CODES[check.code].do
    return lines + ([f"{'':15}{advice}"] if advice else [])


def _check_json(check: Check) -> Json:
    return {
        "name": check.name,
        "state": str(check.state),
        "code": check.code,
        "message": check.message,
        "required": check.required,
        "args": dict(check.args),
    }


def _credential(report: Report) -> Json | None:
    # Only what was signed is ever told; a document that failed its proof says nothing here.
    document = report.document
    if document is None:
        return None
    subject, issuer = document["credentialSubject"], document["issuer"]
    issuer = issuer if isinstance(issuer, dict) else {"id": issuer}
    return {
        "id": document.get("id"),
        "title": document.get("name"),
        "learner": subject.get("name") if isinstance(subject, dict) else None,
        "issuer": {"id": issuer.get("id"), "name": issuer.get("name")},
        "valid_from": document.get("validFrom"),
        "valid_until": document.get("validUntil"),
        "assurance": document.get("assurance"),
    }


def _about(report: Report) -> list[str]:
    told = _credential(report)
    if told is None:
        return []
    who = told["issuer"]["name"] or told["issuer"]["id"]
    said = (told["title"], told["learner"], who, told["valid_from"])  # an endorsement has no learner
    return [" · ".join(str(text) for text in said if text)]


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{error.filename} cannot be read: {error.strerror}."
    return str(error)
