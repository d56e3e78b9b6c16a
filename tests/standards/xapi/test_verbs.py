"""The table of verbs."""

from tequio_standards.xapi import forms, verbs


def test_every_verb_named_is_in_the_table_once():
    named = {name: value for name, value in vars(verbs).items() if name.isupper() and isinstance(value, str)}
    roots = {named.pop("ADL"), named.pop("TEQUIO")}
    assert sorted(named.values()) == sorted(verbs.VERBS)
    assert all(any(iri.startswith(root) for root in roots) for iri in verbs.VERBS)


def test_verbs_are_iris_and_read_in_both_languages():
    for verb in verbs.VERBS.values():
        assert forms.is_iri(verb.iri)
        assert verb.en
        assert verb.es
