"""Pairing: the English and the French workbook of one edition, joined by position, with the same figures."""

from __future__ import annotations

from dataclasses import replace

from stats.findings import Finding, Severity, Where, refuse
from stats.labels import Label
from stats.periods import Period
from stats.readers.reading import Reading, Row


def pair(one: Reading, other: Reading, *, files: tuple[str, str] = ("", "")) -> Reading:
    """One reading in both languages. Refused where rows, periods or figures differ, naming the first one."""
    if one.languages == other.languages:
        languages = "/".join(sorted(one.languages))
        raise refuse(
            "pair.same-language", f"both files are in the same language ({languages})", Where(files[1])
        )
    if one.periods != other.periods:
        shown = f"{one.periods[0]}–{one.periods[-1]} and {other.periods[0]}–{other.periods[-1]}"
        raise refuse("pair.periods", f"the two files cover different periods: {shown}", Where(files[1]))
    if len(one.headers) != len(other.headers):
        counts = f"{len(one.headers)} and {len(other.headers)}"
        raise refuse("pair.dimensions", f"the two files have {counts} dimensions", Where(files[1]))
    if len(one.rows) != len(other.rows):
        counts = f"{len(one.rows)} and {len(other.rows)}"
        raise refuse("pair.rows", f"the two files have different numbers of rows: {counts}", Where(files[1]))
    _check_figures(one, other, files)
    if "fr" in one.languages:
        one, other = other, one
    rows = tuple(_pair_row(a, b, files[1]) for a, b in zip(one.rows, other.rows, strict=True))
    return replace(
        one,
        headers=tuple(a.completed_by(b) for a, b in zip(one.headers, other.headers, strict=True)),
        rows=rows,
        languages=one.languages | other.languages,
        title=one.title.completed_by(other.title),
        notes=_pair_notes(one, other),
        cut_off=one.cut_off or other.cut_off,
        findings=(
            *one.findings,
            *other.findings,
            Finding("pair.joined", Severity.NOTE, f"joined with {files[1]!r} by position", Where(files[0])),
        ),
    )


def _check_figures(one: Reading, other: Reading, files: tuple[str, str]) -> None:
    keys = ["row", "period"]
    first, second = one.cells.sort(keys), other.cells.sort(keys)
    if first.equals(second):
        return
    both = first.join(second, on=keys, how="full", coalesce=True, suffix="_other")
    different = both.filter(
        both["number"].ne_missing(both["number_other"]) | both["status"].ne_missing(both["status_other"])
    )
    row, period, number, _, number_other, _ = different.sort(keys).row(0)
    at = Period.from_code(period)
    where = Where(files[1], other.sheet, other.rows[row].line, other.columns.get(at))
    shown = f"{_shown(number)} and {_shown(number_other)} in {at}"
    raise refuse(
        "pair.figures", f"the two files differ in {different.height} cells, the first: {shown}", where
    )


def _shown(number: int | None) -> str:
    return "no number" if number is None else f"{number:,}"


def _pair_row(one: Row, other: Row, file: str) -> Row:
    if [len(p) for p in one.path] != [len(p) for p in other.path]:
        raise refuse("pair.shape", "the two files have different hierarchies", Where(file, row=other.line))
    path = tuple(
        tuple(a.completed_by(b) for a, b in zip(pa, pb, strict=True))
        for pa, pb in zip(one.path, other.path, strict=True)
    )
    return Row(path, one.leaf, one.line)


def _pair_notes(one: Reading, other: Reading) -> tuple[Label, ...]:
    if len(one.notes) == len(other.notes):
        return tuple(a.completed_by(b) for a, b in zip(one.notes, other.notes, strict=True))
    return (*one.notes, *other.notes)
