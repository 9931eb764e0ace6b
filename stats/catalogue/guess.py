"""Which dataset a file is: by its name, by the title inside, and by its headers, best first and with reasons.

The ODP files of imp-citizenship and tfwp-citizenship have the same columns and no title, so only the file's
name tells them apart; where it does not, both are candidates and say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from stats.catalogue.reading import load
from stats.catalogue.spec import DatasetSpec
from stats.labels import Label, fold
from stats.readers.reading import Reading

_COPY_SUFFIX = re.compile(r"(?:\s*\(\d+\)|__\d+_|[ _-]+(?:copy|copie))+$")
_LANGUAGE_PREFIX = re.compile(r"^(?:en|fr)[ _-]+")
_PERIOD = re.compile(r"\b(?:january|janvier|jan|(?:19|20)\d\d)\b.*$")

_NAME, _TITLE, _HEADERS = 4, 5, 2
_ALIKE = 0.6
"""How much of two titles' words must be the same for one to speak for the other."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A dataset that a file may be, how much speaks for it, and what."""

    spec: DatasetSpec
    score: float
    reasons: tuple[Label, ...]


def find_by_file_name(name: str) -> list[DatasetSpec]:
    """The datasets one of whose files is called so.

    Case, blanks, the EN_ or FR_ in front, and what browsers add to a second download make no difference.
    """
    key = name_key(name)
    return [spec for spec in load().values() if any(name_key(file.name) == key for file in spec.files)]


def guess(reading: Reading, name: str) -> list[Candidate]:
    """The datasets that a file may be, best first; empty where nothing speaks for any.

    The first is meant only if it has a higher score than the second.
    """
    named = {spec.slug for spec in find_by_file_name(name)}
    candidates = [_weighed(spec, reading, named=spec.slug in named) for spec in load().values()]
    likely = sorted((c for c in candidates if c.score > 0), key=lambda c: -c.score)
    tied = [c.spec.slug for c in likely if c.score == likely[0].score]
    return [_told_apart(c, tied) if c.spec.slug in tied and len(tied) > 1 else c for c in likely]


def _weighed(spec: DatasetSpec, reading: Reading, *, named: bool) -> Candidate:
    score, reasons = 0.0, []
    if _contradicts(spec, reading):
        return Candidate(spec, 0, ())
    if named:
        score += _NAME
        reasons.append(Label("its file has this name", "son fichier porte ce nom"))
    if (alike := _likeness(spec, reading.title)) >= _ALIKE:
        score += _TITLE * alike
        reasons.append(Label("the title is that of the dataset", "le titre est celui du jeu de données"))
    if _same_headers(spec, reading.headers):
        score += _HEADERS
        dimensions = [dimension.label for dimension in spec.dimensions]
        reasons.append(
            Label(
                f"the columns are {', '.join(label.en for label in dimensions)}",
                f"les colonnes sont {', '.join(label.fr for label in dimensions)}",
            )
        )
    return Candidate(spec, score, tuple(reasons))


def _told_apart(candidate: Candidate, tied: list[str]) -> Candidate:
    others = ", ".join(slug for slug in tied if slug != candidate.spec.slug)
    reason = Label(
        f"as much speaks for {others}: only the file name as published tells such files apart",
        f"autant plaide pour {others} : seul le nom publié du fichier distingue de tels fichiers",
    )
    return Candidate(candidate.spec, candidate.score, (*candidate.reasons, reason))


def _contradicts(spec: DatasetSpec, reading: Reading) -> bool:
    """Whether a header means a dimension that the dataset does not have; unknown headers say nothing."""
    known = {dimension.slug: dimension for other in load().values() for dimension in other.dimensions}
    for header in reading.headers:
        names = [name for name in (header.en, header.fr) if name]
        meant = {slug for slug, dimension in known.items() if any(map(dimension.is_called, names))}
        if meant and not meant & {dimension.slug for dimension in spec.dimensions}:
            return True
    return False


def _same_headers(spec: DatasetSpec, headers: Iterable[Label]) -> bool:
    """Whether the headers mean the dimensions of the dataset, one each, in whatever order."""
    found = []
    for header in headers:
        names = [name for name in (header.en, header.fr) if name]
        found.append(next((d.slug for d in spec.dimensions if any(map(d.is_called, names))), None))
    return set(found) == {dimension.slug for dimension in spec.dimensions} and len(set(found)) == len(found)


def _likeness(spec: DatasetSpec, title: Label) -> float:
    """How much of the words of a file's title and of the dataset's are the same, from 0 to 1."""
    theirs = [words for words in map(_words, (title.en, title.fr)) if words]
    ours = [_words(text) for text in (*spec.headings, spec.title.en, spec.title.fr)]
    return max((len(a & b) / len(a | b) for a in theirs for b in ours), default=0.0)


def _words(title: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]{3,}", _PERIOD.sub("", fold(title))))


def name_key(name: str) -> str:
    """The form in which two names of one file are equal, as `find_by_file_name` compares them."""
    base = PurePosixPath(PureWindowsPath(name).as_posix()).name
    stem, _, suffix = fold(base).rpartition(".")
    stem = _LANGUAGE_PREFIX.sub("", _COPY_SUFFIX.sub("", stem or suffix))
    return re.sub(r"[^a-z0-9]+", "", stem) + "." + (suffix if stem else "")
