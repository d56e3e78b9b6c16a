"""A demo's data folder: `tequio demo` makes, resumes and throws away only what is a demo's."""

from __future__ import annotations

import fcntl
import os
import shutil
from typing import TYPE_CHECKING

from tequio.kit.errors import Refused
from tequio.site.hub import read_hub

if TYPE_CHECKING:
    from io import TextIOWrapper
    from pathlib import Path

LOCK = ".lock"
PREPARING = "preparing"  # there while a folder is being filled for the first time


class NotADemosFolder(Refused):
    """This folder cannot hold the demo; nothing in it was touched."""


def claim(data: Path, *, fresh: bool) -> TextIOWrapper:
    """Make `data` ready to hold a demo. With `fresh`, or when preparing it once broke off, it starts empty.

    It is this process's as long as the answer stays open.
    """
    _refuse_others(data)
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotADemosFolder(
            f"{data} cannot be made: {error.strerror}. Give --data a folder of your own."
        ) from error
    _refuse_read_only(data)
    lock = _locked(data)
    if fresh or (data / PREPARING).exists():
        _empty(data)
    return lock


def _refuse_others(data: Path) -> None:
    try:
        if not data.exists() or {path.name for path in data.iterdir()} <= {LOCK, PREPARING}:
            return
    except OSError as error:
        raise NotADemosFolder(
            f"{data} cannot be read: {error.strerror}. Give --data another folder."
        ) from error
    if not (data / "hub.json").exists():
        raise NotADemosFolder(f"{data} is not a demo's folder; it was left alone. Give --data another one.")
    _refuse_read_only(data)
    if not read_hub(data).demo:
        raise NotADemosFolder(f"{data} holds a real hub; it was left alone. Give --data another folder.")


def _refuse_read_only(data: Path) -> None:
    for path in (data, data / "hub.json", data / "tequio.sqlite3"):
        if path.exists() and not os.access(path, os.R_OK | os.W_OK):
            raise NotADemosFolder(f"{path} is somebody else's to write. Give --data a folder of your own.")


def _locked(data: Path) -> TextIOWrapper:
    lock = (data / LOCK).open("w", encoding="utf-8")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        lock.close()
        raise NotADemosFolder(
            f"Another demo runs in {data}. Stop it, or give --data another folder."
        ) from error
    except OSError:  # a file system without locks: then nobody is warned
        return lock
    return lock


def _empty(data: Path) -> None:
    for path in data.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name != LOCK:
            path.unlink()
