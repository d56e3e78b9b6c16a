"""`python -m tequio.site.seeds DIR`: makes DIR a demo hub. Safe to run again: it adds only what is missing."""

from __future__ import annotations

import sys
from pathlib import Path

from tequio.kit import ids
from tequio.kit.errors import TequioError
from tequio.site import fingerprint
from tequio.site.cli import start
from tequio.site.hub import Hub, write_hub

DEMO_URL = "https://nodo-anahuac.example"


def main(folder: str) -> int:
    data = Path(folder).absolute()
    if not (data / "hub.json").exists():
        write_hub(data, Hub(url=DEMO_URL, secret_key=ids.new_token(), demo=True))
    start.start(data)
    from tequio.site.seeds import demo

    demo.seed(data, tell=lambda line: print(f"  {line}", file=sys.stderr, flush=True))
    fingerprint.keep(data)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1]))
    except TequioError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
