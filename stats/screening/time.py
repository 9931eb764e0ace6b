"""Whether a file goes on in time where the edition in force ends."""

from __future__ import annotations

from collections.abc import Iterator

from stats.findings import Finding, Severity
from stats.periods import Frequency
from stats.screening.rule import Screened


class OlderThanInForce:
    """An edition that ends before the one in force."""

    id = "screen.older"
    severity = Severity.REFUSAL
    sentence = "The file ends before the edition in force does."
    example = "the file covers up to 2024-02, the edition in force up to 2024-03"
    remedy = "Import editions in the order of their publication, or take back the newer one first."

    def check(self, screened: Screened) -> Iterator[Finding]:
        before, now = screened.before, screened.coverage
        if before and before.coverage.until and now.until and now.until < before.coverage.until:
            message = f"the file covers up to {now.until}, the edition in force up to {before.coverage.until}"
            yield Finding(self.id, self.severity, message, screened.where())


class PeriodsGone:
    """Periods that the edition in force has and the file has not."""

    id = "screen.periods-gone"
    severity = Severity.WARNING
    sentence = "Periods that the edition in force covers are no longer there."
    example = "2 periods are gone, 2023-11 to 2023-12"
    remedy = "Check that the file is complete."

    def check(self, screened: Screened) -> Iterator[Finding]:
        if screened.before is None:
            return
        for frequency in (Frequency.MONTH, Frequency.QUARTER, Frequency.YEAR):
            now = screened.coverage.of(frequency)
            gone = sorted(set(screened.before.coverage.of(frequency)) - set(now)) if now else []
            if gone:
                message = f"{len(gone)} periods are gone, {gone[0]} to {gone[-1]}"
                yield Finding(self.id, self.severity, message, screened.where())


class CutOffWentBack:
    """Figures that count up to an earlier day than those in force."""

    id = "screen.cut-off-back"
    severity = Severity.WARNING
    sentence = "The date in the source line is before that of the edition in force."
    example = "the figures are as of 2024-01-31, those in force as of 2024-02-29"
    remedy = "Look whether an older file was published again."

    def check(self, screened: Screened) -> Iterator[Finding]:
        before, now = screened.before, screened.reading.cut_off
        if before and before.cut_off and now and now < before.cut_off:
            message = f"the figures are as of {now}, those in force as of {before.cut_off}"
            yield Finding(self.id, self.severity, message, screened.where())


class CutOffElsewhere:
    """A source line that names another month than the last one printed."""

    id = "screen.cut-off-elsewhere"
    severity = Severity.WARNING
    sentence = "The date in the source line is not in the last month of the table."
    example = "the figures are as of 2024-06-30, and the last month of the table is 2024-02"
    remedy = "Look at the headings of the last columns; one may be wrong, or columns may be missing."

    def check(self, screened: Screened) -> Iterator[Finding]:
        now, until = screened.reading.cut_off, screened.coverage.until
        if now and until and (now.year, now.month) != (until.year, until.n):
            message = f"the figures are as of {now}, and the last month of the table is {until}"
            last = screened.reading.periods[-1]
            yield Finding(
                self.id, self.severity, message, screened.where(column=screened.reading.columns.get(last))
            )
