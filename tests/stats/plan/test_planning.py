"""Plans held against brute force: stated where stated, sums of leaves otherwise, refusals with a way out."""

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stats.codebook import TOTAL
from stats.periods import Period, month, span, year
from stats.questions import QuestionError
from tests.stats.cubes import CATEGORY, LEAVES, PROVINCE, Cube

MONTHS = tuple(span(month(2023, 1), month(2024, 4)))
CELLS = st.sampled_from([0, 5, 10, 1085, None])
leaf_cells = st.dictionaries(st.tuples(st.sampled_from(LEAVES), st.sampled_from(MONTHS)), CELLS, max_size=30)
provinces = st.lists(st.sampled_from([m.code for m in PROVINCE.members]), min_size=1, max_size=3, unique=True)
categories = st.lists(
    st.sampled_from([m.code for m in CATEGORY.members]), min_size=1, max_size=2, unique=True
)


def leaves_of(dimension, codes):
    return {leaf.code for code in codes for leaf in dimension.leaves_under(dimension.by_code[code])}


def overlap(codes):
    return any(a.startswith(f"{b}/") or b.startswith(f"{a}/") for a, b in combinations(codes, 2))


def total_of(cells, provinces, categories, periods):
    """The sum of printed leaf cells, and how many of them are hidden."""
    chosen = [
        number
        for ((p, c), at), number in cells.items()
        if p in leaves_of(PROVINCE, provinces) and c in leaves_of(CATEGORY, categories) and at in periods
    ]
    return sum(n or 0 for n in chosen), sum(n is None for n in chosen)


@given(
    leaf_cells, st.none() | provinces, st.none() | categories, st.sampled_from(["2023", "2023-02", "2023-Q2"])
)
def test_a_figure_adds_exactly_the_leaves_it_is_about(cells, chosen, sorts, period):
    where = {k: v for k, v in (("province", chosen), ("category", sorts)) if v}
    cube = Cube(cells, MONTHS)
    if sorts and overlap(sorts):
        with pytest.raises(QuestionError, match="part of"):
            cube.ask(where=where, period=period)
        return
    figure = cube.ask(where=where, period=period).figure
    number, hidden = total_of(cells, chosen or [TOTAL], sorts or [TOTAL], Period.parse(period).months)
    assert (figure.value.number or 0) == number
    assert figure.made.hidden == (hidden if figure.made.origin == "sum" else figure.made.hidden)
    assert figure.value.hard.low >= number - 2 * len(cells)


def stated(cells):
    """The same cells with totals of everything, each one too large by 1000 so that it cannot be a sum."""
    found = dict(cells)
    for (p, c), at in product(
        product(
            [m.code for m in (*PROVINCE.members, PROVINCE.total)],
            [m.code for m in (*CATEGORY.members, CATEGORY.total)],
        ),
        MONTHS,
    ):
        if (p, c) not in LEAVES:
            found[(p, c), at] = 1000 + total_of(cells, [p], [c], [at])[0]
    return found


EVERYTHING = frozenset("".join(p) for p in product("MT", "MGT"))


@given(leaf_cells, st.sampled_from(sorted(PROVINCE.by_code)), st.sampled_from(sorted(CATEGORY.by_code)))
def test_what_is_stated_is_the_answer_and_not_a_sum(cells, province, category):
    cube = Cube(stated(cells), MONTHS, EVERYTHING)
    figure = cube.ask(where={"province": province, "category": category}, period="2023-02").figure
    number, _ = total_of(cells, [province], [category], [month(2023, 2)])
    assert figure.made.origin == "stated"
    assert (figure.value.number or 0) == number + (0 if (province, category) in LEAVES else 1000)


@given(leaf_cells, st.sampled_from(["province", "category"]))
def test_a_ranking_lists_each_outermost_member_with_its_own_leaves(cells, over):
    answer = Cube(cells, MONTHS).ask(kind="ranking", over=over, period="2023", exclude=[])
    dimension = {"province": PROVINCE, "category": CATEGORY}[over]
    assert {row.member.code for row in answer.rows} == {m.code for m in dimension.children[None]}
    for row in answer.rows:
        chosen = ([row.member.code], [TOTAL]) if over == "province" else ([TOTAL], [row.member.code])
        assert (row.figure.value.number or 0) == total_of(cells, *chosen, year(2023).months)[0]


@given(leaf_cells)
def test_a_table_by_members_adds_up_to_its_rows(cells):
    cube = Cube(cells, MONTHS)
    table = cube.ask(kind="table", over="province", by="category", period="2023")
    for row in table.rows:
        whole = cube.ask(where={"province": row.member.code}, period="2023").figure
        assert sum(f.value.number or 0 for f in row.figures) == (whole.value.number or 0)


