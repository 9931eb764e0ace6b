"""Every rule says what it is for, and its example is a message that it gives."""

from datetime import date

import pytest

from stats.labels import Label
from stats.periods import Frequency, Period, month, span
from stats.screening import CHANGE_RULES, RULES
from tests.stats.screening.screened import COUNTRIES, MONTHS, changed, screened

JANUARY = MONTHS[0]
QUARTER = (*(month(2024, n) for n in (1, 2, 3)), Period(Frequency.QUARTER, 2024, 1))
LONG = tuple(span(month(2024, 1), month(2024, 8)))
NOTES = (Label("Persons are counted once."), Label("Data are preliminary."))

FILES = {
    "screen.off-base": lambda: screened(cells={(0, JANUARY): 7}),
    "screen.too-large": lambda: screened(cells={(0, JANUARY): 2_000_000_005}),
    "screen.out-of-proportion": lambda: screened(
        cells={(row, at): 15 for row in range(4) for at in LONG} | {(3, LONG[3]): 1200}, periods=LONG
    ),
    "screen.name-too-long": lambda: screened(("a note " * 50,)),
    "screen.same-row-twice": lambda: screened(("India", "INDIA")),
    "screen.period-total": lambda: screened(
        ("India",), cells={(0, at): 300 if at is QUARTER[3] else 120 for at in QUARTER}, periods=QUARTER
    ),
    "screen.member-total": lambda: screened(
        (*COUNTRIES[:3], None), cells={(row, JANUARY): 120 if row < 3 else 300 for row in range(4)}
    ),
    "screen.older": lambda: screened(before=(*MONTHS, month(2024, 3))),
    "screen.periods-gone": lambda: screened(before=tuple(span(month(2023, 11), MONTHS[1]))),
    "screen.cut-off-back": lambda: screened(
        before=MONTHS, cut_off=date(2024, 1, 31), cut_off_before=date(2024, 2, 29)
    ),
    "screen.cut-off-elsewhere": lambda: screened(cut_off=date(2024, 6, 30)),
    "screen.another-table": lambda: screened(("India", "Oslo", "Bergen", "Troms")),
    "screen.rows-gone": lambda: screened(("India",)),
    "screen.languages-mixed": lambda: screened(("Inde", *COUNTRIES[1:])),
    "screen.title-changed": lambda: screened(
        before=MONTHS, title=Label("Work permit holders, 2024"), title_before=Label("Work permits, 2023")
    ),
    "screen.notes-changed": lambda: screened(before=MONTHS, notes=NOTES[1:], notes_before=NOTES),
}
CHANGES = {
    "screen.same-periods": lambda: changed({}, {(0, JANUARY): 40}),
    "screen.unusual-revision": lambda: changed({}, {(0, JANUARY): 400}),
    "screen.many-revised": lambda: changed({}, {(row, JANUARY): 40 for row in range(4)}),
    "screen.rows-lost": lambda: changed({}, {}, rows=COUNTRIES[:3]),
    "screen.rows-with-past": lambda: changed({}, {(3, JANUARY): 10}, rows_before=COUNTRIES[:3]),
}
CASES = [(rule, FILES[rule.id]) for rule in RULES] + [(rule, CHANGES[rule.id]) for rule in CHANGE_RULES]


@pytest.mark.parametrize(("rule", "case"), CASES, ids=[rule.id for rule, _ in CASES])
def test_the_example_is_a_message_that_the_rule_gives(rule, case):
    found = list(rule.check(case()))
    assert rule.example in [finding.message for finding in found]
    assert {finding.rule for finding in found} == {rule.id}
    assert all(finding.where.file == "a.xlsx" for finding in found)


def test_every_rule_says_what_it_is_for_and_what_to_do():
    rules = [*RULES, *CHANGE_RULES]
    for rule in rules:
        assert rule.id.startswith("screen.")
        assert rule.sentence.endswith(".")
        assert rule.remedy.endswith(".")
    assert len({rule.id for rule in rules}) == len(rules)
