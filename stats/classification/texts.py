"""What a file says around its figures: whether the title or the notes are other ones than before."""

from __future__ import annotations

import re
from collections.abc import Iterable

from stats.classification.pair import Side
from stats.labels import LANGUAGES, Label, Language, fold
from stats.readers.headings import MONTHS

_WORD = re.compile(r"[^\W\d]+")


def retitled(before: Side, after: Side) -> bool:
    """Whether the titles differ in more than dates, in a language in which both editions have one."""
    return any(
        _said([before.title], language) != _said([after.title], language)
        for language in LANGUAGES
        if before.title.known_in(language) and after.title.known_in(language)
    )


def annotated(before: Side, after: Side) -> bool:
    """Whether the notes differ in more than dates, in a language in which both editions have some."""
    return any(
        _said(before.notes, language) != _said(after.notes, language)
        for language in LANGUAGES
        if all(any(note.known_in(language) for note in side.notes) for side in (before, after))
    )


def _said(labels: Iterable[Label], language: Language) -> set[tuple[str, ...]]:
    """The words of labels without numbers and months, which move with every edition."""
    texts = (label.fr if language == "fr" else label.en for label in labels)
    words = (tuple(word for word in _WORD.findall(fold(text)) if word not in MONTHS) for text in texts)
    return {said for said in words if said}
