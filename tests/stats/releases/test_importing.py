"""IRCC's own files, through the whole recipe: what each becomes, and what may be asked of it then."""

import json
import time
from io import StringIO

import pytest
from django.core.management import call_command

from stats.ingest.decide import accept
from stats.ingest.mapping import Answer, decide
from stats.models import Cell, Dataset, Edition, Mapped, Member, Series, SourceFile
from stats.queries.asking import ask
from stats.questions import parse
from tests.stats.factories import meaning_of, undone

pytestmark = [pytest.mark.releases, pytest.mark.django_db]


@pytest.fixture
def take(releases, data_dir):
    """Import the file of a table and edition with the command; the outcome, with its exit code."""

    def run(table, edition, suffix="", *, slug=None):
        (path,) = (releases / table / edition).glob(f"*{suffix}")
        out = StringIO()
        code = 0
        try:
            call_command("import_release", slug or table, str(path), "--accept", "--json", stdout=out)
        except SystemExit as end:
            code = end.code
        outcome = json.loads(out.getvalue()) | {"exit": code}
        return outcome | _accepted_as_new(outcome)

    return run


def _accepted_as_new(outcome):
    """An edition that asks what labels are is accepted with all of them as new members."""
    if outcome["status"] != "waiting":
        return {}
    edition = Edition.objects.get(dataset__slug=outcome["dataset"], number=outcome["edition"])
    decide(edition, [Answer(one, Mapped.NEW) for one in edition.unmatched.undecided()])
    accept(edition)
    return {"status": "in_force"}


def figure(dataset, period, **where):
    return ask(parse({"dataset": dataset, "period": period, "where": where})).figure


TABLES = [
    ("asylum-office", "2024-07"),
    ("asylum-office", "2025-07"),
    ("ee-candidates-destination", "2024-07"),
    ("hc-citizenship", "2025-07"),
    ("imp-citizenship", "2024-06"),
    ("imp-program-year-end", "2024"),
    ("pr-province-category", "2024-06"),
    ("pr-province-category", "2024-07"),
    ("pr-province-category", "2025-07"),
    ("study-citizenship", "2024-06"),
    ("study-citizenship", "2025-01"),
    ("study-citizenship", "2025-07"),
    ("tfw-program-year-end", "2024"),
    ("tfwp-citizenship", "2024-06"),
    ("pr-citizenship", "2024-07"),
]


def test_every_release_becomes_an_edition_in_the_order_of_time(take):
    """All but the two large ones, which have tests of their own, and the damaged one."""
    numbers = {}
    for table, edition in TABLES:
        outcome = take(table, edition)
        numbers[table] = numbers.get(table, 0) + 1
        assert (outcome["exit"], outcome["status"]) == (0, "in_force"), outcome["findings"]
        assert (outcome["dataset"], outcome["edition"]) == (table, numbers[table])
        assert outcome["cells"]["new"] > 0
    assert Dataset.objects.in_force().count() == len(numbers)
    for series in Series.objects.filter(leaf=False).select_related("dataset")[:5]:
        assert Cell.objects.filter(series=series, leaf=True).count() == 0


def test_the_large_table_of_admissions_is_an_edition(take):
    assert take("pr-province-noc", "2022-09")["status"] == "in_force"


def test_the_damaged_workbook_is_refused_and_leaves_nothing_behind(take, releases):
    models = (Cell, Series, Edition, SourceFile)
    for table in sorted({table for table, _ in TABLES}):
        with undone():
            (path,) = (p for p in (releases / "damaged").rglob("*") if p.is_file())
            before = {model: model.objects.count() for model in models}
            out = StringIO()
            with pytest.raises(SystemExit) as ended:
                call_command("import_release", table, str(path), "--accept", "--json", stdout=out)
            assert ended.value.code == 1
            outcome = json.loads(out.getvalue())
            assert outcome["status"] == "refused"
            assert outcome["findings"][0]["where"]["row"] or outcome["findings"][0]["message"]
            assert {model: model.objects.count() for model in models} == before


OCCUPATIONS_2021 = {
    "Ontario": [("2174", 2870), ("2171", 2280), ("2173", 2080), ("3111", 1425), ("4011", 1410)],
    "British Columbia": [("2173", 1420), ("5135", 875), ("5241", 750), ("4011", 690), ("2171", 360)],
    "Quebec": [("5241", 1945), ("4011", 1260), ("2171", 1150), ("2174", 1000), ("1123", 595)],
    "Alberta": [("4011", 535), ("6311", 345), ("4012", 255), ("6322", 255), ("7511", 150)],
    "Manitoba": [("9462", 355), ("7511", 300), ("5251", 130), ("6322", 110), ("8252", 90)],
}
PERMITS_2021 = {
    "Ontario": (145_560, 145_822, 152_708),
    "British Columbia": (63_710, 64_400, 70_378),
    "Quebec": (53_960, None, None),
    "Alberta": (22_790, None, None),
    "Manitoba": (12_525, None, None),
}


