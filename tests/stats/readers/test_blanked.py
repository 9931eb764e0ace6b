"""A table whose columns were emptied is refused with what is missing and what was left."""

import pytest

from stats.findings import Refused
from stats.periods import Frequency
from stats.readers.sniff import read
from tests.stats.readers.drawn import Crosstab


def blanked(*, keep, header=True, **more):
    """A drawn workbook with only the columns whose period is kept; with `header`, headings go as well."""
    drawing = Crosstab(**more)
    first = drawing.first_row - (2 if header else 0)
    changed = {
        (row, 3 + column): ""
        for column, period in enumerate(drawing.periods())
        if not keep(period)
        for row in range(first, drawing.first_row + len(drawing.labels))
    }
    return Crosstab(changed=changed, **more).xlsx()


def is_year(period):
    return period.frequency in (Frequency.YEAR, Frequency.YEAR_TO_DATE)


def refusal(data):
    with pytest.raises(Refused) as caught:
        read(data, name="x.xlsx", layout=(1, 2))
    (finding,) = caught.value.findings
    assert finding.rule == "read.blanked"
    return finding.message


def test_months_without_headings_and_figures():
    message = refusal(blanked(keep=is_year))
    assert message == (
        "35 columns are blank, from column 4 to column 40; "
        "missing are the months from 2022-01 to 2024-02 (26); "
        "3 columns were left: 2022 Total, 2023 Total, 2024-to-02 Total; "
        "a file with figures in every column is expected"
    )


def test_months_with_headings_but_without_figures():
    message = refusal(blanked(keep=is_year, header=False))
    assert "missing are the months from 2022-01 to 2024-02 (26)" in message
    assert "2022 Total, 2023 Total, 2024-to-02 Total" in message


def test_one_month_emptied():
    message = refusal(blanked(keep=lambda period: str(period) != "2023-05", header=False))
    assert "column 26 is blank" in message
    assert "from 2023-05 to 2023-05 (1)" in message


def test_a_table_without_quarters():
    message = refusal(blanked(keep=is_year, quarters=False, header=False))
    assert "missing are the months from 2022-01 to 2024-02 (26)" in message


def test_totals_emptied():
    message = refusal(blanked(keep=lambda period: not is_year(period), header=False))
    assert "missing are 2022 to 2024-to-02" in message


def test_a_spacer_between_years_is_passed_over():
    drawing = Crosstab(quarters=False, merges=False)
    grid = [[*row[:16], "", *row[16:]] if len(row) > 16 else row for row in drawing.grid()]
    first = Crosstab(title="", labels=(("",),), years=(), after=(), merges=False)
    reading = read(first.xlsx(sheet="empty", more={"copy": grid}), name="x.xlsx", layout=(1, 2))
    assert list(reading.periods) == drawing.periods()
    assert "read.blank-column" in [finding.rule for finding in reading.findings]
