"""Suggestions: by code, by likeness, and above all by figures that go on."""

import polars as pl
import pytest

from stats.codebook import TOTAL, Dimension, Member, Role
from stats.labels import Label
from stats.matching import FoundMember, Matching
from stats.suggesting import SUGGESTED, Figures, Suggestion, likeness, suggest
from stats.values import Status

MONTHS = range(1, 25)


def known(*members):
    total = Member(1, TOTAL, Label("Total"), Role.TOTAL)
    return [Dimension("citizenship", Label("citizenship"), 0, total, members)]


def member(code, label, parent=None):
    return Member(2, code, Label(label), parent=parent)


def found(*members):
    return Matching([], [{m.code: m for m in members}])


def new(code, label, *, parent=None, is_new=True):
    return FoundMember(code, Label(label), parent, Role.MEMBER, is_new)


def figures(rows):
    """Figures from months by codes; None is suppressed."""
    cells = [
        (series, at, number, int(Status.SUPPRESSED if number is None else Status.NORMAL))
        for series, numbers in enumerate(rows.values())
        for at, number in zip(MONTHS, numbers, strict=False)
    ]
    schema = {"series": pl.Int64, "period": pl.Int32, "value": pl.Int64, "status": pl.Int8}
    codes = {series: key if isinstance(key, tuple) else (key,) for series, key in enumerate(rows)}
    return Figures(pl.DataFrame(cells, schema=schema, orient="row"), codes)


def suggested(matching, dimensions, *, before, now, code):
    return suggest(matching, dimensions, before=figures(before), now=figures(now))[0, code]


def test_figures_that_go_on_are_found_whatever_the_name():
    rising, falling = [10 * n for n in MONTHS], [1000 - 10 * n for n in MONTHS]
    best, *others = suggested(
        found(new("lotusland", "Lotusland")),
        known(member("brazil", "Brazil"), member("chad", "Chad")),
        before={"brazil": rising, "chad": falling},
        now={"lotusland": [15, *rising[1:]]},
        code="lotusland",
    )
    assert (best.code, best.same, best.compared) == ("brazil", 23, 24)
    assert best.score > 0.8
    assert others == []


def test_zeros_say_nothing_and_hidden_figures_say_little():
    (best,) = suggested(
        found(new("lotusland", "Lotusland")),
        known(member("brazil", "Brazil")),
        before={"brazil": [0] * 20 + [None, None]},
        now={"lotusland": [0] * 20 + [None, None]},
        code="lotusland",
    )
    assert (best.same, best.compared) == (2, 2)
    assert best.score == pytest.approx(2 / 6)


def test_a_figure_of_one_that_the_other_does_not_have_counts_against_it():
    (best,) = suggested(
        found(new("lotusland", "Lotusland")),
        known(member("brazil", "Brazil")),
        before={"brazil": [5, 10, 15, 20, 25, 0]},
        now={"lotusland": [5, 10, 15, 20, 0, 30]},
        code="lotusland",
    )
    assert (best.same, best.compared) == (4, 6)


def test_members_that_the_file_names_are_not_suggested():
    matching = found(new("brasilia", "Brasilia"), new("brazil", "Brazil", is_new=False))
    assert (
        suggested(
            matching, known(member("brazil", "Brazil")), before={}, now={"brasilia": [5]}, code="brasilia"
        )
        == ()
    )


def test_members_elsewhere_in_the_hierarchy_are_not_suggested():
    matching = found(new("eco/cooks", "Cooks", parent="eco"), new("eco", "Economic", is_new=False))
    dimensions = known(member("eco", "Economic"), member("fam/cooks", "Cooks", "fam"))
    assert suggested(matching, dimensions, before={}, now={"eco/cooks": [5]}, code="eco/cooks") == ()


def test_a_group_is_known_by_the_figures_of_its_parts_across_the_other_axis():
    numbers = [10 * n for n in MONTHS]
    provinces = known(member("ON", "Ontario"))[0]
    categories = known(member("eco", "Economic"), member("eco/x", "X", "eco"))[0]
    matching = Matching(
        [], [{}, {m.code: m for m in (new("work", "Work"), new("work/x", "X", parent="work"))}]
    )
    answer = suggest(
        matching,
        [provinces, categories],
        before=figures({("ON", "eco/x"): numbers}),
        now=figures({("ON", "work/x"): numbers}),
    )
    assert set(answer) == {(1, "work")}
    (best,) = answer[1, "work"]
    assert (best.code, best.same, best.compared, best.single) == ("eco", 24, 24, False)
    assert best.said == "its figures are those of Economic in 24 of 24 figures"


def test_the_likeliest_come_first_and_few_are_named():
    members = [member(f"guinea-{n}", f"Guinea {n}") for n in range(9)]
    answer = suggested(
        found(new("guinea-x", "Guinea x")), known(*members), before={}, now={"guinea-x": [5]}, code="guinea-x"
    )
    assert len(answer) == SUGGESTED
    assert [s.score for s in answer] == sorted((s.score for s in answer), reverse=True)


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("Republic of Korea", "Korea, Republic of", 1, 1),
        ("Solomons, The", "Solomon Islands", 0.3, 0.6),
        ("Côte d’Ivoire", "COTE D'IVOIRE", 1, 1),
        ("Lotusland", "Brazil", 0, 0.1),
    ],
)
def test_labels_are_alike_by_their_words(one, other, least, most):
    assert least <= likeness(Label(one), Label(other)) <= most
    assert likeness(Label(one), Label("", other)) == 0


def test_a_suggestion_is_kept_as_plain_data():
    suggestion = Suggestion("brazil", Label("Brazil", "Brésil"), True, 0.25, 23, 24)
    assert Suggestion.from_json(suggestion.as_json()) == suggestion


def test_hundreds_of_new_codes_are_compared_with_their_likes_only():
    """A change of the code list: 300 codes gone, 300 come, each with figures in thirteen provinces."""
    old = {("ON", f"{n:04}"): [(n * at) % 997 for at in MONTHS] for n in range(300)}
    now = {("ON", f"{n:05}0"): numbers for n, numbers in enumerate(old.values())}
    members = [member(code, f"Occupation {code}") for _, code in old]
    codes = [new(code, f"Work {code}") for _, code in now]
    matching = Matching([], [{}, {m.code: m for m in codes}])
    answer = suggest(
        matching,
        [known(member("ON", "Ontario"))[0], known(*members)[0]],
        before=figures(old),
        now=figures(now),
    )
    right = sum(bool(a) and a[0].code == f"{int(code[:-1]):04}" for (_, code), a in answer.items())
    assert right >= 295
