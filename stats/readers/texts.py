"""Text files as they come: encodings, line ends and delimiters evened out before anything is read.

IRCC publishes UTF-8 with and without a byte order mark; copies that went through a spreadsheet are in
Windows-1252 or UTF-16. All give the same text.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from stats.findings import Finding, Severity, Where, refuse
from stats.readers.marks import as_text
from stats.readers.sheets import Sheet

_SEARCHED = 15
CELL_LIMIT = 5_000_000
"""Cells of the rectangle that a table spans, in a text or on a sheet."""
DELIMITERS = ("\t", ";", ",")
DELIMITER_NAMES = {"\t": "tab", ";": "semicolon", ",": "comma"}


@dataclass(frozen=True, slots=True)
class Text:
    """A decoded text with `\\n` for line ends, and what was done to get it."""

    name: str
    body: str
    findings: tuple[Finding, ...] = ()
    sheet: str = ""
    """The sheet of the workbook in which the text stood, empty for a text file."""

    def where(self, row: int | None = None, column: int | None = None) -> Where:
        """The place of a line and field counted from 1."""
        return Where(self.name, self.sheet, row, column)

    @property
    def first_line(self) -> str:
        """The first line, where headers stand."""
        return self.body.partition("\n")[0]

    @property
    def beginning(self) -> str:
        """The lines among which a header stands below a title."""
        return "\n".join(self.body.split("\n", _SEARCHED)[:_SEARCHED])


def decode(data: bytes, *, name: str) -> Text:
    """The text of a file; refused if it holds no text."""
    findings: tuple[Finding, ...] = ()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            body = data.decode("utf-16")
        except UnicodeDecodeError as error:
            message = f"the file begins like UTF-16 but is not ({error}): text in UTF-8 is expected"
            raise refuse("read.encoding", message, Where(name)) from None
        findings = (_note(name, "UTF-16"),)
    elif b"\0" in data[:4096]:
        raise refuse(
            "read.not-text",
            f"the file is neither a workbook nor text, it begins with {data[:8]!r}: "
            "an .xlsx workbook or a delimited text is expected",
            Where(name),
        )
    else:
        try:
            body = data.decode("utf-8-sig")
            findings = tuple(_lost(name, body))
        except UnicodeDecodeError:
            body = data.decode("cp1252", errors="replace")
            findings = (_note(name, "Windows-1252"), *_lost(name, body))
    return Text(name, body.replace("\r\n", "\n").replace("\r", "\n"), findings)


def as_tabbed(sheet: Sheet) -> Text:
    """The cells of a sheet as text separated by tabs, one line a row."""
    lines = ("\t".join(" ".join(as_text(cell).split()) for cell in row) for row in sheet.rows)
    return Text(sheet.file, "\n".join(lines), sheet=sheet.name)


def _lost(name: str, body: str) -> list[Finding]:
    """A warning where letters were lost, here or before the file came here."""
    at = body.find("\N{REPLACEMENT CHARACTER}")
    if at < 0:
        return []
    line = body.count("\n", 0, at) + 1
    said = body[max(0, at - 20) : at + 20].splitlines()
    message = f"{body.count(body[at])} letters cannot be read, the first one in {' '.join(said)!r}"
    return [Finding("read.lost-letters", Severity.WARNING, message, Where(name, row=line))]


def _note(name: str, encoding: str) -> Finding:
    message = f"the file is not UTF-8 and was read as {encoding}"
    return Finding("read.encoding", Severity.NOTE, message, Where(name))


def delimiter(lines: str) -> str | None:
    """The delimiter that lines use most, tabs before others; None if they use none."""
    if "\t" in lines:
        return "\t"
    best = max(DELIMITERS, key=lines.count)
    return best if lines.count(best) else None


def grid(text: Text, *, by: str) -> list[list[str]]:
    """All lines of a delimited text as lists of cells, quotes understood. Blank lines are empty lists.

    Refused where the rectangle of its lines and its longest line is larger than a sheet may be.
    """
    rows: list[list[str]] = []
    width = 0
    try:
        for row in csv.reader(io.StringIO(text.body, newline=""), delimiter=by, strict=True):
            rows.append(row)
            width = max(width, len(row))
            if len(rows) * width > CELL_LIMIT:
                message = (
                    f"{len(rows):,} lines of up to {width:,} fields: at most {CELL_LIMIT:,} cells are read"
                )
                raise refuse("read.too-large", message, text.where(len(rows)))
    except csv.Error as error:
        raise refuse("read.quotes", f"the quotes of the file do not match: {error}", text.where()) from None
    return rows
