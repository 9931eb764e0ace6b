"""Whether the words of a file are those of its table: title, notes, and each language where it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stats.findings import Finding, Severity
from stats.labels import LANGUAGES, Label, Language, fold
from stats.readers.language import language as told
from stats.screening.rule import SHOWN, Screened

_DATES = re.compile(r"\b(?:[a-z]+ )?(?:19|20)\d\d\b")
"""Years, and the words before them, which are mostly months."""


class TitleChanged:
    """Another title than that of the edition in force, dates aside."""

    id = "screen.title-changed"
    severity = Severity.WARNING
    sentence = "The title is not that of the edition in force."
    example = "the title is 'Work permit holders, 2024'; that in force is 'Work permits, 2023'"
    remedy = "Read both titles: the table may count something else now."

    def check(self, screened: Screened) -> Iterator[Finding]:
        if screened.before is None:
            return
        for language in LANGUAGES:
            now, before = (_in(label, language) for label in (screened.reading.title, screened.before.title))
            if now and before and _undated(now) != _undated(before):
                message = f"the title is {now!r}; that in force is {before!r}"
                yield Finding(self.id, self.severity, message, screened.where())


class NotesChanged:
    """Other notes than those of the edition in force."""

    id = "screen.notes-changed"
    severity = Severity.WARNING
    sentence = "Notes of the edition in force are gone, or others have come."
    example = "1 notes are gone, 0 have come; the first: 'Persons are counted once.'"
    remedy = "Read the notes: what is counted, or how, may have changed."

    def check(self, screened: Screened) -> Iterator[Finding]:
        if screened.before is None:
            return
        for language in LANGUAGES:
            now, before = (
                {_undated(text): text for label in notes if (text := _in(label, language))}
                for notes in (screened.reading.notes, screened.before.notes)
            )
            gone = [text for key, text in before.items() if key not in now]
            come = [text for key, text in now.items() if key not in before]
            if now and before and (gone or come):
                first = [*gone, *come][0]
                message = f"{len(gone)} notes are gone, {len(come)} have come; the first: {first[:120]!r}"
                yield Finding(self.id, self.severity, message, screened.where())


class LanguagesMixed:
    """Labels that stand where those of the other language belong."""

    id = "screen.languages-mixed"
    severity = Severity.WARNING
    sentence = "Labels stand in the place of the other language."
    example = "'Inde' stands where English is expected: 'India' (1 such labels)"
    remedy = "Fetch the file again; columns or sheets of two languages may have been mixed."

    def check(self, screened: Screened) -> Iterator[Finding]:
        found = [
            (row, text, language, expected)
            for row, printed, known in _labels(screened)
            for language, text, expected in _mixed(printed, known)
        ]
        for row, text, language, expected in found[:SHOWN]:
            message = (
                f"{text!r} stands where {_NAMES[language]} is expected: {expected!r} "
                f"({len(found)} such labels)"
            )
            yield Finding(self.id, self.severity, message, screened.where(row))
        if not found:
            yield from self._columns(screened)

    def _columns(self, screened: Screened) -> Iterator[Finding]:
        """A finding where the labels of both languages are known and each reads like the other."""
        if len(screened.reading.languages) < len(LANGUAGES):
            return
        labels = [member.label for axis in screened.matching.members for member in axis.values()]
        read = [told([_in(label, lang) for label in labels], where=screened.where())[0] for lang in LANGUAGES]
        if read == ["fr", "en"]:
            message = "the English labels read like French, the French ones like English"
            yield Finding(self.id, self.severity, message, screened.where(0))


_NAMES: dict[Language, str] = {"en": "English", "fr": "French"}


def _labels(screened: Screened) -> Iterator[tuple[int, Label, Label]]:
    """Each label that is printed for a known member: the first row with it, itself, and the known one."""
    for axis, dimension in enumerate(screened.printed.known):
        seen: set[tuple[Label, ...]] = set()
        for index, (codes, row) in enumerate(zip(screened.matching.rows, screened.reading.rows, strict=True)):
            path = row.path[axis]
            if path and path not in seen and codes[axis] in dimension.by_code:
                seen.add(path)
                yield index, path[-1], dimension.by_code[codes[axis]].label


def _mixed(printed: Label, known: Label) -> Iterator[tuple[Language, str, str]]:
    """The languages in which a label is printed with the known name of the other one."""
    for language, other in zip(LANGUAGES, reversed(LANGUAGES), strict=True):
        text, expected = fold(_in(printed, language)), fold(_in(known, language))
        if text and expected and text != expected and text == fold(_in(known, other)):
            yield language, _in(printed, language), _in(known, language)


def _in(label: Label, language: Language) -> str:
    return label.fr if language == "fr" else label.en


def _undated(text: str) -> str:
    """A text without the dates that move with every edition."""
    return " ".join(re.findall(r"[a-z0-9]+", _DATES.sub("", fold(text))))
