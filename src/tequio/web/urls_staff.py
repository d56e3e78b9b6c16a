"""Addresses of those who teach, review, govern and operate, under their language."""

from __future__ import annotations

from django.urls import path

from tequio.web.employ import endorsing
from tequio.web.govern import batches, standing
from tequio.web.govern import home as govern
from tequio.web.operate import accrediting, granting, importing, setup, theming, trusting, working
from tequio.web.operate import home as operate
from tequio.web.teach import following, reviewing

urlpatterns = [
    path("teach/", following.teach_home, name="teach_home"),
    path("teach/runs/<uuid:run>/", following.teach_run, name="teach_run"),
    path("teach/runs/<uuid:run>/sheet/", following.run_sheet, name="run_sheet"),
    path("teach/runs/<uuid:run>/learners.csv", following.teach_run_csv, name="teach_run_csv"),
    path("reviews/", reviewing.reviews, name="reviews"),
    path("reviews/<uuid:version>/", reviewing.review_course, name="review_course"),
    path("reviews/<uuid:version>/items/", reviewing.review_items, name="review_items"),
    path("reviews/<uuid:version>/modules/<str:module>/", reviewing.review_module, name="review_module"),
    path("govern/", govern.govern_home, name="govern_home"),
    path("govern/certificates/<str:code>/revoke/", govern.revoke_certificate, name="revoke_certificate"),
    path("employ/", endorsing.employ_home, name="employ_home"),
    path("employ/courses/<str:course>/", endorsing.endorse, name="endorse"),
    path("vouchings/<uuid:vouching_id>/", endorsing.withdraw_vouching, name="withdraw_vouching"),
    path("operate/trust/", trusting.trusting, name="trusting"),
    path("operate/trust/remove/", trusting.trusting_remove, name="trusting_remove"),
    path("operate/trust/accredit/", accrediting.accredit, name="accredit"),
    path("operate/trust/<str:token>/", trusting.trusting_report, name="trusting_report"),
    path("govern/certificates/<str:code>/suspend/", standing.suspend_certificate, name="suspend_certificate"),
    path(
        "govern/certificates/<str:code>/reinstate/",
        standing.reinstate_certificate,
        name="reinstate_certificate",
    ),
    path("govern/certificates/<str:code>/correct/", standing.correct_certificate, name="correct_certificate"),
    path("govern/batches/", batches.govern_batches, name="govern_batches"),
    path("govern/batches/new/", batches.issue_batch, name="issue_batch"),
    path("govern/batches/new/<str:token>/", batches.batch_preview, name="batch_preview"),
    path("govern/batches/<uuid:batch>/codes.csv", batches.batch_codes, name="batch_codes"),
    path("setup/", setup.setup, name="setup"),
    path("setup/begin/<str:token>/", setup.setup_begin, name="setup_begin"),
    path("setup/ask/<str:question>/", setup.setup_question, name="setup_question"),
    path("setup/finish/", setup.setup_finish, name="setup_finish"),
    path("operate/first/", setup.setup_first, name="setup_first"),
    path("operate/", operate.operate_home, name="operate_home"),
    path("operate/ledger/", operate.check_ledger, name="check_ledger"),
    path("operate/example/", operate.publish_example, name="publish_example"),
    path("operate/backup/", operate.back_up, name="back_up"),
    path("operate/work/<uuid:work>/", working.work, name="work"),
    path("operate/work/<uuid:work>/cancel/", working.cancel_work, name="cancel_work"),
    path("operate/theme/", theming.theme, name="theme"),
    path("operate/roles/", granting.roles, name="roles"),
    path("operate/roles/<uuid:person>/", granting.grant_role, name="grant_role"),
    path("operate/roles/<uuid:person>/end/", granting.end_role, name="end_role"),
    path("operate/import/", importing.import_course, name="import_course"),
    path("operate/import/<str:token>/", importing.import_report, name="import_report"),
]
