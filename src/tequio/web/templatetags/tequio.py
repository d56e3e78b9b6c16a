"""Tags available in every template without loading: assets, icons, woven ornament."""

from __future__ import annotations

from django import template

from tequio.web import assets, icons, weave

register = template.Library()
register.simple_tag(assets.address, name="asset")
register.simple_tag(icons.icon, name="icon")
register.simple_tag(weave.band, name="weave")
register.simple_tag(weave.panel, name="panel")
register.simple_tag(weave.rosette, name="rosette")
register.simple_tag(weave.mark, name="mark")
