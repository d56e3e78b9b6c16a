"""Templates get one dataclass each, use all of it and nothing else; parts say what they take."""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from tequio import web

TEMPLATES = Path(web.__file__).parent / "templates"
FILES = sorted(TEMPLATES.rglob("*.html"))
INCLUDE = re.compile(r'{% include "([^"]+)"')


def pages() -> list[type]:
    """Every dataclass of the web package that names a template."""
    found = {}
    for info in pkgutil.walk_packages(web.__path__, "tequio.web."):
        for value in vars(importlib.import_module(info.name)).values():
            if (
                isinstance(value, type)
                and is_dataclass(value)
                and isinstance(getattr(value, "template", None), str)
            ):
                found[f"{value.__module__}.{value.__name__}"] = value
    return [found[name] for name in sorted(found)]


def used_by(template: str, seen: frozenset[str] = frozenset()) -> set[str]:
    """Names that the template and what it includes take from `page`."""
    text = (TEMPLATES / template).read_text("utf-8")
    code = re.sub(r"{% comment %}.*?{% endcomment %}", "", text, flags=re.DOTALL)
    names = set(re.findall(r"\bpage\.(\w+)", code))
    for included in set(INCLUDE.findall(code)) - seen:
        names |= used_by(included, seen | {included})
    return names


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.__name__)
def test_a_template_uses_exactly_what_its_page_declares(page):
    declared = {field.name for field in fields(page)}
    assert used_by(page.template) == declared


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.__name__)
def test_a_page_is_frozen_and_documented(page):
    assert page.__dataclass_params__.frozen
    assert page.__doc__
    assert not page.__doc__.startswith(f"{page.__name__}(")  # what dataclass writes when nobody did


@pytest.mark.parametrize("path", sorted((TEMPLATES / "parts").glob("*.html")), ids=lambda path: path.name)
def test_a_part_begins_with_a_comment_that_lists_its_variables(path):
    text = path.read_text("utf-8").replace("{% load i18n %}", "")
    assert text.startswith("{% comment %}")
    assert "Variables:" in text.partition("{% endcomment %}")[0]


def test_nine_templates_in_ten_have_under_sixty_lines():
    lengths = sorted(len(path.read_text("utf-8").splitlines()) for path in FILES)
    assert lengths[int(len(lengths) * 0.9)] < 60


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_template_has_no_inline_script_style_or_handler(path):
    text = path.read_text("utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", text)


def test_the_style_sheet_uses_logical_sides_only():
    css = (TEMPLATES.parent / "static" / "tequio.css").read_text("utf-8")
    assert not re.search(
        r"(?:margin|padding|border)-(?:left|right)|[;{ ](?:left|right):|text-align: (?:left|right)", css
    )


def test_the_style_sheet_names_no_font_file():
    assert "@font-face" not in (TEMPLATES.parent / "static" / "tequio.css").read_text("utf-8")
