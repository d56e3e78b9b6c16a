"""`python -m tequio.site.cli` is the same program as `tequio`."""

import sys

from tequio.site.cli import main

sys.exit(main())
