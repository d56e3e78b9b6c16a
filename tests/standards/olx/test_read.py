"""OLX to a course tree: what is native, what is told."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest
from tests.standards.olx.census import census

from tequio_standards import olx

COURSES = Path(__file__).resolve().parents[4] / "shared" / "data" / "courses"
PROBLEM = """<problem display_name="Capital"><p>Which city?</p><multiplechoiceresponse><label>Pick one</label>
<choicegroup><choice correct="false">Puebla<choicehint>Near.</choicehint></choice>
<choice correct="true">Oaxaca</choice></choicegroup></multiplechoiceresponse>
<solution><p>Because.</p></solution><demandhint><hint>South.</hint></demandhint></problem>"""


def export(**more: str) -> dict[str, bytes]:
    files = {
        "course/course.xml": '<course url_name="run" org="o" course="c"/>',
        "course/course/run.xml": '<course display_name="Small" language="es"><chapter url_name="one"/></course>',
        "course/chapter/one.xml": '<chapter display_name="One"><sequential url_name="s"/></chapter>',
        "course/sequential/s.xml": '<sequential display_name="S"><vertical url_name="v"/></sequential>',
        "course/vertical/v.xml": '<vertical display_name="V"><html url_name="h"/><problem url_name="p"/></vertical>',
        "course/html/h.xml": '<html filename="h" display_name="Page"/>',
        "course/html/h.html": "<p>Hola</p>",
        "course/problem/p.xml": PROBLEM,
    }
    files |= {f"course/{name.replace('__', '/')}": text for name, text in more.items()}
    return {name: text.encode() for name, text in files.items()}


def components(course: olx.Course) -> list[olx.Component]:
    return [x for ch in course.chapters for s in ch.sections for u in s.units for x in u.components]


def test_pages_and_problems_come_in_the_order_of_the_tree():
    page, problem = components(olx.read_course(export()))

    assert isinstance(page, olx.Page)
    assert page.html == "<p>Hola</p>"
    assert isinstance(problem, olx.Problem)
    assert [c.correct for c in problem.questions[0].choices] == [False, True]


def test_a_choice_keeps_its_hint_apart_from_its_words():
    problem = components(olx.read_course(export()))[1]

    assert isinstance(problem, olx.Problem)
    assert problem.questions[0].choices[0] == olx.Choice("Puebla", False, "Near.")
    assert problem.hints == ("South.",)
    assert "Which city?" in problem.questions[0].prompt


def test_a_problem_with_a_program_is_shown_and_never_run():
    program = '<problem><script type="loncapa/python">x = 1</script><customresponse/>Type x</problem>'

    other = components(olx.read_course(export(**{"problem__p.xml": program})))[1]

    assert isinstance(other, olx.Other)
    assert "program" in other.reason
    assert "x = 1" not in other.text


def test_a_problem_without_a_right_answer_is_not_native():
    wrong = PROBLEM.replace('correct="true"', 'correct="false"')

    other = components(olx.read_course(export(**{"problem__p.xml": wrong})))[1]

    assert isinstance(other, olx.Other)


def test_a_missing_page_is_told():
    files = export()
    del files["course/html/h.html"]

    assert any("html/h.html" in remark.path for remark in olx.read_course(files).remarks)


def test_a_component_outside_the_tree_is_told():
    remarks = olx.read_course(export(**{"html__lost.xml": "<html/>"})).remarks

    assert any(remark.path == "html/lost.xml" for remark in remarks)


def test_files_without_a_course_are_refused():
    with pytest.raises(olx.NotOlx, match=r"course\.xml"):
        olx.read_course({"a/readme.txt": b""})


def test_an_entity_in_xml_is_not_expanded():
    bomb = '<!DOCTYPE p [<!ENTITY a "boom">]><problem display_name="x"><p>&a;</p></problem>'

    other = components(olx.read_course(export(**{"problem__p.xml": bomb})))[1]

    assert isinstance(other, olx.Other)
    assert "boom" not in other.text


@pytest.mark.outside
@pytest.mark.parametrize("name", ["dhis2-introduction", "openedx-demo-course", "mitx-grading"])
def test_every_component_of_a_real_export_is_accounted_for(name: str):
    archive = COURSES / f"{name}.tar.gz"
    if not archive.exists():
        pytest.skip(f"{archive.name} is not beside the project: this export was not counted")
    leaves, _ = census(archive)

    found = components(olx.read_course(members(archive)))

    assert len(found) == sum(leaves.values())
    assert sum(isinstance(x, olx.Page) for x in found) == leaves["html"]
    assert sum(isinstance(x, olx.Video) for x in found) == leaves["video"]


@pytest.mark.outside
def test_every_problem_of_the_dhis2_course_is_native():
    archive = COURSES / "dhis2-introduction.tar.gz"
    if not archive.exists():
        pytest.skip("the dhis2 course is not beside the project: its problems were not counted")
    leaves, responses = census(archive)
    course = olx.read_course(members(archive))

    kinds = [q.kind for x in components(course) if isinstance(x, olx.Problem) for q in x.questions]

    assert (leaves["problem"], leaves["html"]) == (58, 49)
    assert kinds.count("single") == responses["multiplechoiceresponse"] == 42
    assert kinds.count("multiple") == responses["choiceresponse"] == 16


def members(archive: Path) -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(archive.read_bytes())) as tar:
        return {m.name: tar.extractfile(m).read() for m in tar if m.isfile()}


def test_a_few_files_that_name_each_other_often_are_no_course():
    many = '<course display_name="x">' + '<chapter url_name="one"/>' * 2_000 + "</course>"
    often = "<chapter>" + '<sequential url_name="s"/>' * 200 + "</chapter>"
    with pytest.raises(olx.NotOlx, match="more often"):
        olx.read_course(export(**{"course/run.xml": many, "chapter/one.xml": often}))


def test_pieces_that_hold_each_other_are_no_course():
    inner = '<wrapper><wrapper url_name="w"/></wrapper>'
    with pytest.raises(olx.NotOlx, match="without an end"):
        olx.read_course(
            export(
                **{"vertical/v.xml": '<vertical><wrapper url_name="w"/></vertical>', "wrapper/w.xml": inner}
            )
        )


@pytest.mark.parametrize("policy", ["[1", "[]", '{"a": 1}', '{"a": {"tabs": [1]}}'])
def test_a_broken_policy_costs_a_title_only(policy):
    files = export(**{"tabs/about.html": "<p>x</p>", "policies/run/policy.json": policy})
    assert [page.title for page in olx.read_course(files).extra_pages] == ["about"]
