"""The register: every page as every person who meets it, and how to reach it.

Pictures (tests/shots.py), the accessibility matrix (tests/browser/) and the weights (tests/web/test_weight.py) are
made from it, so a page is written down once. A test fails for a page of tests/web/matrix.csv that has no row here.

To add a page: one row, under the person who meets it. `{words}` in a path are places of the demo hub, found by
tests/places.py. A page that answers a form is the form's address with what is sent in `sends`, and its status.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

COURSE = "/courses/digital-safety/"
FRAUD = f"{COURSE}modules/spot-fraud/"
FACTOR = f"{COURSE}modules/second-factor/"
LEARNERS = frozenset({"stranger", "employer", "rosa", "tomas", "amina", "nadia", "pablo", "olga", "paz"})


@dataclass(frozen=True, slots=True)
class Sample:
    """A file of tests/places.py to hand in."""

    name: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page as one person meets it. `path` is without its language.

    `form` is how the address of the form ends that `sends` fills in; without it, it is the first that posts.
    """

    name: str
    person: str
    path: str
    sends: Mapping[str, str | Sample] | None = None
    form: str = ""
    status: int = 200
    heavy: bool = field(
        default=False, compare=False
    )  # the gallery and the offline verifier: everything at once, which nobody learns from

    @property
    def key(self) -> str:
        return f"{self.person}-{self.name}"

    @property
    def for_learners(self) -> bool:
        return self.person in LEARNERS and not self.heavy


# Who they are: the people of the demo's front door, and newcomers whom tests/places.py lets join and try.
PEOPLE = {
    "stranger": "no account",
    "employer": "was shown a certificate",
    "rosa": "mid-course",
    "tomas": "about to take the final check",
    "amina": "holds a certificate",
    "nadia": "newcomer: passed; her certificate was revoked",
    "pablo": "newcomer: has practised; the final check lies open before him",
    "olga": "newcomer: did not pass",
    "vera": "newcomer: lost her card",
    "paz": "newcomer: has signed out on a phone that knows her",
    "joaquin": "teacher",
    "beatriz": "reviewer",
    "lupita": "facilitator",
    "ernesto": "officer",
    "renata": "officer of an employer",
    "marisol": "operator",
}

# Addresses that answer somebody and are no page: for programs, or a file to keep.
NOT_PAGES = frozenset(
    {
        *("livez", "readyz", "certificate_pdf", "teach_run_csv", "record_file", "theme_sheet", "wallet_file"),
        *("livez", "readyz", "certificate_pdf", "teach_run_csv", "batch_codes", "record_file", "theme_sheet"),
        "verify_offline_worker",
        *(
            "wire_accreditation",
            "wire_achievement",
            "wire_endorsement",
            "wire_registry",
            "wire_registry_dcc",
            "wire_bundle",
            "wire_credential",
            "wire_did",
            "wire_hub_did",
            "wire_status_list",
            "wire_status_version",
            "wire_suspension_list",
            "wire_trust",
        ),
    }
)

