"""Settings come from the environment only, and a wrong one stops the start with a sentence."""

from pathlib import Path

import pytest

from tequio.site import environment


@pytest.mark.parametrize(
    ("value", "meaning"), [("yes", True), ("TRUE", True), ("1", True), ("no", False), ("", False)]
)
def test_yes_and_no_are_read(monkeypatch: pytest.MonkeyPatch, value: str, meaning: bool):
    monkeypatch.setenv("TEQUIO_DEMO", value)

    assert environment.boolean("TEQUIO_DEMO") is meaning


def test_any_other_word_stops_the_start(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TEQUIO_DEMO", "maybe")

    with pytest.raises(environment.WrongSetting, match="Write yes or no"):
        environment.boolean("TEQUIO_DEMO")


def test_a_secret_can_lie_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "key").write_text("s3cret\n")
    monkeypatch.setenv("TEQUIO_SECRET_KEY_FILE", str(tmp_path / "key"))

    assert environment.text("TEQUIO_SECRET_KEY") == "s3cret"


def test_a_secret_file_that_is_not_there_stops_the_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("TEQUIO_SECRET_KEY_FILE", str(tmp_path / "none"))

    with pytest.raises(environment.WrongSetting, match="cannot be read"):
        environment.text("TEQUIO_SECRET_KEY")


def test_sqlite_is_as_durable_as_it_can_be(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.delenv("TEQUIO_DATABASE_URL", raising=False)

    options = environment.database(tmp_path / "db")["OPTIONS"]

    assert "synchronous=FULL" in options["init_command"]
    assert options["transaction_mode"] == "IMMEDIATE"


def test_a_postgres_address_is_taken_apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("TEQUIO_DATABASE_URL", "postgres://ana:p%40ss@db:5433/hub?host=/run/pg")

    found = environment.database(tmp_path / "db")

    assert (found["NAME"], found["USER"], found["PASSWORD"]) == ("hub", "ana", "p@ss")
    assert (found["HOST"], found["PORT"]) == ("/run/pg", "5433")


@pytest.mark.parametrize("url", ["mysql://a/b", "postgres://host", "nonsense"])
def test_another_database_stops_the_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, url: str):
    monkeypatch.setenv("TEQUIO_DATABASE_URL", url)

    with pytest.raises(environment.WrongSetting, match="postgres://"):
        environment.database(tmp_path / "db")


def test_without_a_mail_address_no_mail_leaves(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("TEQUIO_MAIL_URL", raising=False)

    assert str(environment.mail()["EMAIL_BACKEND"]).endswith("dummy.EmailBackend")


def test_a_wrong_mail_address_stops_the_start(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TEQUIO_MAIL_URL", "http://mail")

    with pytest.raises(environment.WrongSetting, match="smtp://"):
        environment.mail()
