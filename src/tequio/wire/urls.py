"""Addresses for programs, without a language."""

from __future__ import annotations

from django.urls import path, re_path

from tequio.wire import credentials, vouching
from tequio.wire.answers import no_such_endpoint

urlpatterns = [
    path("credentials/<str:uuid>", credentials.credential, name="wire_credential"),
    path("status/<str:organisation>/<str:num>", credentials.status_list, name="wire_status_list"),
    path(
        "status/<str:organisation>/suspension/<str:num>",
        credentials.suspension_list,
        name="wire_suspension_list",
    ),
    path(
        "status/<str:organisation>/<str:num>/<str:purpose>/<str:version>",
        credentials.status_version,
        name="wire_status_version",
    ),
    path("orgs/<str:organisation>/did.json", credentials.organisation_did, name="wire_did"),
    path(".well-known/did.json", credentials.hub_did, name="wire_hub_did"),
    path("achievements/<str:uuid>", credentials.achievement, name="wire_achievement"),
    path("trust.json", credentials.trust, name="wire_trust"),
    path("bundle", credentials.bundle, name="wire_bundle"),
    path("registry.json", vouching.registry, name="wire_registry"),
    path("registry-dcc.json", vouching.registry_dcc, name="wire_registry_dcc"),
    path("endorsements/<str:uuid>", vouching.endorsement, name="wire_endorsement"),
    path("accreditations/<str:uuid>", vouching.accreditation, name="wire_accreditation"),
    re_path(
        r"^(?P<rest>(?:credentials|status|orgs|achievements|endorsements|accreditations)/.*)$",
        no_such_endpoint,
        name="wire_nothing",
    ),
]