@given(leaf_cells)
def test_a_series_and_a_table_say_the_same_as_figures(cells):
    cube = Cube(cells, MONTHS)
    series = cube.ask(kind="series", where={"province": "ON"}, period={"last": 3, "of": "month"})
    for column, figure in zip(series.columns, series.rows[0].figures, strict=True):
        assert figure == cube.ask(where={"province": "ON"}, period=str(column.period.asked)).figure


def test_a_group_that_is_chosen_lists_its_parts():
    cube = Cube({(("ON", "eco/fsw"), MONTHS[0]): 10, (("ON", "oth"), MONTHS[0]): 5}, MONTHS)
    answer = cube.ask(kind="ranking", over="category", where={"category": "Economic"}, period="2023-01")
    assert [(row.member.code, row.figure.value.number) for row in answer.rows] == [
        ("eco/fsw", 10),
        ("eco/cg", 0),
    ]


def test_rankings_leave_out_others_and_not_stated_and_report_them():
    cube = Cube({(("NS", "oth"), MONTHS[0]): 500, (("ON", "oth"), MONTHS[0]): 10}, MONTHS)
    answer = cube.ask(kind="ranking", over="province", period="2023-01")
    assert [row.member.code for row in answer.rows] == ["ON", "QC"]
    assert [(left.member.code, left.figure.value.number) for left in answer.left_out] == [("NS", 500)]
    kept = cube.ask(kind="ranking", over="province", period="2023-01", exclude=[])
    assert kept.rows[0].member.code == "NS"
    named = cube.ask(kind="ranking", over="province", period="2023-01", exclude="Ontario (fr)")
    assert {row.member.code for row in named.rows} == {"NS", "QC"}


def test_the_parts_of_a_row_that_is_given_only_as_a_whole_are_missing():
    whole = ("NS", TOTAL)
    cube = Cube(
        {(whole, MONTHS[0]): 40, (("ON", "oth"), MONTHS[0]): 10},
        MONTHS,
        frozenset({"MM", "MT"}),
        undivided=frozenset({whole}),
    )
    assert cube.ask(where={"province": "NS"}, period="2023-01").figure.value.number == 40
    assert (
        cube.ask(where={"province": "NS", "category": "oth"}, period="2023-01").figure.value.status.slug
        == "missing"
    )
    table = cube.ask(kind="table", over="province", by="category", period="2023-01")
    (row,) = (row for row in table.rows if row.member.code == "NS")
    assert {figure.value.status.slug for figure in row.figures} == {"missing"}


PERSONS = {"months_add": False, "members_add": False}


@pytest.mark.parametrize(
    ("question", "path", "said"),
    [
        (
            {"period": 2023, "where": {"province": "ON", "category": "oth"}},
            "period",
            "may not be added up to 2023",
        ),
        (
            {"period": "2023-Q2", "where": {"province": "ON", "category": "oth"}},
            "period",
            "ask for a single month",
        ),
        ({"period": "2023-02", "where": {"province": "ON"}}, "where.category", "name one member"),
        (
            {"period": "2023-02", "where": {"province": ["ON", "QC"], "category": "oth"}},
            "where.province",
            "may not be",
        ),
        (
            {"period": "2023-02", "kind": "ranking", "over": "category", "where": {"province": "ON"}},
            "where.category",
            "may not be",
        ),
        (
            {"period": {"latest": "year"}, "where": {"province": "ON", "category": "oth"}},
            "period",
            "no figures by year",
        ),
    ],
)
def test_persons_counted_once_are_never_added_up(question, path, said):
    with pytest.raises(QuestionError, match=said) as caught:
        Cube({}, MONTHS, **PERSONS).ask(**question)
    assert caught.value.path == path
    assert caught.value.accepted


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ({"period": "2023-01", "where": {"provinces": "ON"}}, "where.provinces"),
        ({"period": "2023-01", "where": {"province": "Ontari"}}, "where.province"),
        ({"period": "2023-01", "kind": "ranking", "over": "provinc"}, "over"),
        ({"period": "2023-01", "kind": "table", "over": "province", "by": "categry"}, "by"),
        (
            {"period": "2023-01", "kind": "ranking", "over": "province", "exclude": "Onatrio"},
            "exclude.province",
        ),
        (
            {"period": "2023-01", "kind": "ranking", "over": "province", "exclude": {"category": "oth"}},
            "exclude.category",
        ),
        ({"period": "2023-01", "where": {"category": [TOTAL, "oth"]}}, "where.category"),
        ({"period": 2022}, "period"),
        ({"period": "2024-05"}, "period"),
        ({"kind": "series", "period": {"from": "2030-01"}}, "period"),
    ],
)
def test_what_is_not_there_is_refused_with_the_nearest(question, path):
    with pytest.raises(QuestionError) as caught:
        Cube({}, MONTHS).ask(**question)
    assert caught.value.path == path
    if path != "period":
        assert caught.value.accepted


