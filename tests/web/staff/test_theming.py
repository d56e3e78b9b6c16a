"""The hub's colours: planted themes are refused with the reason, what can be read is worn, nothing else gets in."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tequio.people.appearance import api as appearance
from tequio.web import contrast
from tequio.web.theme_colours import CHANGED, SCHEMES, own_colours, style_sheet
from tests.cast import EVERYBODY, sign_in
from tests.web.bad_themes import NO_COLOURS, bad_themes

pytestmark = pytest.mark.django_db
PAGE = "/en/operate/theme/"
OWN = {f"{scheme}-{name}": own_colours()[scheme][name] for scheme in SCHEMES for name in CHANGED}
BAD = [bad for bad in bad_themes() if bad.front in CHANGED]


@pytest.fixture
def desk(cast, client):
    """Marisol's browser."""
    return sign_in(client, cast.marisol)


def sent(act: str, **changed: str) -> dict[str, str]:
    return {**OWN, **{name.replace("_", "-"): colour for name, colour in changed.items()}, "act": act}


def test_the_originals_pass_and_are_no_theme(desk):
    assert desk.post(PAGE, sent("save")).status_code == 302
    assert appearance.theme() is None


def test_every_theme_with_a_pair_that_cannot_be_read_is_refused(desk):
    for bad in BAD:
        planted = {f"{bad.scheme}-{bad.front}": bad.colours[bad.front]}
        answer = desk.post(PAGE, {**OWN, **planted, "act": "save"})
        assert answer.status_code == 422, bad
        assert "Not saved" in answer.content.decode(), bad
    assert appearance.theme() is None


def mendings(answer):
    return answer.context["page"].mendings


def test_a_refusal_names_the_pair_its_ratio_what_is_needed_and_what_to_change(desk):
    (mending,) = mendings(desk.post(PAGE, sent("save", light_accent="#8fa0c8")))
    assert (mending.scheme, mending.changing) == ("Light", "Links and buttons")
    (line, *_) = mending.faults
    assert (line.front, line.back) == ("Links and buttons", "Paper behind everything")
    assert (line.ratio, line.least) == ("2.42", "4.5")


def test_the_nearest_colour_is_accepted(desk):
    (mending,) = mendings(desk.post(PAGE, sent("save", light_accent="#8fa0c8")))
    assert desk.post(PAGE, sent("save", light_accent=mending.nearest)).status_code == 302
    assert appearance.theme().light == {"accent": mending.nearest}


def test_where_no_colour_would_do_it_says_so(desk):
    answer = desk.post(PAGE, sent("save", light_paper="#777777", light_ink="#767676"))
    assert "change the other colour too" in answer.content.decode()


def test_a_preview_shows_and_saves_nothing(desk):
    answer = desk.post(PAGE, sent("try", light_accent="#7a1f3d"))
    assert answer.status_code == 200
    assert "nothing is saved yet" in answer.content.decode()
    assert appearance.theme() is None


def test_what_is_saved_is_worn_by_every_page_and_kept_for_ever_under_its_name(desk, client):
    desk.post(PAGE, sent("save", light_accent="#7a1f3d", dark_dye_a="#aa5566"))
    (address,) = re.findall(r'href="(/theme/[0-9a-f]{16}\.css)"', client.get("/es/").content.decode())
    sheet = client.get(address)
    assert sheet["Content-Type"] == "text/css; charset=utf-8"
    assert sheet["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "--accent:#7a1f3d;" in sheet.content.decode()
    assert "--dye-a:#aa5566;" in sheet.content.decode()


def test_without_a_theme_no_page_asks_for_one(client, cast):
    assert "/theme/" not in client.get("/es/").content.decode()


def test_back_to_our_own_colours_takes_it_off(desk, client):
    desk.post(PAGE, sent("save", light_accent="#7a1f3d"))
    assert desk.post(PAGE, {"act": "back"}).status_code == 302
    assert "/theme/" not in client.get("/es/").content.decode()


def test_what_is_no_colour_is_a_plain_error_and_never_reaches_a_style_sheet(desk):
    for said in NO_COLOURS:
        answer = desk.post(PAGE, sent("save", light_accent=said))
        assert answer.status_code == 400, said
        assert "Write the colour as #" in answer.content.decode(), said
    assert appearance.theme() is None


def test_a_name_that_may_not_change_is_let_be(desk):
    desk.post(PAGE, sent("save", light_good="#7a1f3d", light_accent="#7a1f3d"))
    assert appearance.theme().light == {"accent": "#7a1f3d"}
    assert "good" not in style_sheet({"good": "#7a1f3d"}, {})


def test_a_theme_is_for_screens_only():
    assert (
        re.sub(r"@media screen(?: and [^{]+)?\{(?:[^{}]*\{[^{}]*\})*\}", "", style_sheet(OWN, OWN)).strip()
        == ""
    )


def test_nobody_but_the_hubs_operator_gets_there(cast):
    for who in set(EVERYBODY) - {"nobody", "marisol"}:
        browser = sign_in(Client(), cast.person(who))
        assert browser.get(PAGE).status_code == 403, who
        assert browser.post(PAGE, sent("save", light_accent="#7a1f3d")).status_code == 403, who
    assert appearance.theme() is None


def test_the_page_reads_its_colours_from_the_style_sheet():
    assert all(contrast.faults(own_colours()[scheme]) == [] for scheme in SCHEMES)
