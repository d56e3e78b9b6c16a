"""The door of the assessment wall: banks and papers, attempts at a final check, practice, mastery."""

from tequio.assessment.bank import put_bank
from tequio.assessment.bank_counts import count_bank
from tequio.assessment.bank_reading import read_bank
from tequio.assessment.best import best_results
from tequio.assessment.closing import close_overdue
from tequio.assessment.feedback import hint_ladder, last_feedback, revealed
from tequio.assessment.mastery import mastery, mastery_rule
from tequio.assessment.papers import paper, paper_by_key, put_paper
from tequio.assessment.practice import answer_practice, practice_state, reveal, take_hint
from tequio.assessment.projections import PROJECTIONS
from tequio.assessment.results import attempts, result, submit
from tequio.assessment.reviewing import review_bank
from tequio.assessment.saving import save
from tequio.assessment.starting import start, view_attempt

__all__ = [
    "PROJECTIONS",
    "answer_practice",
    "attempts",
    "best_results",
    "close_overdue",
    "count_bank",
    "hint_ladder",
    "last_feedback",
    "mastery",
    "mastery_rule",
    "paper",
    "paper_by_key",
    "practice_state",
    "put_bank",
    "put_paper",
    "read_bank",
    "result",
    "reveal",
    "revealed",
    "review_bank",
    "save",
    "start",
    "submit",
    "take_hint",
    "view_attempt",
]
