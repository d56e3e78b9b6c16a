"""From a package's manifest to what pages are told: pure, and cheap enough to do for every request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.kit.errors import NotFound
from tequio.learning.content import store
from tequio.learning.content.markdown import PICTURE_SCHEME
from tequio.learning.values import ModuleInfo, StepPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.kit.words import Words
    from tequio.learning.content.shape import CourseShape, ModuleShape, StepShape


def course_minutes(shape: CourseShape) -> int:
    """Minutes of all modules; the final check says its own."""
    return sum(module.minutes for module in shape.modules)


def module_infos(package_id: str, *, preview: bool) -> tuple[ModuleInfo, ...]:
    """Every module of a package, in order."""
    shape = store.load(package_id).shape
    return tuple(_module(package_id, num, preview=preview) for num in range(len(shape.modules)))


def module_info(package_id: str, key: str, *, preview: bool) -> ModuleInfo:
    """One module of a package; `NotFound` when it has none of this key."""
    keys = [module.key for module in store.load(package_id).shape.modules]
    if key not in keys:
        raise NotFound(_("This course has no such module. Open the course page to see what it has."))
    return _module(package_id, keys.index(key), preview=preview)


def step_page(package_id: str, module_key: str, step_key: str, language: str) -> StepPage:
    """One step in `language`, else in the first language it has."""
    module = module_info(package_id, module_key, preview=False)
    shapes = store.load(package_id).shape.modules[module.num - 1].steps
    keys = [step.info.key for step in shapes]
    if step_key not in keys:
        raise NotFound(_("This module has no such step. Open the module to see what it has."))
    num = keys.index(step_key)
    shape = shapes[num]
    items = store.items(package_id)
    return StepPage(
        module=module,
        step=shape.info,
        language=_language(shape, module.languages, language),
        html=_html(package_id, shape, module.languages, language),
        items=tuple(items[key] for key in shape.info.items),
        fallback=shape.info.fallback,
        previous=_neighbour(keys, num - 1),
        next=_neighbour(keys, num + 1),
    )


def _module(package_id: str, num: int, *, preview: bool) -> ModuleInfo:
    shape = store.load(package_id).shape
    module: ModuleShape = shape.modules[num]
    keys = [one.key for one in shape.modules]
    return ModuleInfo(
        key=module.key,
        num=num + 1,
        title=module.title,
        summary=module.summary,
        minutes=module.minutes,
        bytes=store.figures(package_id).modules[module.key],
        outcome=module.outcome,
        licence=module.licence,
        steps=tuple(step.info for step in module.steps),
        course_key=shape.key,
        course_title=shape.title,
        languages=shape.languages,
        package_id=package_id,
        previous=_neighbour(keys, num - 1),
        next=_neighbour(keys, num + 1),
        preview=preview,
    )


def _neighbour(keys: Sequence[str], num: int) -> str | None:
    return keys[num] if 0 <= num < len(keys) else None


def _language(step: StepShape, languages: Sequence[str], wanted: str) -> str:
    """`wanted`, its base language, or the first that the course has."""
    have: Words = step.body or dict.fromkeys(languages, "")
    return next((one for one in (wanted, wanted.split("-")[0]) if one in have), next(iter(have), wanted))


def _html(package_id: str, step: StepShape, languages: Sequence[str], wanted: str) -> str:
    digest = step.body.get(_language(step, languages, wanted))
    return picture_addresses(package_id, store.fragment(digest)) if digest else ""


def picture_addresses(package_id: str, html: str) -> str:
    """The fragment with `/packages/<package id>/<digest>` where it names pictures by digest."""
    return html.replace(f'src="{PICTURE_SCHEME}', f'src="/packages/{package_id}/')
