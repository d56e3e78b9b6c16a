"""The criteria of a course review, R01–R45: who can decide them, and from which assurance level on they must be met.

Our own list and words. It draws on the OSCQR rubric (SUNY, CC BY 4.0), among others.
`level` 0: good to have. 1: must be met before a run opens. 2 and 3: must be met for a certificate of that level;
measurement (blueprint depth, cut panel, statistics) counts from level 2, retention and fairness from level 3.
`by`: M the program, H a person, B both.
"""

from __future__ import annotations

from dataclasses import dataclass

_ = str  # marks a text for the catalogues; pages say it in the reader's language


@dataclass(frozen=True, slots=True)
class Criterion:
    """One row of the checklist."""

    key: str
    by: str
    level: int
    text: str

    @property
    def essential(self) -> bool:
        return self.level > 0


CRITERIA = tuple(
    Criterion(*row)
    for row in (
        ("R01", "B", 1, _("Outcomes are observable, one verb each, with their level")),
        (
            "R02",
            "M",
            1,
            _("Every outcome has an activity and an assessed item; no item is without an outcome"),
        ),
        ("R03", "B", 1, _("The level of the items matches the outcome's verb")),
        ("R04", "M", 1, _("A module takes at most 20 minutes")),
        ("R05", "M", 1, _("At most half of the time is passive; the learner acts at least every 5 minutes")),
        ("R06", "M", 1, _("Videos are short, captioned and transcribed; the module has a text alternative")),
        ("R07", "M", 1, _("A module's text stays within 100 KiB on the wire; media are optional and sized")),
        ("R08", "M", 1, _("The whole course can be downloaded and works with JavaScript off")),
        ("R09", "M", 0, _("The text reads at the declared language level")),
        ("R10", "M", 1, _("Every text can be read aloud")),
        ("R11", "B", 0, _("Welcome, how to start, where to get help")),
        ("R12", "M", 1, _("Time, data, money, devices and prior knowledge are stated first")),
        ("R13", "M", 0, _("The plan and each module can be printed")),
        ("R14", "B", 0, _("A placement is offered; bridge modules are named")),
        ("R15", "B", 0, _("Navigation is consistent; each module has an overview")),
        ("R16", "M", 1, _("Headings, lists, landmarks and language tags are right")),
        ("R17", "M", 1, _("Contrast, focus, target size and reflow meet WCAG 2.2 AA")),
        ("R18", "B", 1, _("Pictures have meaningful alternative text")),
        ("R19", "M", 0, _("Tables have header cells and are not for layout")),
        ("R20", "M", 1, _("Nothing flashes or starts by itself; links make sense alone")),
        ("R21", "B", 1, _("Meaning is never carried by colour alone")),
        ("R22", "B", 1, _("Keyboard and screen reader complete the module")),
        ("R23", "M", 1, _("Licence and attribution on each part; the set is compatible")),
        ("R24", "B", 1, _("Sources are cited, facts dated, an expiry date set")),
        ("R25", "H", 0, _("Examples from several regions, genders and occupations; no stereotypes")),
        ("R26", "H", 1, _("A real task of the occupation is in the course")),
        ("R27", "B", 0, _("A task of higher order: analyse, create, decide")),
        ("R28", "B", 1, _("Practice with immediate feedback tied to the criterion")),
        ("R29", "M", 1, _("Practice items and summative items are disjoint sets")),
        ("R30", "M", 2, _("A blueprint, and a pool of at least three times the form")),
        (
            "R31",
            "M",
            1,
            _("Items are screened for flaws: cues, all or none of the above, longest is right, negatives"),
        ),
        ("R32", "H", 2, _("The cut is set by a documented method with judges")),
        ("R33", "M", 2, _("Item statistics, or the word pilot")),
        ("R34", "M", 3, _("Differential item functioning is checked, or said why not")),
        ("R35", "B", 1, _("Constructed tasks have a rubric with levels and exemplars")),
        ("R36", "B", 1, _("Accommodations keep the construct; timed items are announced")),
        ("R37", "B", 1, _("The integrity plan fits the level claimed")),
        ("R38", "M", 1, _("Rules for grading, retry and appeal are visible")),
        ("R39", "B", 1, _("Each automated feature has a card, and the path without it works")),
        ("R40", "M", 1, _("A privacy note per tool; no third-party request on learner pages")),
        ("R41", "B", 0, _("Human contact: a promised response time, small groups")),
        ("R42", "B", 0, _("A channel for learner feedback, and what changed because of it")),
        ("R43", "B", 1, _("An employer's evidence of need, where the course is labelled career")),
        ("R44", "M", 1, _("Skills are aligned to URIs with the framework's version")),
        ("R45", "M", 3, _("Items for a delayed check exist for each outcome")),
    )
)
BY_KEY = {criterion.key: criterion for criterion in CRITERIA}
