"""The kinds of change are told apart, quantified, and say which members and periods they are about."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from stats.classification.classify import classify
from stats.classification.kinds import Change, ChangeKind, Named
from stats.labels import Label
from stats.periods import year
from tests.stats.classification.pairs import PROGRAMS, PROVINCES, YEARS, pair, uniform

BEFORE = uniform()


def rounded(number):
    return round(number / 5) * 5


def kinds(changes):
    return [change.kind for change in changes]


def only(changes, kind):
    (found,) = (change for change in changes if change.kind is kind)
    return found


def test_equal_editions_differ_in_nothing():
    assert classify(pair(BEFORE, BEFORE)) == ()


def test_a_fall_by_a_third_in_all_years_is_an_unannounced_restatement():
    after = {key: rounded(n * 2 / 3) for key, n in BEFORE.items()}
    changes = classify(pair(BEFORE, after))
    assert kinds(changes) == [ChangeKind.RESTATEMENT, ChangeKind.UNANNOUNCED]
    first = changes[0]
    assert (first.cells, first.of, first.series, first.periods) == (200, 200, 20, 10)
    assert first.said == "200 of 200 cells fell from 2010 to 2019, by 33% in the median."
    assert changes[1].said == "Title and notes of the file say nothing about it."


def test_a_restatement_under_another_title_is_announced():
    after = {key: n * 2 for key, n in BEFORE.items()}
    titles = ("Permit holders, 2010 - 2018", "Permits, 2010 - 2019")
    assert kinds(classify(pair(BEFORE, after, titles=titles))) == [ChangeKind.RESTATEMENT]


def test_another_title_over_the_same_figures_is_relabelled_and_another_year_in_it_is_not():
    assert kinds(classify(pair(BEFORE, BEFORE, titles=("Holders, 2018", "Permits, 2018")))) == [
        ChangeKind.RELABELLED
    ]
    assert classify(pair(BEFORE, BEFORE, titles=("Holders, June 2018", "Holders, July 2019"))) == ()


def test_members_that_are_called_otherwise_are_named_also_where_figures_moved():
    name = Named("program", "arts", Label("Culture → Arts", "Culture → Arts"))
    for after, expected in (
        (BEFORE, []),
        ({k: 2 * n for k, n in BEFORE.items()}, ["restatement", "unannounced"]),
    ):
        changes = classify(replace(pair(BEFORE, after), renamed=(name,)))
        assert kinds(changes) == [*expected, ChangeKind.RELABELLED]
        assert changes[-1].said == "Members called otherwise than before: 1 (Culture → Arts)."


def test_the_restatement_of_one_member_names_it():
    after = {key: rounded(n * 0.8) if key[0] == "Quebec" else n for key, n in BEFORE.items()}
    change = only(classify(pair(BEFORE, after)), ChangeKind.RESTATEMENT)
    assert (change.cells, change.of) == (50, 50)
    assert [member.label.en for member in change.members] == ["Quebec"]
    assert change.said.endswith("It concerns Quebec.")


def shifted(figures, losing, gaining, part=0.1):
    """A part of one program counted under others, of every province and year."""
    after = dict(figures)
    for province in PROVINCES:
        for period in YEARS:
            moved = rounded(figures[province, losing, period] * part)
            after[province, losing, period] -= moved
            for i, program in enumerate(gaining):
                share = (
                    moved - rounded(moved / len(gaining)) * (len(gaining) - 1)
                    if not i
                    else rounded(moved / len(gaining))
                )
                after[province, program, period] += share
    return after


def test_a_tenth_of_a_member_counted_under_others_is_a_reclassification():
    changes = classify(pair(BEFORE, shifted(BEFORE, "Others", ["Arts", "Students"])))
    assert kinds(changes) == [ChangeKind.RECLASSIFICATION, ChangeKind.UNANNOUNCED]
    change = changes[0]
    assert {(m.label.en, m.delta > 0) for m in change.members} == {
        ("Others", False),
        ("Arts", True),
        ("Students", True),
    }
    assert change.within is None
    assert change.said.startswith(f"{change.volume:,} moved from Others to ")


def test_a_member_that_is_split_off_is_a_reclassification_to_a_new_row():
    before = {key: n for key, n in BEFORE.items() if key[1] != "Arts"}
    after = shifted(before | {key: 0 for key in BEFORE if key[1] == "Arts"}, "Others", ["Arts"])
    changes = classify(pair(before, after))
    assert kinds(changes)[0] is ChangeKind.RECLASSIFICATION
    assert [m.label.en for m in only(changes, ChangeKind.ROWS_COME).members] == ["Arts"]


def test_a_reclassification_in_one_province_says_where():
    moved = shifted(BEFORE, "Others", ["Arts"])
    after = {key: n if key[0] == "Ontario" else BEFORE[key] for key, n in moved.items()}
    months = uniform(periods=[year(n) for n in range(1990, 2020)])
    wide = {key: after.get(key, n) for key, n in months.items()}
    for n in range(1990, 2010):
        key = ("Ontario", "Others", year(n))
        wide[key] -= 100
        wide["Ontario", "Arts", year(n)] += 100
    change = only(classify(pair(months, wide)), ChangeKind.RECLASSIFICATION)
    assert change.within.label.en == "Ontario"
    assert change.said.endswith("Nearly all of it is in Ontario.")


def test_rows_and_periods_that_come_and_go_are_counted_and_named():
    before = {key: n for key, n in BEFORE.items() if key[2] < YEARS[-1] and key[1] != "Arts"}
    after = {key: n for key, n in BEFORE.items() if key[2] > YEARS[0] and key[0] != "Manitoba"}
    changes = {change.kind: change for change in classify(pair(before, after))}
    assert [m.label.en for m in changes[ChangeKind.ROWS_COME].members] == ["Arts"]
    assert [m.label.en for m in changes[ChangeKind.ROWS_GONE].members] == ["Manitoba"]
    assert (changes[ChangeKind.ROWS_GONE].series, changes[ChangeKind.ROWS_COME].series) == (4, 3)
    assert (changes[ChangeKind.NEW_PERIODS].first, changes[ChangeKind.NEW_PERIODS].cells) == ("2019", 15)
    assert changes[ChangeKind.PERIODS_GONE].last == "2010"


def test_cells_that_are_hidden_or_shown_are_counted_apart():
    keys = sorted(BEFORE)
    before, after = BEFORE | {keys[0]: None}, BEFORE | {keys[1]: None, keys[2]: None}
    change = only(classify(pair(before, after)), ChangeKind.SUPPRESSION)
    assert (change.cells, change.fell, change.rose) == (3, 2, 1)
    assert change.said == "Of 200 cells, hidden now: 2; hidden before and shown now: 1."


def test_a_change_comes_back_from_json_as_it_was():
    for change in classify(pair(BEFORE, shifted(BEFORE, "Others", ["Arts"]))):
        assert Change.from_json(change.as_json()) == change


@settings(max_examples=40, deadline=None)
@given(st.sampled_from([0.5, 2 / 3, 0.9, 1.1, 1.5]), st.integers(3, len(YEARS)))
def test_law_a_uniform_restatement_of_three_years_or_more_is_called_that(factor, years):
    touched = set(YEARS[:years])
    after = {key: rounded(n * factor) if key[2] in touched else n for key, n in BEFORE.items()}
    found = classify(pair(BEFORE, after))
    assert kinds(found) == [ChangeKind.RESTATEMENT, ChangeKind.UNANNOUNCED]
    assert (found[0].periods, found[0].last) == (years, str(YEARS[years - 1]))


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(sorted(BEFORE)), st.sampled_from([-15, -10, -5, 5, 10, 15]), min_size=1, max_size=40
    )
)
def test_law_a_random_routine_revision_is_only_a_revision(moves):
    after = BEFORE | {key: BEFORE[key] + delta for key, delta in moves.items()}
    (change,) = classify(pair(BEFORE, after))
    assert (change.kind, change.cells, change.rose + change.fell) == (
        ChangeKind.REVISION,
        len(moves),
        len(moves),
    )


@settings(max_examples=30, deadline=None)
@given(st.permutations(PROGRAMS), st.integers(1, 3), st.sampled_from([0.1, 0.25, 0.5]))
def test_law_a_part_of_one_member_counted_under_others_names_them_all(programs, count, part):
    losing, gaining = programs[0], programs[1 : 1 + count]
    change = classify(pair(BEFORE, shifted(BEFORE, losing, gaining, part)))[0]
    assert change.kind is ChangeKind.RECLASSIFICATION
    assert {m.label.en for m in change.members if m.delta < 0} == {losing}
    assert {m.label.en for m in change.members if m.delta > 0} == set(gaining)
