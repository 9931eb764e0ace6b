"""Pairing: two languages become one reading, or are refused at the first place where they differ."""

from dataclasses import replace

import pytest

from stats.findings import Finding, Refused, Severity
from stats.labels import Label
from stats.pairing import pair
from stats.periods import month
from stats.readers.confidence import Confidence
from tests.stats.readings import reading

EN = [(("India",),), (("Germany",),), ((),)]
FR = [(("Inde",),), (("Allemagne",),), ((),)]
FILES = ("EN.xlsx", "FR.xlsx")


def english(**more):
    return reading(EN, **more)


def french(rows=FR, **more):
    return reading(rows, language="fr", **more)


def test_labels_of_both_languages_meet_by_position():
    both = pair(english(), french(), files=FILES)
    assert [row.path for row in both.rows] == [
        ((Label("India", "Inde"),),),
        ((Label("Germany", "Allemagne"),),),
        ((),),
    ]
    assert both.languages == {"en", "fr"}


def test_the_order_of_the_files_makes_no_difference():
    one, other = pair(english(), french(), files=FILES), pair(french(), english(), files=FILES)
    assert (one.rows, one.title, one.languages) == (other.rows, other.title, other.languages)
    assert one.cells.equals(other.cells)


CELLS = {(r, month(2024, n)): 5 for r in range(3) for n in (1, 2)}


@pytest.mark.parametrize(
    ("other", "rule", "said"),
    [
        (english(), "pair.same-language", "same language (en)"),
        (french(periods=(month(2024, 1),)), "pair.periods", "2024-01–2024-02 and 2024-01–2024-01"),
        (french([(("Inde",), ("A",))] * 3), "pair.dimensions", "1 and 2 dimensions"),
        (french(FR[:2]), "pair.rows", "3 and 2"),
        (french([(("Inde",),), (("Europe", "Allemagne"),), ((),)]), "pair.shape", "different hierarchies"),
        (french(cells=CELLS | {(1, month(2024, 2)): 10}), "pair.figures", "5 and 10 in 2024-02"),
        (french(cells=CELLS | {(1, month(2024, 2)): None}), "pair.figures", "differ in 1 cells"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.startswith("pair.") else "",
)
def test_files_that_do_not_belong_together_are_refused(other, rule, said):
    with pytest.raises(Refused) as caught:
        pair(english(cells=CELLS), other, files=FILES)
    (finding,) = caught.value.findings
    assert finding.rule == rule
    assert said in finding.message
    assert finding.where.file == "FR.xlsx"


def test_the_first_difference_is_named_by_its_row():
    with pytest.raises(Refused) as caught:
        pair(english(cells=CELLS), french(cells=CELLS | {(1, month(2024, 2)): 10}), files=FILES)
    assert caught.value.findings[0].where.row == 7


def test_a_cell_that_only_one_file_has_is_a_difference():
    fewer = {key: number for key, number in CELLS.items() if key != (2, month(2024, 2))}
    for one, other in ((CELLS, fewer), (fewer, CELLS)):
        with pytest.raises(Refused, match=r"pair|differ"):
            pair(english(cells=one), french(cells=other), files=FILES)


def test_a_cell_that_differs_is_named_by_its_place():
    with pytest.raises(Refused) as caught:
        pair(english(cells=CELLS), french(cells=CELLS | {(1, month(2024, 2)): 1085}), files=FILES)
    (finding,) = caught.value.findings
    assert finding.message == "the two files differ in 1 cells, the first: 5 and 1,085 in 2024-02"
    assert (finding.where.sheet, finding.where.row, finding.where.column) == ("Table", 7, 3)


def test_a_pair_is_as_sure_as_the_less_certain_file():
    doubt = Finding("read.no-merges", Severity.NOTE, "no merges")
    both = pair(english(), replace(french(), findings=(doubt, doubt)), files=FILES)
    assert both.confidence is Confidence.LIKELY
    assert both.did == ("no merges", "joined with 'FR.xlsx' by position")