def test_a_year_that_has_only_begun_says_what_it_covers():
    cube = Cube({(("ON", "oth"), month(2024, 3)): 10}, MONTHS)
    answer = cube.ask(period=2024)
    assert answer.period.as_json() == {"asked": "2024", "answered": "2024-to-04", "partial": True}
    assert answer.figure.value.number == 10


def test_a_stated_beginning_answers_for_its_year_even_where_months_may_not_be_added():
    begun = Period.parse("2024-to-04")
    cube = Cube({(("ON", "oth"), begun): 95}, (*MONTHS, begun), **PERSONS)
    answer = cube.ask(period=2024, where={"province": "ON", "category": "oth"})
    assert (answer.figure.value.number, answer.period.answered) == (95, begun)


def test_the_latest_whole_year_is_never_one_that_has_only_begun():
    cube = Cube({}, MONTHS)
    assert cube.ask(period={"latest": "year"}).period.answered == year(2023)
    assert cube.ask(period={"latest": "quarter"}).period.answered == Period.parse("2024-Q1")
    assert cube.ask(period={"latest": "month"}).period.answered == month(2024, 4)


@given(st.integers(1, 30))
def test_the_last_months_are_the_newest_in_order_or_all_there_are(count):
    series = Cube({}, MONTHS).ask(kind="series", period={"last": count, "of": "month"})
    assert tuple(c.period.asked for c in series.columns) == MONTHS[-count:]


def test_a_range_ends_with_the_newest_where_it_names_no_end():
    series = Cube({}, MONTHS).ask(kind="series", period={"from": "2024-01"})
    assert [str(c.period.asked) for c in series.columns] == ["2024-01", "2024-02", "2024-03", "2024-04"]


def rows_of(answer):
    return [(row.member.code, row.depth) for row in answer.rows]


LEVELS = [("eco", 0), ("eco/fsw", 1), ("eco/cg", 1), ("fam", 0), ("fam/sp", 1), ("oth", 0)]


@pytest.mark.parametrize(
    ("more", "rows"),
    [
        ({}, [("eco", 0), ("fam", 0), ("oth", 0)]),
        ({"depth": 2}, LEVELS),
        ({"depth": 9}, LEVELS),
        ({"depth": "all"}, LEVELS),
        ({"depth": "all", "where": {"category": "eco"}}, [("eco/fsw", 0), ("eco/cg", 0)]),
        ({"depth": 2, "where": {"category": ["fam", "eco/cg"]}}, [("fam", 0), ("fam/sp", 1), ("eco/cg", 0)]),
        ({"depth": 2, "where": {"category": ["eco", "eco/cg"]}}, LEVELS[:3]),
        ({"depth": 2, "exclude": ["eco"]}, LEVELS[3:]),
        ({"depth": 2, "top": 2}, LEVELS[:2]),
    ],
)
def test_a_table_lists_parts_below_their_wholes_down_to_its_depth(more, rows):
    cube = Cube({(("ON", "eco/fsw"), MONTHS[0]): 10}, MONTHS)
    assert rows_of(cube.ask(kind="table", over="category", period="2023-01", **more)) == rows


@given(leaf_cells)
def test_subtotals_of_a_table_are_stated_where_they_are_printed_and_sums_of_their_parts_otherwise(cells):
    asked = {"kind": "table", "over": "category", "depth": "all", "where": {"province": "ON"}}
    for cube, more in ((Cube(cells, MONTHS), 0), (Cube(stated(cells), MONTHS, EVERYTHING), 1000)):
        answer = cube.ask(period="2023-02", **asked)
        for row in answer.rows:
            number, _ = total_of(cells, ["ON"], [row.member.code], [month(2023, 2)])
            group = CATEGORY.is_group(row.member)
            assert (row.figures[0].value.number or 0) == number + (more if group else 0)
            assert row.figures[0].made.origin == ("stated" if more or not group else "sum") or not more


@pytest.mark.parametrize(
    ("kind", "depth"), [("table", 0), ("table", 10), ("table", "some"), ("ranking", 2), ("table", True)]
)
def test_a_depth_that_cannot_be_is_refused(kind, depth):
    with pytest.raises(QuestionError) as refused:
        Cube({}, MONTHS).ask(kind=kind, over="category", period="2023-01", depth=depth)
    assert refused.value.path == "depth"
