"""Same folder, same package; what it holds and what it must never hold."""

from __future__ import annotations

import hashlib
import json

import pytest

from tequio.learning.compiling import compile_folder
from tequio.learning.content import manifest, store
from tequio.learning.values import CourseFolderError
from tequio_standards.strict import jcs
from tests.learning import clean_course


def changed(compiled, **members):
    return jcs(json.loads(compiled.package.manifest) | members)


def test_compiling_twice_gives_the_same_id(folder, compiled):
    again = compile_folder(folder)
    assert again.package.id == compiled.package.id
    assert again.package == compiled.package


def test_the_place_of_the_folder_does_not_matter(tmp_path, compiled):
    elsewhere = clean_course.write(tmp_path / "a" / "b")
    assert compile_folder(elsewhere).package.id == compiled.package.id


def test_a_changed_word_gives_another_id(folder, compiled):
    body = folder / "modules/clean-hands/why.en.md"
    body.write_text(body.read_text("utf-8").replace("twenty", "thirty"), "utf-8")
    assert compile_folder(folder).package.id != compiled.package.id


def test_a_changed_final_item_gives_another_id_though_it_is_not_in_the_package(folder, compiled):
    final = folder / "items/final/wash-hands.yaml"
    final.write_text(final.read_text("utf-8").replace("correct: [b]", "correct: [c]", 1), "utf-8")
    again = compile_folder(folder)
    assert again.package.id != compiled.package.id
    assert again.package.blobs.keys() == compiled.package.blobs.keys()


def test_the_id_is_the_hash_of_a_canonical_manifest(compiled):
    data = compiled.package.manifest
    assert hashlib.sha256(data).hexdigest() == compiled.package.id
    assert jcs(json.loads(data)) == data
    assert json.loads(data)["format"] == 1


def test_every_blob_is_named_by_its_hash_and_listed(compiled):
    listed = json.loads(compiled.package.manifest)["blobs"]
    assert listed.keys() == compiled.package.blobs.keys()
    for digest, blob in compiled.package.blobs.items():
        assert hashlib.sha256(blob.data).hexdigest() == digest
        assert listed[digest] == {"media_type": blob.media_type, "bytes": len(blob.data)}


def test_no_summative_item_is_in_the_package(compiled):
    assert (len(compiled.final), len(compiled.delayed)) == (12, 4)
    bytes_of_all = compiled.package.manifest + b"".join(blob.data for blob in compiled.package.blobs.values())
    for item in (*compiled.final, *compiled.delayed):
        assert item.key.encode() not in bytes_of_all
        assert item.stem["en"].encode() not in bytes_of_all


def test_the_paper_follows_the_final_check(compiled):
    paper = compiled.paper
    assert paper.key == "safe-kitchen-final-check"
    assert (paper.length, str(paper.cut), paper.tries) == (4, "3/4", 3)


def test_a_manifest_comes_back_as_it_went(compiled, folder):
    shape = manifest.read(compiled.package.manifest).shape
    assert json.loads(jcs(manifest.to_json(shape))).items() <= json.loads(compiled.package.manifest).items()


@pytest.mark.parametrize("form", [0, 2, "1", None, True])
def test_another_format_is_refused(compiled, form):
    with pytest.raises(manifest.PackageError, match="format"):
        manifest.read(changed(compiled, format=form))


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"format":1}', b'{"format":1,"format":1}'])
def test_what_is_no_manifest_is_refused(data):
    with pytest.raises(manifest.PackageError):
        manifest.read(data)


def test_a_folder_with_faults_is_not_compiled_and_all_are_told(folder):
    course = folder / "course.yaml"
    course.write_text(
        course.read_text("utf-8").replace("PT1H", "1h").replace("tries: 3", "tries: 0"), "utf-8"
    )
    with pytest.raises(CourseFolderError) as caught:
        compile_folder(folder)
    assert [problem.code for problem in caught.value.problems] == ["hours", "too-small"]
    assert "course.yaml:8: " in str(caught.value)


def test_figures_are_of_the_dearest_language_compressed(compiled):
    store.keep(compiled.package)
    figures = store.figures(compiled.package.id)
    assert figures.course > sum(figures.modules.values())  # the practice items come along
    assert all(len(clean_course.PIXEL) < size < 2000 for size in figures.modules.values())


def test_practice_items_are_never_given_out_as_a_blob(compiled):
    store.keep(compiled.package)
    whole = store.load(compiled.package.id)
    with pytest.raises(store.NotFound):
        store.shown_blob(compiled.package.id, whole.items)
    with pytest.raises(store.NotFound):
        store.shown_blob(compiled.package.id, compiled.package.id)


def test_a_picture_is_given_out_with_its_type(compiled):
    store.keep(compiled.package)
    digest = hashlib.sha256(clean_course.PIXEL).hexdigest()
    assert store.shown_blob(compiled.package.id, digest).media_type == "image/png"
