"""Asking the database: as brute force over the printed figures would answer, in few queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from stats.periods import Period, month, span
from stats.plan import plan
from stats.queries.asking import ask, ask_many
from stats.queries.codebooks import codebook
from stats.queries.tallies import fetch
from stats.questions import QuestionError, parse
from stats.values import Status
from tests.stats.factories import COUNTRIES, EVENTS, PERSONS, figures_of, import_odp, import_workbook, undone

pytestmark = pytest.mark.django_db
MONTHS = tuple(span(month(2023, 1), month(2024, 4)))
SMALL = figures_of({"India": [5, None, 10], "France": [10, 0, 5], "Brazil": [15, 5, 5]})
CELLS = st.sampled_from([0, 5, 10, 1085, None])


@st.composite
def tables(draw):
    cells = st.tuples(st.sampled_from([en for en, _ in COUNTRIES]), st.sampled_from(MONTHS))
    found = draw(st.dictionaries(cells, CELLS, max_size=25))
    ends = {(en, at): 5 for en, _ in COUNTRIES for at in (MONTHS[0], MONTHS[-1])}
    return found | ends


def brute(figures, countries, months):
    chosen = [n for (en, at), n in figures.items() if en in countries and at in months]
    return sum(n or 0 for n in chosen), sum(n is None for n in chosen)


def known(figure):
    """The number and how many hidden cells there are; a stated figure that is hidden is one itself."""
    stated_hidden = figure.made.origin == "stated" and figure.value.status is Status.SUPPRESSED
    return figure.value.number or 0, 1 if stated_hidden else figure.made.hidden


@settings(max_examples=6, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(tables())
def test_answers_are_what_brute_force_makes_of_the_printed_figures(figures):
    with undone():
        import_odp(figures)
        for period in ("2023", "2023-Q2", "2024-03"):
            months = Period.parse(period).months
            for countries in ({"India"}, {"India", "Chad"}):
                question = {"dataset": EVENTS, "where": {"citizenship": sorted(countries)}, "period": period}
                figure = ask(parse(question)).figure
                assert known(figure) == brute(figures, countries, months)
            answer = ask(
                parse({"dataset": EVENTS, "kind": "ranking", "over": "citizenship", "period": period})
            )
            for row in answer.rows:
                assert known(row.figure) == brute(figures, {row.member.label.en}, months)


def test_an_answer_takes_few_queries_however_much_it_shows():
    import_odp(SMALL)
    questions = [
        {"period": "2024-01"},
        {"period": "2024-01", "kind": "ranking", "over": "citizenship"},
        {"period": {"last": 3, "of": "month"}, "kind": "table", "over": "citizenship"},
    ]
    for question in questions:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            ask(parse({"dataset": EVENTS} | question))
        assert len(seen) <= 6


def test_thirty_questions_held_to_stated_totals_take_as_few_queries():
    figures = figures_of({"India": [5] * 26, "France": [10] * 26}, first=month(2022, 1))
    import_workbook(figures, countries=COUNTRIES[:2])
    asked = [
        {"kind": "ranking", "over": "citizenship", "period": {"month": f"2023-{n:02}"}} for n in range(1, 11)
    ] + [
        {"measure": measure, "where": {"citizenship": "India"}, "period": {"month": f"2023-{n:02}"}}
        for n in range(1, 11)
        for measure in ("value", "contribution")
    ]
    with CaptureQueriesContext(connection) as seen:
        answers = ask_many([parse({"dataset": EVENTS} | question) for question in asked])
    assert len(seen) <= 6
    hard = answers[0].rows[0].figure.value.hard
    assert (hard.low, hard.high) == (8, 12)


def test_thirty_questions_take_no_more_queries_than_one():
    import_odp(SMALL)
    asked = [
        parse({"dataset": EVENTS, "period": f"2024-{n % 3 + 1:02}", "where": {"citizenship": en}})
        for n, (en, _) in enumerate(COUNTRIES[:3] * 10)
    ]
    with CaptureQueriesContext(connection) as seen:
        answers = ask_many(asked)
    assert len(seen) <= 6
    for question, answer in zip(asked, answers, strict=True):
        assert answer.figure == ask(question).figure


def test_an_error_stands_in_the_place_of_its_question():
    import_odp(SMALL)
    good = parse({"dataset": EVENTS, "period": "2024-01"})
    bad = parse({"dataset": EVENTS, "period": 1999})
    nowhere = parse({"dataset": "nothing", "period": 1999})
    answers = ask_many([bad, good, nowhere, good])
    assert [isinstance(answer, QuestionError) for answer in answers] == [True, False, True, False]
    assert [error.path for error in (answers[0], answers[2])] == ["period", "dataset"]


def test_two_datasets_are_asked_together_and_keep_apart():
    import_odp(SMALL)
    import_odp(SMALL | {("India", month(2024, 1)): 500}, slug=PERSONS)
    where = {"where": {"citizenship": "India"}, "period": "2024-01"}
    one, other = ask_many([parse({"dataset": slug} | where) for slug in (EVENTS, PERSONS)])
    assert (one.figure.value.number, other.figure.value.number) == (5, 500)


def test_an_edition_keeps_its_members_and_its_coverage():
    import_odp(SMALL)
    import_odp(SMALL | {("Chad", month(2024, 4)): 5, ("India", month(2024, 4)): 5})
    with pytest.raises(QuestionError, match="'Chad' is not a member"):
        ask(parse({"dataset": EVENTS, "period": "2024-01", "where": {"citizenship": "Chad"}, "as_of": 1}))
    with pytest.raises(QuestionError, match="2024-04 is not in edition 1"):
        ask(parse({"dataset": EVENTS, "period": "2024-04", "as_of": 1}))
    now = ask(parse({"dataset": EVENTS, "period": "2024-04", "where": {"citizenship": "Chad"}}))
    assert (now.figure.value.number, now.about.edition.number) == (5, 2)


def test_stated_years_answer_where_months_may_not_be_added():
    figures = figures_of({"India": [5] * 26, "France": [10] * 26}, first=month(2022, 1))
    import_workbook(figures, slug=PERSONS, countries=COUNTRIES[:2])
    answer = ask(parse({"dataset": PERSONS, "period": 2022}))
    assert (answer.figure.value.number, answer.figure.made.origin) == (180, "stated")
    begun = ask(parse({"dataset": PERSONS, "period": 2024}))
    assert (begun.figure.value.number, str(begun.period.answered)) == (30, "2024-to-02")


def test_names_in_either_language_codes_and_aliases_mean_the_same():
    import_odp(SMALL)
    found = [
        ask(parse({"dataset": EVENTS, "period": "2024-01", "where": {"citizenship": name}})).figure
        for name in ("Brazil", "brésil", "BRESIL", "brazil")
    ]
    assert all(figure == found[0] for figure in found)


def test_the_source_names_the_files_and_the_portal():
    import_odp(SMALL)
    source = ask(parse({"dataset": EVENTS, "period": "2024-01"})).about.source
    assert source.files == ("figures.csv",)
    assert source.url.startswith("https://open.canada.ca/")


@pytest.mark.django_db
def test_an_edition_that_waits_is_answered_from_only_for_the_newsroom():
    january = month(2024, 1)
    import_odp({("India", january): 10}, accept=True)
    import_odp({("India", january): 15}, accept=False)
    asked = parse({"dataset": EVENTS, "where": {"citizenship": "India"}, "period": "2024-01", "as_of": 2})
    with pytest.raises(QuestionError, match="2 is not an edition") as refused:
        ask(asked)
    assert refused.value.accepted == ["1"]
    assert ask(asked, undecided=True).figure.value.number == 15


def test_hundreds_of_plans_are_fetched_together():
    """More than a database unites in one query."""
    import_odp(SMALL)
    question = parse({"dataset": EVENTS, "period": "2024-01", "where": {"citizenship": "India"}})
    planned = plan(question, codebook(EVENTS))
    with CaptureQueriesContext(connection) as seen:
        found = fetch([planned] * 900)
    assert len(found) == 900
    assert {tally.printed for tallies in found for tally in tallies.values()} == {5}
    assert len(seen) == 3


def test_a_question_that_is_asked_hundreds_of_times_is_fetched_once():
    import_odp(SMALL)
    question = parse({"dataset": EVENTS, "period": "2024-01", "where": {"citizenship": "India"}})
    with CaptureQueriesContext(connection) as seen:
        answers = ask_many([question] * 900)
    assert {answer.figure.value.number for answer in answers} == {5}
    assert len(seen) <= 6
