"""Roll-ups say what the cells say, whatever editions came and went."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from stats.ingest import rollups
from stats.models import Dataset, Member, Rollup
from stats.periods import month, span
from stats.queries import tallies
from stats.queries.asking import ask
from stats.questions import parse
from tests.stats.factories import imported, undone

pytestmark = pytest.mark.django_db

MONTHS = tuple(span(month(2023, 1), month(2024, 3)))
PROVINCES = (("Ontario", "Ontario"), ("Quebec", "Québec"), ("Yukon", "Yukon"))
OCCUPATIONS = (("2174 - Programmers", "2174 - Programmeurs"), ("6322 - Cooks", "6322 - Cuisiniers"))
KEYS = [(p, o, at) for p in PROVINCES for o in OCCUPATIONS for at in MONTHS]
QUESTIONS = (
    {"kind": "figure", "period": {"year": 2023}},
    {"kind": "ranking", "over": "occupation", "period": {"year": 2023}},
    {"kind": "table", "over": "province", "period": {"last": 6, "of": "month"}},
    {"kind": "series", "where": {"province": "ON"}, "period": {"from": "2023-01"}},
    {"kind": "figure", "where": {"occupation": ["2174", "6322"]}, "period": {"quarter": "2023-Q2"}},
)
FIGURES = st.dictionaries(st.sampled_from(KEYS), st.sampled_from([None, 5, 10, 85]), min_size=1)
HEADER = (
    "EN_YEAR\tEN_QUARTER\tEN_MONTH\tFR_ANNEÉ\tFR_TRIMESTRE\tFR_MOIS\t"
    "EN_PROVINCE_TERRITORY\tFR_PROVINCE_TERRITOIRE\tEN_OCCUPATION\tFR_PROFESSION\tTOTAL"
)
EN = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
FR = ["janv.", "fév.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]


def file_of(figures):
    """An ODP text with these figures, and with a cell in every month so that all are covered."""
    whole = {(PROVINCES[0], OCCUPATIONS[0], at): 5 for at in MONTHS}
    whole |= {(PROVINCES[1], OCCUPATIONS[1], MONTHS[0]): 10} | figures
    lines = [HEADER]
    for (province, occupation, at), number in whole.items():
        quarter = (at.n + 2) // 3
        english, french = (f"Q{quarter}", EN[at.n - 1]), (f"T{quarter}", FR[at.n - 1])
        total = "--" if number is None else str(number)
        lines.append(
            "\t".join([str(at.year), *english, str(at.year), *french, *province, *occupation, total])
        )
    return "\r\n".join([*lines, ""]).encode()


def answers(**more):
    return [
        ask(parse({"dataset": "imp-province-noc"} | q | more), undecided=True).as_json() for q in QUESTIONS
    ]


def assert_alike(monkeypatch, **more):
    """The questions are answered by roll-ups, and as the cells themselves answer them."""
    quick = answers(**more)
    with monkeypatch.context() as without:
        without.setattr(tallies, "rolled_up", lambda plan: None)
        assert quick == answers(**more)


@settings(max_examples=5, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(st.lists(FIGURES, min_size=3, max_size=3, unique_by=lambda f: str(sorted(f.items(), key=str))))
def test_roll_ups_answer_as_the_cells_do(editions):
    with undone(), pytest.MonkeyPatch.context() as monkeypatch:
        for number, figures in enumerate(editions, start=1):
            imported("imp-province-noc", ("permits.csv", file_of(figures)), accept=number < 3)
        dataset = Dataset.objects.get(slug="imp-province-noc")
        for edition in dataset.editions.kept():
            assert_alike(monkeypatch, as_of=edition.number)
        kept = contents()
        rollups.rebuild(dataset)
        assert contents() == kept


def contents():
    fields = ("axis", "member", "period", "printed", "rounded", "least", "hidden", "blank", "since", "until")
    return sorted(Rollup.objects.values_list(*fields))


def test_what_cancels_out_leaves_no_row():
    cooks, programmers = OCCUPATIONS[1], OCCUPATIONS[0]
    at = MONTHS[3]
    before = {(PROVINCES[2], cooks, at): 10, (PROVINCES[2], programmers, at): 85}
    after = {(PROVINCES[2], cooks, at): 85, (PROVINCES[2], programmers, at): 10}
    for figures in (before, after, {}):
        imported("imp-province-noc", ("permits.csv", file_of(figures)), accept=True)
    yukon = Rollup.objects.filter(axis=0, member=Member.objects.get(code="YT").pk, period=at.code)
    assert list(yukon.values_list("printed", "rounded", "since", "until")) == [(95, 2, 1, 3)]
    assert set(Rollup.objects.filter(since=2).values_list("axis", flat=True)) == {1}


def test_django_may_log_statements_while_an_edition_comes(settings):
    settings.DEBUG = True
    with CaptureQueriesContext(connection) as seen:
        imported("imp-province-noc", ("permits.csv", file_of({})), accept=True)
    assert any("stats_rollup" in query["sql"] for query in seen)
    assert Rollup.objects.exists()
