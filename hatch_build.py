"""The wheel's build hook: the wheel carries built assets and compiled message catalogues, so it needs no node."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TequioBuildHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling leaves it unparametrised
    """Builds the front end (unless TEQUIO_FRONTEND=skip) and compiles catalogues before files are gathered."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from tequio.site import assets, catalogues

        catalogues.compile_below(root / "src")
        frontend = root / "frontend"
        if frontend.is_dir():
            assets.build(
                frontend, root / "src" / "tequio" / "web" / "static" / "built", self.app.display_info
            )
