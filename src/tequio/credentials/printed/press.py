"""Sets one sheet with Typst; runs as a program of its own, so that fonts and caches leave with it.

Inside the server it would keep some 30 MB for good. Standard input: the sheet and the signed document as JSON.
Standard output: the PDF. Exit code 3: a sign that no font here has.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typst

NO_FONT = 3
SOURCE = Path(__file__).with_name("certificate.typ")


def main() -> int:
    """Words travel as data (sys.inputs), never as source: a hostile name is only ever text."""
    inputs = json.load(sys.stdin.buffer)
    try:
        pdf = typst.compile(
            SOURCE.read_bytes(), sys_inputs=inputs, format="pdf", pdf_standards=["a-3a", "ua-1"]
        )
    except typst.TypstError as error:
        sys.stderr.write(error.message)
        return NO_FONT if "could not be displayed with font" in error.message else 1
    sys.stdout.buffer.write(pdf)
    return 0


if __name__ == "__main__":
    sys.exit(main())
