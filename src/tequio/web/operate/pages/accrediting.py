"""The page that accredits an issuer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from tequio.web.operate.trust_forms import AccreditForm


@dataclass(frozen=True, slots=True, kw_only=True)
class AccreditPage:
    """The form; `any`: there is an issuer to accredit."""

    template: ClassVar[str] = "operate/accredit.html"
    form: AccreditForm
    any: bool
