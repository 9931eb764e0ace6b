"""The comparison page: kinds, totals, movers, heat map, filters, paging and files, for any two editions."""

from __future__ import annotations

import csv
import io

import pytest
from python_calamine import CalamineWorkbook

from stats.ingest.decide import refuse_edition
from stats.models import Edition
from stats.periods import month, span
from tests.stats.admin.conftest import address_of_changes
from tests.stats.factories import COUNTRIES, EVENTS, figures_of, import_odp

FIRST = {"India": [100, 105, 110], "France": [40, 45, 50], "Brazil": [5, 10, 5]}
SECOND = FIRST | {"India": [100, 105, 120, 130], "France": [40, None, 50, 55]}


@pytest.fixture
def second(db, data_dir):
    import_odp(figures_of(FIRST))
    import_odp(figures_of(SECOND), accept=False)
    return Edition.objects.get(dataset__slug=EVENTS, number=2)


def test_a_waiting_edition_is_compared_with_the_one_in_force(reader, second):
    response = reader.get(address_of_changes(second))
    page = response.content.decode()
    assert [change.kind for change in response.context["kinds"]] == ["suppression", "revision", "new_periods"]
    assert "1 of 9 cells moved in March 2024, up: 1, down: 0, by 9.1% in the median." in page
    newest, whole = response.context["totals"]
    assert (newest.what, newest.before, newest.after, newest.delta) == ("March 2024", "165", "175", "+10")
    assert (whole.before, whole.after) == ("470", "435")
    (mover,) = response.context["by_number"]
    assert (mover.names, mover.moved, mover.percent) == (("India",), "10", "3.2%")
    assert mover.old_path != mover.new_path
    assert [square.percent if square else None for square in response.context["heat"].lines[0][1][:4]] == [
        "0%",
        "33%",
        "33%",
        None,
    ]
    assert [row.names[0] for row in response.context["rows"]] == ["India", "India", "France", "France"]


def test_changed_cells_are_filtered_by_kind_member_period_and_what_happened(reader, second):
    def listed(**query):
        rows = reader.get(address_of_changes(second), query).context["rows"]
        return [(row.names[0], row.period) for row in rows]

    india = next(m.pk for m in second.dataset.dimensions.get().members.all() if m.label_en == "India")
    assert listed(kind="revision") == [("India", "March 2024")]
    assert listed(what="suppression") == [("France", "February 2024")]
    assert listed(citizenship=india) == [("India", "March 2024"), ("India", "April 2024")]
    assert listed(period="2024-04", what="new") == [("India", "April 2024"), ("France", "April 2024")]
    assert listed(period="2024-Q1", what="new") == []
    assert len(listed(period="2024")) == 4


def test_a_period_that_is_none_is_said_beside_its_field(reader, second):
    response = reader.get(address_of_changes(second), {"period": "last week"})
    assert "last week is not a period" in response.content.decode()
    assert response.context["count"] == 4


def test_any_two_editions_are_compared_and_others_are_not_found(reader, second):
    first = Edition.objects.get(dataset__slug=EVENTS, number=1)
    back = reader.get(address_of_changes(first), {"against": 2})
    assert {change.kind for change in back.context["kinds"]} == {"periods_gone", "suppression", "revision"}
    assert "all of it is new" in reader.get(address_of_changes(first)).content.decode()
    for against in ("7", "x"):
        assert reader.get(address_of_changes(second), {"against": against}).status_code == 404
    refuse_edition(second)
    assert reader.get(address_of_changes(second)).status_code == 404


def test_the_difference_is_downloaded_as_csv_and_xlsx(reader, second):
    text = b"".join(reader.get(address_of_changes(second) + "csv/").streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [
        (r["citizenship_fr"], r["period"], r["what"], r["before"], r["after"], r["after_status"])
        for r in rows
    ] == [
        ("France", "2024-02", "suppression", "45", "", "suppressed"),
        ("France", "2024-04", "new", "", "55", "normal"),
        ("Inde", "2024-03", "revised", "110", "120", "normal"),
        ("Inde", "2024-04", "new", "", "130", "normal"),
    ]
    book = reader.get(address_of_changes(second) + "xlsx/")
    assert 'filename="imp-citizenship-1-2.xlsx"' in book["Content-Disposition"]
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(book.content)).get_sheet_by_index(0).to_python()
    assert sheet[0] == list(rows[0])
    assert [line[6] for line in sheet[1:]] == [45.0, "", 110.0, ""]
    assert reader.get(address_of_changes(second) + "pdf/").status_code == 404


def test_who_may_not_look_at_editions_is_turned_away(client, second):
    assert client.get(address_of_changes(second)).status_code == 302


def test_ten_thousand_changed_cells_cost_as_many_queries_as_four(
    reader, second, django_assert_max_num_queries
):
    months = tuple(span(month(2000, 1), month(2024, 12)))
    names = [(f"Land {n}", f"Pays {n}") for n in range(36)]
    figures = {(en, at): 40 + 5 * i for i, (en, _) in enumerate(names) for at in months}
    slug = "tfwp-citizenship"
    import_odp(figures, slug=slug, countries=[*COUNTRIES, *names])
    import_odp({key: n * 2 for key, n in figures.items()}, slug=slug, countries=[*COUNTRIES, *names])
    newest = Edition.objects.get(dataset__slug=slug, number=2)
    with django_assert_max_num_queries(24):
        response = reader.get(address_of_changes(newest), {"page": 3})
    assert response.context["count"] == 36 * len(months) > 10_000
    assert [change.kind for change in response.context["kinds"]] == ["restatement", "unannounced"]
    assert response.context["shown"].number == 3
    assert len(response.context["rows"]) == 25


def test_the_pages_of_an_edition_and_of_a_decision_name_the_kinds_and_link_here(desk, second):
    for page in ("change", "accept"):
        shown = desk.get(f"/admin/stats/edition/{second.pk}/{page}/").content.decode()
        assert "Revised figures here and there." in shown
        assert address_of_changes(second) in shown


def test_the_page_speaks_french(reader, second):
    shown = reader.get(address_of_changes(second), headers={"accept-language": "fr"}).content.decode()
    assert "Cellules changées en mars 2024\u00a0: 1 sur 9" in shown
    assert "Comparée à l’édition 1." in shown
