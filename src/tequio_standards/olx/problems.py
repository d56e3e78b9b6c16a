"""A problem's XML to questions we can score, or the reason why not. Python inside a problem is never run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from tequio_standards.olx.values import Choice, Other, Problem, Question

if TYPE_CHECKING:
    from lxml.etree import _Element

# The tags that ask for an answer, with what they are called in a reason.
RESPONSES = {
    "multiplechoiceresponse": "single choice",
    "choiceresponse": "multiple choice",
    "optionresponse": "drop-down",
    "numericalresponse": "number entry",
    "formularesponse": "formula entry",
    "stringresponse": "text entry",
    "customresponse": "an answer checked by a Python program",
    "schematicresponse": "a circuit drawing",
    "coderesponse": "program code",
    "imageresponse": "a click on a picture",
    "jsmeresponse": "a molecule drawing",
    "symbolicresponse": "a symbolic expression",
    "drag_and_drop_input": "drag and drop",
    "externalresponse": "an outside grader",
    "truefalseresponse": "true or false",
    "choicetextresponse": "choice with text entry",
    "annotationresponse": "an annotation",
    "javascriptresponse": "a JavaScript program",
}
NATIVE = {"multiplechoiceresponse": "choicegroup", "choiceresponse": "checkboxgroup"}


def read_problem(key: str, title: str, root: _Element) -> Problem | Other:
    """The problem as questions, or as something that can be shown but not scored, with its reason."""
    responses = [node for node in root.iter() if node.tag in RESPONSES]
    reason = _why_not(root, responses)
    if reason:
        return Other(key, title, "problem", text_of(root), reason)
    loose = _loose_prompt(root)
    questions = tuple(_question(node, loose if n == 0 else "") for n, node in enumerate(responses))
    if any(not _answerable(question) for question in questions):
        return Other(key, title, "problem", text_of(root), "No right answer is marked.")
    solution = "".join(inner(node) for node in root.iter("solution"))
    hints = tuple(inner(node) for node in root.iterfind(".//demandhint/hint"))
    return Problem(key, title, questions, solution, hints)


def _why_not(root: _Element, responses: list[_Element]) -> str:
    if next(root.iter("script"), None) is not None:
        return "It carries a program, which is never run."
    if not responses:
        return "It asks for no answer that we know."
    foreign = sorted({RESPONSES[str(node.tag)] for node in responses if node.tag not in NATIVE})
    if foreign:
        return f"It asks for {', '.join(foreign)}."
    return ""


def _question(node: _Element, loose: str) -> Question:
    group = NATIVE[str(node.tag)]
    labels = [inner(child) for child in node.iter("label", "description")]
    own = "".join(
        _markup(child) for child in node if child.tag not in (group, "label", "description", "solution")
    )
    prompt = "".join([loose, own, *labels])
    choices = tuple(_choice(choice) for parent in node.iter(group) for choice in parent.iter("choice"))
    return Question("single" if group == "choicegroup" else "multiple", prompt, choices)


def _choice(node: _Element) -> Choice:
    hints = [inner(hint) for hint in node.iter("choicehint")]
    for hint in list(node.iter("choicehint")):
        _drop(hint)
    return Choice(
        inner(node), str(node.get("correct", "")).strip().lower() == "true", hints[0] if hints else ""
    )


def _answerable(question: Question) -> bool:
    right = sum(choice.correct for choice in question.choices)
    return len(question.choices) >= 2 and (right >= 1 if question.kind == "multiple" else right == 1)


def _loose_prompt(root: _Element) -> str:
    """Markup before the first response is part of the question."""
    pieces = [root.text or ""]
    for child in root:
        if child.tag in RESPONSES or next(child.iter(*RESPONSES), None) is not None:
            break
        if child.tag not in ("solution", "demandhint"):
            pieces.append(_markup(child))
    return "".join(pieces).strip()


def inner(node: _Element) -> str:
    """Markup inside `node`, without its own tag."""
    return ((node.text or "") + "".join(_markup(child) for child in node)).strip()


def text_of(node: _Element) -> str:
    """What a person could read in `node`: its text, one line a block; scripts left out."""
    pieces = [
        (part.text or "") + " " + "".join(child.tail or "" for child in part)
        for part in node.iter()
        if isinstance(part.tag, str) and part.tag not in ("script", "style")
    ]
    lines = (" ".join(piece.split()) for piece in pieces)
    return "\n".join(line for line in lines if line)


def _markup(node: _Element) -> str:
    return str(etree.tostring(node, encoding="unicode", method="html"))


def _drop(node: _Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)
