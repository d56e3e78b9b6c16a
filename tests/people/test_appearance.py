"""The hub's theme as rows: the newest is worn, only operators of the hub choose, only colours get in."""

import pytest

from tequio.kit.errors import NotAllowed, Refused
from tequio.people.appearance import api as appearance
from tequio.people.models import ThemeChoice
from tests.cast import EVERYBODY, NOW
from tests.web.bad_themes import NO_COLOURS

pytestmark = pytest.mark.django_db
BLUE = {"accent": "#123456"}


def choose(cast, who="marisol", *, light=BLUE, dark=None):
    appearance.choose_theme(light=light, dark=dark or {}, by=cast.actor(who), now=NOW)


def test_a_new_hub_wears_the_programs_own_colours(cast):
    assert appearance.theme() is None


def test_the_newest_choice_is_worn_and_says_who_and_when(cast):
    choose(cast)
    choose(cast, light={"accent": "#654321"}, dark=BLUE)
    worn = appearance.theme()
    assert (worn.light, worn.dark) == ({"accent": "#654321"}, BLUE)
    assert (worn.by, worn.at) == (cast.marisol.id, NOW)


def test_an_empty_choice_gives_the_own_look_back_and_keeps_the_history(cast):
    choose(cast)
    choose(cast, light={})
    assert appearance.theme() is None
    assert ThemeChoice.objects.count() == 2


def test_an_earlier_theme_is_found_by_its_digest(cast):
    choose(cast)
    digest = appearance.theme().digest
    choose(cast, light={})
    assert appearance.theme_by_digest(digest).light == BLUE
    assert appearance.theme_by_digest("0" * 16) is None


def test_nobody_but_the_hubs_operator_may_choose(cast):
    for who in set(EVERYBODY) - {"marisol"}:
        with pytest.raises(NotAllowed):
            choose(cast, who)
    assert not ThemeChoice.objects.exists()


def test_what_is_no_colour_never_gets_in(cast):
    for said in NO_COLOURS:
        with pytest.raises(Refused):
            choose(cast, light={"accent": said})


def test_what_is_no_name_never_gets_in(cast):
    for name in ("", "ink;}", "Ink", "--ink", "ink ", "ink\n", "a:b"):
        with pytest.raises(Refused):
            choose(cast, light={name: "#123456"})
