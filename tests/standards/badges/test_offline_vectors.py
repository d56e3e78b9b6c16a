"""The offline page's script answers as the Python does: the same corpus, with and without the browser's cryptography."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.standards.badges.offline_vectors import FILE, refused, to_text

FRONTEND = Path(__file__).resolve().parents[3] / "frontend"
SAID = json.loads(FILE.read_text("utf-8"))
BUNDLER = (
    'import {build} from "esbuild";'
    'await build({entryPoints: ["test/corpus.ts"], outfile: process.argv[1], bundle: true, format: "esm",'
    ' platform: "node", target: "node20", logLevel: "warning"});'
)


@pytest.fixture(scope="module")
def answered(tmp_path_factory):
    """Runs the corpus through the script."""
    if not (FRONTEND / "node_modules" / "esbuild").is_dir():
        pytest.skip("needs frontend/node_modules (npm ci)")
    program = tmp_path_factory.mktemp("corpus") / "corpus.mjs"
    subprocess.run(
        ["node", "--input-type=module", "-e", BUNDLER, str(program)], cwd=FRONTEND, check=True, timeout=60
    )
    asked = json.dumps({**SAID, "refused": refused()})

    def run(way: str):
        done = subprocess.run(
            ["node", str(program), way], input=asked, capture_output=True, text=True, check=False, timeout=120
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


def test_the_committed_corpus_is_what_python_answers_today():
    assert FILE.read_text("utf-8") == to_text()


def test_every_verdict_that_a_paper_can_get_is_in_it():
    assert {case["verdict"] for case in SAID["cases"]} == {
        *("genuine", "genuine_demo", "revoked", "suspended", "expired", "not_yet_valid", "tampered"),
        *("impostor", "unreadable", "issuer_unknown", "status_unknown", "status_stale", "not_sure"),
    }


@pytest.mark.slow
@pytest.mark.parametrize("way", ["webcrypto", "pure"])
def test_the_script_answers_alike(answered, way):
    found = answered(way)

    assert found["opened"] == list(SAID["bundles"])
    for case, told in zip(SAID["cases"], found["cases"], strict=True):
        assert told == {name: case[name] for name in told}, case["name"]
    assert found["quads"] == [each["sha256"] for each in SAID["quads"]]


@pytest.mark.slow
def test_the_script_refuses_the_same_bundles(answered):
    # Those that differ only in what JSON.parse cannot see, or in members that no signature leaves out.
    unseen = {"twice the same key", "format as a truth", "a number for a text", "stale before it was made"}
    assert set(refused()) - set(answered("webcrypto")["refused"]) <= unseen
