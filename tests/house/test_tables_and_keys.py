"""Foreign keys point down, and each app has one migration leaf and no change without a migration."""

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from tests.house import foreign_keys_point_down as keys


def test_every_foreign_key_points_down():
    assert keys.wrong_keys(set(settings.OUR_APPS)) == []


@pytest.mark.parametrize(
    ("source", "target", "allowed"),
    [
        ("learning", "people", True),
        ("people", "learning", False),
        ("recognition", "credentials", True),
        ("recognition", "tutor", False),
        ("people", "people", True),
    ],
)
def test_the_key_walker_can_tell_down_from_up(source: str, target: str, allowed: bool):
    assert keys.may_point(source, target) is allowed


def test_foreign_keys_leave_no_reverse_name():
    named = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label in settings.OUR_APPS
        for field in model._meta.local_fields
        if field.is_relation and field.remote_field.related_name != "+"
    ]

    assert named == []


def test_each_app_has_one_migration_leaf():
    loader = MigrationLoader(None)

    for label in settings.OUR_APPS:
        assert len(loader.graph.leaf_nodes(label)) == 1, label


@pytest.mark.django_db
def test_no_model_changed_without_a_migration():
    call_command("makemigrations", *settings.OUR_APPS, check=True, dry_run=True, verbosity=0)
