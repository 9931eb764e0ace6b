"""The rules there are, in the order in which an editor is told; and asking them all."""

from __future__ import annotations

from collections.abc import Iterable

from articles.checklist.embeds import UntitledEmbed
from articles.checklist.given import Given
from articles.checklist.headings import EmptyHeading, SkippedLevel
from articles.checklist.links import DeadLink, UnpublishedLink
from articles.checklist.note import Note, Severity
from articles.checklist.other_language import NoCounterpart, OtherFigures
from articles.checklist.rankings import OpenOrder
from articles.checklist.remarks import OpenRemark
from articles.checklist.rule import Rule
from articles.checklist.sentences import LongSentence
from articles.checklist.typed import TypedNumber
from articles.checklist.wordings import OtherWording

RULES: tuple[Rule, ...] = (
    OpenRemark(),
    DeadLink(),
    EmptyHeading(),
    TypedNumber(),
    OpenOrder(),
    OtherWording(),
    UntitledEmbed(),
    SkippedLevel(),
    UnpublishedLink(),
    LongSentence(),
    NoCounterpart(),
    OtherFigures(),
)
"""Errors first, then what endangers a figure, then the rest."""

ERRORS = tuple(rule for rule in RULES if rule.severity is Severity.ERROR)
"""Those whose notes stop publication."""


def check(given: Given, rules: Iterable[Rule] = RULES) -> tuple[Note, ...]:
    """All notes about a text, rule by rule, each rule's in reading order."""
    return tuple(note for rule in rules for note in rule.notes(given))
