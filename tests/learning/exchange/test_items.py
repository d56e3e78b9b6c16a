"""Choice questions from elsewhere as items of ours."""

from __future__ import annotations

from tequio.learning.exchange import olx_items
from tequio.learning.exchange.marking import to_markdown, to_words
from tequio.learning.exchange.subtitles import paragraphs
from tequio_standards import olx


def question(*choices: olx.Choice, prompt: str = "<p>Which?</p>") -> olx.Question:
    return olx.Question("single", prompt, choices)


def problem(*questions: olx.Question, solution: str = "") -> olx.Problem:
    return olx.Problem("p", "Title", questions, solution, ("<p>Look south.</p>",))


def test_the_right_choice_stays_right():
    asked = question(olx.Choice("Puebla", False, "Near."), olx.Choice("Oaxaca", True, ""))

    item = olx_items.item("k", asked, problem(asked), "es").item

    assert item.correct == ("b",)
    assert item.choices[0].rationale == {"es": "Near."}
    assert item.hints == ({"es": "Look south."},)


def test_letters_that_merely_count_are_dropped():
    asked = question(olx.Choice("A. Uno", True, ""), olx.Choice("B. Dos", False, ""))

    item = olx_items.item("k", asked, problem(asked), "es").item

    assert [choice.text["es"] for choice in item.choices] == ["Uno", "Dos"]


def test_letters_that_mean_something_stay():
    asked = question(olx.Choice("A. afarensis", True, ""), olx.Choice("H. sapiens", False, ""))

    item = olx_items.item("k", asked, problem(asked), "en").item

    assert item.choices[0].text["en"] == "A. afarensis"


def test_a_picture_in_the_question_goes_to_the_page():
    asked = question(
        olx.Choice("a", True, ""), olx.Choice("b", False, ""), prompt='<p>See</p><img src="/static/x.png">'
    )

    made = olx_items.item("k", asked, problem(asked), "en")

    assert "/static/x.png" in made.figures
    assert made.item.stem == {"en": "See"}


def test_html_becomes_markdown_that_cannot_become_html_again():
    text = to_markdown("<p>Use <strong>bold</strong> &lt;b&gt; and a_b*c</p><ul><li>one</li></ul>")

    assert text == "Use **bold** \\<b\\> and a\\_b\\*c\n\n- one"


def test_words_leave_every_tag_behind():
    assert to_words('<span style="x">A <b>bold</b></span> <img alt="map">') == "A bold map"


def test_subtitles_become_paragraphs_without_times():
    text = (
        "1\n00:00:01,000 --> 00:00:02,000\nHello <i>there</i>\n\n2\n00:00:03,000 --> 00:00:04,000\nfriend\n"
    )

    assert paragraphs(text) == "<p>Hello there friend</p>"


def test_entities_in_subtitles_become_their_signs():
    assert paragraphs("1\n00:00:01,000 --> 00:00:02,000\nit&#39;s here\n") == "<p>it&#x27;s here</p>"
