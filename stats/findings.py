"""What was noticed about a file: a rule, how bad it is, a sentence, and the place.

Readers, screening and the matching of members all speak in findings; the admin, the command and the API show
them. A refusal is a finding whose severity is `REFUSAL`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """What a finding does to the import."""

    NOTE = "note"
    """What the reader did on its own, for the record."""
    WARNING = "warning"
    """A person should look before the edition counts."""
    REFUSAL = "refusal"
    """The file is certainly wrong; nothing of it is kept."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a source file. Rows and columns count from 1, as spreadsheets do."""

    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        parts = [self.file, f"sheet {self.sheet!r}" if self.sheet else ""]
        parts.append(f"row {self.row}" if self.row is not None else "")
        parts.append(f"column {self.column}" if self.column is not None else "")
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was noticed: `rule` is a stable id such as `read.no-merges` or `screen.blanked`."""

    rule: str
    severity: Severity
    message: str
    where: Where = field(default_factory=Where)

    def as_json(self) -> dict[str, Any]:
        """Plain data for JSON, with `where` as an object."""
        return asdict(self) | {"severity": self.severity.value}


class Refused(Exception):
    """A file that cannot become an edition, with the findings that say why."""

    def __init__(self, *findings: Finding) -> None:
        self.findings = findings
        super().__init__(
            "; ".join(f"{f.message} ({f.where})" if str(f.where) else f.message for f in findings)
        )


def refuse(rule: str, message: str, where: Where | None = None) -> Refused:
    """The exception for one certain fault; to be raised."""
    return Refused(Finding(rule, Severity.REFUSAL, message, where or Where()))
