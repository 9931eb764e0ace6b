"""Changes in sentences of the interface's language, from the phrases of `stats.classification.sentence`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from stats.classification.kinds import Change
from stats.classification.sentence import Gap, Names, Part, Span, sentences
from stats.importexport import wording
from stats.models.dataset import ChangeKindChoices


@dataclass(frozen=True, slots=True)
class Said:
    """A kind of change: its slug, what it is called, and the sentences that quantify it."""

    kind: str
    word: str
    text: str


def said(change: Change) -> Said:
    """A change in the language of the interface."""
    text = " ".join(
        _(sentence.phrase) % {name: _gap(gap) for name, gap in sentence.gaps.items()}
        for sentence in sentences(change)
    )
    return Said(change.kind.value, str(ChangeKindChoices(change.kind).label), text)


def all_said(classification: Iterable[Mapping[str, Any]]) -> list[Said]:
    """The changes that are kept on an edition."""
    return [said(Change.from_json(change)) for change in classification]


def percent(part: float | None) -> str:
    """A part of one in percent, with more digits the smaller it is."""
    if part is None:
        return "–"
    size = abs(100 * part)
    digits = 0 if size >= 10 or not size else 1 if size >= 0.1 else 2
    number = number_format(round(size, digits), digits, force_grouping=True)
    return _("%(sign)s%(number)s%%") % {"sign": "−" if part < 0 else "", "number": number}


def _gap(gap: Gap) -> str:
    match gap:
        case Part(of_one):
            return percent(of_one)
        case Span(first, last) if first == last:
            return _("in %(period)s") % {"period": wording.period(first)}
        case Span(first, last):
            return _("from %(first)s to %(last)s") % {
                "first": wording.period(first),
                "last": wording.period(last),
            }
        case Names(members):
            language = get_language() or "en"
            return ", ".join(member.label.in_language(language) or member.code for member in members)
        case number:
            return wording.number(number)
