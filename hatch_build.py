"""The wheel's build hook: the wheel carries built assets and compiled message catalogues, so it needs no node."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TequioBuildHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling leaves it unparametrised
    """Builds the front end and compiles catalogues before files are gathered.

    A machine that cannot build the front end makes no wheel, unless TEQUIO_FRONTEND=skip: its pages then go out
    without their small script, with the style sheet as its source.
    """

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from tequio.site import assets, catalogues

        catalogues.compile_below(root / "src")
        frontend = root / "frontend"
        built = root / "src" / "tequio" / "web" / "static" / "built"
        if os.environ.get("TEQUIO_FRONTEND") == "skip" or not frontend.is_dir():
            return
        if not assets.build(frontend, built, self.app.display_info, again=True):
            raise RuntimeError("The front end could not be built. To go without it: TEQUIO_FRONTEND=skip")
