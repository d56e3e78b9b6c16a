"""Two versions of a text, compared."""

from tequio.web.diffing import compare

RAIN = "Let the first rain run off.\n\nClean the gutter before the rains."


def kinds(before: str, after: str) -> list[str]:
    return [row.kind for row in compare(before, after)]


def test_the_same_text_has_no_marks():
    rows = compare(RAIN, RAIN)
    assert [row.kind for row in rows] == ["same", "same"]
    assert not any(run.mark for row in rows for run in (*row.old, *row.new))


def test_changed_words_are_marked_on_both_sides_and_nothing_else():
    (row,) = compare("Let the first rain run off.", "Let the first rain of May run off.")
    assert [run.text.strip() for run in row.new if run.mark] == ["of May"]
    assert [run.text for run in row.old if run.mark] == []


def test_a_new_paragraph_is_added_and_one_left_out_is_removed():
    assert kinds(RAIN, RAIN + "\n\nBoil what you drink.") == ["same", "same", "added"]
    assert kinds(RAIN, "Clean the gutter before the rains.") == ["removed", "same"]


def test_a_wholly_other_paragraph_is_not_the_same_one_changed():
    assert kinds("Let the first rain run off.", "Nobody knows how deep wells go.") == ["removed", "added"]


def test_no_word_of_either_version_gets_lost():
    after = "Let the very first rain run away.\n\nNew.\n\nClean the gutter before it rains."
    rows = compare(RAIN, after)
    said = lambda side: " ".join("".join(run.text for run in getattr(row, side)) for row in rows).split()  # noqa: E731
    assert said("old") == RAIN.split()
    assert said("new") == after.split()


def test_nothing_against_something_is_all_new():
    assert kinds("", "Something.") == ["added"]
    assert kinds("", "") == []
