"""Notes one by one, and the date in the source line in either language."""

from datetime import date

import pytest

from stats.readers.notes import cut_off, lines, source

CELL = "* Not everybody.\n\nNotes: \n— First thing.\n— Second  thing."


def test_notes_come_one_a_bullet():
    assert list(lines([CELL, "Source: IRCC, July 31, 2025", "Further reading."])) == [
        "* Not everybody.",
        "First thing.",
        "Second thing.",
        "Further reading.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Source: IRCC, July 31, 2025",
        "Source : IRCC, July 31, 2025",
        "Source\N{NO-BREAK SPACE}: IRCC, July 31, 2025",
    ],
)
def test_the_source_line_is_found_among_others(line):
    assert source([CELL, f"See also\n{line}"]) == "IRCC, July 31, 2025"


def test_no_source_line():
    assert source([CELL, "Resource: none"]) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("IRCC, July 31, 2025", date(2025, 7, 31)),
        ("IRCC, December 31 2024", date(2024, 12, 31)),
        ("IRCC, 31 July 2025", date(2025, 7, 31)),
        ("IRCC, 31 juillet 2025", date(2025, 7, 31)),
        ("IRCC, 1er août 2025", date(2025, 8, 1)),
        ("IRCC, le 29 février 2024", date(2024, 2, 29)),
        ("IRCC, 2025-07-31", date(2025, 7, 31)),
        ("IRCC, February 30, 2025", None),
        ("IRCC, Someday 3, 2025", None),
        ("IRCC", None),
    ],
)
def test_cut_off_dates(text, expected):
    assert cut_off(text) == expected
