"""Addresses of learners' pages, under their language."""

from __future__ import annotations

from django.urls import path

from tequio.web.learn import (
    checking,
    enrolling,
    entering,
    gallery,
    handing_in,
    helping,
    knowing,
    practising,
    reading,
    recording,
    searching,
    studying,
    today,
    wallet,
)

COURSE = "courses/<str:course>/"

urlpatterns = [
    path("", reading.home, name="home"),
    path("search/", searching.search, name="search"),
    path("help/", helping.index, name="help"),
    path("help/<str:topic>/", helping.topic, name="help_topic"),
    path("parts/", gallery.parts, name="parts"),
    path("courses/", reading.courses, name="courses"),
    path(COURSE, reading.course, name="course"),
    path(COURSE + "join/", enrolling.join_course, name="join_course"),
    path(COURSE + "modules/<str:module>/", reading.module, name="module"),
    path(COURSE + "modules/<str:module>/<str:step>/", studying.step, name="step"),
    path(
        COURSE + "modules/<str:module>/<str:step>/<str:item>/", practising.practice_item, name="practice_item"
    ),
    path(COURSE + "check/", checking.final_check, name="final_check"),
    path("attempts/<uuid:attempt>/", checking.attempt, name="attempt"),
    path("attempts/<uuid:attempt>/save/", checking.attempt_save, name="attempt_save"),
    path("attempts/<uuid:attempt>/submit/", handing_in.attempt_submit, name="attempt_submit"),
    path("attempts/<uuid:attempt>/result/", handing_in.attempt_result, name="attempt_result"),
    path("today/", today.today, name="today"),
    path("know/", knowing.know, name="know"),
    path("record/", recording.record, name="record"),
    path("record/my-record.json", recording.record_file, name="record_file"),
    path("certificates/", recording.certificates, name="certificates"),
    path("wallet/", wallet.wallet, name="wallet"),
    path("wallet/<uuid:brought>/", wallet.wallet_item, name="wallet_item"),
    path("wallet/<uuid:brought>/file/", wallet.wallet_file, name="wallet_file"),
    path("wallet/<uuid:brought>/delete/", wallet.wallet_discard, name="wallet_discard"),
    path("enter-as/<slug:who>/", entering.enter_as, name="enter_as"),
]
