"""Every foreign key points to a lower storey or stays in its own app.

Import contracts do not see string keys, so this walks the models.
"""

from django.apps import apps

STOREYS = [
    "kit",
    "people",
    "records",
    "funds",
    "assessment",
    "learning",
    "credentials",
]  # bottom up; every room stands above them


def may_point(source: str, target: str) -> bool:
    """A key may stay inside its app or go down; rooms never point at rooms, and nothing points at a room."""
    if source == target:
        return True
    if target not in STOREYS:
        return False
    return source not in STOREYS or STOREYS.index(target) < STOREYS.index(source)


def wrong_keys(our_labels: set[str]) -> list[str]:
    return [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_models()
        if model._meta.app_label in our_labels
        for field in model._meta.get_fields()
        if field.is_relation
        and field.concrete
        and field.related_model
        and field.related_model._meta.app_label in our_labels
        and not may_point(model._meta.app_label, field.related_model._meta.app_label)
    ]
