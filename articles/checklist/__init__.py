"""The checklist before publishing: rules over a parsed text and its figures, each a small class.

Errors stop publication, warnings are for the editor to weigh. Pure: what the rules look at is given
(`Given`), and what they find are notes with a place.
"""

from articles.checklist.given import Given, OtherLanguage, Remark
from articles.checklist.known import Known
from articles.checklist.note import Note, Offer, Severity
from articles.checklist.rule import Rule
from articles.checklist.rules import ERRORS, RULES, check

__all__ = [
    "ERRORS",
    "RULES",
    "Given",
    "Known",
    "Note",
    "Offer",
    "OtherLanguage",
    "Remark",
    "Rule",
    "Severity",
    "check",
]
