"""By keyboard alone: every kind of page, and every journey of the demo from beginning to end."""

from __future__ import annotations

import re

import pytest

from tequio.learning import api as learning
from tequio.site.seeds import demo
from tequio.web.learn.pages.items import field_of
from tests.browser import keyboard
from tests.browser.keyboard import choose, press, skip_to_content, tab_to, tick, write
from tests.browser.matrix import Visit
from tests.pages import COURSE, PAGES, one_of_each

KINDS = [page.key for page in one_of_each(PAGES)]
NAME = "Teclado Pérez Luna"


@pytest.mark.parametrize("part", range(4))
def test_tab_reaches_everything_in_order_and_is_seen(hall, part):
    found = []
    for key in KINDS[part::4]:
        glass = hall.show(Visit(key, "es", "light", 320 if len(found) % 2 else 1280))
        found += [f"{key}: {fault}" for fault in keyboard.walk(glass)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("key", ["stranger-home", "stranger-not-found", "pablo-attempt", "marisol-operate"])
def test_the_skip_link_leads_to_the_content(hall, key):
    skip_to_content(hall.show(Visit(key, "en", "light", 320)))


@pytest.mark.parametrize("key", ["pablo-attempt", "stranger-course", "rosa-know", "joaquin-run"])
@pytest.mark.parametrize("size", [(320, 520), (640, 360), (1280, 420)])
def test_in_a_low_window_nothing_that_sticks_hides_the_focus(hall, key, size):
    """2.4.11: the clock of the check and the card at the side stay where they are while one goes on."""
    glass = hall.window_of(hall.pages[key].person)
    glass.set_viewport_size({"width": size[0], "height": size[1]})
    assert keyboard.walk(hall.enter(glass, hall.pages[key], "es")) == []


@pytest.fixture
def desk(hub, phone):
    """A window without a mouse; enters as somebody of the demo."""

    def open_(who=""):
        page = phone(java_script_enabled=True, viewport={"width": 1280, "height": 720})
        page.goto(f"{hub.url}/es/")
        if who:
            press(page, f"form[action$='/enter-as/{who}/'] button")
        return page

    return open_


def test_a_stranger_joins_practises_and_earns_a_certificate_which_the_officer_revokes(hub, desk):
    page = desk()
    press(page, f"main a[href$='{COURSE}']")
    press(page, "main a[href*='/join/']")
    join(page)
    page.goto(f"{hub.url}/es{COURSE}modules/spot-fraud/practice/")
    practise(page)
    page.goto(f"{hub.url}/es{COURSE}check/")
    pass_the_check(page)
    press(page, "main a[href*='/certificates/']")
    code = re.search(r"/certificates/(\w+)/", page.url)[1]
    assert NAME in page.inner_text("main")
    revoke(desk("ernesto"), code)
    page.reload()
    assert page.locator("main .said.bad, main .word.bad").count()


def join(page):
    write(page, "[name=name]", NAME)
    press(page, "main form[method=post] button")
    write(page, "[name=secret]", "8324")
    press(page, "main form[method=post] button")
    press(page, "main a.button")  # the card, then the course
    if page.locator("main form[action$='/join/'] button").count():
        press(page, "main form[action$='/join/'] button")


def practise(page):
    item = page.locator("section.item input[type=radio]").first
    choose(page, item.get_attribute("name"), item.get_attribute("value"))
    press(page, "section.item:has(input[type=radio]) button[value=answer]")
    assert page.locator(".news").count()


def pass_the_check(page):
    press(page, "main form[method=post] button")
    for item in learning.compile_folder(demo.COURSE).final:
        answer(page, field_of(item.key), item.correct)
    press(page, "button[value=submit]")
    press(page, "main form[action$='/submit/'] button")
    assert page.url.endswith("/result/")


def answer(page, name, right):
    """Only the items that were drawn are there."""
    kind = page.locator(f"[name='{name}']").first
    if not kind.count():
        return
    if kind.get_attribute("type") == "radio":
        choose(page, name, right[0])
    elif kind.get_attribute("type") == "checkbox":
        for value in right:
            tick(page, f"[name='{name}'][value='{value}']")
    else:
        write(page, f"[name='{name}']", right[0])


def revoke(page, code):
    press(page, f"main a[href$='/certificates/{code}/revoke/']")
    write(page, "[name=reason]", "Se expidió a otra persona.")
    tick(page, "[name=sure]")
    press(page, "main form[method=post] button")
    assert page.url.endswith("/govern/")


def test_an_employer_checks_a_certificate(hall, desk):
    page = desk()
    press(page, "footer a[href$='/verify/']")
    write(page, "[name=code]", hall.world.places["code"])
    press(page, "main form button")
    assert "/certificates/" in page.url
    press(page, "main a[href$='/why/']")


def test_a_teacher_follows_a_run(desk):
    page = desk("joaquin")
    press(page, "main a[href*='/runs/']")
    assert keyboard.walk(page) == []
    tab_to(page, "a[href$='.csv']")


def test_a_reviewer_fills_a_review_in(desk):
    page = desk("beatriz")
    press(page, "main a[href*='/reviews/']")
    for name in dict.fromkeys(
        one.get_attribute("name") for one in page.locator("main input[type=radio]").all()
    ):
        choose(page, name, "met")
    tick(page, "[name=read_items]")
    press(page, "main form[method=post] button")
    assert not page.locator(".errors").count()


def test_an_operator_imports_a_course(hall, desk, tmp_path):
    file, data = hall.world.files["course.tar.gz"]
    (tmp_path / file).write_bytes(data)
    page = desk("marisol")
    press(page, "main a[href$='/operate/import/']")
    tab_to(page, "[type=file]")
    with page.expect_file_chooser() as asked:
        page.keyboard.press("Space")
    asked.value.set_files(tmp_path / file)
    press(page, "main form[method=post] button")
    press(page, "main form[method=post] button")
    assert page.locator("main h1").count()


def test_a_facilitator_replaces_a_lost_card(hall, desk):
    page = desk("lupita")
    write(page, "[name=q]", "Vera")
    press(page, "main form[role=search] button")
    press(page, "main ol a")
    write(page, "[name=reason]", "La perdió en el camión.")
    press(page, "main form[method=post] button")
    assert page.locator("main .said").count()
