"""The cells behind a figure, and what they said before."""

import pytest

from stats.periods import month
from stats.queries.asking import ask
from stats.queries.proof import Printed, proof
from stats.questions import QuestionError, parse
from stats.values import Status
from tests.stats.factories import EVENTS, figures_of, import_odp

pytestmark = pytest.mark.django_db

FIRST = figures_of({"India": [5, None, 10], "France": [10, 0, 5]})
SECOND = figures_of({"India": [5, None, 25], "France": [10, 5, 5]})
THIRD = figures_of({"India": [5, None, 25], "France": [10, 5, 5], "Chad": [0, 0, 40]})


@pytest.fixture
def editions(data_dir):
    for figures in (FIRST, SECOND, THIRD):
        import_odp(figures)


def proved(country=None, at="2024-03", **more):
    where = {"where": {"citizenship": country}} if country else {}
    return proof(parse({"dataset": EVENTS, "period": at} | where | more))


def test_a_figure_that_is_one_cell_is_that_cell_with_its_history(editions):
    found = proved("India")
    (cell,) = found.cells
    assert (found.summed, found.count) == (False, 1)
    assert (cell.codes, cell.period, cell.number, cell.status) == (
        ("india",),
        month(2024, 3),
        25,
        Status.NORMAL,
    )
    assert cell.history == (Printed(25, Status.NORMAL, 2, 3), Printed(10, Status.NORMAL, 1, 1))


def test_a_zero_that_was_not_printed_was_a_zero(editions):
    (cell,) = proved("France", "2024-02").cells
    assert cell.earlier == (Printed(0, Status.NORMAL, 1, 1),)


def test_a_zero_is_a_cell_too(editions):
    (cell,) = proved("Chad", "2024-02").cells
    assert (cell.number, cell.status) == (0, Status.NORMAL)


def test_in_an_earlier_edition_later_ones_are_not_known(editions):
    (cell,) = proved("India", as_of=1).cells
    assert cell.history == (Printed(10, Status.NORMAL, 1, 1),)


def test_an_edition_that_waits_is_not_told_of(data_dir):
    import_odp(FIRST)
    import_odp(SECOND, accept=False)
    (cell,) = proved("India").cells
    assert cell.history == (Printed(10, Status.NORMAL, 1, 1),)


def test_a_sum_names_its_cells_and_they_add_up_to_it(editions):
    question = {"dataset": EVENTS, "period": "2024-Q1"}
    found = proof(parse(question))
    assert found.summed
    assert found.count == len(found.cells) == 7
    assert sum(cell.number or 0 for cell in found.cells) == ask(parse(question)).figure.value.number
    assert [cell.period for cell in found.cells] == sorted(cell.period for cell in found.cells)


def test_a_long_sum_names_the_first_cells_and_counts_all(editions):
    found = proof(parse({"dataset": EVENTS, "period": "2024-Q1"}), most=3)
    assert (len(found.cells), found.count) == (3, 7)


@pytest.mark.parametrize(
    "question",
    [
        {"period": "1999"},
        {"kind": "ranking", "over": "citizenship", "period": "2024-03"},
        {"period": "2024-03", "where": {"citizenship": "India"}, "measure": "share"},
    ],
)
def test_what_is_no_plain_figure_has_no_cells(editions, question):
    with pytest.raises(QuestionError):
        proof(parse({"dataset": EVENTS} | question))


def test_proving_takes_few_queries_however_many_cells_there_are(editions, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        proof(parse({"dataset": EVENTS, "period": "2024-Q1"}))
