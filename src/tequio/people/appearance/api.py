"""The door of the hub's appearance: its theme now, an earlier one by its digest, and choosing."""

from tequio.people.appearance.themes import Theme, choose_theme, theme, theme_by_digest

__all__ = ["Theme", "choose_theme", "theme", "theme_by_digest"]
