"""Laws of importing: every edition stays as it was printed, and undoing one leaves no trace."""

from itertools import pairwise

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from stats.ingest.decide import refuse_edition, take_back
from stats.ingest.outcome import Status as Ended
from stats.models import OPEN, Cell, Dataset, Edition
from stats.periods import month, span
from stats.values import Status
from tests.stats.factories import COUNTRIES, EVENTS, import_odp, import_workbook, meaning_of, rows_of, undone

pytestmark = pytest.mark.django_db
FIRST = month(2024, 1)
FEW = st.integers(1, 4)
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""Without shrinking, which would take minutes of importing."""
CELLS = st.sampled_from([0, 5, 10, 1085, None])
PRINTED = st.sampled_from([5, 10, 1085, None])


@st.composite
def editions(draw, count=FEW):
    """Editions of one table, each ending no earlier than the one before; every country is in each."""
    last, found = FIRST.shifted(draw(st.integers(1, 3))), []
    for _ in range(draw(count)):
        last = last.shifted(draw(st.integers(0, 2)))
        months = tuple(span(FIRST, last))
        figures = {(en, at): draw(CELLS) for en, _ in COUNTRIES[:3] for at in months}
        for en, _ in COUNTRIES[:3]:
            figures[en, FIRST] = draw(PRINTED)
        figures["India", last] = draw(PRINTED)
        found.append(figures)
    return found


def printed_as_of(number):
    """Every cell that edition `number` says, by country and period."""
    edition = Edition.objects.get(dataset__slug=EVENTS, number=number)
    names = dict(edition.dataset.dimensions.get(slug="citizenship").members.values_list("pk", "label_en"))
    held = Cell.objects.filter(dataset__slug=EVENTS, since__lte=number, until__gt=number)
    return {
        (names[cell.a1], cell.period): None if cell.status == Status.SUPPRESSED else cell.value
        for cell in held
    }


def nonzero(figures):
    return {(en, at.code): number for (en, at), number in figures.items() if number != 0}


def different(drawn):
    """The editions without those that repeat the one before."""
    return [e for i, e in enumerate(drawn) if not i or drawn[i - 1] != e]


@settings(max_examples=8, deadline=None, phases=QUICK)
@given(editions())
def test_each_edition_says_what_it_printed_whatever_came_later(drawn):
    with undone():
        numbers = [import_odp(figures).edition for figures in drawn]
        for number, figures in zip(numbers, drawn, strict=True):
            assert printed_as_of(number) == nonzero(figures)
        assert max(numbers) == len(different(drawn))


@settings(max_examples=8, deadline=None, phases=QUICK)
@given(editions(st.integers(2, 4)))
def test_a_refused_edition_leaves_the_rows_as_they_were(drawn):
    with undone():
        for figures in drawn[:-1]:
            import_odp(figures)
        before = rows_of(EVENTS)
        outcome = import_odp(drawn[-1], accept=False)
        if outcome.status is Ended.WAITING:
            refuse_edition(Edition.objects.get(dataset__slug=EVENTS, number=outcome.edition))
        assert rows_of(EVENTS) == before


@settings(max_examples=8, deadline=None, phases=QUICK)
@given(editions(st.integers(2, 4)))
def test_taking_editions_back_one_by_one_goes_the_whole_way_back(drawn):
    with undone():
        states = []
        for figures in different(drawn):
            states.append((Edition.objects.count(), rows_of(EVENTS)))
            import_odp(figures)
        for count, before in reversed(states):
            edition = Dataset.objects.get(slug=EVENTS).in_force
            take_back(edition)
            refuse_edition(edition)
            after = rows_of(EVENTS)
            if count:
                assert after == before
        assert after["cells"] == after["series"] == []
        assert Dataset.objects.get(slug=EVENTS).in_force is None


@settings(max_examples=8, deadline=None, phases=QUICK)
@given(editions(st.integers(1, 3)))
def test_a_cell_has_one_value_at_a_time_and_only_changes_are_written(drawn):
    with undone():
        for figures in drawn:
            import_odp(figures)
        history = {}
        for cell in Cell.objects.filter(dataset__slug=EVENTS).order_by("since"):
            history.setdefault((cell.series_id, cell.period), []).append(cell)
        for cells in history.values():
            for earlier, later in pairwise(cells):
                assert earlier.until <= later.since
                if earlier.until == later.since:
                    assert (earlier.value, earlier.status) != (later.value, later.status)
            assert cells[-1].until <= OPEN


@st.composite
def long_editions(draw):
    """Figures over three years, which a workbook's header needs: most of them zeros."""
    months = tuple(span(month(2022, 1), month(2024, draw(st.integers(1, 3)))))
    cells = st.tuples(st.sampled_from([en for en, _ in COUNTRIES]), st.sampled_from(months))
    ends = {(en, at): draw(PRINTED) for en, _ in COUNTRIES[:3] for at in (months[0], months[-1])}
    return draw(st.dictionaries(cells, CELLS, max_size=12)) | ends


@settings(max_examples=6, deadline=None, phases=QUICK)
@given(long_editions())
def test_text_and_workbook_of_one_edition_come_to_the_same_in_either_order(figures):
    ways = []
    for steps in ((import_odp, import_workbook), (import_workbook, import_odp)):
        with undone():
            first, second = (step(figures) for step in steps)
            assert (first.status, first.edition) == (Ended.IN_FORCE, 1)
            assert (second.status, second.edition, second.completed) == (Ended.IN_FORCE, 1, True)
            assert (second.cells.revised, second.cells.removed) == (0, 0)
            (edition,) = Edition.objects.all()
            ways.append((meaning_of(EVENTS), edition.coverage))
    assert ways[0] == ways[1]


@settings(max_examples=5, deadline=None, phases=QUICK)
@given(editions(st.integers(1, 2)))
def test_the_same_file_twice_is_nothing_new(drawn):
    with undone():
        for figures in drawn:
            import_odp(figures)
        before = rows_of(EVENTS)
        again = import_odp(drawn[-1])
        assert again.status is Ended.NOTHING_NEW
        assert again.cells.new == again.cells.revised == again.cells.removed == 0
        assert rows_of(EVENTS) == before