def test_occupations_in_2021_are_those_of_the_published_table(take):
    start = time.monotonic()
    outcome = take("imp-province-noc", "2024-07")
    assert time.monotonic() - start < 60
    assert outcome["status"] == "in_force"
    assert outcome["cells"]["new"] == 456_713 + 93_447
    for province, expected in OCCUPATIONS_2021.items():
        answer = ask(
            parse(
                {
                    "dataset": "imp-province-noc",
                    "kind": "ranking",
                    "over": "occupation",
                    "where": {"province": province},
                    "period": {"year": 2021},
                    "exclude": ["Other occupations", "Occupation not stated"],
                    "top": 5,
                }
            )
        )
        assert [(row.member.code, row.figure.value.number) for row in answer.rows] == expected
        ranks = [1, 2, 3, 3, 5] if province == "Alberta" else [1, 2, 3, 4, 5]
        assert [row.rank for row in answer.rows] == ranks
        assert [row.tied for row in answer.rows] == [rank == 3 and ranks.count(3) == 2 for rank in ranks]
        told_apart = [row.distinguishable for row in answer.rows[:4]]
        if province == "Ontario":
            assert told_apart == [True, True, True, False]
        if province == "Alberta":
            assert told_apart[2] is False
        if province == "Manitoba":
            assert told_apart[2:] == [False, False]
        assert {row.member.label.en for row in answer.left_out} == {
            "Other occupations",
            "Occupation not stated",
        }
    for province, (number, low, high) in PERMITS_2021.items():
        found = figure("imp-province-noc", {"year": 2021}, province=province)
        assert found.value.number == number
        if low:
            assert (found.value.hard.low, found.value.hard.high) == (low, high)
        if province == "Ontario":
            assert found.made.hidden == 1392
    canada = figure("imp-province-noc", {"year": 2021})
    assert (canada.value.number, canada.value.hard.low, canada.value.hard.high) == (327_395, 332_263, 370_431)
    ranking = {
        "dataset": "imp-province-noc",
        "kind": "ranking",
        "over": "occupation",
        "period": {"year": 2021},
    }
    first = ask(parse(ranking | {"where": {"province": "ON"}, "exclude": {}})).rows[0]
    assert first.member.label.en == "Other occupations"


def test_permits_in_2021_are_three_different_figures(take):
    for table, edition in (("imp-citizenship", "2024-06"), ("imp-program-year-end", "2024")):
        take(table, edition)
    assert figure("imp-citizenship", {"year": 2021}).value.number == 341_900
    assert figure("imp-program-year-end", {"year": 2021}).value.number == 430_015
    about = [
        ask(parse({"dataset": slug, "period": {"year": 2021}})).about.counts.en
        for slug in ("imp-citizenship", "imp-program-year-end")
    ]
    assert about[0] != about[1]


def test_text_and_workbook_of_admissions_are_one_edition_in_either_order(take):
    ends = []
    for first, second in ((".csv", ".xlsx"), (".xlsx", ".csv")):
        with undone():
            assert take("pr-citizenship", "2024-06", first)["status"] == "in_force"
            held = Cell.objects.filter(
                dataset__slug="pr-citizenship", leaf=True, period__gte=3_000_000, period__lt=4_000_000
            )
            if first == ".csv":
                assert held.filter(status=0).count() == 15_918
                assert held.filter(status=1).count() == 3_117
            outcome = take("pr-citizenship", "2024-06", second)
            assert (outcome["edition"], outcome["completed"]) == (1, True)
            assert (outcome["cells"]["revised"], outcome["cells"]["removed"]) == (0, 0)
            assert (held.filter(status=0).count(), held.filter(status=1).count()) == (15_918, 3_117)
            again = take("pr-citizenship", "2024-06", first)
            assert (again["status"], again["edition"]) == ("nothing_new", 1)
            coverage = Edition.objects.get().coverage
            ends.append((meaning_of("pr-citizenship"), coverage))
    assert ends[0][1] == ends[1][1]
    for part in ends[0][0]:
        assert ends[0][0][part] == ends[1][0][part], part


def test_the_stated_year_of_students_is_not_the_sum_of_its_months(take):
    take("study-citizenship", "2025-07")
    found = figure("study-citizenship", {"year": 2023})
    assert (found.value.number, found.made.origin.value) == (680_965, "stated")


def test_months_of_students_are_not_added_up_where_no_year_is_stated(take):
    take("study-citizenship", "2024-06")
    with pytest.raises(ValueError, match=r"study-citizenship"):
        figure("study-citizenship", {"year": 2023}, citizenship="India")


def test_revisions_of_admissions_from_one_edition_to_the_next_but_one(take):
    """417 of 42,294 monthly cells moved between June 2024 and July 2025, and four rows were added."""
    take("pr-province-category", "2024-06")
    series = Series.objects.count()
    outcome = take("pr-province-category", "2025-07")
    assert outcome["cells"]["revised"] == 417
    assert outcome["cells"]["unchanged"] == 42_294 - 417
    assert Series.objects.count() - series == 4


def test_revisions_of_admissions_step_by_step(take):
    take("pr-province-category", "2024-06")
    assert take("pr-province-category", "2024-07")["cells"]["revised"] == 215


def test_revisions_of_students(take):
    """424 cells of the 220 rows by 121 months that both editions print."""
    take("study-citizenship", "2025-01")
    outcome = take("study-citizenship", "2025-07")
    assert outcome["cells"]["revised"] == 424
    assert outcome["cells"]["revised"] + outcome["cells"]["unchanged"] == 220 * 121


def test_a_country_that_was_renamed_waits_for_the_desk_as_a_new_member(take):
    take("study-citizenship", "2024-06")
    outcome = take("study-citizenship", "2025-01")
    assert (
        any("Solomon" in finding["message"] for finding in outcome["findings"])
        or Member.objects.filter(label_en__contains="Solomon").exists()
    )
