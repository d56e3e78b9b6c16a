"""Items and their scoring, modelled after QTI 3: what is asked, what is right, what an answer is worth."""

from tequio_standards.qti.codec import InvalidItem, item_from_json, item_problems, item_to_json
from tequio_standards.qti.giveaway import gives_away
from tequio_standards.qti.items import KINDS, LEVELS, Choice, Item, Processing, Rule, public_item
from tequio_standards.qti.number_entry import NumberReading, read_number
from tequio_standards.qti.scoring import MAX_RESPONSE, Judged, judge, score

__all__ = [
    "KINDS",
    "LEVELS",
    "MAX_RESPONSE",
    "Choice",
    "InvalidItem",
    "Item",
    "Judged",
    "NumberReading",
    "Processing",
    "Rule",
    "gives_away",
    "item_from_json",
    "item_problems",
    "item_to_json",
    "judge",
    "public_item",
    "read_number",
    "score",
]