STRANGER = (
    Page("home", "stranger", "/"),
    Page("courses", "stranger", "/courses/"),
    Page("course", "stranger", COURSE),
    Page("course-price", "stranger", f"{COURSE}?price=0.25"),
    Page("course-price-wrong", "stranger", f"{COURSE}?price=x"),
    Page("module", "stranger", FRAUD),
    *(
        Page(f"step-{step}", "stranger", f"{FRAUD}{step}/")
        for step in ("hook", "signs", "check", "example", "practice", "exit")
    ),
    Page("help", "stranger", "/help/"),
    Page("help-topic", "stranger", "/help/certificate/"),
    Page("search", "stranger", "/search/"),
    Page("search-found", "stranger", "/search/?q=segur"),
    Page("search-nothing", "stranger", "/search/?q=zegurity"),
    Page("join", "stranger", "/join/?course=digital-safety"),
    Page("join-refused", "stranger", "/join/", {"name": ""}, status=400),
    Page("join-secret", "stranger", "/join/", {"name": "Ana Pool Uc"}),
    Page("join-secret-refused", "stranger", "/join/", {"name": "Ana Pool Uc", "secret": "12"}, status=400),
    Page("sign-in", "stranger", "/sign-in/"),
    Page("sign-in-miswritten", "stranger", "/sign-in/?code=ABC"),
    Page("sign-in-secret", "stranger", "/sign-in/?code={card}"),
    Page("sign-in-refused", "stranger", "/sign-in/?code={card}", {"secret": ""}, status=400),
    Page("parts", "stranger", "/parts/", heavy=True),
    Page("parts-rtl", "stranger", "/parts/?dir=rtl", heavy=True),
    Page("display", "stranger", "/display/"),
    Page("setup-too-late", "stranger", "/setup/begin/an-old-address/"),
    Page("not-found", "stranger", "/no-such-page/", status=404),
    Page("form-expired", "stranger", "/join/", {"csrfmiddlewaretoken": "old"}, status=403),
)
EMPLOYER = (
    Page("certificate", "employer", "/certificates/{code}/"),
    Page("certificate-revoked", "employer", "/certificates/{revoked}/"),
    Page("certificate-unknown", "employer", "/certificates/ABCDEFGH1234/", status=404),
    Page("why", "employer", "/certificates/{code}/why/"),
    Page("verify", "employer", "/verify/"),
    Page("verify-offline", "employer", "/verify/offline/", heavy=True),
    Page("verify-nothing", "employer", "/verify/", {"text": ""}, status=400),
    Page("verify-miswritten", "employer", "/verify/", {"code": "TVFV2DRZ"}, status=400),
    Page("verify-unknown", "employer", "/verify/", {"code": "ABCDEFGH1234"}, status=404),
    Page("verify-good", "employer", "/verify/", {"file": Sample("credential.pdf")}),
    Page("verify-changed", "employer", "/verify/", {"file": Sample("changed.json")}),
    Page("verify-revoked", "employer", "/verify/", {"file": Sample("revoked.json")}),
    Page("verify-unreadable", "employer", "/verify/", {"file": Sample("unreadable.pdf")}),
)
LEARNER = (
    Page("home", "rosa", "/"),
    Page("today", "rosa", "/today/"),
    Page("course", "rosa", COURSE),
    Page("module", "rosa", FACTOR),
    Page("module-done", "rosa", FRAUD),
    Page("practice", "rosa", f"{FACTOR}practice/"),
    Page("practice-refused", "rosa", f"{FACTOR}practice/", {"do": "answer"}, status=400),
    Page("check-too-early", "rosa", f"{COURSE}check/"),
    Page("card", "rosa", "/card/"),
    Page("secret", "rosa", "/secret/"),
    Page("secret-refused", "rosa", "/secret/", {"current": "x", "secret": "12"}, status=400),
    Page("sign-out", "rosa", "/sign-out/"),
    Page("know", "rosa", "/know/"),
    Page("record", "rosa", "/record/"),
    Page("certificates-none", "rosa", "/certificates/"),
    Page("not-for-you", "rosa", "/operate/", status=403),
    Page("today", "tomas", "/today/"),
    Page("course-done", "tomas", COURSE),
    Page("check", "tomas", f"{COURSE}check/"),
    Page("today", "amina", "/today/"),
    Page("check-passed", "amina", f"{COURSE}check/"),
    Page("certificate", "amina", "/certificates/{code}/"),
    Page("know", "amina", "/know/"),
    Page("record", "amina", "/record/"),
    Page("certificates", "amina", "/certificates/"),
    Page("wallet-empty", "rosa", "/wallet/"),
    Page("wallet", "amina", "/wallet/"),
    Page("wallet-refused", "amina", "/wallet/", {"file": Sample("unreadable.pdf")}, status=400),
    Page("wallet-item", "amina", "/wallet/{brought}/"),
    Page("certificates-revoked", "nadia", "/certificates/"),
    Page("today", "nadia", "/today/"),
    Page("card-fresh", "nadia", "/card/"),
    Page("result-passed", "nadia", "/attempts/{passed}/result/"),
    Page("today", "pablo", "/today/"),
    Page("practice-answered", "pablo", f"{FRAUD}practice/"),
    Page("check-open", "pablo", f"{COURSE}check/"),
    Page("attempt", "pablo", "/attempts/{attempt}/"),
    Page("hand-in", "pablo", "/attempts/{attempt}/submit/"),
    Page("check-wait", "olga", f"{COURSE}check/"),
    Page("sign-in-who", "paz", "/sign-in/"),
    Page("result-not-passed", "olga", "/attempts/{failed}/result/"),
)
STAFF = (
    Page("join-course", "joaquin", f"{COURSE}join/"),
    Page("today-empty", "joaquin", "/today/"),
    Page("know-empty", "joaquin", "/know/"),
    Page("record-empty", "joaquin", "/record/"),
    Page("teach", "joaquin", "/teach/"),
    Page("run", "joaquin", "/teach/runs/{run}/"),
    Page("run-silent", "joaquin", "/teach/runs/{run}/?show=silent"),
    Page("run-stuck", "joaquin", "/teach/runs/{run}/?show=stuck"),
    Page("run-sheet", "joaquin", "/teach/runs/{run}/sheet/"),
    Page("reviews", "beatriz", "/reviews/"),
    Page("review", "beatriz", "/reviews/{version}/"),
    Page("review-module", "beatriz", "/reviews/{version}/modules/spot-fraud/"),
    Page("review-items", "beatriz", "/reviews/{version}/items/"),
    Page("review-refused", "beatriz", "/reviews/{version}/", {}, status=400),
    Page("facilitate", "lupita", "/facilitate/"),
    Page("facilitate-found", "lupita", "/facilitate/?q=Amina"),
    Page("facilitate-nobody", "lupita", "/facilitate/?q=zzzz"),
    Page("reissue", "lupita", "/facilitate/{person}/"),
    Page("reissue-refused", "lupita", "/facilitate/{person}/", {"reason": ""}, status=400),
    Page("card-replaced", "lupita", "/facilitate/{lost}/", {"reason": "Lost on the bus."}),
    Page("govern", "ernesto", "/govern/"),
    Page("govern-nobody", "ernesto", "/govern/?q=zzzz"),
    Page("revoke", "ernesto", "/govern/certificates/{code}/revoke/"),
    Page("revoke-refused", "ernesto", "/govern/certificates/{code}/revoke/", {}, status=400),
    Page("employ", "renata", "/employ/"),
    Page("endorse", "renata", "/employ/courses/digital-safety/"),
    Page("endorse-refused", "renata", "/employ/courses/digital-safety/", {}, status=400),
    Page("withdraw", "renata", "/vouchings/{endorsement}/"),
    Page("withdraw-refused", "renata", "/vouchings/{endorsement}/", {}, status=400),
    Page("suspend", "ernesto", "/govern/certificates/{code}/suspend/"),
    Page("suspend-refused", "ernesto", "/govern/certificates/{code}/suspend/", {}, status=400),
    Page("reinstate", "ernesto", "/govern/certificates/{code}/reinstate/"),
    Page("correct", "ernesto", "/govern/certificates/{code}/correct/"),
    Page("batches", "ernesto", "/govern/batches/"),
    Page("batch-new", "ernesto", "/govern/batches/new/"),
    Page("batch-refused", "ernesto", "/govern/batches/new/", {}, status=400),
    Page("batch-preview", "ernesto", "/govern/batches/new/{results}/"),
    Page("batch-problems", "ernesto", "/govern/batches/new/{wrong}/"),
    Page("operate", "marisol", "/operate/"),
    Page("trusting", "marisol", "/operate/trust/"),
    Page("trusting-refused", "marisol", "/operate/trust/", {"file": Sample("unreadable.pdf")}, status=400),
    Page("trusting-report", "marisol", "/operate/trust/{registry}/"),
    Page("trusting-remove", "marisol", "/operate/trust/remove/?did=did:web:sur.edu.mx"),
    Page("accredit", "marisol", "/operate/trust/accredit/"),
    Page("accredit-refused", "marisol", "/operate/trust/accredit/", {}, status=400),
    Page("theme", "marisol", "/operate/theme/"),
    Page("first-steps", "marisol", "/operate/first/"),
    Page("work", "marisol", "/operate/work/{work}/?still"),
    Page("roles", "marisol", "/operate/roles/"),
    Page("roles-found", "marisol", "/operate/roles/?q=Rosa"),
    Page("grant", "marisol", "/operate/roles/{person}/"),
    Page("grant-refused", "marisol", "/operate/roles/{person}/", {}, form="{person}/", status=400),
    Page("import", "marisol", "/operate/import/"),
    Page("import-unreadable", "marisol", "/operate/import/", {"file": Sample("unreadable.pdf")}, status=400),
    Page("import-report", "marisol", "/operate/import/{token}/"),
)
PAGES = (*STRANGER, *EMPLOYER, *LEARNER, *STAFF)


def one_of_each(pages: Iterable[Page]) -> list[Page]:
    """The first of the pages that share a path: one look of each kind."""
    return list({page.path.partition("?")[0]: page for page in reversed(list(pages))}.values())[::-1]
