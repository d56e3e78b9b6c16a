"""`./tequio bench NAME`: runs one benchmark; each prints JSON with a calibration line beside its figures."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main(words: list[str]) -> int:
    names = sorted(p.stem for p in HERE.glob("*.py") if p.stem not in ("run", "calibration", "__init__"))
    if not words or words[0] not in names:
        print(f"Write one of: {', '.join(names)}", file=sys.stderr)
        return 2
    sys.argv = [words[0], *words[1:]]
    sys.path.insert(0, str(HERE.parent))
    runpy.run_path(str(HERE / f"{words[0]}.py"), run_name="__main__")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
