"""What CLDR makes of days, numbers, money and lists: a table to read, and what holds for every value."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from babel.numbers import list_currencies
from django.template import Context, Template
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st

from tequio.web import cldr

MEXICO = ZoneInfo("America/Mexico_City")
LATE = datetime(2026, 11, 24, 0, 5, tzinfo=UTC)  # still the 23rd in Mexico
YEARS = [datetime(year, 1, 1) for year in (1990, 2100)]  # noqa: DTZ001  # hypothesis adds the zone
LANGUAGES = st.sampled_from(["es", "en", "ar-xb"])
WORDS = st.text("abcdehiíu", min_size=1, max_size=6)

TABLE = [  # what, Spanish, English
    (cldr.day, (date(2026, 3, 1),), "1 de marzo de 2026", "1 March 2026"),
    (cldr.short_day, (date(2026, 11, 23),), "23 nov", "23 Nov"),
    (cldr.time, (LATE, MEXICO), "6:05 p.m.", "18:05"),
    (
        cldr.moment,
        (LATE, MEXICO),
        "23 de noviembre de 2026, 6:05 p.m. (hora de Ciudad de México)",
        "23 November 2026, 18:05 (Mexico City time)",
    ),
    (cldr.zone_words, (ZoneInfo("UTC"),), "hora universal coordinada", "Coordinated Universal Time"),
    (
        cldr.zone_words,
        (ZoneInfo("America/Argentina/Buenos_Aires"),),
        "hora de Buenos Aires",
        "Buenos Aires time",
    ),
    (cldr.number, (Decimal("1234567.25"),), "1,234,567.25", "1,234,567.25"),
    (cldr.number, (3,), "3", "3"),
    (cldr.percent, (Fraction(3, 4),), "75%", "75%"),
    (cldr.percent, (0.745,), "75%", "75%"),
    (cldr.percent, (Decimal("0.7449"),), "74%", "74%"),
    (cldr.money, (1250, "MXN"), "$12.50", "MX$12.50"),
    (cldr.money, (-5, "USD"), "-USD0.05", "-US$0.05"),
    (cldr.money, (1250, "JPY"), "JPY1,250", "JP¥1,250"),
    (cldr.money, (5000, "CLP"), "CLP5,000", "CLP5,000"),
    (cldr.money, (1250, "KWD"), "KWD1.250", "KWD1.250"),
    (cldr.money, (1250, "IQD"), "IQD1.250", "IQD1.250"),  # CLDR shows none, ISO counts in thousandths
    (cldr.money, (123_456_789, "COP"), "COP1,234,567.89", "COP1,234,567.89"),
    (cldr.size, (0,), "0 kB", "0 kB"),
    (cldr.size, (1,), "1 kB", "1 kB"),
    (cldr.size, (24_001,), "25 kB", "25 kB"),
    (cldr.size, (2_510_000,), "2.6 MB", "2.6 MB"),
    (cldr.size, (12_000_000_000,), "12 GB", "12 GB"),
    (cldr.duration, (0,), "0 minutos", "0 minutes"),
    (cldr.duration, (1,), "1 minuto", "1 minute"),
    (cldr.duration, (60,), "1 hora", "1 hour"),
    (cldr.duration, (125,), "2 horas y 5 minutos", "2 hours and 5 minutes"),
    (cldr.listed, ([],), "", ""),
    (cldr.listed, (["a"],), "a", "a"),
    (cldr.listed, (["a", "b"],), "a y b", "a and b"),
    (cldr.listed, (["a", "b", "c"],), "a, b y c", "a, b and c"),
    (cldr.listed, (["madres", "hijas"],), "madres e hijas", "madres and hijas"),
    (cldr.listed, (["Ana", "Eva", "Íñigo"],), "Ana, Eva e Íñigo", "Ana, Eva and Íñigo"),
    (cldr.listed, (["nieve", "hielo"],), "nieve y hielo", "nieve and hielo"),
]


@pytest.mark.parametrize(("write", "values", "spanish", "english"), TABLE)
def test_each_language_writes_it_its_own_way(write, values, spanish, english):
    assert plain(write(*values, "es")) == spanish
    assert plain(write(*values, "en")) == english


def plain(text: str) -> str:
    return re.sub(r"[\u202f\xa0]", " ", text)  # CLDR keeps "6:05 p.m." on one line


@given(st.integers(-(10**12), 10**12), st.sampled_from(sorted(list_currencies())), LANGUAGES)
def test_money_loses_and_invents_no_digit(minor, currency, lang):
    said = cldr.money(minor, currency, lang).replace(currency, "")
    digits = "".join(re.findall(r"\d", said))

    assert int(digits) == abs(minor)
    assert ("-" in said) == (minor < 0)


def test_money_of_no_currency_is_refused():
    with pytest.raises(cldr.UnknownCurrency, match="MXN"):
        cldr.money(100, "PESO", "es")


@given(st.integers(0, 10**12), LANGUAGES)
def test_a_size_is_never_said_smaller_than_it_is(count, lang):
    said = Decimal(re.sub(r"[^\d.]", "", cldr.size(count, "en")))
    unit = {"k": 1000, "M": 10**6, "G": 10**9}[re.search(r"[kMG]", cldr.size(count, "en"))[0]]

    assert count <= said * unit < count * Decimal("1.1") + unit
    assert cldr.size(count, lang)


@given(st.lists(WORDS, max_size=5))
def test_a_list_says_every_item_once_in_order(items):
    assert re.split(r", | [ey] ", cldr.listed(items, "es")) == (items or [""])


@given(st.datetimes(*YEARS, timezones=st.timezones()), LANGUAGES)
def test_the_day_of_a_moment_is_the_day_in_its_zone(dt, lang):
    assert cldr.day(dt.astimezone(MEXICO).date(), lang) in cldr.moment(dt, MEXICO, lang)


@given(st.fractions(0, 1), LANGUAGES)
def test_a_percentage_is_within_half_a_point(share, lang):
    assert abs(int(re.sub(r"\D", "", cldr.percent(share, lang))) - share * 100) <= Fraction(1, 2)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("{{ at|day }}", "23 de noviembre de 2026"),
        ("{{ none|day }}{{ none|moment }}", ""),
        ("{{ share|percent }} {{ share|percent:1 }}", "75% 75.0%"),
        ("{{ many|number }} {{ many|size }}", "12,345 13 kB"),
        ("{{ many|money:'MXN' }}", "$123.45"),
        ("{{ minutes|duration }}", "1 hora y 30 minutos"),
        ("{{ things|listed }}", "uno, dos e hilo"),
        ("{{ name|short_name }}", "María del Carmen"),
    ],
)
def test_templates_write_in_the_language_and_zone_of_the_page(code, said):
    values = {
        "at": LATE,
        "none": None,
        "share": 0.75,
        "many": 12_345,
        "minutes": 90,
        "things": ["uno", "dos", "hilo"],
        "name": "María del Carmen Ortiz",
    }
    with translation.override("es"), timezone.override(MEXICO):
        assert Template("{% load cldr %}" + code).render(Context(values)) == said
